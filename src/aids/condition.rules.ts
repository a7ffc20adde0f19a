import type { Condition } from 'regles-logement';
import type { Facts } from './facts.ts';
import { truthOf, type RuleValue, type Truth } from './judge.ts';

/** A condition of an aid for one person: whether it holds, with the value met and the value required where it compares two. */
export interface AnsweredCondition {
  rule: string;
  state: Truth;
  kind: Condition['kind'];
  children: readonly AnsweredCondition[];
  comparison?: { met: RuleValue; operator: NonNullable<Condition['comparison']>['operator']; required: RuleValue; leftRule: string };
}

/** The tree of an aid's conditions, each answered. */
export function answerConditions(condition: Condition, valueOf: (rule: string) => RuleValue): AnsweredCondition {
  const { rule, kind, comparison } = condition;
  return {
    rule, kind, state: truthOf(valueOf(rule)), children: condition.children.map((child) => answerConditions(child, valueOf)),
    ...(comparison ? { comparison: { met: valueOf(comparison.left), operator: comparison.operator, required: valueOf(comparison.right), leftRule: comparison.left } } : {}),
  };
}

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

/** What is still to be asked before a condition is decided; empty when no source says what the law is. */
export const missingFacts = (condition: AnsweredCondition, facts: Facts, factsOf: (rule: string) => ReadonlySet<string>, unsaid: ReadonlySet<string>): string[] =>
  beyondSources(condition, unsaid).length > 0 ? [] : [...new Set(decisive(condition, 'open').flatMap(({ rule }) => [...factsOf(rule)]))].filter((name) => !(name in facts));

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
