import type { DuckDBConnection } from '@duckdb/node-api';
import { rowsOf, sqlText } from '../../platform/duckdb.ts';
import { listPlaces, placeNumber } from '../flow.places.ts';
import { pairTotals, writeFlows } from '../flow.writing.ts';
import type { SummedFlows } from '../flows.parsed.ts';

/** Countries that the census tells apart: Luxembourg, Germany, Belgium, Switzerland, Monaco; and the others. */
const countries = ['LU', 'AL', 'BE', 'SU', 'MO', 'ZZ'] as const;
/** Tenure, persons of the household and age class of residents at work, crossed: `10-3-25`. */
const tenureSizeAge = 'STOCD-NPERR-AGE';
/** The value of ILT of those who work abroad. */
export const abroad = '7';

/**
 * One reading of the file into small integers, on which everything is then added up. Variables are crossed with one
 * place, never with two: hardly a cell of a pair of communes would stand above the threshold of secrecy.
 */
export async function addUpMobpro(db: DuckDBConnection, relation: string, variables: readonly string[], target: string): Promise<SummedFlows> {
  await db.run('set preserve_insertion_order = false');
  await listPlaces(db);
  await db.run(`create type country as enum (${countries.map(sqlText).join(', ')})`);
  await db.run(`create type kind as enum ('1', '2', '3', '4', '5', '6', '7')`);
  await db.run(`create type code as enum (${codes().map(sqlText).join(', ')})`);
  await db.run(`create temp table job as select ${placeNumber('COMMUNE')} as residence, case when ILT <> '${abroad}' then ${placeNumber('DCLT')} end as work, try_cast(ILT as kind) as kind,
    case when ILT = '${abroad}' then coalesce(try_cast(left(DCFLT, 2) as country), 'ZZ') end as country, ${variables.map((name) => `try_cast(${name} as code) as ${name}`).join(', ')}, try_cast(IPONDI as double) as weight
    from ${relation}`);
  const addedUp = 'create or replace temp table summed as select residence, work, country, sum(weight) as people, count(*)::integer as respondents from job group by all';
  await db.run(addedUp);
  const wrong = `residence is null or kind is null or (work is null and country is null) or weight is null or not (weight > 0 and weight < 10000) or ${variables.map((name) => `${name} is null`).join(' or ')}`;
  // Places are looked up once added up: there are ten times fewer.
  const unlisted = `coalesce(residence not in (select number from place_listed), false) or coalesce(work not in (select number from place_listed), false)`;
  const [[rows, misread] = []] = await rowsOf(db, `select count(*)::double, (count(*) filter (${wrong}))::double from job`);
  const [[unknown] = []] = await rowsOf(db, `select coalesce(sum(respondents), 0)::double from summed where ${unlisted}`);
  const faults = Number(misread) + Number(unknown);
  if (faults > 0) {
    await db.run(`delete from job where ${wrong} or ${unlisted}`);
    await db.run(addedUp);
  }
  await db.run(`create temp table pair as select residence, coalesce(work::varchar, country::varchar) as work, country is not null as abroad, people, respondents from (
      select home.current as residence, site.current as work, country, sum(people) as people, sum(respondents)::integer as respondents
      from summed join place_listed home on home.number = residence left join place_listed site on site.number = work group by all
    )`);
  await writeFlows(db, target, { table: 'job', weight: 'weight', variables, together: { name: tenureSizeAge, variables: ['STOCD', 'NPERR'], age: 'AGEREVQ' } });
  return { faults, rows: Number(rows), ...(await pairTotals(db, 'sum(respondents)')) };
}

/** All codes that a variable of the census may have. */
function codes(): string[] {
  const signs = Array.from('0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ');
  return [...signs, ...signs.flatMap((first) => signs.map((second) => first + second)), ...Array.from({ length: 1000 }, (_, at) => String(at).padStart(3, '0'))];
}
