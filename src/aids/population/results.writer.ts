import { once } from 'node:events';
import { renameSync, rmSync, type WriteStream } from 'node:fs';

/** Quoted where it must be; what a workbook would run as a formula is made text. */
export const cell = (text: string): string => {
  const safe = /^[=+\-@\t\r]/.test(text) && !/^-?\d+([.,]\d+)?$/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
};

/** Waits while the disk is behind. */
export async function write(stream: WriteStream, text: string): Promise<void> {
  if (text !== '' && !stream.write(text)) await Promise.race([once(stream, 'drain'), once(stream, 'error').then(([error]: unknown[]) => { throw error; })]);
}

export const closed = (stream: WriteStream): Promise<void> => new Promise((resolve, reject) => {
  stream.on('error', reject);
  stream.end(resolve);
});

/** A finished CSV as Parquet; the CSV goes. */
export async function toParquet(csv: string, out: string): Promise<void> {
  const { DuckDBInstance } = await import('@duckdb/node-api');
  const instance = await DuckDBInstance.create(':memory:', { memory_limit: '512MB', threads: '1' });
  const connection = await instance.connect();
  const quoted = (path: string): string => path.replaceAll("'", "''");
  try {
    await connection.run(`copy (select * from read_csv('${quoted(csv)}', header = true, sample_size = -1)) to '${quoted(out)}.partiel' (format parquet)`);
  } finally {
    connection.closeSync();
    instance.closeSync();
    rmSync(csv, { force: true });
  }
  renameSync(`${out}.partiel`, out);
}
