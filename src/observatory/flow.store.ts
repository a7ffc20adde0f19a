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
  around: async ({ communes, source, asOf }: Around): Promise<(Flow & { datasetId: number })[]> => {
    const dataset = await newestAround(db, { communes, source, asOf });
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

  /** The same added up: a place outside these communes has no name, a country keeps its own. Much lighter, as it reads no margin. */
  totalsAround: async ({ communes, source, asOf }: Around): Promise<{ datasetId: number; vintage: string; flows: FlowTotal[] } | undefined> => {
    const dataset = await newestAround(db, { communes, source, asOf });
    if (!dataset) return undefined;
    const here = sql`any(${[...communes]}::text[])`;
    const { rows } = await sql<FlowTotal>`
      select case when residence = ${here} then residence end as residence, case when abroad or work = ${here} then work end as work, abroad,
        sum(people) as people, case when count(*) = count(respondents) then sum(respondents)::int end as respondents
      from observatory.flow where dataset_id = ${dataset.id} and (residence = ${here} or work = ${here})
      group by 1, 2, 3 order by 1, 2, 3
    `.execute(db);
    return { datasetId: dataset.id, vintage: dataset.vintage, flows: rows };
  },
});

interface Around { communes: readonly string[]; source: string; asOf: Date }

/** People who live in one place and work in another; null for any place outside the communes asked. */
export type FlowTotal = Pick<Flow, 'abroad' | 'people' | 'respondents'> & { residence: string | null; work: string | null };

/** The newest vintage of a source that knows residents of these communes. */
const newestAround = (db: Db | Tx, { communes, source, asOf }: Around): Promise<{ id: number; vintage: string } | undefined> =>
  db
    .selectFrom('observatory.dataset as d')
    .select(['d.id', 'd.vintage'])
    .where('d.source', '=', source)
    .where('d.imported_at', '<=', asOf)
    .where((eb) => eb.exists(eb.selectFrom('observatory.flow as f').select('f.residence').whereRef('f.dataset_id', '=', 'd.id').where('f.residence', '=', sql<string>`any(${[...communes]}::text[])`)))
    .orderBy('d.vintage', 'desc').orderBy('d.imported_at', 'desc').orderBy('d.id', 'desc')
    .limit(1)
    .executeTakeFirst();
