import { sql } from 'kysely';
import type { Db, Tx } from '../platform/database/database.ts';
import type { Observation } from './observation.ts';

export const observationStore = (db: Db | Tx) => ({
  /** What each area's measures say in each period, recorded by `asOf`: a source's own file before a copy of it, then the newest vintage, then its newest import. */
  latest: async ({ areas, measures, asOf }: { areas: readonly string[]; measures: readonly string[]; asOf: Date }): Promise<Observation[]> => {
    if (measures.length === 0) return [];
    return db
      .selectFrom('observatory.observation as o')
      .innerJoin('observatory.dataset as d', 'd.id', 'o.dataset_id')
      .distinctOn(['o.measure', 'o.area', 'o.period'])
      .select(['o.measure', 'o.area', 'o.period', 'o.status', 'o.value', 'o.category', 'o.dataset_id as datasetId'])
      .where('o.area', '=', sql<string>`any(${[...areas]}::text[])`)
      .where('o.measure', '=', sql<string>`any(${[...measures]}::text[])`)
      .where('d.imported_at', '<=', asOf)
      .orderBy('o.measure').orderBy('o.area').orderBy('o.period')
      .orderBy('d.copied').orderBy('d.vintage', 'desc').orderBy('d.imported_at', 'desc').orderBy('d.id', 'desc')
      .$castTo<Observation>()
      .execute();
  },

  /** The same by IRIS, for those whose code begins with one of these communes' codes. */
  latestByIris: async ({ communes, measures, asOf }: { communes: readonly string[]; measures: readonly string[]; asOf: Date }): Promise<Observation[]> => {
    if (measures.length === 0) return [];
    return db
      .selectFrom(sql<{ code: string }>`unnest(${[...communes]}::text[])`.as<'c'>(sql`c(code)`))
      .innerJoin('observatory.observation as o', (join) => join.on(sql<boolean>`o.area between c.code || '0000' and c.code || '9999'`))
      .innerJoin('observatory.dataset as d', 'd.id', 'o.dataset_id')
      .distinctOn(['o.measure', 'o.area', 'o.period'])
      .select(['o.measure', 'o.area', 'o.period', 'o.status', 'o.value', 'o.category', 'o.dataset_id as datasetId'])
      .where('o.measure', '=', sql<string>`any(${[...measures]}::text[])`)
      .where('d.imported_at', '<=', asOf)
      .orderBy('o.measure').orderBy('o.area').orderBy('o.period')
      .orderBy('d.copied').orderBy('d.vintage', 'desc').orderBy('d.imported_at', 'desc').orderBy('d.id', 'desc')
      .$castTo<Observation>()
      .execute();
  },

  /**
   * Writes a dataset's observations in large sets: a national file has hundreds of thousands. In the key's order,
   * each set goes to its own part of the index, which is twice as fast as column by column.
   */
  insertAll: async (datasetId: number, observations: readonly Omit<Observation, 'datasetId'>[]): Promise<void> => {
    const sorted = observations.toSorted(byKey);
    for (let from = 0; from < sorted.length; from += batchSize) {
      const batch = sorted.slice(from, from + batchSize);
      await sql`
        insert into observatory.observation (dataset_id, measure, area, period, status, value, category)
        select ${datasetId}::int, t.measure, t.area, t.period, t.status, t.value, t.category
        from unnest(
          ${batch.map((one) => one.measure)}::text[], ${batch.map((one) => one.area)}::text[], ${batch.map((one) => one.period)}::text[],
          ${batch.map((one) => one.status)}::text[], ${batch.map((one) => one.value)}::float8[], ${batch.map((one) => one.category)}::text[]
        ) as t(measure, area, period, status, value, category)
      `.execute(db);
    }
  },
});

const batchSize = 20_000;

type Key = Pick<Observation, 'area' | 'measure' | 'period'>;

const byKey = (a: Key, b: Key): number => compare(a.area, b.area) || compare(a.measure, b.measure) || compare(a.period, b.period);
const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
