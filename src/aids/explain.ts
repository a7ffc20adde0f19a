import type { Aid, Input } from 'regles-logement';
import { adviceOn, type Advice } from './advice.ts';
import { dayNumber, isoDay } from './columns.ts';
import { awaitedFacts } from './awaited.rules.ts';
import { answerConditions, beyondSources, decisive, leavesOf, missingFacts, type AnsweredCondition } from './condition.rules.ts';
import type { Facts } from './facts.ts';
import type { Judge, RuleValue, Truth, Verdicts } from './judge.ts';
import { nextQuestion } from './question.rules.ts';
import { ruleBook, unknownSince, type RuleBook } from './rule-book.ts';
import { settleByTrying, type Settled } from './settle.rules.ts';
import { unsaidAt } from './unsaid.ts';
import { usualJudge } from './usual.judge.ts';
import { wholeSets } from './whole-sets.ts';

/** `yes` and `no` hold whatever the facts still missing; `open` waits for facts; `unknown` waits for a source that says what the law is. */
export type Outcome = 'yes' | 'no' | 'open' | 'unknown';

/** In `unit`; from `value` to `upTo` where it depends on a fact that was not given. `least`: sure so far, it may be more. `rate`: interest of a loan, % a year. */
export interface Amount { value: number; upTo?: number; unit: string; least?: true; rate?: number }

export interface AidAnswer extends Advice {
  aid: Aid;
  outcome: Outcome;
  /** Absent while it is not known. */
  amount?: Amount;
  /** First and last day to apply (AAAA-MM-JJ), where they are known. */
  window?: { first?: string; last?: string };
  /** No source says whether anybody can have it at that day. */
  openingUnsaid?: true;
  conditions: AnsweredCondition;
  /** Of an unknown one, the conditions that no source decides. */
  unsaid: readonly AnsweredCondition[];
  /** Facts still to be asked for this aid. */
  missing: readonly string[];
  /** Facts that only its amount waits for. */
  unpriced: readonly string[];
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
  const outcomes = (people: readonly Facts[]): Verdicts => judge(people, at, book.outcomes);
  const byDay = new Map<string, Verdicts>();
  const valuesOf = (day: string): ((rule: string) => RuleValue) => {
    const verdicts = byDay.get(day) ?? judge([facts], day, book.shown);
    byDay.set(day, verdicts);
    return (side) => (side in book.rules.model ? verdicts.value(side, 0) : literal(side));
  };
  const valueOf = valuesOf(at);
  const unsaid = unsaidAt(at, book, judge);
  const aids = only ?? book.aids;
  const awaited = (rule: string): string[] => awaitedFacts(rule, facts, valueOf, book);
  const open = new Set(aids.flatMap(({ conditions }) => leavesOf(answerConditions(conditions, valueOf))).filter(({ rule, state }) => state === 'open' && !unsaid.has(rule)).map(({ rule }) => rule));
  // What looks at one fact only depends on it (a test holds this at each date of the rules): nothing is tried.
  const tried = [...open].filter((rule) => book.factsOf(rule).size > 1);
  const leaves = settleByTrying(tried.map((rule) => ({ rule, missing: inputsOf(awaited(rule), book) })), facts, (people) => judge(people, at, tried));
  const read = aids.map((aid): Read => {
    const conditions = answerConditions(aid.conditions, valueOf, (rule) => truthIn(leaves.get(rule)));
    const unpriced = aid.amount === undefined || conditions.state === 'no' || valueOf(aid.amount) !== undefined ? [] : awaited(aid.amount);
    return { aid, conditions, missing: conditions.state === 'open' ? missingFacts(conditions, awaited, unsaid) : [], unpriced };
  });
  const unsettled = read.flatMap(({ aid, missing, unpriced }) =>
    [{ rule: aid.eligible, missing: inputsOf(missing, book) }, ...(aid.amount === undefined ? [] : [{ rule: aid.amount, missing: inputsOf(unpriced, book) }]), ...boundsOfAmount(aid).map((rule) => ({ rule, missing: inputsOf(awaited(rule), book) }))]);
  const settled = settleByTrying(unsettled, facts, (people) => judge(people, at, unsettled.map(({ rule }) => rule)));
  let priced: { people: readonly Facts[]; verdicts: Verdicts } | undefined;
  const answers = read.map(answered);
  const waiting = asked(answers, skipped);
  const next = nextQuestion(waiting, {
    inputs: book.inputs, skipped, judge: outcomes,
    get likely() { return likely(new Set(waiting.flatMap(({ aid }) => [...book.factsOf(aid.eligible)]))); },
  });
  return { at, aids: answers, ...(next ? { next: next.name } : {}) };

