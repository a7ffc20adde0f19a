import { factText, isFixed, lacking, nearestFirst, ruleBook, unknownSince, valueText, type AidAnswer, type AnsweredCondition, type Outcome, type WayIn } from '../../aids/index.ts';
import { formatDay, type PageLanguage } from '../../platform/i18n/format.ts';
import { simulatorMessages } from '../messages/simulator.ts';
import { comparedText } from './compared.text.ts';
import { labelsOf, titleOf, type Labels } from './labels.ts';
import { linked, type TextPart } from './linked.text.ts';
import { oldestCheck, parametersOf } from './rule-files.ts';

/** A condition as the page writes it. */
export interface ConditionView { text: string; state: AnsweredCondition['state']; /** The value met and the value required. */ compared?: string; kind: AnsweredCondition['kind']; children: readonly ConditionView[] }

/** A condition that decides; of several of which one would do, those that were tried. */
export interface ReasonView { text: string; compared?: string; ways: readonly string[] }

export interface AidView {
  id: string;
  title: string;
  outcome: Outcome;
  /** Not to be had by anybody at that day. */
  closed: boolean;
  amount?: { label: string; value: string; /** What else limits it, in words. */ limits?: string; french: boolean };
  deadline?: string;
  /** Closed only until a day to come. */
  opens?: string;
  conditions: ConditionView;
  /** The conditions that refuse it, or that no source here decides. */
  because: readonly ReasonView[];
  /** The first facts that it still waits for, as a sentence ends; empty for none. */
  missing: string;
  waysIn: readonly { lead: string; text: string }[];
  documents: readonly string[];
  /** The first step, where there is one to take. */
  where?: StepView;
  /** What anybody may do, of an aid refused or that no source decides. */
  openToAll?: StepView;
  /** To be asked for before the home is found. */
  askNow: boolean;
  with: readonly string[];
  without: readonly string[];
  notModelled: readonly string[];
  /** How far the rule can be relied on, and when that was checked. */
  confidence: string;
}

interface StepView { parts: readonly TextPart[]; french: boolean }

/** Facts of a home that is still to be found, said as one, and the aids to be asked for without it. */
interface Waiting { hides: ReadonlySet<string>; says: string; askNow: ReadonlySet<string> }

/** One aid's answer in words, for a day. */
export function aidView(answer: AidAnswer, at: string, language: PageLanguage, waiting?: Waiting): AidView {
  const { aid, outcome } = answer;
  const labels = labelsOf(language);
  const closed = isFixed(answer.conditions, (rule) => ruleBook().factsOf(rule).size > 0);
  // Cumulation names an aid by its id, or says it in words.
  const named = (text: string): string => {
    const other = ruleBook().aids.find(({ id }) => id === text);
    return other ? titleOf(other, language) : text;
  };
  // What is closed to everybody needs no other reason; what only waits for its day neither.
  const deciding = answer.opensOn ? [] : outcome === 'no' ? notMet(answer.conditions) : answer.unsaid;
  const askNow = waiting?.askNow.has(aid.id) === true;
  const label = labels[aid.rule];
  const stepOf = (own: string | undefined, french: string): StepView => ({ parts: linked(own ?? french), french: language !== 'fr' && own === undefined });
  const toAsk = outcome === 'yes' || outcome === 'unknown' || askNow || answer.waysIn.some(({ from }) => from !== undefined);
  return {
    id: aid.id, title: titleOf(aid, language), outcome, closed, conditions: conditionView(answer.conditions, language, labels),
    because: decidingFirst(deciding.filter(({ rule }) => !closed || ruleBook().factsOf(rule).size === 0)).map((one) => reasonView(one, at, language, labels)), askNow,
    missing: missingOf(answer.missing, labels, waiting),
    ...amountOf(answer, language, labels), ...deadlineOf(answer, at, language),
    waysIn: answer.waysIn.map((way) => wayView(way, label?.before, language, labels)),
    ...(toAsk ? { where: stepOf(label?.where, aid.whereToApply) } : {}), ...((outcome === 'no' || outcome === 'unknown') && aid.openToAll !== undefined ? { openToAll: stepOf(label?.openToAll, aid.openToAll) } : {}),
    documents: aid.documents, with: aid.cumulation.with.map(named), without: aid.cumulation.without.map(named), notModelled: aid.notModelled,
    confidence: confidenceOf(answer, language),
  };
}

