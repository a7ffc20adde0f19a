import { parquetRelation } from '../../platform/duckdb.ts';
import { failure, success, type Result } from '../../platform/result.ts';
import type { Line, People, PeopleFailure } from './people.reader.ts';

/** Opens a Parquet file of people; its rows come by chunks, numbered from 1. */
export async function openParquet(file: string): Promise<Result<People, PeopleFailure>> {
  // Heavy: only a Parquet file loads it.
  const { DuckDBInstance } = await import('@duckdb/node-api');
  const instance = await DuckDBInstance.create(':memory:', { memory_limit: '512MB', threads: '1' });
  const connection = await instance.connect();
  const close = (): void => {
    connection.closeSync();
    instance.closeSync();
  };
  const relation = parquetRelation(file);
  try {
    const [[total] = []] = (await (await connection.run(`select count(*) from ${relation}`)).getRows()) as [bigint][];
    const result = await connection.stream(`select * from ${relation}`);
    let read = 0;
    async function* lines(): AsyncGenerator<Line> {
      for (let chunk = await result.fetchChunk(); chunk && chunk.rowCount > 0; chunk = await result.fetchChunk()) {
        for (const row of chunk.getRows()) yield { number: ++read, cells: row.map((cell) => (cell === null ? '' : String(cell))) };
      }
    }
    return success({ columns: result.columnNames(), progress: () => read / Math.max(Number(total ?? 1n), 1), lines: lines(), close });
  } catch {
    close();
    return failure({ code: 'people.notReadable', file });
  }
}
