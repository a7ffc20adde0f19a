import { awaitedFacts } from '../awaited.rules.ts';
import { columnarJudge } from '../columnar.judge.ts';
import { answerConditions, missingFacts } from '../condition.rules.ts';
import type { Facts } from '../facts.ts';
import type { RuleBook } from '../rule-book.ts';
import { unsaidAt } from '../unsaid.ts';

/** By aid, how often each fact was missing among the undecided persons looked at. */
export type MissingCounts = Record<string, Record<string, number>>;

/** Persons of a batch that are looked at for what they lack: more would cost more than the results. */
export const mostLookedAt = 32;
const mostNamed = 3;

/** Counts what undecided persons lack, as `explain` says it of one of them. Compiled when it is first needed. */
export function missingOf(book: RuleBook, at: string): (people: readonly Facts[], counts: MissingCounts) => void {
  const judge = columnarJudge(book);
  return (people, counts) => {
    const verdicts = judge(people, at, book.shown);
    const unsaid = unsaidAt(at, book, judge);
    for (const [person, facts] of people.entries()) {
      const valueOf = (rule: string) => verdicts.value(rule, person);
      for (const { id, conditions } of book.aids) {
        for (const name of missingFacts(answerConditions(conditions, valueOf), (rule) => awaitedFacts(rule, facts, valueOf, book), unsaid)) {
          const own = (counts[id] ??= {});
          own[name] = (own[name] ?? 0) + 1;
        }
      }
    }
  };
}

/** The facts most often missing, the first one first; where as many lack two of them, in the order of the questions. */
export const mostMissing = (counts: MissingCounts, { inputs }: Pick<RuleBook, 'inputs'>): Record<string, readonly string[]> =>
  Object.fromEntries(Object.entries(counts).map(([aid, own]) => [aid, [...inputs.keys()].filter((name) => name in own).toSorted((a, b) => (own[b] ?? 0) - (own[a] ?? 0)).slice(0, mostNamed)]));
