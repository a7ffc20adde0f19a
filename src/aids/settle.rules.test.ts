import type { Input } from 'regles-logement';
import { expect, test } from 'vitest';
import type { Facts } from './facts.ts';
import type { RuleValue } from './judge.ts';
import { settleByTrying } from './settle.rules.ts';

const yesOrNo = (name: string): Input => ({ name, title: name, question: name, type: 'booléen', canChange: true, file: 'essai', line: 1 });
const inputs = (count: number): Input[] => Array.from({ length: count }, (_, k) => yesOrNo(`fait ${k}`));

/** What is settled of one rule, and how many sets of facts that took. */
function settle(missing: readonly Input[], rule: (facts: Facts) => RuleValue) {
  let tried = 0;
  const settled = settleByTrying([{ rule: 'r', missing }], {}, (people) => {
    tried += people.length;
    return { value: (_, person) => rule(people[person] ?? {}) };
  });
  return { settled: settled.get('r'), tried };
}
const known = (facts: Facts, all: readonly Input[]): boolean => all.every(({ name }) => name in facts);

test('one fact whose every answer says the same settles alone', () => {
  const [one, other] = inputs(2) as [Input, Input];
  expect(settle([one, other], (facts) => (one.name in facts ? true : undefined))).toEqual({ settled: { truth: 'yes' }, tried: 4 });
});

test('facts that only together say the same settle together: 64 combinations are tried, 128 are not', () => {
  const [six, seven] = [inputs(6), inputs(7)];
  // Of each fact both answers, the first combination, then all of them.
  expect(settle(six, (facts) => (known(facts, six) ? false : undefined))).toEqual({ settled: { truth: 'no' }, tried: 12 + 1 + 64 });
  expect(settle(seven, (facts) => (known(facts, seven) ? false : undefined))).toEqual({ settled: undefined, tried: 14 });
});

test('one combination that stays open is enough to leave it open', () => {
  expect(settle(inputs(6), () => undefined)).toEqual({ settled: undefined, tried: 13 });
});

test('two answers that differ will differ in any combination', () => {
  const [one, ...others] = inputs(4) as [Input, ...Input[]];
  expect(settle([one, ...others], (facts) => (one.name in facts ? facts[one.name] === true : undefined))).toEqual({ settled: undefined, tried: 8 });
});

test('amounts go from the lowest to the highest; an amount beside nothing is no range', () => {
  const both = inputs(2);
  const amount = (facts: Facts): number => (facts['fait 0'] === true ? 100 : 40) + (facts['fait 1'] === true ? 5 : 0);
  expect(settle(both, (facts) => (known(facts, both) ? amount(facts) : undefined)).settled).toEqual({ amounts: { from: 40, to: 105 } });
  expect(settle(both, (facts) => (known(facts, both) ? (facts['fait 0'] === true ? null : 40) : undefined)).settled).toBeUndefined();
});
