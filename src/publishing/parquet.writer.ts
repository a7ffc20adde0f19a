import { createHash } from 'node:crypto';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { csvToParquet, type ParquetColumn } from '../platform/duckdb.parquet.ts';
import { keepFew } from '../platform/keep-few.ts';
import { columns, type Column } from './open-data.rules.ts';

const types: Record<Column['type'], ParquetColumn['type']> = { texte: 'VARCHAR', nombre: 'DOUBLE', entier: 'INTEGER' };

/** The latest tables by their content: an address that many ask for costs one conversion. */
const mostKept = 16;

/** The same table as Parquet: DuckDB reads the CSV that is published, so that the two cannot differ. */
export const parquetOf: (csv: string) => Promise<Buffer> = keepFew(mostKept, (csv) => createHash('sha256').update(csv).digest('hex'), convert);

async function convert(csv: string): Promise<Buffer> {
  const folder = await mkdtemp(join(tmpdir(), 'ancrage-parquet-'));
  try {
    const [from, to] = [join(folder, 'table.csv'), join(folder, 'table.parquet')];
    await writeFile(from, csv);
    await csvToParquet(from, to, columns.map(({ name, type }) => ({ name, type: types[type] })), { separator: ',', decimal: '.' });
    return await readFile(to);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
