import type { Db } from '../platform/database/database.ts';
import { codesOfCommunes, type Territory } from '../territory/index.ts';
import { flowStore, type Flow, type FlowSide, type FlowTotal, type PlaceMargins } from './flow.store.ts';
import { observationStore } from './observation.store.ts';
import type { Observation } from './observation.ts';
import { shapeStore } from './shape.store.ts';
import { datasetStore, type Dataset } from './dataset.store.ts';
import type { Centroid, Contour } from './parsed.ts';

export { observatoryIndicatorsOf } from './observatory.indicators.ts';
export { importFile, type ImportReport, type ImportRequest, type ImportedDataset } from './import.service.ts';
export { seedIfEmpty, type SeedFailure } from './seed.service.ts';
export { sourceCatalogue, type SourceDescription } from './sources/catalogue.ts';
export type { Dataset } from './dataset.store.ts';
export type { Flow } from './flow.store.ts';
export { inventedSource, isInvented } from './invented.ts';
export { boundsOfRent } from './measures.ts';
export type { Observation } from './observation.ts';
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

/** What the measures say of the territory and its communes, in every period, recorded by then. */
export const observationsOf = (db: Db, territory: Territory, measures: readonly string[], asOf: Date): Promise<Observation[]> =>
  observationStore(db).latest({ areas: [...territory.communes.keys(), territory.code], measures, asOf });

/** What the measures by IRIS say of the territory's IRIS, recorded by then: a missing figure has no observation. */
export const irisObservationsOf = (db: Db, territory: Territory, measures: readonly string[], asOf: Date): Promise<Observation[]> =>
  observationStore(db).latestByIris({ communes: codesOfCommunes(new Set(territory.communes.keys())), measures, asOf });

/** Who lives or works in the territory's communes and works or lives where, by the source's newest vintage. */
export const flowsAround = (db: Db, territory: Territory, source: string, asOf: Date): Promise<(Flow & { datasetId: number })[]> =>
  flowStore(db).around({ communes: [...territory.communes.keys()], source, asOf });

/** The same added up by commune of the territory and by country, without who they are: what a balance of jobs and homes needs. */
export const flowTotalsAround = (db: Db, territory: Territory, source: string, asOf: Date): Promise<{ datasetId: number; vintage: string; flows: FlowTotal[] } | undefined> =>
  flowStore(db).totalsAround({ communes: [...territory.communes.keys()], source, asOf });
export type { FlowTotal };

/**
 * What the people who live (`residence`) or work (`work`) in each of the territory's communes are made of, by the
 * source's newest vintage: people by variable and code. A commune without anyone has no entry.
 */
export const placeMarginsOf = (db: Db, territory: Territory, source: string, side: FlowSide, asOf: Date): Promise<(PlaceMargins & { datasetId: number })[]> =>
  flowStore(db).margins({ communes: [...territory.communes.keys()], source, asOf }, side);
export type { PlaceMargins };
