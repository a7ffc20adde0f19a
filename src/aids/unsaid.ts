import { conditionsOf, type RuleBook } from './rule-book.ts';
import type { Judge } from './judge.ts';
import { wholeSets } from './whole-sets.ts';

const known = new Map<string, ReadonlySet<string>>();
const mostDays = 64;

/**
 * The conditions that stay undecided at a day whatever the facts: parameters of that day that no source gives. Found by trying many whole
 * sets of facts; kept by day.
 */
export function unsaidAt(at: string, book: RuleBook, judge: Judge): ReadonlySet<string> {
  const found = known.get(at);
  if (found) return found;
  const people = wholeSets(book.inputs, at);
  const verdicts = judge(people, at, book.shown);
  const leaves = book.aids.flatMap(({ conditions }) => conditionsOf(conditions)).filter(({ kind }) => kind === 'feuille').map(({ rule }) => rule);
  const unsaid = new Set(leaves.filter((rule) => people.every((_, person) => verdicts.value(rule, person) === undefined)));
  if (known.size >= mostDays) known.clear();
  known.set(at, unsaid);
  return unsaid;
}
