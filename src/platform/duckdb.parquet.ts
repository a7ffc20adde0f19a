import { sqlPath, sqlText, withDuckDb } from './duckdb.ts';

/** A column of a table that leaves as Parquet. */
export interface ParquetColumn { name: string; type: 'VARCHAR' | 'DOUBLE' | 'INTEGER' | 'BIGINT' }

/** A row may hold a name as long as a file of people may give one, with every quote doubled. */
const longestRow = 1 << 24;

/**
 * A CSV that the program wrote, with a header and double quotes, as Parquet: types are those declared, never guessed, and no column comes from the
 * names of folders (`id=99/`). An empty cell is null. A full disk is thrown as Node throws it: `ENOSPC`.
 */
export async function csvToParquet(csv: string, parquet: string, columns: readonly ParquetColumn[], { separator, decimal }: { separator: ',' | ';'; decimal: '.' | ',' }): Promise<void> {
  const types = columns.map(({ name, type }) => `${sqlText(name)}: '${type}'`).join(', ');
  const table = `read_csv(${sqlPath(csv)}, columns = {${types}}, header = true, delim = '${separator}', decimal_separator = '${decimal}', quote = '"', escape = '"', nullstr = '',
    auto_detect = false, hive_partitioning = false, parallel = false, max_line_size = ${longestRow})`;
  try {
    await withDuckDb((db) => db.run(`copy (select * from ${table}) to ${sqlText(parquet)} (format parquet, compression zstd)`), { threads: '1' });
  } catch (error) {
    throw error instanceof Error && error.message.includes('No space left on device') ? Object.assign(error, { syscall: 'write', code: 'ENOSPC' }) : error;
  }
}
