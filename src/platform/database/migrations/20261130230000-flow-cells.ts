import { sql, type Kysely } from 'kysely';

/**
 * Margins as numbers: which cells, and their people; the dataset names its cells once. As JSON, five million numbers of
 * a national file were written, parsed and stored with the name of each.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  // Variable and code of each cell, a space between: {STOCD 10,STOCD 22,…,STOCD-NPERR-AGE 10-3-25}.
  await sql`alter table observatory.dataset add column flow_cells text[] not null default '{}'`.execute(db);
  await sql`
    alter table observatory.flow
      -- Ranks in the dataset's flow_cells, from 1 on, and the weights of the whole place in each.
      add column cells smallint[] not null default '{}',
      add column cell_people double precision[] not null default '{}',
      add constraint flow_people_of_each_cell check (cardinality(cells) = cardinality(cell_people))`.execute(db);
  await sql`
    with label as (
      select distinct f.dataset_id, v.key || ' ' || c.key as label
      from observatory.flow f, jsonb_each(f.margins) v, jsonb_object_keys(v.value) c(key)
    )
    update observatory.dataset d set flow_cells = l.labels
    from (select dataset_id, array_agg(label order by label) as labels from label group by dataset_id) l where l.dataset_id = d.id`.execute(db);
  await sql`
    update observatory.flow f set (cells, cell_people) = (
      select coalesce(array_agg(array_position(d.flow_cells, v.key || ' ' || c.key)::smallint order by v.key, c.key), '{}'), coalesce(array_agg(c.value::float8 order by v.key, c.key), '{}')
      from observatory.dataset d, jsonb_each(f.margins) v, jsonb_each_text(v.value) c where d.id = f.dataset_id
    ) where f.margins <> '{}'`.execute(db);
  await sql`alter table observatory.flow drop column margins`.execute(db);
  // Most places stand in a page; numbers are hardly compressed, at a cost.
  await sql`alter table observatory.flow set (toast_tuple_target = 8160)`.execute(db);
}
