import { sql } from 'kysely';
import type { Db, Tx } from '../platform/database/database.ts';
import type { Centroid, Contour } from './parsed.ts';

const batchSize = 500;

export const shapeStore = (db: Db | Tx) => ({
  insertCentroids: async (datasetId: number, centroids: readonly Centroid[]): Promise<void> => {
    if (centroids.length === 0) return;
    await sql`
      insert into observatory.centroid (dataset_id, commune, longitude, latitude)
      select ${datasetId}::int, t.commune, t.longitude, t.latitude
      from unnest(${centroids.map((one) => one.commune)}::text[], ${centroids.map((one) => one.longitude)}::float8[], ${centroids.map((one) => one.latitude)}::float8[])
        as t(commune, longitude, latitude)
    `.execute(db);
  },

  insertContours: async (datasetId: number, contours: readonly Contour[]): Promise<void> => {
    for (let from = 0; from < contours.length; from += batchSize) {
      const batch = contours.slice(from, from + batchSize);
      await sql`
        insert into observatory.contour (dataset_id, commune, polygons)
        select ${datasetId}::int, t.commune, t.polygons::jsonb
        from unnest(${batch.map((one) => one.commune)}::text[], ${batch.map((one) => JSON.stringify(one.polygons))}::text[]) as t(commune, polygons)
      `.execute(db);
    }
  },

  /** One centre for each commune asked: the newest dataset's. */
  centroids: async (communes: readonly string[], asOf: Date): Promise<(Centroid & { datasetId: number })[]> =>
    db
      .selectFrom('observatory.centroid as c')
      .innerJoin('observatory.dataset as d', 'd.id', 'c.dataset_id')
      .distinctOn('c.commune')
      .select(['c.commune', 'c.longitude', 'c.latitude', 'c.dataset_id as datasetId'])
      .where('c.commune', '=', sql<string>`any(${[...communes]}::text[])`)
      .where('d.imported_at', '<=', asOf)
      .orderBy('c.commune').orderBy('d.imported_at', 'desc').orderBy('d.id', 'desc')
      .execute(),

  contours: async (communes: readonly string[], asOf: Date): Promise<(Contour & { datasetId: number })[]> =>
    db
      .selectFrom('observatory.contour as c')
      .innerJoin('observatory.dataset as d', 'd.id', 'c.dataset_id')
      .distinctOn('c.commune')
      .select(['c.commune', 'c.polygons', 'c.dataset_id as datasetId'])
      .where('c.commune', '=', sql<string>`any(${[...communes]}::text[])`)
      .where('d.imported_at', '<=', asOf)
      .orderBy('c.commune').orderBy('d.vintage', 'desc').orderBy('d.imported_at', 'desc').orderBy('d.id', 'desc')
      .$castTo<Contour & { datasetId: number }>()
      .execute(),
});
