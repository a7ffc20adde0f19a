import { flowsAround, irisObservationsOf, listDatasets, observationsOf, placeMarginsOf, type Dataset } from '../../../observatory/index.ts';
import type { Db } from '../../../platform/database/database.ts';
import type { Territory } from '../../../territory/index.ts';
import { flowSources } from '../../flow-sources.ts';
import type { Loaded } from './compose.rules.ts';
import { communeMeasures, irisMeasures } from './readings.rules.ts';

/** What is loaded of the territory. @param asOf only what had been imported by then */
export async function loadedFor(db: Db, territory: Territory, asOf: Date): Promise<Loaded> {
  const datasets = await listDatasets(db, asOf);
  const [byIris, byCommune, workers] = await Promise.all([
    irisObservationsOf(db, territory, irisMeasures, asOf), observationsOf(db, territory, communeMeasures, asOf), workersOf(db, territory, asOf, datasets),
  ]);
  return { territory, datasets, byIris, byCommune, workers };
}

/** The detailed file of commuting, which crosses persons at work with their household; else the flows' totals. */
async function workersOf(db: Db, territory: Territory, asOf: Date, datasets: readonly Dataset[]): Promise<Loaded['workers']> {
  for (const source of flowSources) {
    const [flows, margins] = await Promise.all([flowsAround(db, territory, source, asOf), placeMarginsOf(db, territory, source, 'residence', asOf)]);
    const [first] = flows;
    if (first) return { source, vintage: datasets.find(({ id }) => id === first.datasetId)?.vintage ?? '', datasetId: first.datasetId, flows, margins };
  }
  return null;
}
