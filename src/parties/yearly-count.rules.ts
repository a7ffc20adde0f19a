import type { YearlyCount } from './privacy-count.store.ts';

/** Bands of age, the youngest first; `unknown` where the file has no birth date. */
export const ageBands = ['under25', '25-34', '35-49', '50-64', '65+', 'unknown'] as const;
export type AgeBand = (typeof ageBands)[number];

export interface YearlySum {
  year: number;
  persons: number;
  countedAt: Date | null;
}

/** All persons of each year, the latest first. A year is counted at once, so that its lines share their moment. */
export function yearlySums(counts: readonly Pick<YearlyCount, 'year' | 'persons' | 'countedAt'>[]): YearlySum[] {
  const sums = new Map<number, YearlySum>();
  for (const { year, persons, countedAt } of counts) sums.set(year, { year, persons: (sums.get(year)?.persons ?? 0) + persons, countedAt });
  return [...sums.values()].toSorted((a, b) => b.year - a.year);
}

export interface CountRow {
  /** A commune's code, empty where files have none; or a kind of organisation. */
  of: string;
  bands: Record<AgeBand, number>;
  persons: number;
}

/** A year's counts by commune or by kind of organisation, a column for each band of age. */
export function countRows(counts: readonly Omit<YearlyCount, 'year' | 'countedAt'>[], by: 'commune' | 'custodianKind'): CountRow[] {
  const rows = new Map<string, CountRow>();
  for (const { ageBand, persons, ...count } of counts) {
    const row = rows.get(count[by]) ?? { of: count[by], bands: { 'under25': 0, '25-34': 0, '35-49': 0, '50-64': 0, '65+': 0, 'unknown': 0 }, persons: 0 };
    row.bands[ageBands.find((known) => known === ageBand) ?? 'unknown'] += persons;
    row.persons += persons;
    rows.set(row.of, row);
  }
  return [...rows.values()];
}
