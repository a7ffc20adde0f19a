import type { DuckDBConnection } from '@duckdb/node-api';
import { sqlText } from '../platform/duckdb.ts';
import { currentCommuneOf, knownCodes } from '../territory/index.ts';

/** Countries that the census tells apart: Luxembourg, Germany, Belgium, Switzerland, Monaco; and the others. */
export const countries = ['LU', 'AL', 'BE', 'SU', 'MO', 'ZZ'] as const;

/** One above the greatest number of a commune (Corsica's letters are hundreds of thousands). */
const numbers = 301_000;

/**
 * A commune's code as a number, in SQL: 57463; Corsica's letters are hundreds of thousands. Millions of numbers are
 * read and looked up several times faster than as many texts. Null for what cannot be a code.
 */
export const placeNumber = (column: string): string =>
  `case when strlen(${column}) = 5 and ${column} >= '0' then coalesce(try_cast(${column} as integer), case left(${column}, 2) when '2A' then 200000 when '2B' then 300000 end + try_cast(substr(${column}, 3) as usmallint)) end`;

const numberOf = (code: string): number => (code.startsWith('2A') ? 200_000 + Number(code.slice(2)) : code.startsWith('2B') ? 300_000 + Number(code.slice(2)) : Number(code));

/** A country as a number: below 0, -1 the first of `countries`. In SQL, of two letters; one that they do not name is another country. */
export const countryNumber = (letters: string): string => `case ${letters} ${countries.map((country, at) => `when ${sqlText(country)} then ${-1 - at}`).join(' ')} else ${-countries.length} end`;

export interface PlaceRanks {
  /** Codes by rank, from 1 on: today's communes in their order, then the countries. */
  codes: readonly string[];
  /** How many of them are communes. */
  communes: number;
  /** Turns numbers (of a district or a former commune: today's commune's) into ranks, in place; both 0 where one is no listed place. Answers how many are. */
  rank: (residence: Int32Array, work: Int32Array, count: number) => number;
}

/** All places that a flow can lead to, ranked, so that what is added up of them stands in arrays. */
export function placeRanks(): PlaceRanks {
  const known = communeCodes();
  const today = [...new Set(known.map(currentOf))].toSorted();
  const rankOfCode = new Map(today.map((code, at) => [code, at + 1]));
  const ranks = new Uint16Array(numbers);
  for (const code of known) ranks[numberOf(code)] = rankOfCode.get(currentOf(code)) ?? 0;
  const rankOf = (number = 0): number => (number < 0 ? today.length - number : ranks[number] ?? 0);
  return {
    codes: ['', ...today, ...countries],
    communes: today.length,
    rank: (residence, work, count) => {
      let unlisted = 0;
      for (let row = 0; row < count; row += 1) {
        const [home, site] = [rankOf(residence[row]), rankOf(work[row])];
        const listed = home > 0 && home <= today.length && site > 0;
        if (!listed) unlisted += 1;
        residence[row] = listed ? home : 0;
        work[row] = listed ? site : 0;
      }
      return unlisted;
    },
  };
}

/** Writes the table `place_listed`: each code of the official list (districts, former communes too) and its number. */
export async function listPlaces(db: DuckDBConnection): Promise<void> {
  const known = communeCodes();
  // One long text each: a list of as many literals takes a second to parse.
  const column = (values: readonly (string | number)[]): string => `unnest(string_split(${sqlText(values.join(','))}, ','))`;
  await db.run(`create temp table place_listed as select ${column(known)} as code, ${column(known.map(numberOf))}::integer as number`);
}

const communeCodes = (): string[] => knownCodes().filter((code) => code.length === 5);
const currentOf = (code: string): string => currentCommuneOf(code) ?? code;
