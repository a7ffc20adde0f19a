import { failure, success, type Result } from '../platform/result.ts';
import { flowBatches } from './flow.batches.ts';
import { notices, type ImportProblem } from './import.messages.ts';
import { parsedDataset, type ParsedFile } from './parsed.ts';
import type { SourceDescription } from './sources/catalogue.ts';

/** What a file of flows between places comes to, once summed by pair. */
export interface SummedFlows {
  /** Not 0 where some row is wrong; one that is wrong twice may count twice. */
  faults: number;
  rows: number;
  /** Rows by commune of residence. */
  byResidence: Map<string, number>;
  peopleAbroad: number;
}

interface Flows {
  source: SourceDescription;
  vintage: string;
  summed: SummedFlows;
  problems: readonly ImportProblem[];
  /** The Parquet file that holds the sums, read again when they are stored. */
  target: string;
  notes: readonly string[];
}

/** A file of flows as a dataset; one without a row is refused. */
export function parsedFlows({ source, vintage, summed: { rows, byResidence, peopleAbroad }, problems, target, notes }: Flows): Result<ParsedFile, ImportProblem> {
  if (rows === 0) return failure({ code: 'file.headerOnly' });
  return success({
    datasets: [parsedDataset({
      source, vintage, read: rows, kept: rows - problems.length, rejected: problems.length,
      areas: [...byResidence.keys()], rowsByArea: byResidence, flows: () => flowBatches(target),
    })],
    notices: [...notes, ...(peopleAbroad > 0 ? [notices.abroad(peopleAbroad)] : [])],
    problems,
  });
}
