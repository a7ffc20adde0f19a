import { closeSync, openSync, readSync, statSync } from 'node:fs';
import { failure, success, type Result } from '../../platform/result.ts';
import { readCsv } from './csv.reader.ts';
import { separatorOf } from './header.rules.ts';
import { openParquet } from './parquet.reader.ts';

/** One line of a file of people: its cells as text, and where it stands (from 1, the header being line 1 of a CSV). */
export interface Line { number: number; cells: readonly string[] }

/** A line that is no row of the file's columns, and why; `column` where one cell is at fault. */
export interface BrokenLine { number: number; broken: string; column?: string; /** Nothing can be read from here on. */ last?: true }

export interface People {
  columns: readonly string[];
  /** Share of the file that was read, 0 to 1. */
  progress: () => number;
  lines: AsyncIterable<Line | BrokenLine>;
  close: () => void;
}

export type PeopleFailure = { code: 'people.missing' | 'people.empty' | 'people.notReadable'; file: string };

const longestRecord = 1 << 20;

/** Opens a CSV (any of the usual separators) or Parquet file of people; it is read as it is asked for, whatever its size. */
export async function openPeople(file: string): Promise<Result<People, PeopleFailure>> {
  const start = headOf(file);
  if (start === undefined) return failure({ code: 'people.missing', file });
  if (start.length === 0) return failure({ code: 'people.empty', file });
  return start.subarray(0, 4).toString('latin1') === 'PAR1' ? openParquet(file) : openCsv(file, start);
}

function headOf(file: string): Buffer | undefined {
  try {
    // A pipe would be emptied by its first reading.
    if (!statSync(file).isFile()) return undefined;
    const handle = openSync(file, 'r');
    const buffer = Buffer.alloc(longestRecord);
    const read = readSync(handle, buffer, 0, longestRecord, 0);
    closeSync(handle);
    return buffer.subarray(0, read);
  } catch {
    return undefined;
  }
}

async function openCsv(file: string, start: Buffer): Promise<Result<People, PeopleFailure>> {
  if (start.includes(0)) return failure({ code: 'people.notReadable', file });
  const text = start.toString('utf8');
  // Old files of Macintosh end their lines by a return alone.
  const lineEnd = /\r\n|\r|\n/.exec(text)?.[0] === '\r' ? '\r' : '\n';
  const [header = ''] = text.replace(/^\ufeff?[\r\n]*/, '').split(/[\r\n]/, 1);
  const { size } = statSync(file);
  const { records, bytesRead, close } = readCsv(file, separatorOf(header), lineEnd, longestRecord);
  try {
    const head = await records.next();
    if (head.done) return failure({ code: 'people.empty', file });
    if (!('cells' in head.value)) {
      close();
      return failure({ code: 'people.notReadable', file });
    }
    const columns = head.value.cells;
    return success({ columns, progress: () => bytesRead() / Math.max(size, 1), lines: linesOf(records, columns), close });
  } catch {
    close();
    return failure({ code: 'people.notReadable', file });
  }
}

async function* linesOf(records: ReturnType<typeof readCsv>['records'], columns: readonly string[]): AsyncGenerator<Line | BrokenLine> {
  let number = 1;
  try {
    for await (const record of records) {
      number = record.line;
      if ('cells' in record) yield record.cells.length === columns.length ? { number, cells: record.cells } : { number, broken: counted(record.cells.length, columns.length) };
      else if ('stray' in record) yield { number, broken: 'un guillemet qui n’ouvre ni ne ferme la case', ...columnAt(columns, record.stray) };
      else yield { number, broken: unread[record.because], ...columnAt(columns, record.lost), last: true };
    }
  } catch (error) {
    yield { number: number + 1, broken: `la suite du fichier ne se lit pas : ${(error as { code?: string }).code ?? 'erreur de lecture'}`, last: true };
  }
}

const unread = {
  end: 'un guillemet qui n’est jamais fermé : la suite du fichier ne se lit pas',
  length: 'une case de plus d’un million de caractères, ou un guillemet qui n’est pas fermé : la suite du fichier ne se lit pas',
} as const;

const counted = (found: number, wanted: number): string => `${found} ${found > 1 ? 'colonnes' : 'colonne'} au lieu de ${wanted}`;

const columnAt = (columns: readonly string[], position: number): Pick<BrokenLine, 'column'> => {
  const column = columns[position];
  return column === undefined ? {} : { column };
};
