import type { DuckDBConnection } from '@duckdb/node-api';
import { eachChunk, sqlText } from '../../platform/duckdb.ts';
import { cellList, codesToCells, crossCells, oneCode } from '../flow.cells.ts';
import { countryNumber, placeNumber, placeRanks } from '../flow.places.ts';
import { rowsByPart } from '../flow.rows.ts';
import { cellSums, pairSums } from '../flow.sums.ts';
import type { SummedFlows } from '../flows.parsed.ts';
import type { ReadOptions } from '../parsed.ts';

/** The value of ILT of those who work abroad. */
export const abroad = '7';
/** Tenure, persons of the household and age class of residents at work, crossed (`10-3-25`): no margin gives it. */
const together = ['STOCD', 'NPERR', 'AGEREVQ'] as const;
const ageClass = (age: string): string => (age < '025' ? '15' : age < '055' ? '25' : age < '065' ? '55' : '65');

/**
 * One reading of the file: DuckDB makes small integers of it, which are added up here while it reads on. Variables are
 * crossed with one place, never with two: hardly a cell of a pair of communes would stand above the threshold of
 * secrecy. A row at fault is counted, and left out.
 */
export async function addUpMobpro(db: DuckDBConnection, relation: string, variables: readonly string[], progress?: ReadOptions['progress']): Promise<SummedFlows> {
  const codes = allCodes();
  await db.run('set preserve_insertion_order = false');
  await db.run(`create type code as enum (${codes.map(sqlText).join(', ')})`);
  const places = placeRanks();
  const [cells, crossedCells, pairs] = [cellList(), cellList(), pairSums()];
  const [last, from, to] = [places.communes, 2, 2 + variables.length];
  const living = cellSums(cells.all, { last, side: 0, from, to });
  const livingCrossed = cellSums(crossedCells.all, { last, side: 0, from: to, to: to + 1 });
  const working = cellSums(cells.all, { last, side: 1, from, to });
  const toCells = codesToCells(cells, variables, codes);
  const cross = crossCells(cells, crossedCells, 'STOCD-NPERR-AGE', ageClass);
  const crossed = together.map((name) => variables.indexOf(name));
  const sorted = rowsByPart(to + 1, (part) => {
    for (const sums of [pairs, living, livingCrossed, working]) sums.add(part);
  });
  let [rows, faults] = [0, 0];
  await eachChunk(db, numbersOf(relation, variables), ({ count, integers, doubles: [weights] }) => {
    const [homes, sites, ...packed] = integers;
    if (!homes || !sites || !weights) return;
    rows += count;
    progress?.(rows);
    faults += places.rank(homes, sites, count);
    const told = toCells(packed, count);
    sorted.add([homes, sites, ...told, cross(crossed.map((at) => told[at] ?? homes), count)], weights, count);
  });
  sorted.end();
  return { faults, rows, sums: { places, pairs: pairs.sorted(), margins: { residence: [living, livingCrossed], work: [working] } } };
}

/** Residence and work as numbers of places, the ranks of the variables' codes (two to a number, see `codesToCells`), the weight; residence or work 0 where the row is at fault. */
const numbersOf = (relation: string, variables: readonly string[]): string => `
  select case when weight > 0 and weight < 10000 and ${variables.map((name) => `${name} is not null`).join(' and ')} then coalesce(residence, 0) else 0 end as residence,
    coalesce(work, 0) as work, ${inTwos(variables).join(', ')}, coalesce(weight, 0) as weight
  from (
    select ${placeNumber('COMMUNE')} as residence,
      case when ILT = '${abroad}' then ${countryNumber('left(DCFLT, 2)')} when strlen(ILT) = 1 and ILT between '1' and '6' then ${placeNumber('DCLT')} end as work,
      ${variables.map((name) => `try_cast(${name} as code) as ${name}`).join(', ')}, try_cast(IPONDI as double) as weight
    from ${relation}
  )`;

const inTwos = (variables: readonly string[]): string[] => {
  const rank = (name: string | undefined): string => (name === undefined ? '0' : `coalesce(enum_code(${name})::integer, 0)`);
  return Array.from({ length: Math.ceil(variables.length / 2) }, (_, at) => `${rank(variables[at * 2])} * ${oneCode} + ${rank(variables[at * 2 + 1])}`);
};

/** All codes that a variable of the census may have. */
function allCodes(): string[] {
  const signs = Array.from('0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ');
  return [...signs, ...signs.flatMap((first) => signs.map((second) => first + second)), ...Array.from({ length: 1000 }, (_, at) => String(at).padStart(3, '0'))];
}
