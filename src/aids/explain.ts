import type { Aid, Input } from 'regles-logement';
import { waysIn, type WayIn } from './change.rules.ts';
import { answerConditions, beyondSources, decisive, isFixed, leavesOf, missingFacts, refusals, type AnsweredCondition } from './condition.rules.ts';
import type { Facts } from './facts.ts';
import { columnarJudge } from './columnar.judge.ts';
import { truthOf, type Judge, type RuleValue, type Verdicts } from './judge.ts';
import { nextQuestion } from './question.rules.ts';
import { ruleBook, type RuleBook } from './rule-book.ts';
import { settleByTrying, type Settled } from './settle.rules.ts';
import { unsaidAt } from './unsaid.ts';
import { wholeSets } from './whole-sets.ts';

/** `yes` and `no` hold whatever the facts still missing; `open` waits for facts; `unknown` waits for a source that says what the law is. */
export type Outcome = 'yes' | 'no' | 'open' | 'unknown';

/** In `unit`; from `value` to `upTo` where it depends on a fact that was not given. */
export interface Amount { value: number; upTo?: number; unit: string }

export interface AidAnswer {
  aid: Aid;
  outcome: Outcome;
  /** Absent while it is not known. */
  amount?: Amount;
  /** First and last day to apply (AAAA-MM-JJ), where they are known. */
  window?: { first?: string; last?: string };
  /** Of an aid closed only because it is too early to apply: the day from which it can be asked for (AAAA-MM-JJ). */
  opensOn?: string;
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

const pauseMs = 200;

/** Reads and compiles the rules in steps of some tenths of a second, other requests being answered between them: the first visitor then finds them ready. */
export function warmRules(at: string): void {
  if (warmed) return;
  warmed = true;
  const steps = [
    () => ruleBook().engine,
    () => usualJudge()([{}], at, ruleBook().outcomes),
    () => usualJudge()([{}], at, ruleBook().shown),
    () => explain({}, at),
  ];
  const next = (): void => {
    const step = steps.shift();
    if (!step) return;
    setTimeout(() => { step(); next(); }, pauseMs).unref();
  };
  next();
}

/**
 * Every aid for one person at a day: open, closed, or not yet known; its amount and window; the tree of its conditions with the value met
 * and the value required; what is still to be asked; and for a closed one, what would open it.
 *
 * @param at the day whose law applies, AAAA-MM-JJ, from 2019-01-01
 */
export function explain(facts: Facts, at: string, { only, skipped = [], judge = usualJudge() }: ExplainOptions = {}): Explanation {
  const book = ruleBook();
  const outcomes = (people: readonly Facts[], day = at): Verdicts => judge(people, day, book.outcomes);
  const verdicts = judge([facts], at, book.shown);
  const valueOf = (side: string): RuleValue => (side in book.rules.model ? verdicts.value(side, 0) : literal(side));
  const unsaid = unsaidAt(at, book, judge);
  const aids = only ?? book.aids;
  const lacking = (rule: string): string[] => [...book.factsOf(rule)].filter((name) => !(name in facts));
  const open = new Set(aids.flatMap(({ conditions }) => leavesOf(answerConditions(conditions, valueOf))).filter(({ rule, state }) => state === 'open' && !unsaid.has(rule)).map(({ rule }) => rule));
  const leaves = settleByTrying([...open].map((rule) => ({ rule, missing: inputsOf(lacking(rule), book) })), facts, (people) => judge(people, at, [...open]));
  const read = aids.map((aid): Read => {
    const conditions = answerConditions(aid.conditions, valueOf, (rule) => leaves.get(rule)?.truth);
    const unpriced = aid.amount === undefined || conditions.state === 'no' || valueOf(aid.amount) !== undefined ? [] : lacking(aid.amount);
    return { aid, conditions, missing: conditions.state === 'open' ? missingFacts(conditions, facts, book.factsOf, unsaid) : [], unpriced };
  });
  const settled = settleByTrying(read.map(({ aid, missing, unpriced }) => ({ rule: aid.eligible, amount: aid.amount, missing: inputsOf([...missing, ...unpriced], book) })), facts, (people) => outcomes(people));
  const answers = read.map((one) => answered(one, settled.get(one.aid.eligible)));
  const waiting = asked(answers, read, settled);
  const unknown = new Set(waiting.flatMap(({ aid }) => lacking(aid.eligible)));
  const next = nextQuestion(waiting, {
    inputs: book.inputs, skipped, judge: (people) => outcomes(people),
    get likely() { return wholeSets(book.inputs, at).map((set) => ({ ...facts, ...Object.fromEntries(Object.entries(set).filter(([name]) => unknown.has(name))) })); },
  });
  return { at, aids: answers, ...(next ? { next: next.name } : {}) };

  function answered({ aid, conditions, missing: wanted }: Read, tried: Settled | undefined): AidAnswer {
    const truth = tried && conditions.state === 'open' ? tried.truth : conditions.state;
    const missing = truth === 'open' ? wanted : [];
    const outcome = truth === 'open' && missing.length === 0 ? 'unknown' : truth;
    const window = windowOf(aid, valueOf);
    const opensOn = outcome === 'no' && window?.first !== undefined && window.first > at && truthOf(outcomes([facts], window.first).value(aid.eligible, 0)) !== 'no' ? window.first : undefined;
    const amount = outcome === 'no' ? undefined : amountOf(aid, tried, valueOf, book);
    return {
      aid, outcome, conditions, missing, unsaid: outcome === 'unknown' ? unsaidOf(conditions, unsaid) : [],
      ...(amount ? { amount } : {}), ...(window ? { window } : {}), ...(opensOn ? { opensOn } : {}),
      waysIn: outcome === 'no' && conditions.state === 'no' && opensOn === undefined ? adviceFor(aid, conditions) : [],
    };
  }

  function adviceFor(aid: Aid, conditions: AnsweredCondition): readonly WayIn[] {
    const canMove = (name: string): boolean => name in facts && book.inputs.get(name)?.canChange === true;
    if (isFixed(conditions, (rule) => [...book.factsOf(rule)].some(canMove))) return [];
    const looked = refusals(conditions).map((leaves) => new Set(leaves.flatMap(({ rule }) => [...book.factsOf(rule)])));
    return waysIn(aid, { facts, at, inputs: book.inputs, refusals: looked, judge: (people) => outcomes(people) });
  }
}

/** An aid as the facts given alone decide it. */
interface Read {
  aid: Aid;
  conditions: AnsweredCondition;
  missing: readonly string[];
  /** Facts that the amount waits for. */
  unpriced: readonly string[];
}

const inputsOf = (names: readonly string[], { inputs }: RuleBook): Input[] => [...new Set(names)].flatMap((name) => inputs.get(name) ?? []);

/** First what decides the aids; once all are decided, what their amounts wait for. */
function asked(answers: readonly AidAnswer[], read: readonly Read[], settled: ReadonlyMap<string, Settled>): { aid: Aid; missing: readonly string[] }[] {
  const open = answers.filter(({ outcome }) => outcome === 'open').map(({ aid, missing }) => ({ aid, missing }));
  if (open.length > 0) return open;
  return read.filter(({ aid }, k) => answers[k]?.outcome !== 'no' && settled.get(aid.eligible)?.amounts === undefined).map(({ aid, unpriced }) => ({ aid, missing: unpriced })).filter(({ missing }) => missing.length > 0);
}

/** Every fact may be there, and the law's text of that option still be missing. */
const unsaidOf = (conditions: AnsweredCondition, unsaid: ReadonlySet<string>): AnsweredCondition[] => {
  const beyond = beyondSources(conditions, unsaid);
  return beyond.length > 0 ? beyond : decisive(conditions, 'open');
};

function amountOf({ amount }: Aid, tried: Settled | undefined, valueOf: (rule: string) => RuleValue, { unitOf }: RuleBook): Amount | undefined {
  if (amount === undefined) return undefined;
  const unit = unitOf(amount) || '€';
  const value = valueOf(amount);
  if (typeof value === 'number') return { value, unit };
  if (!tried?.amounts) return undefined;
  const { from, to } = tried.amounts;
  return { value: from, ...(to > from ? { upTo: to } : {}), unit };
}

function windowOf({ window }: Aid, valueOf: (rule: string) => RuleValue): AidAnswer['window'] {
  const day = (rule: string | undefined): string | undefined => {
    const value = rule === undefined ? undefined : valueOf(rule);
    return typeof value === 'string' ? value : undefined;
  };
  const [first, last] = [day(window?.first), day(window?.last)];
  return first || last ? { ...(first ? { first } : {}), ...(last ? { last } : {}) } : undefined;
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
