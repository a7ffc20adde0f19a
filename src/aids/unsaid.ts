import { conditionsOf, type RuleBook } from './rule-book.ts';
import type { FactValue, Facts } from './facts.ts';
import type { Judge } from './judge.ts';
import { likelyAnswers } from './question.rules.ts';

const samples = 96;
const known = new Map<string, ReadonlySet<string>>();
const mostDays = 64;

/**
 * The conditions that stay undecided at a day whatever the facts: parameters of that day that no source gives. Found by trying many whole
 * sets of facts, the same ones each time; kept by day.
 */
export function unsaidAt(at: string, book: RuleBook, judge: Judge): ReadonlySet<string> {
  const found = known.get(at);
  if (found) return found;
  const people = wholeSets(book, at);
  const verdicts = judge(people, at, book.shown);
  const leaves = book.aids.flatMap(({ conditions }) => conditionsOf(conditions)).filter(({ kind }) => kind === 'feuille').map(({ rule }) => rule);
  const unsaid = new Set(leaves.filter((rule) => people.every((_, person) => verdicts.value(rule, person) === undefined)));
  if (known.size >= mostDays) known.clear();
  known.set(at, unsaid);
  return unsaid;
}

/** Whole sets of facts that go through every option of each, in steps of their own so that options meet. */
function wholeSets({ inputs }: RuleBook, at: string): Facts[] {
  const answers = [...inputs.values()].filter(({ name }) => name !== 'date').map((input, position) => ({ name: input.name, values: likelyAnswers(input, at), stride: position + 1 }));
  return Array.from({ length: samples }, (_, row) => Object.fromEntries(answers.map(({ name, values, stride }): [string, FactValue] => [name, values[Math.floor(row * (1 + (stride * 0.618) % 1)) % values.length] as FactValue])));
}
