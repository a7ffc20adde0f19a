import { parse } from 'csv-parse/sync';
import { createEngine } from 'regles-logement';
import { type Adapter, type Answer, type Ask, neededDepartures, type Row } from './adapter.ts';
import { housingAllowance } from './aide_logement.ts';
import { locaPass } from './locapass.ts';
import { socialHousing } from './logement_social.ts';
import { mobiliJeune } from './mobili_jeune.ts';
import { monJob } from './mon_job_mon_logement.ts';
import { visale } from './visale.ts';

export const ADAPTERS: readonly Adapter[] = [housingAllowance, locaPass, socialHousing, mobiliJeune, monJob, visale];

export interface Unexplained { case: string; column: string; expected: string; got: Answer }

export interface VectorReport {
  file: string;
  /** Which kind of case file its columns make it. */
  kind: string;
  rows: number;
  equal: number;
  /** Rows that differ, by each departure that was needed to find the file's answers again. */
  departures: Record<string, number>;
  unexplained: Unexplained[];
}

const isSame = (got: Answer, expected: string, tolerance: number): boolean =>
  typeof got === 'number' ? Math.abs(got - Number(expected)) <= tolerance + 1e-9 : got !== undefined && String(got) === expected;

const differences = (adapter: Adapter, row: Row, answers: Record<string, Answer>): Unexplained[] =>
  Object.entries(answers).filter(([column, got]) => !isSame(got, row[column] ?? '', adapter.tolerance))
    .map(([column, got]) => ({ case: row['case'] ?? '', column, expected: row[column] ?? '', got }));

/** The kind of cases that these columns are, if any. */
export const recognise = (columns: readonly string[]): Adapter | undefined =>
  ADAPTERS.find((adapter) => adapter.columns.every((column) => columns.includes(column)));

/**
 * Puts each row's inputs alone to our rules and compares their answers with the row's outputs.
 * A row that differs is explained only when imitating departures that its inputs allow gives every output back; those really needed are counted.
 * @param file a name for messages
 * @param text the file, CSV with a header
 * @throws Error when the columns are those of no known kind of cases
 */
export function checkVectors(file: string, text: string): VectorReport {
  const rows = parse(text, { columns: true, skip_empty_lines: true }) as Row[];
  const adapter = recognise(Object.keys(rows[0] ?? {}));
  if (!adapter) throw new Error(`${file}: these columns are those of no known case file`);
  const engine = createEngine();
  const ask: Ask = (situation, rules) => {
    engine.setSituation(situation);
    return Object.fromEntries(rules.map((rule) => [rule, engine.evaluate(rule).nodeValue ?? undefined])) as ReturnType<typeof ask>;
  };
  const report: VectorReport = { file, kind: adapter.name, rows: rows.length, equal: 0, departures: Object.fromEntries(adapter.departures.map(({ name }) => [name, 0])), unexplained: [] };
  for (const row of rows) {
    const differs = (as: readonly string[]): Unexplained[] => differences(adapter, row, adapter.answer(row, ask, new Set(as)));
    const found = differs([]);
    if (found.length === 0) {
      report.equal += 1;
      continue;
    }
    const needed = neededDepartures(adapter.departures.filter(({ holds }) => holds(row)), (as) => differs(as).length === 0);
    if (needed === undefined) report.unexplained.push(...found);
    else for (const name of needed) report.departures[name] = (report.departures[name] ?? 0) + 1;
  }
  return report;
}
