import type { Cell, Reading } from '../../indicators/index.ts';

/** A commune's line in the observatory's table. */
export interface CommuneRow {
  code: string;
  name: string;
  reading: Reading;
  /** From the highest value; ties share it. Only known numbers have one. */
  rank: number | null;
  /** Whether the territory's value of this period counts it. */
  inPerimeter: boolean;
}

const names = new Intl.Collator('fr');

/** Ranks the communes' readings of one period. */
export function rowsOf(
  readings: readonly Reading[], communes: ReadonlyMap<string, { name: string }>, perimeter: ReadonlySet<string>,
): CommuneRow[] {
  const values = readings.flatMap(({ cell }) => (cell.kind === 'number' ? [cell.value] : []));
  return readings.map((reading) => ({
    code: reading.area,
    name: communes.get(reading.area)?.name ?? reading.area,
    reading,
    rank: rankOf(reading.cell, values),
    inPerimeter: perimeter.has(reading.area),
  }));
}

const rankOf = (cell: Cell, values: readonly number[]): number | null =>
  cell.kind === 'number' ? 1 + values.filter((value) => value > cell.value).length : null;

/** What has no value stays last whichever way the values run. Categories that have an order run by it, the strongest highest. */
export function sortRows(rows: readonly CommuneRow[], sort: 'valeur' | 'commune', order: 'asc' | 'desc', categories?: readonly string[]): CommuneRow[] {
  const turn = order === 'asc' ? 1 : -1;
  const byName = (a: CommuneRow, b: CommuneRow): number => names.compare(a.name, b.name);
  if (sort === 'commune') return rows.toSorted((a, b) => turn * byName(a, b));
  return rows.toSorted((a, b) =>
    weight(a.reading.cell) - weight(b.reading.cell) || turn * compareCells(a.reading.cell, b.reading.cell, categories) || byName(a, b));
}

const weights: Record<Cell['kind'], number> = { number: 0, category: 0, interval: 1, secret: 2, missing: 3 };
const weight = (cell: Cell): number => weights[cell.kind];

function compareCells(a: Cell, b: Cell, categories?: readonly string[]): number {
  if (a.kind === 'number' && b.kind === 'number') return a.value - b.value;
  if (a.kind === 'interval' && b.kind === 'interval') return (a.low ?? 0) - (b.low ?? 0);
  if (a.kind === 'category' && b.kind === 'category') return categories ? strengthIn(categories, a.value) - strengthIn(categories, b.value) : names.compare(a.value, b.value);
  return 0;
}

/** The strongest category has the highest number; one that the order does not know has 0. */
export const strengthIn = (categories: readonly string[], value: string): number => (categories.includes(value) ? categories.length - categories.indexOf(value) : 0);

/** Where one value stands among the communes'. */
export interface Standing {
  /** From the highest; nothing for what is not a number. */
  rank: number | null;
  /** Communes whose value is known. */
  known: number;
  total: number;
  /** Of the known values; nothing below two of them. */
  median: number | null;
}

export function standingAmong(cell: Cell, all: readonly Cell[]): Standing {
  const values = all.flatMap((one) => (one.kind === 'number' ? [one.value] : []));
  return { rank: rankOf(cell, values), known: values.length, total: all.length, median: medianOf(values) };
}

function medianOf(values: readonly number[]): number | null {
  if (values.length < 2) return null;
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length / 2;
  return sorted.length % 2 === 1 ? (sorted[Math.floor(middle)] ?? null) : ((sorted[middle - 1] ?? 0) + (sorted[middle] ?? 0)) / 2;
}

/** What a territory's value does not count, or counts only by its bounds. */
export interface Exclusions {
  secret: number;
  missing: number;
  /** Communes of today's list that the period's perimeter does not have. */
  outside: string[];
}

export function exclusionsOf(rows: readonly CommuneRow[]): Exclusions {
  const inside = rows.filter((row) => row.inPerimeter);
  return {
    secret: inside.filter((row) => row.reading.cell.kind === 'secret').length,
    missing: inside.filter((row) => row.reading.cell.kind === 'missing').length,
    outside: rows.filter((row) => !row.inPerimeter).map((row) => row.name).toSorted(names.compare),
  };
}

/** Whether a reading says something of its area. */
export const says = (reading: Reading): boolean => reading.cell.kind !== 'missing';
