import { flowsAround, irisObservationsOf, listDatasets, observationsOf, placeMarginsOf, type Dataset, type Flow, type Observation, type PlaceMargins } from '../../../observatory/index.ts';
import type { Db } from '../../../platform/database/database.ts';
import type { Territory } from '../../../territory/index.ts';

/** All that a territory's population is made from, as plain values: a thread apart may have a copy. */
export interface Loaded {
  territory: Territory;
  datasets: readonly Dataset[];
  byIris: readonly Observation[];
  byCommune: readonly Observation[];
  workers: { source: 'mobpro' | 'flow-base'; vintage: string; datasetId: number; flows: readonly Flow[]; margins: readonly PlaceMargins[] } | null;
}

export const irisNames = [
  'men_tot_stock', 'men_seul_pct', 'men_mono_pct', 'men_coupaenf_pct', 'men_coupsenf_pct', 'log_prop_pct', 'log_loc_pct', 'log_lochlm_pct', 'pop', 'dm_0014_pct', 'dm_1524_pct', 'dm_2554_pct',
  'dm_5564_pct', 'dm_6579_pct', 'dm_80p_pct', 'eco_sal_pct', 'eco_nsal_pct', 'eco_txemp_1524', 'eco_txemp_2554', 'eco_txemp_5564',
  'declared.d1', 'declared.d2', 'declared.d3', 'declared.d4', 'declared.median', 'declared.d6', 'declared.d7', 'declared.d8', 'declared.d9',
].map((name) => `iris.${name}`);
export const communeNames = [
  'population.households', 'population.inHouseholds', 'housing.owners', 'housing.tenants', 'housing.socialTenants', 'housing.free',
  'income.d1', 'income.median', 'income.d9', 'income.povertyRate', 'income.povertyOwners', 'income.povertyTenants',
];

/** What is loaded of the territory. @param asOf only what had been imported by then */
export async function loadedFor(db: Db, territory: Territory, asOf: Date): Promise<Loaded> {
  const datasets = await listDatasets(db, asOf);
  const [byIris, byCommune, workers] = await Promise.all([
    irisObservationsOf(db, territory, irisNames, asOf), observationsOf(db, territory, communeNames, asOf), workersOf(db, territory, asOf, datasets),
  ]);
  return { territory, datasets, byIris, byCommune, workers };
}

/** The detailed file of commuting, which crosses persons at work with their household; else the flows' totals. */
async function workersOf(db: Db, territory: Territory, asOf: Date, datasets: readonly Dataset[]): Promise<Loaded['workers']> {
  for (const source of ['mobpro', 'flow-base'] as const) {
    const [flows, margins] = await Promise.all([flowsAround(db, territory, source, asOf), placeMarginsOf(db, territory, source, 'residence', asOf)]);
    const [first] = flows;
    if (first) return { source, vintage: datasets.find(({ id }) => id === first.datasetId)?.vintage ?? '', datasetId: first.datasetId, flows, margins };
  }
  return null;
}
