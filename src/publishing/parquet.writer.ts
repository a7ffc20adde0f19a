import { createHash } from 'node:crypto';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sqlText, withDuckDb } from '../platform/duckdb.ts';
import { columns, type Column } from './open-data.rules.ts';

const types: Record<Column['type'], string> = { texte: 'VARCHAR', nombre: 'DOUBLE', entier: 'INTEGER' };

/** The latest tables by their content: an address that many ask for costs one conversion. */
const made = new Map<string, Promise<Buffer>>();
const mostKept = 16;

/** The same table as Parquet: DuckDB reads the CSV that is published, so that the two cannot differ. */
export function parquetOf(csv: string): Promise<Buffer> {
  const key = createHash('sha256').update(csv).digest('hex');
  const known = made.get(key);
  if (known) return known;
  const making = convert(csv);
  made.set(key, making);
  making.catch(() => made.delete(key));
  for (const old of [...made.keys()].slice(0, -mostKept)) made.delete(old);
  return making;
}

async function convert(csv: string): Promise<Buffer> {
  const folder = await mkdtemp(join(tmpdir(), 'ancrage-parquet-'));
  try {
    const [from, to] = [join(folder, 'table.csv'), join(folder, 'table.parquet')];
    await writeFile(from, csv);
    const read = columns.map(({ name, type }) => `'${name}': '${types[type]}'`).join(', ');
    await withDuckDb((db) => db.run(
      `copy (select * from read_csv(${sqlText(from)}, header = true, delim = ',', quote = '"', escape = '"', nullstr = '', columns = {${read}})) to ${sqlText(to)} (format parquet, compression zstd)`));
    return await readFile(to);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
