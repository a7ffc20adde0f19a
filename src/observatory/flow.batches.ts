import { parquetRelation, withDuckDbRows } from '../platform/duckdb.ts';
import type { FlowSide, NewFlows } from './flow.store.ts';

/** Flows written aside as Parquet (`flow.writing.ts`), chunk by chunk as DuckDB gives them: some two thousand places at a time. */
export async function* flowBatches(path: string): AsyncGenerator<readonly NewFlows[]> {
  for await (const rows of withDuckDbRows(`select place, side, others, people, respondents, margins from ${parquetRelation(path)}`)) {
    yield rows.map(([place, side, others, people, respondents, margins]) => ({
      place: String(place), side: side as FlowSide, others: String(others), people: String(people), respondents: typeof respondents === 'string' ? respondents : null, margins: String(margins),
    }));
  }
}
