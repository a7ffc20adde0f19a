import type { Language } from '../platform/i18n/format.ts';
import type { IndicatorDefinition, Reading, Text } from './indicator.schema.ts';
import { communesText } from './perimeter.text.ts';

/** From this period on, figures are not comparable with those before. */
export interface SeriesBreak {
  period: string;
  kind: 'perimeter' | 'method';
  /** A few words: what is from then on. */
  text: Text;
}

/**
 * Where the series of one area stops being comparable: its perimeter changes, or the source's method. A line stops there,
 * and no change is stated across it; every page and document takes its breaks from here.
 */
export function seriesBreaks(definition: Pick<IndicatorDefinition, 'methodBreaks'>, readings: readonly Pick<Reading, 'period' | 'perimeter'>[]): SeriesBreak[] {
  const series = readings.filter(({ period }) => period !== '').toSorted((a, b) => a.period.localeCompare(b.period));
  return series.flatMap((reading, at) => {
    const before = series[at - 1];
    if (!before) return [];
    return [...perimeterBreak(before, reading), ...methodBreak(definition, before, reading)];
  });
}

function perimeterBreak(before: Pick<Reading, 'perimeter'>, after: Pick<Reading, 'period' | 'perimeter'>): SeriesBreak[] {
  if (!before.perimeter || !after.perimeter || before.perimeter.communes === after.perimeter.communes) return [];
  const count = after.perimeter.communes;
  return [{ period: after.period, kind: 'perimeter', text: { fr: communesText(count, 'fr'), en: communesText(count, 'en') } }];
}

function methodBreak({ methodBreaks }: Pick<IndicatorDefinition, 'methodBreaks'>, before: Pick<Reading, 'period'>, after: Pick<Reading, 'period'>): SeriesBreak[] {
  if (!methodBreaks) return [];
  const changes = methodBreaks.at === 'everyPeriod' || methodBreaks.at.some((period) => before.period < period && period <= after.period);
  return changes ? [{ period: after.period, kind: 'method', text: { fr: 'autre méthode', en: 'other method' } }] : [];
}

/** The breaks of a series of so many periods, in words: "46 communes dès 2023"; what breaks at every period is said once. */
export function breaksInWords(breaks: readonly { period: string; text: string }[], periods: number, language: Language): string[] {
  const words = breakWords[language];
  return [...Map.groupBy(breaks, ({ text }) => text)].flatMap(([text, same]) =>
    same.length > 1 && same.length === periods - 1 ? [words.eachTime(text)] : same.map(({ period }) => words.from(text, period.slice(0, 4))));
}

const breakWords: Record<Language, { from: (text: string, year: string) => string; eachTime: (text: string) => string }> = {
  fr: { from: (text, year) => `${text} dès ${year}`, eachTime: (text) => `${text} à chaque période` },
  en: { from: (text, year) => `${text} from ${year}`, eachTime: (text) => `${text} at every period` },
};
