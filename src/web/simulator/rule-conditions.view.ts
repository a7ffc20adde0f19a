import { ruleBook, valueText, type Condition, type Parameter } from '../../aids/index.ts';
import { formatDay, type PageLanguage } from '../../platform/i18n/format.ts';
import { rulesMessages } from '../messages/rules.ts';
import { simulatorMessages } from '../messages/simulator.ts';
import { inFrench, said, type Said } from './rule-said.ts';

/** A value in force: « au plus 1 710 € par mois depuis le 6 janvier 2026 », with its name where there are several. */
export interface Required { name?: Said; text: string }

/** A condition as its page writes it: its sentence, what is required at the day, and a note where the rules have one. */
export interface PlainCondition { id: string; sentence: Said; required: readonly Required[]; kind: Condition['kind']; note?: Said; children: readonly PlainCondition[] }

type Value = number | boolean | null;

/** More amounts than these (by zone, by category) are read in the tables below. */
const mostAmounts = 4;

/** The tree of an aid's conditions, with the values in force at a day (AAAA-MM-JJ). */
export const plainConditions = (condition: Condition, at: string, language: PageLanguage): PlainCondition => {
  const { rule, kind, children, title, note, comparison } = condition;
  return {
    id: rule, sentence: said(rule, title, language), kind, children: children.map((child) => plainConditions(child, at, language)),
    required: kind !== 'feuille' ? onlyThreshold(condition, at, language) : comparison ? requiredOf(comparison, at, language) : openness(rule, at, language),
    ...(note === undefined ? {} : { note: inFrench(note, language) }),
  };
};

/** A folded condition tells the threshold inside it, where there is one alone. */
function onlyThreshold(condition: Condition, at: string, language: PageLanguage): Required[] {
  const leaves = ({ children, comparison }: Condition): Required[][] => (comparison ? [requiredOf(comparison, at, language)] : children.flatMap(leaves));
  const [first, ...others] = leaves(condition).filter((required) => required.length > 0);
  return first !== undefined && others.length === 0 && first.length === 1 ? first : [];
}

/** A condition that is itself a parameter: yes, no or not known since a day. */
function openness(rule: string, at: string, language: PageLanguage): Required[] {
  const parameter = inForce(rule, at);
  return parameter ? [{ text: since(textOf(parameter, language), parameter.from, language) }] : [];
}

function requiredOf({ operator, right }: NonNullable<Condition['comparison']>, at: string, language: PageLanguage): Required[] {
  const { rules, unitOf, rulesUnder, factsOf } = ruleBook();
  if (!(right in rules.model)) return [];
  const word = simulatorMessages[language].result.required[operator];
  const under = rulesUnder(right);
  const parameters = [...new Set(rules.parameters.map(({ rule }) => rule))].filter((rule) => under.has(rule)).flatMap((rule) => inForce(rule, at) ?? []);
  if (parameters.length === 0) return [];
  if (factsOf(right).size > 0) {
    // Which of them applies depends on the person: each is named, where they are few.
    return parameters.length > mostAmounts ? [] : parameters.map((one) => ({ name: said(one.rule, one.title, language), text: since(textOf(one, language), one.from, language) }));
  }
  const value = valueAt(right, at);
  const from = parameters.map((one) => one.from).toSorted().at(-1) ?? at;
  return [{ text: since(value === undefined || value === null ? rulesMessages[language].unknownValue : word(valueText(value, language, unitOf(right))), from, language) }];
}

const since = (text: string, from: string, language: PageLanguage): string => rulesMessages[language].since(text, formatDay(from, language));

/** A parameter's value at a day, as it was last set. */
export const inForce = (rule: string, at: string): Parameter | undefined => ruleBook().rules.parameters.findLast((one) => one.rule === rule && one.from <= at);

/** A parameter's value in words. */
export function textOf({ value, unit }: Parameter, language: PageLanguage): string {
  if (value === null) return rulesMessages[language].unknownValue;
  return typeof value === 'number' ? valueText(value, language, unit) : valueText(value === 'oui' ? true : value === 'non' ? false : value, language);
}

const known = new Map<string, Value | undefined>();
const mostKnown = 512;

/** What a rule that looks at no fact is worth at a day; the interpreter is asked once. */
function valueAt(rule: string, at: string): Value | undefined {
  const key = `${at} ${rule}`;
  if (!known.has(key)) {
    if (known.size >= mostKnown) known.clear();
    known.set(key, ruleBook().engine.setSituation({ date: at.split('-').toReversed().join('/') }).evaluate(rule).nodeValue as Value | undefined);
  }
  return known.get(key);
}
