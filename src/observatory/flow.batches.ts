import { parquetRelation, withDuckDbRows } from '../platform/duckdb.ts';
import type { NewFlow } from './flow.store.ts';

/** Flows written aside as Parquet, chunk by chunk as DuckDB gives them: a national file has more than a million pairs of communes. */
export async function* flowBatches(path: string): AsyncGenerator<readonly NewFlow[]> {
  let batch: NewFlow[] = [];
  for await (const rows of withDuckDbRows(`select residence, work, abroad, people, respondents, margins from ${parquetRelation(path)}`)) {
    for (const [residence, work, abroad, people, respondents, margins] of rows) {
      batch.push({
        residence: String(residence), work: String(work), abroad: abroad === true, people: Number(people), respondents: respondents === null ? null : Number(respondents), margins: String(margins),
      });
    }
    if (batch.length < batchSize) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}

const batchSize = 20_000;
