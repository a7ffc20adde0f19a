import type { DuckDBConnection, DuckDBDoubleVector, DuckDBIntegerVector } from '@duckdb/node-api';

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

/** A chunk of rows as arrays of numbers; they are the reader's own, written again by the next chunk. */
export interface NumberChunk {
  count: number;
  integers: Int32Array[];
  doubles: Float64Array[];
}

/** Reads a query whose columns are integers and doubles, none of them null, chunk by chunk while it runs. */
export async function eachChunk(connection: DuckDBConnection, query: string, take: (chunk: NumberChunk) => void): Promise<void> {
  const { DuckDBDoubleVector, DuckDBIntegerVector } = await import('@duckdb/node-api');
  // With a small one, threads wait for one another at every chunk.
  await connection.run("set streaming_buffer_size = '64MB'");
  const result = await connection.stream(query);
  const read: NumberChunk = { count: 0, integers: [], doubles: [] };
  // One chunk is read by DuckDB, in its threads, while the one before is taken here.
  let next = result.fetchChunk();
  for (;;) {
    const chunk = await next;
    if (!chunk || chunk.rowCount === 0) return;
    next = result.fetchChunk();
    read.count = chunk.rowCount;
    let [integers, doubles] = [0, 0];
    for (let at = 0; at < chunk.columnCount; at += 1) {
      const vector = chunk.getColumnVector(at);
      if (vector instanceof DuckDBIntegerVector) readIntegers(vector, (read.integers[integers++] ??= new Int32Array(mostRows)));
      else if (vector instanceof DuckDBDoubleVector) readDoubles(vector, (read.doubles[doubles++] ??= new Float64Array(mostRows)));
    }
    take(read);
  }
}

/** Rows of a chunk of DuckDB's, at most. */
const mostRows = 2048;

// Two loops, each of one kind of vector: the engine makes them fast.
function readIntegers(vector: DuckDBIntegerVector, into: Int32Array): void {
  for (let row = 0; row < vector.itemCount; row += 1) into[row] = vector.getItem(row) ?? 0;
}

function readDoubles(vector: DuckDBDoubleVector, into: Float64Array): void {
  for (let row = 0; row < vector.itemCount; row += 1) into[row] = vector.getItem(row) ?? 0;
}
