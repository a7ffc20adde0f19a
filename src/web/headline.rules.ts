import { cellText, latest, perimeterText, periodText, seriesBreaks, unitAfter, type IndicatorDefinition, type Reading } from '../indicators/index.ts';
import { lineChart } from '../platform/documents/svg/line-chart.ts';
import { paintFor, paletteOf } from '../platform/documents/svg/palette.ts';
import { colonIn, formatPeriod, semicolonIn, type Language } from '../platform/i18n/format.ts';
import type { Territory } from '../territory/index.ts';
import { pathIn } from './language.ts';

/** A territory's latest figure as a page says it, never without its period and source. */
export interface Headline {
  label: string;
  text: string;
  /** The unit's word after the figure. */
  unit: string;
  period: string;
  perimeter: string | null;
  source: string;
  href: string;
  /** A small trend, where the sources give at least three periods; its line stops where figures are no longer comparable. */
  trend: string | null;
  found: boolean;
}

/** What every headline of a page shares. */
export interface HeadlineHouse {
  territory: Pick<Territory, 'code' | 'colours'>;
  language: Language;
  /** Tells its pictures' ids from those of another list on the page. */
  page: string;
}

/** The territory's latest figure of an indicator; what nothing gives says so. */
export function headline(definition: IndicatorDefinition, readings: readonly Reading[], house: HeadlineHouse): Headline {
  const { territory, language } = house;
  const own = readings.filter((reading) => reading.indicator === definition.id && reading.area === territory.code).toSorted((a, b) => a.period.localeCompare(b.period));
  const reading = latest(own, territory.code) ?? own.at(-1);
  const label = definition.label[language];
  const href = pathIn(language, `/observatoire/indicateurs/${definition.id}`);
  if (!reading) return { label, text: cellText({ kind: 'missing', reason: 'notLoaded' }, definition, language), unit: '', period: '', perimeter: null, source: '', href, trend: null, found: false };
  const found = reading.cell.kind !== 'missing';
  return {
    label,
    text: cellText(reading.cell, definition, language),
    unit: found && reading.cell.kind !== 'secret' ? unitAfter(definition.unit, language) : '',
    period: periodText(definition.id, reading.period, language),
    perimeter: perimeterText(reading, language),
    source: sourcesOf(reading, language),
    href,
    trend: trendOf(definition, own, house),
    found,
  };
}

/** "Filosofi (INSEE), 2021": each dataset once. */
export const sourcesOf = (reading: Reading, language: Language): string =>
  [...new Set(reading.datasets.map((dataset) => `${dataset.title} (${dataset.producer}), ${formatPeriod(dataset.vintage, language)}`))].join(semicolonIn(language));

function trendOf(definition: IndicatorDefinition, own: readonly Reading[], { territory, language, page }: HeadlineHouse): string | null {
  if (own.filter(({ cell }) => cell.kind === 'number' || cell.kind === 'interval').length < 3) return null;
  const points = own.map(({ period, cell }) => ({ period, label: formatPeriod(period, language), cell, text: cellText(cell, definition, language) }));
  return lineChart({
    id: `${page}-${definition.id.replaceAll('.', '-')}`, title: definition.label[language], language,
    description: points.map((point) => `${point.label}${colonIn(language)}${point.text}`).join(semicolonIn(language)),
    points, breaks: seriesBreaks(definition, own).map(({ period, text }) => ({ period, text: text[language] })),
    width: 220, height: 56, paint: paintFor(paletteOf(territory.colours), 'page'), tick: (value) => cellText({ kind: 'number', value }, definition, language), compact: true,
  });
}
