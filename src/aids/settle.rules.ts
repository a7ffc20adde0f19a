import type { Input } from 'regles-logement';
import { boundsOf, type FactValue, type Facts } from './facts.ts';
import { truthOf, type RuleValue, type Truth, type Verdicts } from './judge.ts';

/** A rule that facts leave undefined, a condition or an amount: the facts that are still missing. */
export interface Unsettled { rule: string; missing: readonly Input[] }

/** What holds whatever the answers; of an amount, from the lowest to the highest. */
export type Settled = { truth: Truth } | { amounts: { from: number; to: number } };

/** More combinations of answers than this are not tried: the facts are asked. */
const mostTries = 64;

/** The answers that an input can have, when they are few: yes or no, one of a list, a number of persons. */
export function everyAnswer(input: Input): readonly FactValue[] | undefined {
  if (input.type === 'booléen') return [true, false];
  if (input.type !== 'nombre' || input.unit !== 'personnes') return input.options?.map(({ value }) => value);
  const { min, max } = boundsOf(input);
  return Array.from({ length: max - min + 1 }, (_, count) => min + count);
}

/**
 * Tries each possible answer to what is missing, one fact at a time, then all of them where they are few: what comes out the same each time
 * is settled without asking. A rule that a fact divides in cases may give one answer in all of them, which the rule alone can't tell.
 *
 * @param judge what the rules say of several sets of facts
 */
export function settleByTrying(unsettled: readonly Unsettled[], facts: Facts, judge: (people: readonly Facts[]) => Verdicts): Map<string, Settled> {
  const tries: Facts[] = [];
  const sets = new Map<string, { first: number; count: number }>();
  const tried = (inputs: readonly Input[]): { first: number; count: number } => {
    const key = inputs.map(({ name }) => name).join('|');
    const known = sets.get(key);
    if (known) return known;
    const combinations = inputs.reduce<Facts[]>((all, input) => all.flatMap((one) => (everyAnswer(input) ?? []).map((value) => ({ ...one, [input.name]: value }))), [facts]);
    const set = { first: tries.length, count: combinations.length };
    tries.push(...combinations);
    sets.set(key, set);
    return set;
  };
  const wanted = unsettled.map(({ rule, missing }) => {
    const listed = missing.filter((input) => everyAnswer(input) !== undefined);
    const all = listed.length > 1 && listed.reduce((product, input) => product * (everyAnswer(input)?.length ?? 1), 1) <= mostTries ? [listed] : [];
    return { rule, ways: [...listed.map((input) => [input]), ...all].map(tried) };
  });
  if (tries.length === 0) return new Map();
  const verdicts = judge(tries);
  return new Map(wanted.flatMap(({ rule, ways }) => {
    const best = ways.map(({ first, count }) => alike(Array.from({ length: count }, (_, k) => verdicts.value(rule, first + k)))).find((one) => one !== undefined);
    return best ? [[rule, best] as const] : [];
  }));
}

/** The one truth of several values, or the amounts that they all are; undefined when they are neither. */
function alike(values: readonly RuleValue[]): Settled | undefined {
  const numbers = values.filter((value) => typeof value === 'number');
  if (numbers.length === values.length) return { amounts: { from: Math.min(...numbers), to: Math.max(...numbers) } };
  const [truth, ...others] = values.map(truthOf);
  return truth === undefined || truth === 'open' || others.some((other) => other !== truth) ? undefined : { truth };
}
