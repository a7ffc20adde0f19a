import type { DuckDBConnection } from '@duckdb/node-api';
import { rowsOf, sqlText } from '../platform/duckdb.ts';
import type { FlowSide } from './flow.store.ts';

/** What people are further told apart by: one row for each person asked, with the numbers of `residence` and `work` (null abroad). */
interface Crossed {
  table: string;
  weight: string;
  variables: readonly string[];
  /** Told together for residents: tenure, persons and age of those at work, which no margin gives. */
  together?: { name: string; variables: readonly [string, string]; age: string };
}

/**
 * Writes the table `pair` (residence, work, abroad, people, respondents) as one row for each place and side: the places
 * at the other end with their people, as PostgreSQL's arrays and JSON, which it parses far faster than it inserts a
 * row. Sums are rounded to the millionth: beyond, they change with the order of adding.
 */
export async function writeFlows(db: DuckDBConnection, target: string, crossed?: Crossed): Promise<void> {
  await db.run('create temp table margin_text (side varchar, place varchar, text varchar)');
  // One after the other: together they would not stand in the memory that an import is given.
  if (crossed) for (const side of sides) for (const variable of crossed.variables) await db.run(marginText(side, variable, crossed));
  if (crossed?.together) await db.run(togetherText(crossed.together, crossed));
  await db.run('create temp table margin as select side, place, \'{\' || string_agg(text, \',\') || \'}\' as margins from margin_text group by all');
  await db.run(`copy (${sides.map(listed).join(' union all ')}) to ${sqlText(target)} (format parquet, compression uncompressed)`);
}

const sides = ['residence', 'work'] as const satisfies readonly FlowSide[];
const rounded = 'people::decimal(18, 6)::varchar';

const marginText = (side: FlowSide, variable: string, { table, weight }: Crossed): string => `
  insert into margin_text select '${side}', place::varchar, '"${variable}":{' || string_agg('"' || value::varchar || '":' || ${rounded}, ',') || '}'
  from (
    select current as place, value, sum(people) as people from (select ${side} as number, ${variable} as value, sum(${weight}) as people from ${table} group by all) join place_listed using (number) group by all
  ) group by place`;

/** Three codes with dashes, the age by its class's first year. */
const togetherText = ({ name, variables: [first, second], age }: NonNullable<Crossed['together']>, { table, weight }: Crossed): string => `
  insert into margin_text select 'residence', place::varchar, '"${name}":{' || string_agg('"' || first || '-' || second || '-' || age || '":' || ${rounded}, ',') || '}'
  from (
    select current as place, first::varchar as first, second::varchar as second, case when age < '025' then '15' when age < '055' then '25' when age < '065' then '55' else '65' end as age, sum(people) as people
    from (select residence as number, ${first} as first, ${second} as second, ${age}::varchar as age, sum(${weight}) as people from ${table} group by residence, ${first}, ${second}, ${age})
    join place_listed using (number) group by all
  ) group by place`;

/** All flows of a place, in arrays of one order. */
const listed = (side: FlowSide): string => {
  const array = (value: string): string => `'{' || string_agg(${value}, ',') || '}'`;
  return `select place, '${side}' as side, others, people, respondents, coalesce(margins, '{}') as margins from (
      select ${side}::varchar as place, ${array(`${side === 'work' ? 'residence' : 'work'}::varchar`)} as others, ${array(rounded)} as people, ${array('respondents::varchar')} as respondents
      from pair ${side === 'work' ? 'where not abroad' : ''} group by all
    ) left join (select place, margins from margin where side = '${side}') using (place)`;
};

/** What the report says of the table `pair`; `rows`: how many rows of the file stand behind a group of it. */
export async function pairTotals(db: DuckDBConnection, rows: string): Promise<{ byResidence: Map<string, number>; peopleAbroad: number }> {
  const byResidence = await rowsOf(db, `select residence::varchar, (${rows})::double from pair group by all`);
  const [[peopleAbroad] = []] = await rowsOf(db, 'select coalesce(sum(people) filter (abroad), 0)::double from pair');
  return { byResidence: new Map(byResidence.map(([code, count]) => [String(code), Number(count)])), peopleAbroad: Number(peopleAbroad) };
}
