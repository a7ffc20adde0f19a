import { failure, success, type Result } from '../platform/result.ts';
import { writtenFlows, type FlowSums } from './flow.writing.ts';
import { notices, type ImportProblem } from './import.messages.ts';
import { parsedDataset, type ParsedFile } from './parsed.ts';
import type { SourceDescription } from './sources/catalogue.ts';

/** What a file of flows between places comes to. */
export interface SummedFlows {
  /** Rows that are wrong. */
  faults: number;
  rows: number;
  sums: FlowSums;
}

interface Flows {
  source: SourceDescription;
  vintage: string;
  summed: SummedFlows;
  problems: readonly ImportProblem[];
  notes: readonly string[];
}

/** A file of flows as a dataset; one without a row is refused. */
export function parsedFlows({ source, vintage, summed: { rows, sums }, problems, notes }: Flows): Result<ParsedFile, ImportProblem> {
  if (rows === 0) return failure({ code: 'file.headerOnly' });
  const { byResidence, peopleAbroad } = totalsOf(sums);
  return success({
    datasets: [parsedDataset({
      source, vintage, read: rows, kept: rows - problems.length, rejected: problems.length,
      areas: [...byResidence.keys()], rowsByArea: byResidence, flows: writtenFlows(sums),
    })],
    notices: [...notes, ...(peopleAbroad > 0 ? [notices.abroad(peopleAbroad)] : [])],
    problems,
  });
}

/** Rows by commune of residence; people at work abroad. */
function totalsOf({ places, pairs }: FlowSums): { byResidence: Map<string, number>; peopleAbroad: number } {
  const rows = new Float64Array(places.codes.length);
  let peopleAbroad = 0;
  pairs.residence.forEach((residence, pair) => {
    rows[residence] = (rows[residence] ?? 0) + (pairs.rows[pair] ?? 0);
    if ((pairs.work[pair] ?? 0) > places.communes) peopleAbroad += pairs.people[pair] ?? 0;
  });
  return { byResidence: new Map(places.codes.flatMap((code, rank) => (rows[rank] ? [[code, rows[rank]] as const] : []))), peopleAbroad };
}
