import type { Reading } from './indicator.schema.ts';

/** Periods that have a reading, oldest first. A reading of what no source gives has no period (`''`). */
export const periodsOf = (readings: readonly Reading[]): string[] =>
  [...new Set(readings.map((reading) => reading.period))].filter((period) => period !== '').toSorted();

/** Whether a source says something: a value, a bound, a secret, or that there is none. */
export const saysSomething = ({ cell }: Pick<Reading, 'cell'>): boolean => cell.kind !== 'missing' || cell.reason === 'noneListed';

/**
 * The period to open on: the last in which the territory has its figure, or half of the communes theirs. One figure
 * written for a newer day must not empty the page.
 */
export function openingPeriod(readings: readonly Reading[]): string | undefined {
  const said = readings.filter(saysSomething);
  const communes = new Set(readings.filter(({ level }) => level === 'commune').map(({ area }) => area)).size;
  const periods = periodsOf(said);
  const whole = periods.filter((period) => {
    const here = said.filter((reading) => reading.period === period);
    return here.some(({ level }) => level === 'intercommunality') || 2 * here.length >= communes;
  });
  return whole.at(-1) ?? periods.at(-1);
}

/** The last period in which the source says something of the area. */
export function latest(readings: readonly Reading[], area: string): Reading | undefined {
  return readings
    .filter((reading) => reading.area === area && saysSomething(reading))
    .toSorted((a, b) => a.period.localeCompare(b.period))
    .at(-1);
}
