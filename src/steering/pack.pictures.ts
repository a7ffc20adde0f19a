import { formatNumber, percentOf } from '../platform/i18n/format.ts';
import { barChart } from '../platform/documents/svg/bar-chart.ts';
import { communeMap } from '../platform/documents/svg/commune-map.ts';
import { lineChart } from '../platform/documents/svg/line-chart.ts';
import type { Paint } from '../platform/documents/svg/palette.ts';
import type { Polygons, Position } from '../platform/documents/svg/projection.ts';
import { cellText, type Cell } from '../indicators/index.ts';
import { isValued } from '../platform/documents/svg/scale.ts';
import type { PackContent, PackFigure, PackMap } from './pack.content.ts';
import { packTexts } from './pack.texts.ts';

/** Where the communes are: drawn, but no part of what the page says. */
export type PackGeometry = ReadonlyMap<string, { centroid?: Position; polygons?: Polygons }>;

/** A series in words, for who does not see its line. */
export const trendInWords = (figure: PackFigure): string => figure.trend.points.map(({ label, text }) => `${label}\u00a0: ${text}`).join(', ');

/** Two values make no trend: it is drawn from three. */
export const hasTrend = (figure: PackFigure): boolean => figure.trend.points.filter(({ cell }) => isValued(cell)).length >= 3;

/** A rate's axis spans a point at least: a tenth of a point is no fall. */
export const leastSpan = (figure: Pick<PackFigure, 'unit'>): number => (figure.unit === 'fraction' ? 0.01 : 0);

/** The small trend of one figure, for its row; null where there is none to draw. */
export function trendPicture(figure: PackFigure, paint: Paint): string | null {
  if (!hasTrend(figure)) return null;
  const target = figure.target.kind === 'fixed' || figure.target.kind === 'benchmark' ? figure.target : null;
  return lineChart({
    id: `trend-${figure.indicator.replaceAll('.', '-')}`, title: figure.label, description: packTexts.trendAlt(figure.label, trendInWords(figure)), points: figure.trend.points, breaks: figure.trend.breaks, paint,
    width: 150, height: 30, compact: true, leastSpan: leastSpan(figure),
    tick: (value) => cellText({ kind: 'number', value }, { unit: figure.unit, digits: figure.unit === 'fraction' ? figure.digits : decimalsOf(value) }, 'fr'),
    ...(target?.value === undefined || target.value === null ? {} : { target: { value: target.value, text: target.text } }),
  });
}

const decimalsOf = (value: number): number => (Number.isInteger(value) ? 0 : 1);

/** How many communes stand in for a map that cannot be drawn. */
const barsShown = 10;

/** The highest communes as bars, where no position is known. */
function highestBars(map: PackMap, paint: Paint, width: number): string {
  const bars = map.values
    .flatMap(({ code, name, cell, text }) => (cell.kind === 'number' ? [{ key: code, label: name, cell, text }] : []))
    .toSorted((a, b) => b.cell.value - a.cell.value || a.label.localeCompare(b.label, 'fr'))
    .slice(0, barsShown);
  return barChart({ id: width < 400 ? 'pack-map-narrow' : 'pack-map', title: map.title, description: map.description, bars, width, paint });
}

/** Whether a map can be drawn: at least one of its communes has a place. */
export const isDrawable = (map: PackMap, geometry: PackGeometry): boolean => map.values.some(({ code }) => geometry.has(code));

/** The map of the page, with its legend; bars where no commune has a place. */
export function mapPicture(map: PackMap, geometry: PackGeometry, paint: Paint, size: { width: number; height: number; narrow?: boolean }): string {
  if (!isDrawable(map, geometry)) return highestBars(map, paint, size.width);
  return communeMap({
    id: size.narrow ? 'pack-map-narrow' : 'pack-map', title: map.title, description: map.description, ...size, paint, style: map.style, order: map.order ?? undefined,
    ...(size.narrow ? { labels: 5 } : {}),
    areas: map.values.map((value) => ({ ...value, ...geometry.get(value.code) })),
    format: (value) => legendNumber({ kind: 'number', value }, map),
    words: { ...packTexts.legend, unit: map.style === 'symbols' ? map.unitAfter : '' },
  });
}

/** Bounds of classes are round: no more decimals than the bound itself has. */
function legendNumber(cell: Extract<Cell, { kind: 'number' }>, map: PackMap): string {
  if (map.unit === 'fraction') return cellText(cell, { unit: 'fraction', digits: Number.isInteger(percentOf(cell.value)) ? 0 : Math.max(1, map.digits) }, 'fr');
  return map.unit === 'category' ? formatNumber(cell.value, 0, 'fr') : cellText(cell, { unit: map.unit, digits: Number.isInteger(cell.value) ? 0 : map.digits }, 'fr');
}

export interface PackPictures {
  /** By indicator; none for a figure without a trend. */
  trends: Readonly<Record<string, string>>;
  /** `narrow`: larger type, for screens under 640 px; `note`: what stands there instead of a map. */
  map: { wide: string; narrow: string; note: string | null } | null;
}

/** The page's pictures as it prints them, for a screen (`paintFor(palette, 'page')`). */
export function packPictures(content: PackContent, geometry: PackGeometry, paint: Paint): PackPictures {
  const { map } = content;
  return {
    trends: Object.fromEntries(content.figures.flatMap((figure) => {
      const drawn = trendPicture(figure, paint);
      return drawn === null ? [] : [[figure.indicator, drawn]];
    })),
    map: map && {
      wide: mapPicture(map, geometry, paint, { width: 520, height: 390 }),
      narrow: mapPicture(map, geometry, paint, { width: 340, height: 320, narrow: true }),
      note: isDrawable(map, geometry) ? null : packTexts.legend.highest,
    },
  };
}
