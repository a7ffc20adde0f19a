import { sql, type Kysely } from 'kysely';

/**
 * Flows as one row for each place and side, with arrays of the other ends: a national file is some 70,000 rows, not
 * more than a million. Margins are those of the place; crossed with two places, they were people too few to be shown.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table observatory.flow rename to flow_pair`.execute(db);
  await sql`alter index observatory.flow_key rename to flow_pair_key`.execute(db);
  await db.schema
    .createTable('observatory.flow')
    .addColumn('dataset_id', 'integer', (c) => c.notNull())
    // A commune of today.
    .addColumn('place', sql`text collate "C"`, (c) => c.notNull())
    // Whether people live (residence) or work (work) in `place`.
    .addColumn('side', 'text', (c) => c.notNull().check(sql`side in ('residence', 'work')`))
    // The places at the other end: communes of today, or a country as the census writes it: LU, AL, BE, SU, MO, ZZ.
    .addColumn('others', sql`text[] collate "C"`, (c) => c.notNull())
    // Sum of the weights for each of `others`.
    .addColumn('people', sql`double precision[]`, (c) => c.notNull())
    // How many rows of the census stand behind each sum; null where the file does not say it.
    .addColumn('respondents', sql`integer[]`)
    // Weights of the whole place by variable and code: {"STOCD": {"10": 12.5, "22": 4}, …}.
    .addColumn('margins', 'jsonb', (c) => c.notNull())
    .addPrimaryKeyConstraint('flow_key', ['place', 'side', 'dataset_id'])
    .addCheckConstraint('flow_one_sum_each', sql`cardinality(others) = cardinality(people) and (respondents is null or cardinality(others) = cardinality(respondents))`)
    .execute();
  await sql`
    with half as (
      select dataset_id, residence as place, 'residence' as side, work as other, people, respondents, margins from observatory.flow_pair
      union all select dataset_id, work, 'work', residence, people, respondents, margins from observatory.flow_pair where not abroad
    ), cell as (
      select dataset_id, place, side, v.key as variable, c.key as code, sum(c.value::float8) as people
      from half, jsonb_each(half.margins) v, jsonb_each_text(v.value) c group by dataset_id, place, side, v.key, c.key
    ), margin as (
      select dataset_id, place, side, jsonb_object_agg(variable, codes) as margins
      from (select dataset_id, place, side, variable, jsonb_object_agg(code, people) as codes from cell group by dataset_id, place, side, variable) variable
      group by dataset_id, place, side
    ), list as (
      select dataset_id, place, side, array_agg(other order by other) as others, array_agg(people order by other) as people,
        case when count(respondents) = count(*) then array_agg(respondents order by other) end as respondents
      from half group by dataset_id, place, side
    )
    insert into observatory.flow (dataset_id, place, side, others, people, respondents, margins)
    select dataset_id, place, side, others, people, respondents, coalesce(margins, '{}') from list left join margin using (dataset_id, place, side)`.execute(db);
  await db.schema.dropTable('observatory.flow_pair').execute();
}
