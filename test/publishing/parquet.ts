import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { withDuckDb } from '../../src/platform/duckdb.ts';

/** A Parquet file's rows, each value as text; empty where there is none. */
export async function parquetRows(bytes: Buffer): Promise<Record<string, string>[]> {
  const folder = mkdtempSync(join(tmpdir(), 'ancrage-parquet-read-'));
  try {
    const file = join(folder, 'table.parquet');
    writeFileSync(file, bytes);
    const rows = await withDuckDb(async (db) => (await db.runAndReadAll(`select * from read_parquet('${file}')`)).getRowObjects());
    return rows.map((row) => Object.fromEntries(Object.entries(row).map(([name, value]) => [name, value === null ? '' : String(value as string | number)])));
  } finally {
    rmSync(folder, { recursive: true });
  }
}
