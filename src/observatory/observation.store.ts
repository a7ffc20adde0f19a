import { sql } from 'kysely';
import type { Db, Tx } from '../platform/database/database.ts';
import type { Observation } from './observation.ts';

export const observationStore = (db: Db | Tx) => ({
  /** What each area's measures say in each period: the newest vintage first, then its newest import, recorded by `asOf`. */
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
      .orderBy('d.vintage', 'desc').orderBy('d.imported_at', 'desc').orderBy('d.id', 'desc')
      .$castTo<Observation>()
      .execute();
  },

  /** Writes a dataset's observations in large sets: a national file has hundreds of thousands. */
  insertAll: async (datasetId: number, observations: readonly Omit<Observation, 'datasetId'>[]): Promise<void> => {
    for (const group of groupsOf(observations)) {
      const { measure, period, status } = group;
      for (let from = 0; from < group.areas.length; from += batchSize) {
        const areas = group.areas.slice(from, from + batchSize);
        const values = group.values.slice(from, from + batchSize);
        const categories = group.categories.slice(from, from + batchSize);
        await sql`
          insert into observatory.observation (dataset_id, measure, area, period, status, value, category)
          select ${datasetId}::int, ${measure}::text, t.area, ${period}::text, ${status}::text, t.value, t.category
          from unnest(${areas}::text[], ${values}::float8[], ${categories}::text[]) as t(area, value, category)
        `.execute(db);
      }
    }
  },
});

const batchSize = 20_000;

interface Group {
  measure: string;
  period: string;
  status: Observation['status'];
  areas: string[];
  values: (number | null)[];
  categories: (string | null)[];
}

function groupsOf(observations: readonly Omit<Observation, 'datasetId'>[]): Iterable<Group> {
  const groups = new Map<string, Group>();
  for (const { measure, area, period, status, value, category } of observations) {
    const key = `${measure} ${period} ${status}`;
    let group = groups.get(key);
    if (!group) groups.set(key, (group = { measure, period, status, areas: [], values: [], categories: [] }));
    group.areas.push(area);
    group.values.push(value);
    group.categories.push(category);
  }
  return groups.values();
}
