import { sql } from 'kysely';
import type { Db, Tx } from '../platform/database/database.ts';
import { numberArray } from '../platform/database/number-arrays.ts';

/** Employed residents of one place who work in another. Weights are numbers of people (the census asks a part of them). */
export interface Flow {
  residence: string;
  /** A commune, or a country where `abroad`: LU, AL, BE, SU, MO, ZZ (another). */
  work: string;
  abroad: boolean;
  people: number;
  /** Rows of the census behind `people`; null where the file does not say it. */
  respondents: number | null;
}

/** Which end of a flow a place is: people live there, or work there. */
export type FlowSide = 'residence' | 'work';

/** Employed residents of a commune (those who work abroad too), or people who work in it, wherever they live in France. */
export interface PlaceMargins {
  commune: string;
  /** People by variable (the census's name: STOCD, NPERR, TYPL, TRANS, AGEREVQ, and GS or CS1; of residents, STOCD-NPERR-AGE crossed) and code. */
  margins: Readonly<Record<string, Readonly<Record<string, number>>>>;
}

/** Places of one side with all their flows: those of a place stand behind those of the one before it, up to `pairsTo` and `cellsTo`. */
export interface NewFlows {
  side: FlowSide;
  places: string[];
  /** The other ends of each place, commas between. */
  others: string[];
  people: number[];
  respondents: number[] | null;
  pairsTo: number[];
  /** Ranks, from 1 on, in the dataset's list of cells. */
  cells: number[];
  cellPeople: number[];
  cellsTo: number[];
}

interface Around {
  communes: readonly string[];
  source: string;
  asOf: Date;
}

export const flowStore = (db: Db | Tx) => {
  /** The newest vintage that has residents of one of these communes, recorded by `asOf`. */
  const newest = ({ communes, source, asOf }: Around): Promise<{ id: number; vintage: string } | undefined> =>
    db
      .selectFrom('observatory.dataset as d')
      .select(['d.id', 'd.vintage'])
      .where('d.source', '=', source)
      .where('d.imported_at', '<=', asOf)
      .where((eb) => eb.exists(eb.selectFrom('observatory.flow as f').select('f.place').whereRef('f.dataset_id', '=', 'd.id').where('f.side', '=', 'residence').where('f.place', '=', sql<string>`any(${[...communes]}::text[])`)))
      .orderBy('d.vintage', 'desc').orderBy('d.imported_at', 'desc').orderBy('d.id', 'desc')
      .limit(1)
      .executeTakeFirst();
  return {
    insertAll: async (datasetId: number, batches: Iterable<NewFlows>): Promise<void> => {
      // One batch is put together while PostgreSQL writes the one before.
      let writing: Promise<unknown> = Promise.resolve();
      for (const batch of batches) {
        const respondents = batch.respondents && numberArray('int4', batch.respondents);
        const statement = sql`
          insert into observatory.flow (dataset_id, place, side, others, people, respondents, cells, cell_people)
          select ${datasetId}::int, t.place, ${batch.side}, string_to_array(t.others, ','),
            (${numberArray('float8', batch.people)}::float8[])[t.pair:t.pairs_to], (${respondents}::int4[])[t.pair:t.pairs_to],
            (${numberArray('int2', batch.cells)}::int2[])[t.cell:t.cells_to], (${numberArray('float8', batch.cellPeople)}::float8[])[t.cell:t.cells_to]
          from unnest(
            ${batch.places}::text[], ${batch.others}::text[], ${firsts(batch.pairsTo)}::int[], ${batch.pairsTo}::int[], ${firsts(batch.cellsTo)}::int[], ${batch.cellsTo}::int[]
          ) as t(place, others, pair, pairs_to, cell, cells_to)
        `;
        await writing;
        writing = statement.execute(db);
      }
      await writing;
    },

    /** Flows from or to these communes. */
    around: async (given: Around): Promise<(Flow & { datasetId: number })[]> => {
      const dataset = await newest(given);
      if (!dataset) return [];
      const { rows } = await sql<Flow & { datasetId: number }>`select *, ${dataset.id}::int as "datasetId" from (${pairsOf(dataset.id, given.communes)}) as pair order by residence, work`.execute(db);
      return rows;
    },

    /** The same added up: a place outside these communes has no name, a country keeps its own. */
    totalsAround: async (given: Around): Promise<{ datasetId: number; vintage: string; flows: FlowTotal[] } | undefined> => {
      const dataset = await newest(given);
      if (!dataset) return undefined;
      const here = sql`any(${[...given.communes]}::text[])`;
      const { rows } = await sql<FlowTotal>`
        select case when residence = ${here} then residence end as residence, case when abroad or work = ${here} then work end as work, abroad,
          sum(people) as people, case when count(*) = count(respondents) then sum(respondents)::int end as respondents
        from (${pairsOf(dataset.id, given.communes)}) as pair group by 1, 2, 3 order by 1, 2, 3
      `.execute(db);
      return { datasetId: dataset.id, vintage: dataset.vintage, flows: rows };
    },

    /** What the residents of these communes, or the people at work in them, are made of; nothing where the file has totals only. */
    margins: async (given: Around, side: FlowSide): Promise<(PlaceMargins & { datasetId: number })[]> => {
      const dataset = await newest(given);
      if (!dataset) return [];
      const { rows } = await sql<PlaceMargins & { datasetId: number }>`
        select f.place as commune, f.dataset_id as "datasetId", jsonb_object_agg(v.variable, v.codes) as margins
        from observatory.flow f join observatory.dataset d on d.id = f.dataset_id, lateral (
          select split_part(d.flow_cells[c.rank], ' ', 1) as variable, jsonb_object_agg(split_part(d.flow_cells[c.rank], ' ', 2), c.people) as codes
          from unnest(f.cells, f.cell_people) as c(rank, people) group by 1
        ) v
        where f.dataset_id = ${dataset.id} and f.side = ${side} and f.place = any(${[...given.communes]}::text[])
        group by f.place, f.dataset_id order by f.place
      `.execute(db);
      return rows;
    },
  };
};

/** Where each place's own numbers begin, of which `ends` has the ends. */
const firsts = (ends: readonly number[]): number[] => ends.map((_, at) => (ends[at - 1] ?? 0) + 1);

/** Who lives or works in these communes, pair by pair; a pair of two of them once. */
const pairsOf = (datasetId: number, communes: readonly string[]) => {
  const here = sql`${[...communes]}::text[]`;
  return sql`
    select f.place as residence, o.other as work, length(o.other) = 2 as abroad, o.people, o.respondents
    from observatory.flow f, unnest(f.others, f.people, f.respondents) as o(other, people, respondents)
    where f.dataset_id = ${datasetId} and f.side = 'residence' and f.place = any(${here})
    union all
    select o.other, f.place, false, o.people, o.respondents
    from observatory.flow f, unnest(f.others, f.people, f.respondents) as o(other, people, respondents)
    where f.dataset_id = ${datasetId} and f.side = 'work' and f.place = any(${here}) and o.other <> all(${here})`;
};

/** People who live in one place and work in another; null for any place outside the communes asked. */
export type FlowTotal = Pick<Flow, 'abroad' | 'people' | 'respondents'> & { residence: string | null; work: string | null };
