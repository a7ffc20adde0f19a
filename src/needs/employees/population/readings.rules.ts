import type { Observation } from '../../../observatory/index.ts';

const irisNames = [
  'men_tot_stock', 'men_seul_pct', 'men_mono_pct', 'men_coupaenf_pct', 'men_coupsenf_pct', 'log_prop_pct', 'log_loc_pct', 'log_lochlm_pct', 'pop', 'dm_0014_pct', 'dm_1524_pct', 'dm_2554_pct',
  'dm_5564_pct', 'dm_6579_pct', 'dm_80p_pct', 'eco_sal_pct', 'eco_nsal_pct', 'eco_txemp_1524', 'eco_txemp_2554', 'eco_txemp_5564',
  'declared.d1', 'declared.d2', 'declared.d3', 'declared.d4', 'declared.median', 'declared.d6', 'declared.d7', 'declared.d8', 'declared.d9',
] as const;
/** The measures by IRIS and by commune that are read of the database: nothing else compiles, so that no margin is silently without its figures. */
export const irisMeasures = irisNames.map((name) => `iris.${name}` as const);
export const communeMeasures = [
  'population.households', 'population.inHouseholds', 'housing.owners', 'housing.tenants', 'housing.socialTenants', 'housing.free',
  'income.d1', 'income.median', 'income.d9', 'income.povertyRate', 'income.povertyOwners', 'income.povertyTenants',
] as const;
export type IrisName = (typeof irisNames)[number];
export type IrisReadings = Readings<(typeof irisMeasures)[number]>;
export type CommuneReadings = Readings<(typeof communeMeasures)[number]>;

/** What one source says of areas by measure, each in its newest period. */
interface Readings<Measure extends string> {
  value(measure: Measure, area: string): number | undefined;
  areas(measure: Measure): string[];
  period(measure: Measure): string | undefined;
  /** The files behind these measures. */
  datasets(measures: readonly Measure[]): number[];
}

/** For each measure its newest period alone: two areas are never read at two dates. */
export function readingsOf<Measure extends string>(observations: readonly Observation[]): Readings<Measure> {
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
