import type { Condition } from 'regles-logement';
import { truthOf, type RuleValue, type Truth } from './judge.ts';

/** A condition of an aid for one person: whether it holds, with the value met and the value required where it compares two. */
export interface AnsweredCondition {
  rule: string;
  state: Truth;
  kind: Condition['kind'];
  children: readonly AnsweredCondition[];
  /** Of one that no source decides any more: as it compared on the last day when the value was known. */
  lastKnown?: { day: string; comparison: NonNullable<AnsweredCondition['comparison']> };
  comparison?: { met: RuleValue; operator: NonNullable<Condition['comparison']>['operator']; required: RuleValue; leftRule: string };
}

/** The tree of an aid's conditions, each answered; `settled` says what is sure of some leaves although facts are missing. */
export function answerConditions(condition: Condition, valueOf: (rule: string) => RuleValue, settled: (rule: string) => Truth | undefined = () => undefined): AnsweredCondition {
  const { rule, kind, comparison } = condition;
  const children = condition.children.map((child) => answerConditions(child, valueOf, settled));
  const told = truthOf(valueOf(rule));
  return {
    rule, kind, children, state: told === 'open' ? (settled(rule) ?? together(kind, children)) : told,
    ...(comparison ? { comparison: { met: valueOf(comparison.left), operator: comparison.operator, required: valueOf(comparison.right), leftRule: comparison.left } } : {}),
  };
}

/** What conditions are together: one not met closes all of them, one met is enough of several. */
function together(kind: Condition['kind'], children: readonly AnsweredCondition[]): Truth {
  if (kind === 'feuille') return 'open';
  const [decides, otherwise] = kind === 'toutes' ? (['no', 'yes'] as const) : (['yes', 'no'] as const);
  if (children.some(({ state }) => state === decides)) return decides;
  return children.every(({ state }) => state === otherwise) ? otherwise : 'open';
}

/** The leaves of a tree. */
export const leavesOf = (condition: AnsweredCondition): AnsweredCondition[] => (condition.kind === 'feuille' ? [condition] : condition.children.flatMap(leavesOf));

/** The conditions that decide: those not met of an aid refused, those still open of one undecided. */
export function decisive(condition: AnsweredCondition, wanted: Truth): AnsweredCondition[] {
  if (condition.state !== wanted) return [];
  return condition.kind === 'feuille' ? [condition] : condition.children.flatMap((child) => decisive(child, wanted));
}

/** The open leaves that no answer would settle, as no source says what the law is; empty where an answer still could. */
export function beyondSources(condition: AnsweredCondition, unsaid: ReadonlySet<string>): AnsweredCondition[] {
  if (condition.state !== 'open') return [];
  if (condition.kind === 'feuille') return unsaid.has(condition.rule) ? [condition] : [];
  const children = condition.children.filter(({ state }) => state !== 'no').map((child) => beyondSources(child, unsaid));
  return condition.kind === 'toutes' || children.every((leaves) => leaves.length > 0) ? children.flat() : [];
}

/** What is still to be asked before a condition is decided, or before only what no source says is left. */
export const missingFacts = (condition: AnsweredCondition, awaited: (rule: string) => readonly string[], unsaid: ReadonlySet<string>): string[] =>
  [...new Set(askedLeaves(condition, unsaid).flatMap(({ rule }) => awaited(rule)))];

/** The open leaves that answers may settle, of conditions that they may settle. */
function askedLeaves(condition: AnsweredCondition, unsaid: ReadonlySet<string>): AnsweredCondition[] {
  const { yes, no } = reachable(condition, unsaid);
  if (condition.state !== 'open' || (!yes && !no)) return [];
  return condition.kind === 'feuille' ? [condition] : condition.children.flatMap((child) => askedLeaves(child, unsaid));
}

/** What answers may make of a condition, those that no source decides staying open. */
function reachable({ rule, state, kind, children }: AnsweredCondition, unsaid: ReadonlySet<string>): { yes: boolean; no: boolean } {
  if (state !== 'open') return { yes: state === 'yes', no: state === 'no' };
  if (kind === 'feuille') return { yes: !unsaid.has(rule), no: !unsaid.has(rule) };
  const reached = children.map((child) => reachable(child, unsaid));
  return kind === 'toutes'
    ? { yes: reached.every(({ yes }) => yes), no: reached.some(({ no }) => no) }
    : { yes: reached.some(({ yes }) => yes), no: reached.every(({ no }) => no) };
}

/** The conditions not met that each must be met, with the leaves that decide each. */
export function refusals(condition: AnsweredCondition): AnsweredCondition[][] {
  if (condition.state !== 'no') return [];
  return condition.kind === 'toutes' ? condition.children.flatMap(refusals) : [decisive(condition, 'no')];
}

/** Whether a refusal stands whatever the facts that can change: an aid that is closed, an age. */
export function isFixed({ rule, state, kind, children }: AnsweredCondition, canMove: (rule: string) => boolean): boolean {
  if (state !== 'no') return false;
  if (kind === 'feuille') return !canMove(rule);
  return kind === 'toutes' ? children.some((child) => isFixed(child, canMove)) : children.every((child) => isFixed(child, canMove));
}

/** The leaves that a condition not met lacks; of several ways to it, those of the one that lacks the fewest. */
export function lacking(condition: AnsweredCondition): AnsweredCondition[] {
  if (condition.state !== 'no') return [];
  const each = condition.children.filter(({ state }) => state === 'no').map(lacking);
  if (each.length === 0) return [condition];
  return condition.kind === 'toutes' ? each.flat() : each.reduce((fewest, one) => (one.length < fewest.length ? one : fewest));
}

/** Ways to a condition of which one would do, the nearest first: one that can still be met, then the one that lacks the fewest, then the most met. */
export function nearestFirst(ways: readonly AnsweredCondition[], canMove: (rule: string) => boolean): AnsweredCondition[] {
  const met = (way: AnsweredCondition): number => leavesOf(way).filter(({ state }) => state === 'yes').length;
  const far = (way: AnsweredCondition): number => Number(isFixed(way, canMove));
  return ways.toSorted((a, b) => far(a) - far(b) || lacking(a).length - lacking(b).length || met(b) - met(a));
}
