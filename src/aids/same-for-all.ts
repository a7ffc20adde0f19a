import type { Judge } from './judge.ts';
import { conditionsOf, type RuleBook } from './rule-book.ts';
import { settleByTrying, type Settled } from './settle.rules.ts';

const known = new Map<string, ReadonlyMap<string, Settled | undefined>>();
const mostDays = 64;

/**
 * The conditions that look at one fact only, with what they come to whatever that fact is (undefined: it depends on it). The day alone decides
 * this, whoever is asking; kept by day.
 */
export function sameForAllAt(at: string, book: RuleBook, judge: Judge): ReadonlyMap<string, Settled | undefined> {
  const found = known.get(at);
  if (found) return found;
  const leaves = new Set(book.aids.flatMap(({ conditions }) => conditionsOf(conditions)).filter(({ kind }) => kind === 'feuille').map(({ rule }) => rule));
  const onOneFact = [...leaves].filter((rule) => book.factsOf(rule).size === 1);
  const settled = settleByTrying(onOneFact.map((rule) => ({ rule, missing: [...book.factsOf(rule)].flatMap((name) => book.inputs.get(name) ?? []) })), {}, (people) => judge(people, at, onOneFact));
  const all = new Map(onOneFact.map((rule) => [rule, settled.get(rule)]));
  if (known.size >= mostDays) known.clear();
  known.set(at, all);
  return all;
}
