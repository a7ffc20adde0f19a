import type { DuckDBConnection } from '@duckdb/node-api';
import type { Result } from '../../platform/result.ts';
import { readBulk } from '../bulk.reader.ts';
import { communeOf } from '../commune-table.reader.ts';
import { eachChunk, sqlName } from '../../platform/duckdb.ts';
import { countryNumber, listPlaces, placeRanks } from '../flow.places.ts';
import { rowsByPart } from '../flow.rows.ts';
import { pairSums } from '../flow.sums.ts';
import { parsedFlows, type SummedFlows } from '../flows.parsed.ts';
import type { Scan } from '../file.scan.ts';
import type { ImportProblem } from '../import.messages.ts';
import type { ParsedFile, ReadOptions } from '../parsed.ts';
import { fullYear, known, oneColumn, requireColumns } from './columns.ts';

const figure = /^NBFLUX_C(\d\d)_ACTOCC15P$/;

export const recognisesFlowBase = (columns: readonly string[]): boolean => columns.some((column) => figure.test(column)) || (columns.includes('L_DCLT') && columns.includes('CODGEO'));

/** A place of work abroad begins with its country (LU001…), as in the detailed file; others of no French list are unknown. */
const foreign = /^(LU|AL|BE|SU|MO)[0-9A-Z]{0,3}$/;
const otherCountry = /^99[0-9]{3}$/;

/** The census's base of flows between communes: one row for each pair, its people a sum of weights. */
export async function readFlowBase(scan: Scan, columns: readonly string[], options: ReadOptions): Promise<Result<ParsedFile, ImportProblem>> {
  const people = oneColumn(columns, figure, 'NBFLUX_C et l’année, comme NBFLUX_C22_ACTOCC15P');
  if (!people.ok) return people;
  const required = requireColumns(columns, ['CODGEO', 'DCLT']);
  if (!required.ok) return required;
  const { column, captured } = people.value;
  const seen = new Set<string>();
  const twice = (text: (name: string) => string): ImportProblem | undefined => {
    const pair = `${text('CODGEO')} ${text('DCLT')}`;
    if (seen.has(pair)) return { code: 'row.twice', column: 'DCLT', found: pair, expected: 'une ligne par commune de résidence et lieu de travail' };
    seen.add(pair);
    return undefined;
  };
  const read = await readBulk({ scan, columns, separator: ';', check: (text) => wrongRow(text, column) ?? twice(text) }, options, (db, relation) => addUp(db, relation, column, options.progress));
  if (!read.ok) return read;
  return parsedFlows({ source: known('flow-base'), vintage: fullYear(captured), ...read.value, notes: [] });
}

/** A line is at fault where it stands twice, or its residence, work or people cannot be. */
async function addUp(db: DuckDBConnection, relation: string, column: string, progress?: ReadOptions['progress']): Promise<SummedFlows> {
  await listPlaces(db);
  const places = placeRanks();
  const pairs = pairSums();
  const sorted = rowsByPart(2, pairs.add);
  let [rows, faults] = [0, 0];
  await eachChunk(db, `
    select case when people > 0 and people < 3000000 and not twice then coalesce(residence, 0) else 0 end as residence, coalesce(work, 0) as work, coalesce(people, 0) as people
    from (
      select h.number as residence, coalesce(w.number, case when regexp_full_match(DCLT, '${otherCountry.source}') or regexp_full_match(DCLT, '${foreign.source}') then ${countryNumber('left(DCLT, 2)')} end) as work,
        try_cast(${sqlName(column)} as double) as people, row_number() over (partition by CODGEO, DCLT) > 1 as twice
      from ${relation} left join place_listed h on h.code = CODGEO left join place_listed w on w.code = DCLT
    )`, ({ count, integers, doubles: [people] }) => {
    const [homes, sites] = integers;
    if (!homes || !sites || !people) return;
    rows += count;
    progress?.(rows);
    faults += places.rank(homes, sites, count);
    sorted.add(integers, people, count);
  });
  sorted.end();
  return { rows, faults, sums: { places, pairs: pairs.sorted() } };
}

/** The query's `wrong`, with its place and its words. */
function wrongRow(text: (column: string) => string, column: string): ImportProblem | undefined {
  const residence = communeOf(text('CODGEO'));
  if (!residence.ok) return { ...residence.error, column: 'CODGEO', found: text('CODGEO') };
  const work = text('DCLT');
  if (!foreign.test(work) && !otherCountry.test(work)) {
    const commune = communeOf(work);
    if (!commune.ok) return { ...commune.error, column: 'DCLT', found: work };
  }
  const people = text(column);
  if (people.startsWith('-')) return { code: 'row.negative', column, found: people };
  return /^\d{1,7}(\.\d+)?$/.test(people) && Number(people) > 0 ? undefined : { code: 'row.notANumber', column, found: people, expected: 'un nombre de plus de 0, avec un point décimal' };
}
