import type { DuckDBConnection } from '@duckdb/node-api';
import { join } from 'node:path';
import { failure, type Result } from '../../platform/result.ts';
import { knownCodes } from '../../territory/index.ts';
import { readBulk } from '../bulk.reader.ts';
import { communeOf } from '../commune-table.reader.ts';
import { rowsOf, sqlText } from '../../platform/duckdb.ts';
import { parsedFlows, type SummedFlows } from '../flows.parsed.ts';
import type { Scan } from '../file.scan.ts';
import type { ImportProblem } from '../import.messages.ts';
import type { ParsedFile, ReadOptions } from '../parsed.ts';
import { known, requireColumns, vintageFrom } from './columns.ts';
import type { Hints } from './table.ts';

/** Kept crossed with the two places: tenure, social group (GS from 2022, CS1 before), persons, kind of dwelling, transport, age. */
const variables = ['STOCD', 'NPERR', 'TYPL', 'TRANS', 'AGEREVQ'] as const;
const needed = ['COMMUNE', 'DCLT', 'DCFLT', 'ILT', 'IPONDI', ...variables] as const;
/** Countries that the census tells apart: Luxembourg, Germany, Belgium, Switzerland, Monaco; and the others. */
const countries = ['LU', 'AL', 'BE', 'SU', 'MO', 'ZZ'] as const;
const abroad = '7';

export const recognisesMobpro = (columns: readonly string[]): boolean => columns.includes('IPONDI') && (columns.includes('DCLT') || columns.includes('DCFLT'));

/** The census's detailed file of commuting: one row for each person asked, with a weight. Margins by residence × work. */
export async function readMobpro(scan: Scan, columns: readonly string[], hints: Hints, options: ReadOptions): Promise<Result<ParsedFile, ImportProblem>> {
  const required = requireColumns(columns, needed);
  if (!required.ok) return required;
  const group = ['GS', 'CS1'].find((name) => columns.includes(name));
  if (group === undefined) return failure({ code: 'table.missingColumn', line: 1, column: 'GS', expected: 'le groupe socioprofessionnel, GS (depuis 2022) ou CS1' });
  const dated = vintageFrom(hints, 'year', 'mobilités professionnelles');
  if (!dated.ok) return dated;
  const crossed = [...variables, group];
  const target = join(options.scratch, 'flows.parquet');
  const read = await readBulk({ scan, columns, separator: ';', check: (text) => wrongRow(text, crossed) }, options, (db, relation) => addUp(db, relation, crossed, target));
  if (!read.ok) return read;
  return parsedFlows({ source: known('mobpro'), vintage: dated.value.vintage, target, ...read.value, notes: dated.value.notes });
}

/**
 * One reading of the file into small integers (places and codes are enumerations, which check them too), then a sum for
 * each variable. The result is written aside, as one row for each pair of places.
 */
