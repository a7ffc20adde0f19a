import { cellText, latest, unitAfter, type IndicatorDefinition, type Reading } from '../indicators/index.ts';
import { lineChart } from '../platform/documents/svg/line-chart.ts';
import { housePalette, paintFor } from '../platform/documents/svg/palette.ts';
import { formatPeriod, type Language } from '../platform/i18n/format.ts';
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
  /** A small trend, where the sources give at least three periods. */
  trend: string | null;
  found: boolean;
}

export function headline(definition: IndicatorDefinition, readings: readonly Reading[], area: string, language: Language, pictureId: string): Headline {
  const own = readings.filter((reading) => reading.indicator === definition.id && reading.area === area);
  const reading = latest(own, area) ?? own.at(-1);
  const label = definition.label[language];
  const href = pathIn(language, `/observatoire/indicateurs/${definition.id}`);
  if (!reading) return { label, text: cellText({ kind: 'missing', reason: 'notLoaded' }, definition, language), unit: '', period: '', perimeter: null, source: '', href, trend: null, found: false };
  const found = reading.cell.kind !== 'missing';
  return {
    label,
    text: cellText(reading.cell, definition, language),
    unit: found && reading.cell.kind !== 'secret' ? unitAfter(definition.unit, language) : '',
    period: formatPeriod(reading.period, language),
    perimeter: reading.perimeter && `${reading.perimeter.communes} communes`,
    source: sourcesOf(reading, language),
    href,
    trend: trendOf(definition, own, language, pictureId, label),
    found,
  };
}

/** "Filosofi (INSEE), 2021": each dataset once. */
export const sourcesOf = (reading: Reading, language: Language): string =>
  [...new Set(reading.datasets.map((dataset) => `${dataset.title} (${dataset.producer}), ${formatPeriod(dataset.vintage, language)}`))].join(' ; ');

function trendOf(definition: IndicatorDefinition, own: readonly Reading[], language: Language, id: string, title: string): string | null {
  const points = own
    .filter((reading) => reading.cell.kind !== 'category')
    .toSorted((a, b) => a.period.localeCompare(b.period))
    .flatMap(({ period, cell }) => cell.kind === 'category' ? [] : [{ period, label: formatPeriod(period, language), cell, text: cellText(cell, definition, language) }]);
  if (points.filter((point) => point.cell.kind === 'number' || point.cell.kind === 'interval').length < 3) return null;
  return lineChart({
    id, title, description: points.map((point) => `${point.label} : ${point.text}`).join(' ; '),
    points, width: 220, height: 56, paint: paintFor(housePalette, 'page'), tick: (value) => cellText({ kind: 'number', value }, definition, language), compact: true,
  });
}
