import { ruleBook, valueText, type AnsweredCondition } from '../../aids/index.ts';
import { formatDay, type PageLanguage } from '../../platform/i18n/format.ts';
import { simulatorMessages } from '../messages/simulator.ts';

type Comparison = NonNullable<AnsweredCondition['comparison']>;

/** The value met and the value required, of a condition that compares two: `vous : 42 ans ; moins de 30 ans`. Empty where the sentence says it all. */
export function comparedText(comparison: Comparison, state: AnsweredCondition['state'], language: PageLanguage, options: Readonly<Record<string, string>> | undefined): string {
  const { leftRule, met, operator, required } = comparison;
  // Yes and no compare to nothing that the sentence does not say already.
  if (typeof required === 'boolean' || required === undefined || required === null) return '';
  // The day of the rules is nobody's answer.
  if (leftRule === 'date') return typeof required === 'string' ? windowText(operator, required, state, language) : '';
  const { result: words, semicolon } = simulatorMessages[language];
  const unit = ruleBook().unitOf(leftRule);
  const you = met === undefined || met === null ? '' : words.you(valueText(met, language, unit, options));
  // Of a choice the sentence says what is required.
  if (typeof required === 'string' && options) return state === 'no' ? you : '';
  return [you, words.required[operator](valueText(required, language, unit, options))].filter(Boolean).join(semicolon);
}

/** A first or a last day, as it stands to the day of the rules. */
function windowText(operator: Comparison['operator'], required: string, state: AnsweredCondition['state'], language: PageLanguage): string {
  const words = simulatorMessages[language].result.days;
  const eve = (): string => new Date(Date.parse(required) - 86_400_000).toISOString().slice(0, 10);
  const said = state === 'no' ? 'no' : 'yes';
  if (operator === '>=' || operator === '>') return words.from[said](formatDay(required, language));
  if (operator === '<=' || operator === '<') return words.until[said](formatDay(operator === '<' ? eve() : required, language));
  return '';
}
