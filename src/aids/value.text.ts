import type { Input } from 'regles-logement';
import { formatDay, formatEuros, formatNumber, formatPercent, type PageLanguage } from '../platform/i18n/format.ts';
import type { RuleValue } from './judge.ts';

const words = {
  fr: { yes: 'oui', no: 'non', unknown: 'pas encore connu', perMonth: 'par mois', perYear: 'par an', perM2: 'par m² et par mois' },
  en: { yes: 'yes', no: 'no', unknown: 'not known yet', perMonth: 'a month', perYear: 'a year', perM2: 'per m² a month' },
  de: { yes: 'ja', no: 'nein', unknown: 'noch nicht bekannt', perMonth: 'im Monat', perYear: 'im Jahr', perM2: 'pro m² und Monat' },
} as const;

/** Units as the rules write them: one, and several. */
const counted: Record<PageLanguage, Readonly<Record<string, readonly [one: string, many: string]>>> = {
  fr: { ans: ['an', 'ans'], années: ['année', 'années'], mois: ['mois', 'mois'], minutes: ['minute', 'minutes'], personnes: ['personne', 'personnes'], salariés: ['salarié', 'salariés'], m2: ['m²', 'm²'] },
  en: { ans: ['year', 'years'], années: ['year', 'years'], mois: ['month', 'months'], minutes: ['minute', 'minutes'], personnes: ['person', 'persons'], salariés: ['employee', 'employees'], m2: ['m²', 'm²'] },
  de: { ans: ['Jahr', 'Jahre'], années: ['Jahr', 'Jahre'], mois: ['Monat', 'Monate'], minutes: ['Minute', 'Minuten'], personnes: ['Person', 'Personen'], salariés: ['Angestellter', 'Angestellte'], m2: ['m²', 'm²'] },
};

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
  switch (unit) {
    case '€': return euros();
    case '€/mois': return `${euros()} ${own.perMonth}`;
    case '€/an': return `${euros()} ${own.perYear}`;
    case '€/mois/m2': return `${euros()} ${own.perM2}`;
    case '%': return formatPercent(value / 100, digitsOf(value), language);
    default: return [formatNumber(value, digitsOf(value), language), unitWord(unit, value, language)].filter(Boolean).join('\u00a0');
  }
}

/** A unit's word as it goes with a value: `an`, `ans`, `km`. */
function unitWord(unit: string, value: number, language: PageLanguage): string {
  const [one = unit, many = unit] = counted[language][unit] ?? [];
  return (language === 'fr' ? Math.abs(value) < 2 : value === 1) ? one : many;
}

/** A fact's value in words, by what its input is. */
export const factText = (input: Pick<Input, 'unit'>, value: RuleValue, language: PageLanguage, options?: Readonly<Record<string, string>>): string => valueText(value, language, input.unit ?? '', options);
