import { DuckDBInstance } from '@duckdb/node-api';

/** Writes what a query gives as a Parquet file. */
export async function parquetFile(path: string, query: string): Promise<void> {
  const instance = await DuckDBInstance.create(':memory:');
  const connection = await instance.connect();
  await connection.run(`copy (${query}) to '${path.replaceAll("'", "''")}' (format parquet)`);
  connection.closeSync();
  instance.closeSync();
}
