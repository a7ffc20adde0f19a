import type { DatasetReference, Reading } from '../../indicators/index.ts';

/** Datasets of several readings, each once. */
export const datasetsOf = (readings: readonly Reading[]): DatasetReference[] =>
  [...new Map(readings.flatMap((reading) => reading.datasets).map((dataset) => [dataset.id, dataset])).values()];
