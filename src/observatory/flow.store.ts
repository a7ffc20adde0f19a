import { sql } from 'kysely';
import type { Db, Tx } from '../platform/database/database.ts';

/** Employed residents of one place who work in another. Weights are numbers of people (the census asks a part of them). */
export interface Flow {
  residence: string;
  /** A commune, or a country where `abroad`: LU, AL, BE, SU, MO, ZZ (another). */
  work: string;
  abroad: boolean;
  people: number;
  /** Rows of the census behind `people`; null where the file does not say it. */
  respondents: number | null;
  /** People by variable and code; empty for files that have totals only. */
  margins: Readonly<Record<string, Readonly<Record<string, number>>>>;
}

/** As they are written: the margins are JSON already. */
export type NewFlow = Omit<Flow, 'margins'> & { margins: string };

export const flowStore = (db: Db | Tx) => ({
  insertAll: async (datasetId: number, batches: AsyncIterable<readonly NewFlow[]>): Promise<void> => {
    for await (const batch of batches) {
      await sql`
        insert into observatory.flow (dataset_id, residence, work, abroad, people, respondents, margins)
        select ${datasetId}::int, t.residence, t.work, t.abroad, t.people, t.respondents, t.margins::jsonb
        from unnest(
          ${batch.map((one) => one.residence)}::text[], ${batch.map((one) => one.work)}::text[], ${batch.map((one) => one.abroad)}::boolean[],
          ${batch.map((one) => one.people)}::float8[], ${batch.map((one) => one.respondents)}::int[], ${batch.map((one) => one.margins)}::text[]
        ) as t(residence, work, abroad, people, respondents, margins)
      `.execute(db);
    }
  },

  /** Flows from or to these communes in the newest vintage that has any, recorded by `asOf`. */
  around: async ({ communes, source, asOf }: { communes: readonly string[]; source: string; asOf: Date }): Promise<(Flow & { datasetId: number })[]> => {
    const dataset = await db
      .selectFrom('observatory.dataset as d')
      .select('d.id')
      .where('d.source', '=', source)
      .where('d.imported_at', '<=', asOf)
      .where((eb) => eb.exists(eb.selectFrom('observatory.flow as f').select('f.residence').whereRef('f.dataset_id', '=', 'd.id').where('f.residence', '=', sql<string>`any(${[...communes]}::text[])`)))
      .orderBy('d.vintage', 'desc').orderBy('d.imported_at', 'desc').orderBy('d.id', 'desc')
      .limit(1)
      .executeTakeFirst();
    if (!dataset) return [];
    return db
      .selectFrom('observatory.flow')
      .select(['residence', 'work', 'abroad', 'people', 'respondents', 'margins', 'dataset_id as datasetId'])
      .where('dataset_id', '=', dataset.id)
      .where((eb) => eb.or([eb('residence', '=', sql<string>`any(${[...communes]}::text[])`), eb('work', '=', sql<string>`any(${[...communes]}::text[])`)]))
      .orderBy('residence').orderBy('work')
      .$castTo<Flow & { datasetId: number }>()
      .execute();
  },
});