async function addUp(db: DuckDBConnection, relation: string, crossed: readonly string[], target: string): Promise<SummedFlows> {
  await db.run('set preserve_insertion_order = false');
  const places = knownCodes();
  await db.run(`create type place as enum (${[...places, ...countries].map(sqlText).join(', ')})`);
  await db.run(`create type code as enum (${codes().map(sqlText).join(', ')})`);
  const current = new Map(places.flatMap((code) => {
    const commune = communeOf(code);
    return commune.ok && commune.value !== code ? [[code, commune.value] as const] : [];
  }));
  await db.run('create temp table moved (code place, current place)');
  for (const part of chunks([...current], 2_000)) await db.run(`insert into moved values ${part.map(([code, now]) => `(${sqlText(code)}, ${sqlText(now)})`).join(', ')}`);
  const country = `case when left(DCFLT, 2) in (${countries.map(sqlText).join(', ')}) then left(DCFLT, 2) else 'ZZ' end`;
  await db.run(`create temp table job as select try_cast(COMMUNE as place) as residence,
    try_cast(case when ILT = '${abroad}' then ${country} else DCLT end as place) as work, case when ILT in ('1', '2', '3', '4', '5', '6', '7') then ILT = '${abroad}' end as abroad,
    ${crossed.map((name) => `try_cast(${name} as code) as ${name}`).join(', ')}, try_cast(IPONDI as double) as weight from ${relation}`);
  const [[rows] = []] = await rowsOf(db, 'select count(*)::double from job');
  const wrong = `residence is null or work is null or abroad is null or weight is null or not (weight > 0 and weight < 10000) or ${crossed.map((name) => `${name} is null`).join(' or ')}
    or residence in (${countries.map(sqlText).join(', ')}) or (not abroad and work in (${countries.map(sqlText).join(', ')}))`;
  const [[faults] = []] = await rowsOf(db, `select (count(*) filter (${wrong}))::double from job`);
  if (Number(faults) > 0) await db.run(`delete from job where ${wrong}`);
  for (const place of ['residence', 'work']) await db.run(`update job set ${place} = moved.current from moved where moved.code = job.${place}`);
  await db.run('create temp table pair as select residence, work, abroad, sum(weight) as people, count(*)::integer as respondents from job group by all');
  for (const name of crossed) {
    await db.run(`create temp table margin_${name} as select residence, work, abroad, '"${name}":{' || string_agg('"' || ${name} || '":' || round(people, 6), ',') || '}' as text
      from (select residence, work, abroad, ${name}, sum(weight) as people from job group by all) group by all`);
  }
  await db.run('drop table job');
  await db.run(`copy (select residence::varchar as residence, work::varchar as work, abroad, people, respondents, '{' || ${crossed.map((name) => `margin_${name}.text`).join(` || ',' || `)} || '}' as margins
    from pair ${crossed.map((name) => `join margin_${name} using (residence, work, abroad)`).join(' ')}) to ${sqlText(target)} (format parquet)`);
  const byResidence = await rowsOf(db, 'select residence::varchar, sum(respondents)::double from pair group by all order by all');
  const [[peopleAbroad] = []] = await rowsOf(db, 'select coalesce(sum(people) filter (abroad), 0) from pair');
  return { faults: Number(faults), rows: Number(rows), byResidence: new Map(byResidence.map(([code, count]) => [String(code), Number(count)])), peopleAbroad: Number(peopleAbroad) };
}

const chunks = <One>(all: readonly One[], size: number): One[][] => Array.from({ length: Math.ceil(all.length / size) }, (_, at) => all.slice(at * size, (at + 1) * size));

/** Codes of the census's variables: one or two capitals or digits, or an age of three digits. */
const codePattern = /^(?:[0-9A-Z]{1,2}|[0-9]{3})$/;

function codes(): string[] {
  const signs = Array.from('0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ');
  return [...signs, ...signs.flatMap((first) => signs.map((second) => first + second)), ...Array.from({ length: 1000 }, (_, at) => String(at).padStart(3, '0'))];
}

/** The query's `wrong`, with its place and its words. */
function wrongRow(text: (column: string) => string, crossed: readonly string[]): ImportProblem | undefined {
  const residence = communeOf(text('COMMUNE'));
  if (!residence.ok) return { ...residence.error, column: 'COMMUNE', found: text('COMMUNE') };
  if (!/^[1-7]$/.test(text('ILT'))) return { code: 'row.notInList', column: 'ILT', found: text('ILT'), expected: 'de 1 à 7' };
  if (text('ILT') !== abroad) {
    const work = communeOf(text('DCLT'));
    if (!work.ok) return { ...work.error, column: 'DCLT', found: text('DCLT') };
  }
  const weight = text('IPONDI');
  if (!/^\d{1,4}(\.\d+)?$/.test(weight) || Number(weight) <= 0) {
    return { code: weight.startsWith('-') ? 'row.negative' : 'row.notANumber', column: 'IPONDI', found: weight, expected: 'un poids de plus de 0 et de moins de 10 000, avec un point décimal' };
  }
  const column = crossed.find((name) => !codePattern.test(text(name)));
  return column === undefined ? undefined : { code: 'row.notInList', column, found: text(column), expected: 'un code de un à trois caractères (Z où rien ne s’applique)' };
}
