import type { Observation } from '../../../observatory/index.ts';

/** What one source says of areas by measure, each in its newest period. */
export interface Readings {
  value(measure: string, area: string): number | undefined;
  areas(measure: string): string[];
  period(measure: string): string | undefined;
  /** The files behind these measures. */
  datasets(measures: readonly string[]): number[];
}

/** For each measure its newest period alone: two areas are never read at two dates. */
export function readingsOf(observations: readonly Observation[]): Readings {
  const newest = new Map<string, string>();
  for (const { measure, period, status } of observations) if (status === 'value' && period > (newest.get(measure) ?? '')) newest.set(measure, period);
  const values = new Map<string, Map<string, number>>();
  const datasets = new Map<string, Set<number>>();
  for (const { measure, area, period, status, value, datasetId } of observations) {
    if (status !== 'value' || value === null || newest.get(measure) !== period) continue;
    const ofMeasure = values.get(measure) ?? new Map<string, number>();
    values.set(measure, ofMeasure.set(area, value));
    datasets.set(measure, (datasets.get(measure) ?? new Set()).add(datasetId));
  }
  return {
    value: (measure, area) => values.get(measure)?.get(area),
    areas: (measure) => [...(values.get(measure)?.keys() ?? [])].toSorted(),
    period: (measure) => newest.get(measure),
    datasets: (measures) => [...new Set(measures.flatMap((measure) => [...(datasets.get(measure) ?? [])]))].toSorted((a, b) => a - b),
  };
}
