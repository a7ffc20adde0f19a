import { createWriteStream, renameSync, rmSync, type WriteStream } from 'node:fs';
import { failure, success, type Result } from '../../platform/result.ts';
import { ruleBook } from '../rule-book.ts';
import { newBatch, type Counts } from './batch.ts';
import { readHeader } from './header.rules.ts';
import { openPeople, type PeopleFailure } from './people.reader.ts';
import { populationProgram } from './program.ts';
import { cell, closed, toParquet, write } from './results.writer.ts';

export interface PopulationOptions {
  file: string;
  /** The day whose law applies, AAAA-MM-JJ. */
  at: string;
  /** Results, CSV or Parquet by its ending; rows that cannot be read go to `<out>.rejets.csv`. */
  out: string;
  signal: AbortSignal;
  /** Share of the file read, and rows so far. */
  progress: (share: number, rows: number) => void;
}

export interface PopulationReport extends Counts {
  at: string;
  rows: number;
  rejected: number;
  /** Where the rejected rows stand with their reasons; absent when there is none. */
  rejects?: string;
  ignoredColumns: readonly string[];
}

export type PopulationFailure = PeopleFailure
  | { code: 'people.noFact'; file: string; columns: readonly string[] }
  | { code: 'people.repeated'; file: string; columns: readonly string[] }
  | { code: 'rules.refused'; rule: string; reason: string }
  | { code: 'interrupted' };

/**
 * Applies every aid to a file of people and writes one line each: open, closed or not decided, and the amount. Bad rows go to a side file with
 * their line, column and reason; good ones are kept. Nothing is left when it is interrupted.
 */
export async function simulatePopulation({ file, at, out, signal, progress }: PopulationOptions): Promise<Result<PopulationReport, PopulationFailure>> {
  const book = ruleBook();
  const people = await openPeople(file);
  if (!people.ok) return people;
  const header = readHeader(people.value.columns, book.inputs);
  if (header.repeated.length > 0) return failure({ code: 'people.repeated', file, columns: header.repeated });
  if (header.facts.every((input) => input === undefined)) return failure({ code: 'people.noFact', file, columns: people.value.columns });
  const prepared = populationProgram(book, at);
  const [refused] = prepared.refused;
  if (refused) return failure({ code: 'rules.refused', ...refused });

  const parquet = out.endsWith('.parquet');
  const partial = `${out}.partiel${parquet ? '.csv' : ''}`;
  const rejects = `${out}.rejets.csv`;
  const results = createWriteStream(partial);
  let rejected: WriteStream | undefined;
  const batch = newBatch(prepared, book.rules.derived, at);
  const report: PopulationReport = { at, rows: 0, kept: 0, rejected: 0, ignoredColumns: header.unknown, escaped: 0, aids: Object.fromEntries(prepared.aids.map(({ id }) => [id, { yes: 0, no: 0, open: 0 }])) };
  const names = prepared.aids.flatMap(({ id, amount }) => (amount === undefined ? [id] : [id, `${id}.montant`]));
  try {
    await write(results, `${['ligne', ...(header.id === undefined ? [] : ['id']), ...names].join(',')}\n`);
    const flush = async (): Promise<void> => {
      await write(results, batch.compute(report));
      progress(people.value.progress(), report.rows);
    };
    for await (const line of people.value.lines) {
      if (signal.aborted) break;
      report.rows += 1;
      const problem = 'broken' in line ? { column: '', given: '', reason: line.broken } : batch.add(line, header.facts, header.id);
      if (problem) {
        report.rejected += 1;
        rejected ??= await opened(rejects);
        await write(rejected, `${[String(line.number), problem.column, problem.given, problem.reason].map(cell).join(',')}\n`);
      } else if (batch.isFull()) await flush();
    }
    if (!signal.aborted) await flush();
    await closed(results);
    if (rejected) await closed(rejected);
    if (signal.aborted) {
      for (const left of [partial, rejects]) rmSync(left, { force: true });
      return failure({ code: 'interrupted' });
    }
    if (parquet) await toParquet(partial, out);
    else renameSync(partial, out);
    if (!rejected) rmSync(rejects, { force: true });
    return success({ ...report, ...(rejected ? { rejects } : {}) });
  } catch (error) {
    results.destroy();
    rejected?.destroy();
    rmSync(partial, { force: true });
    throw error;
  }
}

async function opened(rejects: string): Promise<WriteStream> {
  const stream = createWriteStream(rejects);
  await write(stream, 'ligne,colonne,valeur,attendu\n');
  return stream;
}
