import type { Input } from 'regles-logement';
import { formatDay, formatEuros, formatNumber, formatPercent, type PageLanguage } from '../platform/i18n/format.ts';
import type { RuleValue } from './judge.ts';

const words = {
  fr: { yes: 'oui', no: 'non', unknown: 'pas encore connu', perMonth: 'par mois', perYear: 'par an', years: 'ans', minutes: 'minutes', persons: 'personnes', perM2: 'par m² et par mois', months: 'mois' },
  en: { yes: 'yes', no: 'no', unknown: 'not known yet', perMonth: 'a month', perYear: 'a year', years: 'years', minutes: 'minutes', persons: 'persons', perM2: 'per m² a month', months: 'months' },
  de: { yes: 'ja', no: 'nein', unknown: 'noch nicht bekannt', perMonth: 'im Monat', perYear: 'im Jahr', years: 'Jahre', minutes: 'Minuten', persons: 'Personen', perM2: 'pro m² und Monat', months: 'Monate' },
} as const;

const digitsOf = (value: number): number => (Number.isInteger(value) ? 0 : 2);

/**
 * A value of the rules in words: `1 575 € par mois`, `30 ans`, `oui`, `mardi 3 mars 2026`, an option's label.
 * @param unit as the rules write it: `€/mois`, `ans`…
 */
export function valueText(value: RuleValue, language: PageLanguage, unit = '', options: Readonly<Record<string, string>> = {}): string {
  const own = words[language];
  if (value === undefined || value === null) return own.unknown;
  if (typeof value === 'boolean') return value ? own.yes : own.no;
  if (typeof value === 'string') return /^\d{4}-\d{2}-\d{2}$/.test(value) ? formatDay(value, language) : (options[value] ?? value);
  const euros = (): string => formatEuros(value, digitsOf(value), language);
  const counted = (word: string): string => `${formatNumber(value, digitsOf(value), language)}\u00a0${word}`;
  switch (unit) {
    case '€': return euros();
    case '€/mois': return `${euros()} ${own.perMonth}`;
    case '€/an': return `${euros()} ${own.perYear}`;
    case '€/mois/m2': return `${euros()} ${own.perM2}`;
    case '%': return formatPercent(value / 100, digitsOf(value), language);
    case 'ans': return counted(own.years);
    case 'mois': return counted(own.months);
    case 'minutes': return counted(own.minutes);
    case 'personnes': return counted(own.persons);
    case 'm2': return counted('m²');
    default: return unit === '' ? formatNumber(value, digitsOf(value), language) : counted(unit);
  }
}

/** A fact's value in words, by what its input is. */
export const factText = (input: Pick<Input, 'unit'>, value: RuleValue, language: PageLanguage, options?: Readonly<Record<string, string>>): string => valueText(value, language, input.unit ?? '', options);
