import type { DuckDBConnection } from '@duckdb/node-api';
import { sqlText } from '../platform/duckdb.ts';
import { currentCommuneOf, knownCodes } from '../territory/index.ts';

/**
 * A commune's code as a number, in SQL: 57463; Corsica's letters are hundreds of thousands. Millions of numbers are
 * read, added up and looked up several times faster than as many texts. Null for what cannot be a code.
 */
export const placeNumber = (column: string): string =>
  `case when strlen(${column}) = 5 and ${column} >= '0' then coalesce(try_cast(${column} as integer), case left(${column}, 2) when '2A' then 200000 when '2B' then 300000 end + try_cast(substr(${column}, 3) as usmallint)) end`;

/** Writes the table `place_listed`: each code of the official list (districts, former communes too), its number, and today's commune as an enumeration. */
export async function listPlaces(db: DuckDBConnection): Promise<void> {
  const codes = knownCodes();
  // One long text each: a list of as many literals takes a second to parse.
  const column = (values: readonly string[]): string => `unnest(string_split(${sqlText(values.join(','))}, ','))`;
  await db.run(`create temp table place_text as select ${column(codes)} as code, ${column(codes.map((code) => currentCommuneOf(code) ?? code))} as current`);
  await db.run('create type place as enum (select distinct current from place_text order by current)');
  await db.run(`create temp table place_listed as select code, ${placeNumber('code')} as number, current::place as current from place_text`);
}
