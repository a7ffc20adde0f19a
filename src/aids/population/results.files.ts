import { lstatSync, mkdtempSync, realpathSync, renameSync, rmSync, statSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { csvCell } from '../../platform/csv-cell.rules.ts';
import { csvToParquet, type ParquetColumn } from '../../platform/duckdb.parquet.ts';
import { failure, success, type Result } from '../../platform/result.ts';

/** `file` is the path at fault: the results', or that of the side file of rejected rows. */
export type OutputFailure =
  | { code: 'out.isInput' | 'out.exists' | 'out.notFile'; file: string }
  | { code: 'out.noFolder'; folder: string }
  /** The system's own code: no place left, no right to write. */
  | { code: 'out.notWritable'; file: string; reason: string };

/** What the system answers when it cannot write; undefined of any other error, which is a bug. */
export const diskFailure = (error: unknown, file: string): OutputFailure | undefined => {
  const { syscall, code } = error as NodeJS.ErrnoException;
  return syscall === undefined ? undefined : { code: 'out.notWritable', file, reason: code ?? syscall };
};

/** A line of a CSV as a French spreadsheet opens it without asking: semicolons, after the file's own mark (`newText`); decimal commas are its writer's. */
const spreadsheetLine = (cells: Cells): string => `${cells.map((text) => csvCell(text, ',;\t')).join(';')}\n`;

/** A line that only our own conversion reads: its texts are as they were given, since Parquet runs nothing. */
const plainLine = (cells: Cells): string => `${cells.map((text) => `"${text.replaceAll('"', '""')}"`).join(';')}\n`;

type Cells = readonly string[];

export interface ResultFiles {
  write: (rows: readonly Cells[]) => Promise<void>;
  /** A line of the side file, which is made with the first one. */
  reject: (cells: Cells) => Promise<void>;
  /** Puts what was written where it was asked; or says why not, and leaves nothing. */
  keep: () => Promise<Result<{ rejects?: string; olderRejects?: string }, OutputFailure>>;
  /** Leaves nothing of what was written. */
  abandon: () => Promise<void>;
}

const rejectsOf = (out: string): string => `${out}.rejets.csv`;
const rejectsHead = ['ligne', 'colonne', 'valeur', 'attendu'];

/**
 * Opens the files of a run, in a folder of their own beside the results (no other process can have put anything there), from which they are
 * moved when all is written. Neither the input nor what is no plain file is ever written over; what stands at their places only with `replace`.
 * Throws what the system answers when it cannot write (`diskFailure`).
 *
 * @param out the results, CSV or Parquet by its ending
 */
export async function openResults({ file: input, out, replace, columns }: { file: string; out: string; replace: boolean; columns: readonly ParquetColumn[] }): Promise<Result<ResultFiles, OutputFailure>> {
  const rejects = rejectsOf(out);
  const refused = refusalOf(input, out, replace) ?? refusalOf(input, rejects, replace);
  if (refused) return failure(refused);
  const folder = mkdtempSync(join(realpathSync(dirname(out)), `${basename(out)}.partiel-`));
  const parquet = out.endsWith('.parquet');
  const [csv, converted, side] = [join(folder, 'resultats.csv'), join(folder, 'resultats.parquet'), join(folder, 'rejets.csv')];
  const lineOf = parquet ? plainLine : spreadsheetLine;
  const results = await newText(csv, lineOf(columns.map(({ name }) => name)));
  let rejected: TextFile | undefined;
  const abandon = async (): Promise<void> => {
    for (const file of [results, rejected]) await file?.close().catch(() => undefined);
    rmSync(folder, { recursive: true, force: true });
  };
  return success({
    write: (rows) => results.write(rows.map(lineOf).join('')),
    reject: async (cells) => {
      rejected ??= await newText(side, spreadsheetLine(rejectsHead));
      await rejected.write(spreadsheetLine(cells));
    },
    keep: async () => {
      await results.flush();
      await rejected?.flush();
      if (parquet) await csvToParquet(csv, converted, columns, { separator: ';', decimal: ',' });
      // Time has passed: another run may have ended.
      const taken = refusalOf(input, out, replace) ?? (rejected ? refusalOf(input, rejects, replace) : undefined);
      if (taken) {
        await abandon();
        return failure(taken);
      }
      const older = !rejected && lstatSync(rejects, { throwIfNoEntry: false }) !== undefined;
      if (rejected) renameSync(side, rejects);
      renameSync(parquet ? converted : csv, out);
      await abandon();
      return success(rejected ? { rejects } : older ? { olderRejects: rejects } : {});
    },
    abandon,
  });
}

/** Why a file cannot be written at a path. */
function refusalOf(input: string, file: string, replace: boolean): OutputFailure | undefined {
  const folder = dirname(file);
  if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory()) return { code: 'out.noFolder', folder };
  const there = lstatSync(file, { throwIfNoEntry: false });
  if (!there) return undefined;
  // Whatever the names, links followed.
  const [target, source] = [statSync(file, { bigint: true, throwIfNoEntry: false }), statSync(input, { bigint: true, throwIfNoEntry: false })];
  if (target && source && target.dev === source.dev && target.ino === source.ino) return { code: 'out.isInput', file };
  if (!there.isFile()) return { code: 'out.notFile', file };
  return replace ? undefined : { code: 'out.exists', file };
}

interface TextFile { write: (text: string) => Promise<void>; flush: () => Promise<void>; close: () => Promise<void> }

const held = 1 << 16;

/** A new CSV, with the mark of UTF-8, written by pieces of some size. */
async function newText(path: string, head: string): Promise<TextFile> {
  const handle = await open(path, 'wx');
  let waiting = `\uFEFF${head}`;
  const flush = async (): Promise<void> => {
    const text = waiting;
    waiting = '';
    if (text !== '') await handle.appendFile(text);
  };
  return {
    write: async (text) => {
      waiting += text;
      if (waiting.length > held) await flush();
    },
    flush,
    close: () => handle.close(),
  };
}
