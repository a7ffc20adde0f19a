import type { Picture } from './element.ts';
import type { Paint } from './palette.ts';
import type { Polygons, Position } from './projection.ts';
import { classBounds, type ChartCell } from './scale.ts';

/** The legend's words, in the reader's language; counts are already written in. */
export interface LegendWords {
  /** What the numbers are: "logements". */
  unit: string;
  secret: (communes: number) => string;
  missing: (communes: number) => string;
  zero: (communes: number) => string;
  upTo: (bound: string) => string;
  noPosition: string;
}

export interface MapArea {
  code: string;
  name: string;
  cell: ChartCell;
  text: string;
  /** The heavier, the sooner its name is written (population, say); by default its value. */
  weight?: number | undefined;
  centroid?: Position | undefined;
  polygons?: Polygons | undefined;
}

export interface CommuneMap extends Picture {
  areas: readonly MapArea[];
  width: number;
  /** Of the map alone; the legend stands below it. */
  height: number;
  paint: Paint;
  /** Symbols for counts (a surface is not a count), classes for rates and amounts, categories for zonings. */
  style: 'symbols' | 'classes' | 'categories';
  /** How a legend's number is written. */
  format: (value: number) => string;
  words: LegendWords;
  /** How many of the largest areas are named on the map. */
  labels?: number;
  /** Of categories that have an order, the strongest first: shades of one hue, the strongest the darkest. */
  order?: readonly string[] | undefined;
  /** Drawn for a phone: larger type, for a width of about 340. */
  narrow?: boolean;
}

export interface MapScale {
  bounds: number[];
  categories: string[];
  largest: number;
  radiusOf: (value: number) => number;
}

/** What the whole map shares: its classes, its categories, the size of its symbols. */
export function scaleOf(map: CommuneMap): MapScale {
  const values = map.areas.flatMap(({ cell }) => (cell.kind === 'number' && cell.value !== 0 ? [cell.value] : []));
  const largest = values.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
  const most = Math.min(map.width, map.height) * 0.11;
  return {
    bounds: map.style === 'classes' ? classBounds(values) : [],
    categories: [...new Set(map.areas.flatMap(({ cell }) => (cell.kind === 'category' ? [cell.value] : [])))].toSorted((a, b) => rankOf(a, map) - rankOf(b, map) || a.localeCompare(b, 'fr')),
    largest,
    // The surface is proportional to the value; the smallest stays visible.
    radiusOf: (value) => Math.max(2.2, most * Math.sqrt(Math.abs(value) / (largest || 1))),
  };
}

/** What has no place in the order comes last. */
function rankOf(category: string, { order = [] }: CommuneMap): number {
  const at = order.indexOf(category);
  return at < 0 ? order.length : at;
}

/** A category's shade in the order, whichever of them the map shows; else a colour of its own. */
export function categoryFill(category: string, map: CommuneMap, scale: MapScale): string {
  const count = map.order?.length ?? 0;
  const at = rankOf(category, map);
  if (at < count) return map.paint.scale[shadeOf(count - 1 - at, count)] ?? map.paint.structure;
  return map.paint.categories[scale.categories.indexOf(category) % map.paint.categories.length] ?? map.paint.structure;
}

/** Fewer than five classes still span the whole hue. */
export const shadeOf = (index: number, count: number): number => (count <= 1 ? 3 : Math.round((index * 4) / (count - 1)));
