import { decisive, factText, isFixed, ruleBook, valueText, type AidAnswer, type AnsweredCondition, type Outcome, type WayIn } from '../../aids/index.ts';
import { formatDay, type PageLanguage } from '../../platform/i18n/format.ts';
import { simulatorMessages } from '../messages/simulator.ts';
import { labelsOf, titleOf, type Labels } from './labels.ts';

/** A condition as the page writes it. */
export interface ConditionView { text: string; state: AnsweredCondition['state']; /** The value met and the value required. */ compared?: string; kind: AnsweredCondition['kind']; children: readonly ConditionView[] }

export interface AidView {
  id: string;
  title: string;
  outcome: Outcome;
  /** Not to be had by anybody at that day. */
  closed: boolean;
  amount?: { label: string; value: string; french: boolean };
  deadline?: string;
  conditions: ConditionView;
  /** The conditions that refuse it, or that no source here decides. */
  because: readonly ConditionView[];
  /** The facts that it still waits for. */
  missing: readonly string[];
  waysIn: readonly { lead: string; text: string }[];
  documents: readonly string[];
  where: string;
  with: readonly string[];
  without: readonly string[];
  notModelled: readonly string[];
  confidence: string;
}

/** One aid's answer in words, for a day. */
export function aidView(answer: AidAnswer, at: string, language: PageLanguage): AidView {
  const { aid } = answer;
  const labels = labelsOf(language);
  const words = simulatorMessages[language].result;
  const { rules } = ruleBook();
  const lastCheck = rules.parameters.filter(({ rule }) => rule.startsWith(aid.rule)).map(({ checkedOn }) => checkedOn).toSorted().at(-1);
  const conditions = conditionView(answer.conditions, language, labels);
  const closed = isFixed(answer.conditions, (rule) => ruleBook().factsOf(rule).size > 0);
  // Cumulation names an aid by its id, or says it in words.
  const named = (text: string): string => {
    const other = ruleBook().aids.find(({ id }) => id === text);
    return other ? titleOf(other, language) : text;
  };
  const deciding = answer.outcome === 'no' ? decisive(answer.conditions, 'no') : answer.unsaid;
  const amountTitle = aid.amount && (labels[aid.amount]?.title ?? rules.written.get(aid.amount)?.value.titre);
  return {
    id: aid.id, title: titleOf(aid, language), outcome: answer.outcome, conditions,
    closed,
    // What is closed to everybody needs no other reason.
    because: deciding.filter(({ rule }) => !closed || ruleBook().factsOf(rule).size === 0).map((one) => conditionView(one, language, labels)),
    missing: answer.missing.map((name) => labels[name]?.title ?? name),
    ...(answer.amount && amountTitle ? { amount: { label: amountTitle, value: valueText(answer.amount.value, language, answer.amount.unit), french: language !== 'fr' && labels[aid.amount ?? ''] === undefined } } : {}),
    ...deadlineOf(answer, at, language),
    waysIn: answer.waysIn.map((way) => wayView(way, language, labels)),
    documents: aid.documents, where: aid.whereToApply, with: aid.cumulation.with.map(named), without: aid.cumulation.without.map(named), notModelled: aid.notModelled,
    confidence: [words.confidence[aid.confidence], lastCheck && words.checked(formatDay(lastCheck, language))].filter(Boolean).join(', '),
  };
}

function deadlineOf({ window, outcome }: AidAnswer, at: string, language: PageLanguage): Pick<AidView, 'deadline'> {
  const words = simulatorMessages[language].result;
  const day = (iso: string): string => formatDay(iso, language, { weekday: true });
  if (!window || outcome === 'unknown') return {};
  if (window.first && at < window.first) return { deadline: words.from(day(window.first)) };
  if (window.last) return { deadline: at <= window.last ? words.before(day(window.last)) : words.over(day(window.last)) };
  return {};
}

function conditionView({ rule, state, kind, children, comparison }: AnsweredCondition, language: PageLanguage, labels: Labels): ConditionView {
  const words = simulatorMessages[language].result;
  const view: ConditionView = { text: labels[rule]?.title ?? rule, state, kind, children: children.map((child) => conditionView(child, language, labels)) };
  // Yes and no compare to nothing that the sentence does not say already.
  if (!comparison || typeof comparison.required === 'boolean' || comparison.required === undefined || comparison.required === null) return view;
  const unit = ruleBook().unitOf(comparison.leftRule);
  const options = labels[comparison.leftRule]?.options;
  const met = comparison.met === undefined || comparison.met === null ? undefined : words.you(valueText(comparison.met, language, unit, options));
  // Of a choice the sentence says what is required.
  if (typeof comparison.required === 'string' && options) return { ...view, ...(met && state === 'no' ? { compared: met } : {}) };
  const required = words.required[comparison.operator](valueText(comparison.required, language, unit, options));
  return { ...view, compared: [met, required].filter(Boolean).join(' ; ') };
}

function wayView({ changes, sure }: WayIn, language: PageLanguage, labels: Labels): { lead: string; text: string } {
  const words = simulatorMessages[language].result;
  const texts = changes.map(({ name, from, to }) => {
    const input = ruleBook().inputs.get(name);
    const text = (value: typeof from): string => factText(input ?? {}, value, language, labels[name]?.options);
    return words.instead(labels[name]?.title ?? name, text(to), text(from));
  });
  return { lead: sure ? words.if : words.maybeIf, text: texts.join(words.and) };
}
