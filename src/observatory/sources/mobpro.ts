import { failure, type Result } from '../../platform/result.ts';
import { readBulk } from '../bulk.reader.ts';
import { communeOf } from '../commune-table.reader.ts';
import { parsedFlows } from '../flows.parsed.ts';
import type { Scan } from '../file.scan.ts';
import type { ImportProblem } from '../import.messages.ts';
import type { ParsedFile, ReadOptions } from '../parsed.ts';
import { known, requireColumns, vintageFrom } from './columns.ts';
import { abroad, addUpMobpro } from './mobpro.sums.ts';
import type { Hints } from './table.ts';

/** Added up by place: tenure, persons, kind of dwelling, transport, age; and the social group (GS from 2022, CS1 before). */
const variables = ['STOCD', 'NPERR', 'TYPL', 'TRANS', 'AGEREVQ'] as const;
const needed = ['COMMUNE', 'DCLT', 'DCFLT', 'ILT', 'IPONDI', ...variables] as const;

export const recognisesMobpro = (columns: readonly string[]): boolean => columns.includes('IPONDI') && (columns.includes('DCLT') || columns.includes('DCFLT'));

/** The census's detailed file of commuting: one row for each person asked, with a weight. People by residence × work, and by place and variable. */
export async function readMobpro(scan: Scan, columns: readonly string[], hints: Hints, options: ReadOptions): Promise<Result<ParsedFile, ImportProblem>> {
  const required = requireColumns(columns, needed);
  if (!required.ok) return required;
  const group = ['GS', 'CS1'].find((name) => columns.includes(name));
  if (group === undefined) return failure({ code: 'table.missingColumn', line: 1, column: 'GS', expected: 'le groupe socioprofessionnel, GS (depuis 2022) ou CS1' });
  const dated = vintageFrom(hints, 'year', 'mobilités professionnelles');
  if (!dated.ok) return dated;
  const crossed = [...variables, group];
  const read = await readBulk({ scan, columns, separator: ';', check: (text) => wrongRow(text, crossed) }, options, (db, relation) => addUpMobpro(db, relation, crossed, options.progress));
  if (!read.ok) return read;
  return parsedFlows({ source: known('mobpro'), vintage: dated.value.vintage, ...read.value, notes: dated.value.notes });
}

/** Codes of the census's variables: one or two capitals or digits, or an age of three digits. */
const codePattern = /^(?:[0-9A-Z]{1,2}|[0-9]{3})$/;

/** The query's `wrong` (`mobpro.sums.ts`), with its place and its words. */
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