  function answered({ aid, conditions, missing: wanted, unpriced }: Read): AidAnswer {
    const truth = conditions.state === 'open' ? (truthIn(settled.get(aid.eligible)) ?? 'open') : conditions.state;
    const missing = truth === 'open' ? wanted : [];
    const outcome = truth === 'open' && missing.length === 0 ? 'unknown' : truth;
    const window = windowOf(aid, valueOf);
    const exact = outcome === 'no' ? undefined : amountOf(aid.amount, settled, valueOf, book);
    const amount = outcome === 'no' ? undefined : withRate(exact ?? bounded(aid, settled, valueOf, book), aid, valueOf);
    const openingUnsaid = aid.opening !== undefined && valueOf(aid.opening) === undefined;
    // Where nobody knows whether anybody can have it, no change is promised to open it; and nobody looks for a way into a duty.
    const advised = outcome === 'no' && conditions.state === 'no' && !openingUnsaid && aid.nature !== 'obligation';
    return {
      aid, outcome, conditions, missing, unsaid: outcome === 'unknown' ? unsaidOf(conditions, unsaid).map(withLastKnown(aid)) : [],
      unpriced: outcome === 'no' || exact || !canBePriced(aid, unpriced) ? [] : unpriced,
      ...(amount ? { amount } : {}), ...(window ? { window } : {}), ...(openingUnsaid ? { openingUnsaid } : {}),
      ...(advised ? adviceOn({ aid, conditions, first: window?.first, facts, at, book, valuesOf, judge }) : { waysIn: [] }),
    };
  }

  /** With what it compared on the eve of the day since which no source says its value. */
  function withLastKnown({ conditions }: Aid): (leaf: AnsweredCondition) => AnsweredCondition {
    return (leaf) => {
      const since = leaf.comparison && unknownSince(leaf.rule, at);
      if (since === undefined) return leaf;
      const day = isoDay(dayNumber(since) - 1);
      const comparison = leavesOf(answerConditions(conditions, valuesOf(day))).find(({ rule }) => rule === leaf.rule)?.comparison;
      return comparison?.required === undefined ? leaf : { ...leaf, lastKnown: { day, comparison } };
    };
  }

  /** Whole sets of facts that somebody may have: each known fact as it is, those named as people answer them. */
  function likely(named: ReadonlySet<string>): Facts[] {
    return wholeSets(book.inputs, at).map((set) => ({ ...Object.fromEntries(Object.entries(set).filter(([name]) => named.has(name))), ...facts }));
  }

  /** Some of those sets, which go through every answer too, once for all amounts. */
  function triedPrices(): NonNullable<typeof priced> {
    const people = likely(new Set(read.flatMap((one) => one.unpriced))).filter((_, set) => set % 4 === 0);
    return { people, verdicts: outcomes(people) };
  }

  /** Whether an answer could give the amount; where no source says a parameter of it, none does. */
  function canBePriced({ amount }: Aid, unpriced: readonly string[]): boolean {
    if (amount === undefined || unpriced.length === 0) return false;
    const { people, verdicts } = (priced ??= triedPrices());
    return people.some((_, person) => verdicts.value(amount, person) !== undefined);
  }
}

/** An aid as the facts given alone decide it. */
interface Read {
  aid: Aid;
  conditions: AnsweredCondition;
  missing: readonly string[];
  unpriced: readonly string[];
}

const inputsOf = (names: readonly string[], { inputs }: RuleBook): Input[] => [...new Set(names)].flatMap((name) => inputs.get(name) ?? []);

const truthIn = (settled: Settled | undefined): Truth | undefined => (settled && 'truth' in settled ? settled.truth : undefined);

/** First what decides the aids; once no more can be asked of that, what their amounts wait for, unless a fact passed over leaves them unknown. */
function asked(answers: readonly AidAnswer[], skipped: readonly string[]): { aid: Aid; missing: readonly string[] }[] {
  const open = answers.filter(({ outcome, missing }) => outcome === 'open' && missing.some((name) => !skipped.includes(name)));
  return open.length > 0 ? open : answers.map(({ aid, unpriced }) => ({ aid, missing: unpriced })).filter(({ missing }) => missing.length > 0 && !missing.some((name) => skipped.includes(name)));
}

/** Every fact may be there, and the law's text of that option still be missing. */
const unsaidOf = (conditions: AnsweredCondition, unsaid: ReadonlySet<string>): AnsweredCondition[] => {
  const beyond = beyondSources(conditions, unsaid);
  return beyond.length > 0 ? beyond : decisive(conditions, 'open');
};

function amountOf(rule: string | undefined, settled: ReadonlyMap<string, Settled>, valueOf: (rule: string) => RuleValue, { unitOf }: RuleBook): Amount | undefined {
  if (rule === undefined) return undefined;
  const unit = unitOf(rule) || '€';
  const value = valueOf(rule);
  if (typeof value === 'number') return { value, unit };
  const tried = settled.get(rule);
  if (!tried || !('amounts' in tried)) return undefined;
  const { from, to } = tried.amounts;
  return { value: from, ...(to > from ? { upTo: to } : {}), unit };
}

const boundsOfAmount = ({ atLeast, atMost }: Aid): string[] => [atLeast, atMost].filter((rule) => rule !== undefined);

/** What is sure of an amount that is not known. */
function bounded({ atLeast, atMost }: Aid, ...known: [ReadonlyMap<string, Settled>, (rule: string) => RuleValue, RuleBook]): Amount | undefined {
  const least = amountOf(atLeast, ...known);
  if (least) return { ...least, least: true };
  const most = amountOf(atMost, ...known);
  return most && { value: 0, upTo: most.upTo ?? most.value, unit: most.unit };
}

function withRate(amount: Amount | undefined, { rate }: Aid, valueOf: (rule: string) => RuleValue): Amount | undefined {
  const value = rate === undefined ? undefined : valueOf(rate);
  return amount && typeof value === 'number' ? { ...amount, rate: value } : amount;
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