/** Of an aid that is not decided, no rule is called certain. */
function confidenceOf({ aid, outcome }: AidAnswer, language: PageLanguage): string {
  const words = simulatorMessages[language].result;
  const lastCheck = oldestCheck(parametersOf(aid)) ?? aid.checkedOn;
  const sure = outcome === 'yes' || outcome === 'no';
  const text = [(sure || aid.confidence !== 'certain') && words.confidence[aid.confidence], lastCheck && words.checked(formatDay(lastCheck, language))].filter(Boolean).join(', ');
  return text && `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
}

const mostMissing = 6;

function missingOf(names: readonly string[], labels: Labels, waiting: Waiting | undefined): string {
  const told = names.filter((name) => !waiting?.hides.has(name)).map((name) => labels[name]?.title ?? name);
  const all = waiting && told.length < names.length ? [waiting.says, ...told] : told;
  return all.length === 0 ? '' : `${all.slice(0, mostMissing).join(', ')}${all.length > mostMissing ? '…' : '.'}`;
}

function amountOf({ aid, amount, unpriced }: AidAnswer, language: PageLanguage, labels: Labels): Pick<AidView, 'amount'> {
  const label = aid.amount && (labels[aid.amount]?.title ?? ruleBook().rules.written.get(aid.amount)?.value.titre);
  if (!amount || !label) return {};
  const words = simulatorMessages[language].result;
  const [value, upTo] = [amount.value, amount.upTo].map((one) => one !== undefined && valueText(one, language, amount.unit));
  const range = !upTo || amount.upTo === amount.value ? String(value) : amount.value === 0 ? words.upTo(upTo) : words.between(String(value), upTo);
  const bounded = !amount.least ? range : unpriced.length > 0 ? words.atLeast(range) : words.unsaidAbove(range);
  const text = amount.rate === undefined ? bounded : words.atRate(bounded, valueText(amount.rate, language, '%'));
  const limits = labels[aid.amount ?? '']?.help;
  return { amount: { label, value: text, ...(limits === undefined ? {} : { limits }), french: language !== 'fr' && labels[aid.amount ?? ''] === undefined } };
}

function deadlineOf({ aid, window, outcome, opensOn }: AidAnswer, at: string, language: PageLanguage): Pick<AidView, 'deadline' | 'opens'> {
  const words = simulatorMessages[language].result;
  const day = (iso: string): string => formatDay(iso, language, { weekday: true });
  if (opensOn) return { opens: words.opens(day(opensOn)) };
  if (!window || outcome === 'unknown') return {};
  if (window.first && at < window.first) return { deadline: words.from(day(window.first)) };
  const act = labelsOf(language)[aid.rule]?.before;
  if (window.last) return { deadline: at > window.last ? words.over(day(window.last)) : act === undefined ? words.before(day(window.last)) : words.beforeAct(act, day(window.last)) };
  return {};
}

/** The conditions not met; where one of several would do, what they are the ways to. */
function notMet(condition: AnsweredCondition): AnsweredCondition[] {
  if (condition.state !== 'no') return [];
  return condition.kind === 'toutes' ? condition.children.flatMap(notMet) : [condition];
}

/** Where a condition cannot be met any more (an age, a contract), it is enough: the others stand folded below. */
function decidingFirst(conditions: readonly AnsweredCondition[]): readonly AnsweredCondition[] {
  const fixed = conditions.find((one) => isFixed(one, canMove));
  return fixed ? [fixed] : conditions;
}

const canMove = (rule: string): boolean => [...ruleBook().factsOf(rule)].some((name) => ruleBook().inputs.get(name)?.canChange === true);

const mostWays = 3;

function reasonView(condition: AnsweredCondition, at: string, language: PageLanguage, labels: Labels): ReasonView {
  const { text, compared: met } = conditionView(condition, language, labels);
  const compared = notRead(condition, at, language, labels) ?? closedSince(condition, at, language) ?? met;
  const ways = nearestFirst(condition.children, canMove).map((way, rank) => wayText(way, rank === 0, language, labels));
  return { text, ...(compared ? { compared } : {}), ways: ways.length > mostWays ? [...ways.slice(0, mostWays), '…'] : ways };
}

/** A way to a condition; of the nearest, what alone it lacks. */
function wayText(way: AnsweredCondition, nearest: boolean, language: PageLanguage, labels: Labels): string {
  const { text } = conditionView(way, language, labels);
  const [lack, ...others] = lacking(way);
  const compared = nearest && lack && others.length === 0 ? conditionView(lack, language, labels).compared : undefined;
  return compared ? `${text} (${compared})` : text;
}

/** Since when the values that a condition stands on are not known, with the last one known; one that is itself what no source says stands on none. */
function notRead({ rule, state, lastKnown }: AnsweredCondition, at: string, language: PageLanguage, labels: Labels): string | undefined {
  if (state !== 'open') return undefined;
  const since = unknownSince(rule, at);
  if (since === undefined) return undefined;
  const words = simulatorMessages[language].result;
  const known = lastKnown && comparedText(lastKnown.comparison, state, language, labels[lastKnown.comparison.leftRule]?.options);
  return words.notRead(formatDay(since, language)) + (known ? words.lastKnown(known, formatDay(lastKnown.day, language)) : '');
}

/** Since when an aid takes no more requests, where it once did. */
function closedSince({ rule, state }: AnsweredCondition, at: string, language: PageLanguage): string | undefined {
  const values = ruleBook().rules.parameters.filter((one) => one.rule === rule && one.from <= at);
  const now = values.at(-1);
  return state === 'no' && now?.value === 'non' && values.length > 1 ? simulatorMessages[language].result.closedSince(formatDay(now.from, language)) : undefined;
}

function conditionView({ rule, state, kind, children, comparison }: AnsweredCondition, language: PageLanguage, labels: Labels): ConditionView {
  const compared = comparison && comparedText(comparison, state, language, labels[comparison.leftRule]?.options);
  return { text: labels[rule]?.title ?? rule, state, kind, children: children.map((child) => conditionView(child, language, labels)), ...(compared ? { compared } : {}) };
}

function wayView({ changes, sure, from: day }: WayIn, act: string | undefined, language: PageLanguage, labels: Labels): { lead: string; text: string } {
  const words = simulatorMessages[language].result;
  const texts = changes.map(({ name, from, to }) => {
    const input = ruleBook().inputs.get(name);
    const text = (value: typeof from): string => factText(input ?? {}, value, language, labels[name]?.options);
    return words.instead(labels[name]?.title ?? name, text(to), text(from));
  });
  const lead = sure ? words.if : words.maybeIf;
  return { lead: day === undefined ? lead : words.later(formatDay(day, language, { weekday: true }), act, lead), text: texts.join(words.and) };
}
