import type { ParquetColumn } from '../../platform/duckdb.parquet.ts';
import { failure, success, type Result } from '../../platform/result.ts';
import { ruleBook } from '../rule-book.ts';
import { newBatch, type Counts } from './batch.ts';
import { readHeader, type Header } from './header.rules.ts';
import { mostMissing } from './missing.ts';
import { openPeople, type BrokenLine, type Line, type People, type PeopleFailure } from './people.reader.ts';
import { populationProgram, type PopulationProgram } from './program.ts';
import { diskFailure, openResults, type OutputFailure, type ResultFiles } from './results.files.ts';

export interface PopulationOptions {
  file: string;
  /** The day whose law applies, AAAA-MM-JJ. */
  at: string;
  /** Results, CSV or Parquet by its ending; rows that cannot be read go to `<out>.rejets.csv`. */
  out: string;
  /** Whether files that stand there already may be replaced. */
  replace: boolean;
  signal: AbortSignal;
  /** Share of the file read, and rows so far. */
  progress: (share: number, rows: number) => void;
}

export interface PopulationReport extends Omit<Counts, 'lacking'> {
  at: string;
  rows: number;
  rejected: number;
  /** By aid with undecided persons, the facts that they most often lack, the first one first. */
  missing: Readonly<Record<string, readonly string[]>>;
  /** Where the rejected rows stand with their reasons; absent when there is none. */
  rejects?: string;
  /** A side file of an earlier run, which this one had nothing to put into. */
  olderRejects?: string;
  ignoredColumns: readonly string[];
  /** Columns of the day, set aside: a run has one day for all. */
  dayColumns: readonly string[];
  /** From which line on the file could not be read, and why: only the rows before it are in the results. */
  unread?: { line: number; reason: string };
}

export type PopulationFailure = PeopleFailure | OutputFailure
  | { code: 'people.noFact'; file: string; columns: readonly string[] }
  | { code: 'people.repeated'; file: string; columns: readonly string[] }
  | { code: 'rules.refused'; rule: string; reason: string }
  | { code: 'interrupted' };

/**
 * Applies every aid to a file of people and writes one line each: open, closed, waiting for facts or for a source, and the amount. Bad rows go to
 * a side file with their line, column and reason; good ones are kept. Nothing is left of a run that fails or is interrupted.
 */
export async function simulatePopulation(options: PopulationOptions): Promise<Result<PopulationReport, PopulationFailure>> {
  const people = await openPeople(options.file);
  if (!people.ok) return people;
  try {
    return await simulated(people.value, options);
  } catch (error) {
    const disk = diskFailure(error, options.out);
    if (disk) return failure(disk);
    throw error;
  } finally {
    people.value.close();
  }
}

async function simulated(people: People, options: PopulationOptions): Promise<Result<PopulationReport, PopulationFailure>> {
  const { file, at } = options;
  const book = ruleBook();
  const header = readHeader(people.columns, book.inputs);
  if (header.repeated.length > 0) return failure({ code: 'people.repeated', file, columns: header.repeated });
  if (header.facts.every((input) => input === undefined)) return failure({ code: 'people.noFact', file, columns: people.columns });
  const prepared = populationProgram(book, at);
  const [refused] = prepared.refused;
  if (refused) return failure({ code: 'rules.refused', ...refused });
  const results = await openResults({ ...options, columns: columnsOf(prepared, header) });
  if (!results.ok) return results;
  try {
    const report = await written(people, header, prepared, results.value, options);
    if (options.signal.aborted) {
      await results.value.abandon();
      return failure({ code: 'interrupted' });
    }
    const kept = await results.value.keep();
    return kept.ok ? success({ ...report, ...kept.value }) : kept;
  } catch (error) {
    await results.value.abandon();
    throw error;
  }
}

/** The columns of the results, in the order of the cells of a row (`newBatch`). */
const columnsOf = ({ aids }: PopulationProgram, { id: person }: Header): ParquetColumn[] => [
  { name: 'ligne', type: 'BIGINT' },
  // Names of persons stay texts, whatever digits they are made of.
  ...(person === undefined ? [] : [{ name: 'id', type: 'VARCHAR' } as const]),
  ...aids.flatMap(({ id, amount }): ParquetColumn[] => [{ name: id, type: 'VARCHAR' }, ...(amount === undefined ? [] : [{ name: `${id}.montant`, type: 'DOUBLE' } as const])]),
];

/** Writes results and rejects until the file ends, cannot be read on, or the run is stopped. */
async function written(people: People, header: Header, prepared: PopulationProgram, results: ResultFiles, { at, signal, progress }: PopulationOptions): Promise<PopulationReport> {
  const batch = newBatch(prepared, header, ruleBook(), at);
  const report: Omit<PopulationReport, 'missing'> & Counts = {
    at, rows: 0, kept: 0, rejected: 0, ignoredColumns: header.unknown, dayColumns: header.days, escaped: 0, lacking: {},
    aids: Object.fromEntries(prepared.aids.map(({ id }) => [id, { yes: 0, no: 0, open: 0, unknown: 0 }])),
  };
  const flush = async (): Promise<void> => {
    await results.write(batch.compute(report));
    progress(people.progress(), report.rows);
  };
  for await (const line of people.lines) {
    if (signal.aborted) return told(report);
    report.rows += 1;
    const problems = 'broken' in line ? [{ column: line.column ?? '', given: '', reason: line.broken }] : batch.add(line);
    if (problems.length > 0) report.rejected += 1;
    for (const { column, given, reason } of problems) await results.reject([String(line.number), column, given, reason]);
    if (isLast(line)) report.unread = { line: line.number, reason: line.broken };
    if (batch.isFull()) await flush();
  }
  if (!signal.aborted) await flush();
  return told(report);
}

const told = ({ lacking, ...report }: Omit<PopulationReport, 'missing'> & Counts): PopulationReport => ({ ...report, missing: mostMissing(lacking, ruleBook()) });

const isLast = (line: Line | BrokenLine): line is BrokenLine => 'broken' in line && line.last === true;
