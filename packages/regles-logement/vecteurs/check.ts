import { createEngine, type RulesEngine } from 'regles-logement';
import { type Adapter, type Answer, type Ask, neededDepartures, type Ours, type Row } from './adapter.ts';
import { housingAllowance } from './aide_logement.ts';
import { linesOf, numberIn, readInputs, type RefusedCell } from './cells.ts';
import { locaPass } from './locapass.ts';
import { socialHousing } from './logement_social.ts';
import { mobiliJeune } from './mobili_jeune.ts';
import { monJob } from './mon_job_mon_logement.ts';
import { visale } from './visale.ts';

export const ADAPTERS: readonly Adapter[] = [housingAllowance, locaPass, socialHousing, mobiliJeune, monJob, visale];

export type { CellKind, RefusedCell } from './cells.ts';

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
  /** Rows whose facts cannot be read: they are not compared. */
  refused: RefusedCell[];
}

/** An empty cell is the same as nothing, but where the file may mean it. */
function isSame(got: Answer, expected: string, { tolerance, mayBeEmpty = [] }: Adapter, column: string): boolean {
  if (got === undefined || (expected === '' && !mayBeEmpty.includes(column))) return false;
  if (typeof got !== 'number') return String(got) === expected;
  const value = numberIn(expected);
  return value !== undefined && Math.abs(got - value) <= tolerance + 1e-9;
}

const differences = (adapter: Adapter, row: Row, answers: Record<string, Answer>): Unexplained[] =>
  adapter.outputs.filter((column) => !isSame(answers[column], row[column] ?? '', adapter, column))
    .map((column) => ({ case: row['case'] ?? '', column, expected: row[column] ?? '', got: answers[column] }));

/** The kind of cases that these columns are, if any. */
const recognise = (columns: readonly string[]): Adapter | undefined =>
  ADAPTERS.find(({ inputs, outputs }) => [...Object.keys(inputs), ...outputs, 'case'].every((column) => columns.includes(column)));

/**
 * Puts each row's inputs alone to our rules and compares their answers with the row's outputs.
 * A row that differs is explained only when imitating departures that its inputs allow gives every output back; those really needed are counted.
 * @param file a name for messages
 * @param text CSV with a header: comma or semicolon, with or without a byte order mark
 * @param engine whose rules are checked: those in force without
 * @throws Error when the text is no CSV, or its columns are those of no known kind of cases
 */
export function checkVectors(file: string, text: string, engine: RulesEngine = createEngine()): VectorReport {
  const { columns, lines } = linesOf(text);
  const adapter = recognise(columns);
  if (!adapter) throw new Error(`${file}: these columns are those of no known case file`);
  if (lines.length === 0) throw new Error(`${file}: no case after the header`);
  const ask: Ask = (situation, rules) => {
    engine.setSituation(situation);
    return Object.fromEntries(rules.map((rule) => [rule, engine.evaluate(rule).nodeValue ?? undefined])) as ReturnType<typeof ask>;
  };
  const report: VectorReport = { file, kind: adapter.name, rows: lines.length, equal: 0, departures: Object.fromEntries(adapter.departures.map(({ name }) => [name, 0])), unexplained: [], refused: [] };
  for (const line of lines) {
    const read = readInputs(line, adapter.inputs);
    if ('refused' in read) {
      report.refused.push(read.refused);
      continue;
    }
    const { row } = read;
    const ours: Ours = (rule, as = []) => ask(adapter.situation(row, new Set(as)), [rule])[rule];
    const differs = (as: readonly string[]): Unexplained[] => differences(adapter, row, adapter.answer(row, ask, new Set(as)));
    const found = differs([]);
    if (found.length === 0) {
      report.equal += 1;
      continue;
    }
    const needed = neededDepartures(adapter.departures.filter(({ holds }) => holds(row, ours)), (as) => differs(as).length === 0);
    if (needed === undefined) report.unexplained.push(...found);
    else for (const name of needed) report.departures[name] = (report.departures[name] ?? 0) + 1;
  }
  return report;
}
