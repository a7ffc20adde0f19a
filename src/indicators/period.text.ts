import { formatPeriod, type Language } from '../platform/i18n/format.ts';

/** Figures that are a yearly mean over the years before their period: "2023" alone would say one year. */
const yearsBefore: Readonly<Record<string, number>> = { 'population.yearlyGrowth': 5 };

const perYear: Record<Language, string> = { fr: 'par an', en: 'a year' };

/** The time that a figure speaks of, beside its value: "2023", "1er janvier 2025", "par an, 2018-2023". */
export function periodText(indicator: string, period: string, language: Language): string {
  // A mean over years that each figure tells itself.
  if (/^\d{4}-\d{4}$/.test(period)) return `${perYear[language]}, ${period}`;
  const years = yearsBefore[indicator];
  if (years === undefined || period === '') return formatPeriod(period, language);
  const end = period.slice(0, 4);
  return `${perYear[language]}, ${Number(end) - years}-${end}`;
}

/** Whether a figure spans several years: each of its periods then has a perimeter of its own, the same at both its ends. */
export const spansYears = (indicator: string): boolean => yearsBefore[indicator] !== undefined;
