import type { Aid } from 'regles-logement';
import { waysIn, type WayIn } from './change.rules.ts';
import { answerConditions, beyondSources, decisive, isFixed, missingFacts, refusals, type AnsweredCondition } from './condition.rules.ts';
import type { Facts } from './facts.ts';
import { columnarJudge } from './columnar.judge.ts';
import { truthOf, type Judge, type RuleValue } from './judge.ts';
import { nextQuestion } from './question.rules.ts';
import { ruleBook, type RuleBook } from './rule-book.ts';
import { unsaidAt } from './unsaid.ts';

/** `yes` and `no` hold whatever the facts still missing; `open` waits for facts; `unknown` waits for a source that says what the law is. */
export type Outcome = 'yes' | 'no' | 'open' | 'unknown';

export interface AidAnswer {
  aid: Aid;
  outcome: Outcome;
  /** In the unit of the aid's amount; absent while it is not known. */
  amount?: { value: number; unit: string };
  /** First and last day to apply (AAAA-MM-JJ), where they are known. */
  window?: { first?: string; last?: string };
  conditions: AnsweredCondition;
  /** Of an unknown one, the conditions that no source decides. */
  unsaid: readonly AnsweredCondition[];
  /** Facts still to be asked for this aid. */
  missing: readonly string[];
  /** What would open an aid that is closed. */
  waysIn: readonly WayIn[];
}

export interface Explanation {
  at: string;
  aids: readonly AidAnswer[];
  /** The input to ask next; absent when nothing is left to ask. */
  next?: string;
}

export interface ExplainOptions {
  /** Every aid unless given. */
  only?: readonly Aid[];
  /** Questions that were passed over: they stay open and are not asked again. */
  skipped?: readonly string[];
  judge?: Judge;
}

/** The judge that the app uses. */
let judgeInUse: Judge | undefined;
const usualJudge = (): Judge => (judgeInUse ??= columnarJudge(ruleBook()));

let warmed = false;

/** Compiles the rules while the first page is being read, a second or two: the first answer then finds them ready. */
export function warmRules(at: string): void {
  if (warmed) return;
  warmed = true;
  setImmediate(() => explain({}, at));
}

/**
 * Every aid for one person at a day: open, closed, or not yet known; its amount and window; the tree of its conditions with the value met
 * and the value required; what is still to be asked; and for a closed one, what would open it.
 *
 * @param at the day whose law applies, AAAA-MM-JJ, from 2019-01-01
 */
export function explain(facts: Facts, at: string, { only, skipped = [], judge = usualJudge() }: ExplainOptions = {}): Explanation {
  const book = ruleBook();
  const verdicts = judge([facts], at, book.shown);
  const unsaid = unsaidAt(at, book, judge);
  const valueOf = (side: string): RuleValue => (side in book.rules.model ? verdicts.value(side, 0) : literal(side));
  const answered = (only ?? book.aids).map((aid) => ({ aid, conditions: answerConditions(aid.conditions, valueOf) }));
  const canMove = (name: string): boolean => name in facts && book.inputs.get(name)?.canChange === true;
  const adviceFor = (aid: Aid, conditions: AnsweredCondition): readonly WayIn[] => {
    if (isFixed(conditions, (rule) => [...book.factsOf(rule)].some(canMove))) return [];
    return waysIn(aid, facts, at, judge, book.inputs, refusals(conditions).map((leaves) => new Set(leaves.flatMap(({ rule }) => [...book.factsOf(rule)]))));
  };
  const answers = answered.map(({ aid, conditions }): AidAnswer => {
    const truth = truthOf(valueOf(aid.eligible));
    const missing = truth === 'open' ? missingFacts(conditions, facts, book.factsOf, unsaid) : [];
    const outcome = truth === 'open' && missing.length === 0 ? 'unknown' : truth;
    return {
      aid, outcome, conditions, missing, unsaid: outcome === 'unknown' ? unsaidOf(conditions, unsaid) : [], ...amountOf(aid, outcome, valueOf, book), ...windowOf(aid, valueOf),
      waysIn: outcome === 'no' ? adviceFor(aid, conditions) : [],
    };
  });
  const next = nextQuestion(answers.filter(({ outcome }) => outcome === 'open'), facts, at, { judge, inputs: book.inputs, factsOf: book.factsOf, unsaid, rules: book.aids.map(({ eligible }) => eligible), skipped });
  return { at, aids: answers, ...(next ? { next: next.name } : {}) };
}

/** Every fact may be there, and the law's text of that option still be missing. */
const unsaidOf = (conditions: AnsweredCondition, unsaid: ReadonlySet<string>): AnsweredCondition[] => {
  const beyond = beyondSources(conditions, unsaid);
  return beyond.length > 0 ? beyond : decisive(conditions, 'open');
};

function amountOf({ amount }: Aid, outcome: Outcome, valueOf: (rule: string) => RuleValue, { unitOf }: RuleBook): Pick<AidAnswer, 'amount'> {
  const value = amount !== undefined && (outcome === 'yes' || outcome === 'open') ? valueOf(amount) : undefined;
  return typeof value === 'number' ? { amount: { value, unit: unitOf(amount ?? '') || '€' } } : {};
}

function windowOf({ window }: Aid, valueOf: (rule: string) => RuleValue): Pick<AidAnswer, 'window'> {
  const day = (rule: string | undefined): string | undefined => {
    const value = rule === undefined ? undefined : valueOf(rule);
    return typeof value === 'string' ? value : undefined;
  };
  const [first, last] = [day(window?.first), day(window?.last)];
  return first || last ? { window: { ...(first ? { first } : {}), ...(last ? { last } : {}) } } : {};
}

/** A side of a comparison that is written in place: `18 ans`, `oui`, `'titulaire'`. */
function literal(text: string): RuleValue {
  if (text === 'oui' || text === 'non') return text === 'oui';
  const quoted = /^'(.*)'$/.exec(text);
  if (quoted) return quoted[1];
  // `150 % * smic` is no literal.
  const number = /^(-?\d+(?:\.\d+)?)(?: [^\s*+()]+)?$/.exec(text);
  return number ? Number(number[1]) : undefined;
}
