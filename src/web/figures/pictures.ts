import { breaksInWords, cellText, mapStyleOf, missingReasonText, periodText, seriesBreaks, unitAfter, unitText, type Cell, type IndicatorDefinition, type Reading } from '../../indicators/index.ts';
import { barChart, dotOnLine } from '../../platform/documents/svg/bar-chart.ts';
import { communeMap } from '../../platform/documents/svg/commune-map.ts';
import { lineChart } from '../../platform/documents/svg/line-chart.ts';
import { paintFor, paletteOf } from '../../platform/documents/svg/palette.ts';
import { colonIn, formatPeriod, type Language } from '../../platform/i18n/format.ts';
import type { PackGeometry } from '../../steering/index.ts';
import type { Territory } from '../../territory/index.ts';
import { observatoryMessages } from '../messages/observatory.ts';
import type { CommuneRow } from './rows.rules.ts';

/** A picture drawn twice, so that its words stay readable: a phone shows the narrow one. */
export interface Drawing {
  wide: string;
  narrow: string;
}

/** A series, and in words where its line stops. */
export interface TrendDrawing extends Drawing {
  breaks: string[];
}

export const drawTwice = (draw: (width: number, id: (name: string) => string) => string): Drawing =>
  ({ wide: draw(440, (name) => name), narrow: draw(310, (name) => `${name}-narrow`) });

export const paintOf = (territory: Pick<Territory, 'colours'>) => paintFor(paletteOf(territory.colours), 'page');
const number = (value: number): Cell => ({ kind: 'number', value });

/** How one of its values reads in a sentence or a chart: with its unit, and why when it is missing. */
export function spoken(cell: Cell, of: IndicatorDefinition, language: Language): string {
  const text = cellText(cell, of, language);
  if (cell.kind === 'missing') return `${text} (${missingReasonText(cell.reason, language)})`;
  const after = cell.kind === 'number' || cell.kind === 'interval' ? unitAfter(of.unit, language) : '';
  return after ? `${text}\u00a0${after}` : text;
}

interface Shown {
  definition: IndicatorDefinition;
  territory: Pick<Territory, 'colours'>;
  language: Language;
}

/** The map of one period; nothing when no commune has a place. */
export function indicatorMap({ definition, territory, language }: Shown, rows: readonly CommuneRow[], shapes: PackGeometry, period: string, chosen: string | undefined): Drawing | null {
  if (!rows.some((row) => shapes.has(row.code))) return null;
  const words = observatoryMessages[language].map;
  const { categoryOrder } = definition;
  return drawTwice((width, id) => {
    const drawn = communeMap({
      id: id('map'),
      language,
      title: words.title(definition.label[language], periodText(definition.id, period, language)),
      description: words.description,
      areas: rows.map((row) => ({ code: row.code, name: row.name, cell: row.reading.cell, text: spoken(row.reading.cell, definition, language), ...shapes.get(row.code) })),
      width,
      height: Math.round(width * 0.95),
      paint: paintOf(territory),
      style: mapStyleOf(definition),
      ...(categoryOrder ? { order: categoryOrder } : {}),
      format: (value) => cellText(number(value), definition, language),
      words: { ...words, unit: unitText(definition.unit, language) },
      labels: width < 400 ? 5 : 6,
    });
    // The chosen commune's outline, without a script.
    return chosen === undefined ? drawn : drawn.replace(`id="${id('map')}-${chosen}"`, `id="${id('map')}-${chosen}" class="chosen"`);
  });
}

/** A bar for each commune, in the table's order. */
export function indicatorBars({ definition, territory, language }: Shown, rows: readonly CommuneRow[], period: string, highlighted: string | undefined): Drawing {
  const words = observatoryMessages[language].bars;
  return drawTwice((width, id) => barChart({
    id: id('bars'),
    language,
    title: words.title(definition.label[language], periodText(definition.id, period, language)),
    description: words.description,
    bars: rows.map((row) => ({ key: row.code, label: row.name, cell: row.reading.cell, text: cellText(row.reading.cell, definition, language), highlighted: row.code === highlighted })),
    width,
    paint: paintOf(territory),
  }));
}

/** Readings of one area over time. The line stops where the perimeter or the method changes. */
export function trendChart({ definition, territory, language }: Shown, readings: readonly Reading[], name: string): TrendDrawing {
  const words = observatoryMessages[language].trend;
  const everyYear = readings.every((reading) => reading.period.endsWith('-01-01'));
  const breaks = seriesBreaks(definition, readings).map(({ period, text }) => ({ period, text: text[language] }));
  const drawn = drawTwice((width, id) => lineChart({
    id: id('trend'),
    language,
    title: words.title(name),
    description: words.caption(definition.label[language], name),
    points: readings.map((reading) => ({ period: reading.period, label: everyYear ? reading.period.slice(0, 4) : formatPeriod(reading.period, language), cell: reading.cell, text: cellText(reading.cell, definition, language) })),
    width,
    height: 220,
    paint: paintOf(territory),
    tick: (value) => cellText(number(value), definition, language),
    breaks,
  }));
  return { ...drawn, breaks: breaksInWords(breaks, readings.length, language) };
}

/** A commune's value on the line of all the communes; nothing when fewer than two have a number. */
export function comparison({ definition, territory, language }: Shown, commune: { code: string; name: string; cell: Cell }, reference: { name: string; cell: Cell }, all: readonly Cell[]): string | null {
  const values = all.flatMap((cell) => (cell.kind === 'number' ? [cell.value] : []));
  if (values.length < 2) return null;
  const [low, high] = [Math.min(...values), Math.max(...values)];
  const text = (value: number): string => cellText(number(value), definition, language);
  const of = (name: string, cell: Cell) => ({ label: name, cell, text: spoken(cell, definition, language) });
  const words = observatoryMessages[language].sheet;
  return dotOnLine({
    id: `dot-${definition.id.replaceAll('.', '-')}`,
    language,
    title: definition.label[language],
    description: words.comparison(commune.name, spoken(commune.cell, definition, language), `${reference.name}${colonIn(language)}${spoken(reference.cell, definition, language)}`),
    width: 320,
    paint: paintOf(territory),
    value: of(commune.name, commune.cell),
    reference: of(reference.name, reference.cell),
    extent: { low, lowText: text(low), high, highText: text(high) },
  });
}

/** Where a commune stands among the others; nothing when no commune has a place. */
export function locatorMap(territory: Territory, code: string, shapes: PackGeometry, language: Language): string | null {
  if (!shapes.has(code)) return null;
  const words = observatoryMessages[language].sheet;
  const paint = paintOf(territory);
  const name = territory.communes.get(code)?.name ?? code;
  // The legend's two entries come in alphabetical order, and so do their colours.
  const first = [name, words.others].toSorted((a, b) => a.localeCompare(b, 'fr'))[0] === name;
  return communeMap({
    id: 'locator',
    language,
    title: words.locator(name, territory.name),
    description: words.locatorDescription,
    areas: [...territory.communes.values()].map((commune) => ({
      code: commune.code, name: commune.name, cell: { kind: 'category', value: commune.code === code ? name : words.others }, text: '',
      centroid: shapes.get(commune.code)?.centroid, polygons: shapes.get(commune.code)?.polygons,
    })),
    width: 260,
    height: 220,
    paint: { ...paint, categories: first ? [paint.accent, paint.line] : [paint.line, paint.accent] },
    style: 'categories',
    format: String,
    words: { unit: '', secret: String, missing: String, zero: String, upTo: String, noPosition: '' },
    labels: 0,
  });
}
