import type { Reading } from './indicator.schema.ts';

/** Periods that have a reading, oldest first. A reading of what no source gives has no period (`''`). */
export const periodsOf = (readings: readonly Reading[]): string[] =>
  [...new Set(readings.map((reading) => reading.period))].filter((period) => period !== '').toSorted();

/** The last period in which the source says something (a value, a bound or a secret) of the area. */
export function latest(readings: readonly Reading[], area: string): Reading | undefined {
  return readings
    .filter((reading) => reading.area === area && reading.cell.kind !== 'missing')
    .toSorted((a, b) => a.period.localeCompare(b.period))
    .at(-1);
}
