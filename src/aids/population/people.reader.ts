import { createReadStream, openSync, readSync, closeSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { parse } from 'csv-parse';
import { failure, success, type Result } from '../../platform/result.ts';
import { separatorOf } from './header.rules.ts';

/** One line of a file of people: its cells as text, and where it stands (from 1, the header being line 1 of a CSV). */
export interface Line { number: number; cells: readonly string[] }

export interface People {
  columns: readonly string[];
  /** Share of the file that was read, 0 to 1. */
  progress: () => number;
  lines: AsyncIterable<Line | { number: number; broken: string }>;
}

export type PeopleFailure = { code: 'people.missing' | 'people.empty' | 'people.notReadable'; file: string };

const longestHeader = 1 << 20;

/** Opens a CSV (any of the usual separators) or Parquet file of people; it is read as it is asked for, whatever its size. */
export async function openPeople(file: string): Promise<Result<People, PeopleFailure>> {
  const start = headOf(file);
  if (start === undefined) return failure({ code: 'people.missing', file });
  if (start.length === 0) return failure({ code: 'people.empty', file });
  return start.subarray(0, 4).toString('latin1') === 'PAR1' ? openParquet(file) : openCsv(file, start);
}

function headOf(file: string): Buffer | undefined {
  try {
    const handle = openSync(file, 'r');
    const buffer = Buffer.alloc(longestHeader);
    const read = readSync(handle, buffer, 0, longestHeader, 0);
    closeSync(handle);
    return buffer.subarray(0, read);
  } catch {
    return undefined;
  }
}

async function openCsv(file: string, start: Buffer): Promise<Result<People, PeopleFailure>> {
  if (start.includes(0)) return failure({ code: 'people.notReadable', file });
  const first = start.toString('utf8').split(/\r?\n/, 1)[0] ?? '';
  const handle = await open(file);
  const { size } = await handle.stat();
  await handle.close();
  const bytes = createReadStream(file);
  let line = 0;
  const parser = bytes.pipe(parse({ bom: true, delimiter: separatorOf(first), relax_column_count: true, skip_empty_lines: true, info: true, max_record_size: longestHeader }));
  bytes.on('error', (error) => parser.destroy(error));
  const records = parser[Symbol.asyncIterator]() as AsyncIterator<{ record: string[]; info: { lines: number } }>;
  try {
    const head = await records.next();
    if (head.done) return failure({ code: 'people.empty', file });
    line = head.value.info.lines;
    const columns = head.value.record;
    return success({ columns, progress: () => bytes.bytesRead / Math.max(size, 1), lines: rest(columns.length) });
  } catch {
    return failure({ code: 'people.notReadable', file });
  }

  async function* rest(width: number): People['lines'] {
    try {
      for (let one = await records.next(); !one.done; one = await records.next()) {
        const { record, info } = one.value;
        // A record that spans lines is named by its first one.
        const number = line + 1;
        line = info.lines;
        yield record.length === width ? { number, cells: record } : { number, broken: `${record.length} colonnes au lieu de ${width}` };
      }
    } catch (error) {
      // What follows an unclosed quote cannot be told apart any more.
      yield { number: line + 1, broken: `la suite du fichier ne se lit pas : ${(error as { code?: string }).code ?? 'erreur de lecture'}` };
    }
  }
}

async function openParquet(file: string): Promise<Result<People, PeopleFailure>> {
  // Heavy: only a Parquet file loads it.
  const { DuckDBInstance } = await import('@duckdb/node-api');
  const instance = await DuckDBInstance.create(':memory:', { memory_limit: '512MB', threads: '1' });
  const connection = await instance.connect();
  const name = file.replaceAll("'", "''");
  try {
    const [[total] = []] = (await (await connection.run(`select count(*) from read_parquet('${name}')`)).getRows()) as [bigint][];
    const result = await connection.stream(`select * from read_parquet('${name}')`);
    const columns = result.columnNames();
    let read = 0;
    return success({
      columns, progress: () => read / Math.max(Number(total ?? 1n), 1),
      lines: (async function* () {
        try {
          for (let chunk = await result.fetchChunk(); chunk && chunk.rowCount > 0; chunk = await result.fetchChunk()) {
            for (const row of chunk.getRows()) yield { number: ++read, cells: row.map((cell) => (cell === null ? '' : String(cell))) };
          }
        } finally {
          connection.closeSync();
          instance.closeSync();
        }
      })(),
    });
  } catch {
    connection.closeSync();
    instance.closeSync();
    return failure({ code: 'people.notReadable', file });
  }
}
