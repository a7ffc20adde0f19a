import type { DuckDBConnection } from '@duckdb/node-api';

/** Works on a DuckDB of its own, in memory and closed after. It is heavy: only what needs it loads it. */
export async function withDuckDb<Answer>(work: (connection: DuckDBConnection) => Promise<Answer>, settings: Record<string, string> = {}): Promise<Answer> {
  const { DuckDBInstance } = await import('@duckdb/node-api');
  const instance = await DuckDBInstance.create(':memory:', { memory_limit: '512MB', threads: '2', ...settings });
  const connection = await instance.connect();
  try {
    return await work(connection);
  } finally {
    connection.closeSync();
    instance.closeSync();
  }
}

export const sqlText = (text: string): string => `'${text.replaceAll("'", "''")}'`;
export const sqlName = (name: string): string => `"${name.replaceAll('"', '""')}"`;

/** In a pattern a backslash parts folders, even within brackets: it is said by all the signs that it is not. */
const onlyBackslash = '[!]-\u007f\u0001-[]';

/** A path as an SQL string that names this file only: brackets, stars and question marks would be read as a pattern. */
export const sqlPath = (path: string): string => sqlText(/[[*?]/.test(path) ? path.replaceAll(/[[*?\\]/g, (sign) => (sign === '\\' ? onlyBackslash : `[${sign}]`)) : path);

/** A Parquet file as a relation: this file only, with its own columns only (`age=99/` in a path would add one). */
export const parquetRelation = (path: string): string => `read_parquet(${sqlPath(path)}, hive_partitioning = false)`;

/** An error's first line, with the file's own name in place of its path. */
export const duckDbError = (error: unknown, file: { path: string; name: string }): string =>
  error instanceof Error ? (error.message.split('\n')[0] ?? '').replaceAll(file.path, file.name) : '';

export const rowsOf = async (connection: DuckDBConnection, query: string): Promise<unknown[][]> => (await connection.runAndReadAll(query)).getRows();

/** A query's rows, in chunks of some two thousand, never all in memory. */
export async function* withDuckDbRows(query: string): AsyncGenerator<unknown[][]> {
  const { DuckDBInstance } = await import('@duckdb/node-api');
  const instance = await DuckDBInstance.create(':memory:', { memory_limit: '256MB', threads: '1' });
  const connection = await instance.connect();
  try {
    const result = await connection.stream(query);
    for (;;) {
      const chunk = await result.fetchChunk();
      if (!chunk || chunk.rowCount === 0) return;
      yield chunk.getRows();
    }
  } finally {
    connection.closeSync();
    instance.closeSync();
  }
}
