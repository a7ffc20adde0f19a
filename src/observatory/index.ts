import type { Db } from '../platform/database/database.ts';
import type { Territory } from '../territory/index.ts';
import { shapeStore } from './shape.store.ts';
import { datasetStore, type Dataset } from './dataset.store.ts';
import type { Centroid, Contour } from './parsed.ts';

export { observatoryIndicatorsOf } from './observatory.indicators.ts';
export { importFile, type ImportReport, type ImportRequest, type ImportedDataset } from './import.service.ts';
export { seedIfEmpty, type SeedFailure } from './seed.service.ts';
export { sourceCatalogue, type SourceDescription } from './sources/catalogue.ts';
export type { Dataset } from './dataset.store.ts';
export type { Centroid, Contour } from './parsed.ts';

/** Every dataset known by then: what was imported, with its counts. */
export const listDatasets = (db: Db, asOf: Date): Promise<Dataset[]> => datasetStore(db).list(asOf);

/** A centre for each commune of the territory that has one, with its dataset's id. */
export const centroidsOf = (db: Db, territory: Territory, asOf: Date): Promise<(Centroid & { datasetId: number })[]> =>
  shapeStore(db).centroids([...territory.communes.keys()], asOf);

/** Contours of the territory's communes, where they were imported. */
export const contoursOf = (db: Db, territory: Territory, asOf: Date): Promise<(Contour & { datasetId: number })[]> =>
  shapeStore(db).contours([...territory.communes.keys()], asOf);
export { territoryShares, type TerritoryShare } from './territory-share.store.ts';
