import type { Aid } from 'regles-logement';
import { waysIn, type WayIn } from './change.rules.ts';
import { answerConditions, isFixed, leavesOf, refusals, type AnsweredCondition } from './condition.rules.ts';
import { dayNumber, isoDay } from './columns.ts';
import type { Facts } from './facts.ts';
import { truthOf, type Judge, type RuleValue } from './judge.ts';
import type { RuleBook } from './rule-book.ts';

/** What somebody whom an aid is closed to may wait for, or change. */
export interface Advice {
  /** The aid is only closed until this day (AAAA-MM-JJ). */
  opensOn?: string;
  waysIn: readonly WayIn[];
}

interface Closed {
  aid: Aid;
  conditions: AnsweredCondition;
  /** First day to apply, where the aid has one. */
  first?: string | undefined;
  facts: Facts;
  at: string;
  book: RuleBook;
  /** What the rules say as written; a side of a comparison in place is its own value. */
  valuesOf: (day: string) => (rule: string) => RuleValue;
  judge: Judge;
}

const mostWays = 3;
/** A day further than this is no advice. */
const mostDays = 730;

/**
 * What would open a closed aid: the first day to come from which it opens by itself; else what would have to change, first with a day to come
 * that meets one more condition, then today.
 */
export function adviceOn(closed: Closed): Advice {
  const { aid, conditions, facts, at, judge, valuesOf } = closed;
  const days = daysToCome(closed);
  const opensOn = days.find((day) => truthOf(judge([facts], day, [aid.eligible]).value(aid.eligible, 0)) !== 'no');
  if (opensOn !== undefined) return { opensOn, waysIn: [] };
  const today = waysAt(closed, conditions, at);
  // A day to come is only told of what today would not do as well.
  const opensToday = ({ changes, sure }: WayIn): boolean => today.some((way) => (way.sure || !sure) && JSON.stringify(way.changes) === JSON.stringify(changes));
  const oneChange = (day: string): WayIn[] => waysAt(closed, answerConditions(aid.conditions, valuesOf(day)), day, true).slice(0, 1).filter((way) => !opensToday(way));
  const later = days.map((day) => oneChange(day).map((way) => ({ ...way, from: day }))).find((ways) => ways.length > 0);
  return { waysIn: [...(later ?? []), ...today].slice(0, mostWays) };
}

/** Days to come that a condition waits for, the first one first. */
function daysToCome({ conditions, first, at }: Closed): string[] {
  const waited = leavesOf(conditions).flatMap(({ state, comparison }) => {
    if (state !== 'no' || comparison?.leftRule !== 'date' || typeof comparison.required !== 'string') return [];
    return comparison.operator === '>=' ? [comparison.required] : comparison.operator === '>' ? [isoDay(dayNumber(comparison.required) + 1)] : [];
  });
  return [...new Set([...waited, ...(first === undefined ? [] : [first])])].filter((day) => day > at && dayNumber(day) - dayNumber(at) <= mostDays).toSorted();
}

/** Changes that open it at a day. */
function waysAt({ aid, facts, at, book, judge }: Closed, conditions: AnsweredCondition, day: string, single = false): WayIn[] {
  const canMove = (name: string): boolean => name in facts && book.inputs.get(name)?.canChange === true;
  if (isFixed(conditions, (rule) => [...book.factsOf(rule)].some(canMove))) return [];
  const looked = refusals(conditions).map((leaves) => new Set(leaves.flatMap(({ rule }) => [...book.factsOf(rule)])));
  return waysIn(aid, { facts, at, inputs: book.inputs, refusals: looked, single, judge: (people) => judge(people, day, [aid.eligible]) });
}
