import { newValues, type Column, type Outputs } from 'columnar-publicodes';
import { moveDay, type DerivedDate, type Input } from 'regles-logement';
import { columnValue, dayNumber, undefinedState } from '../columns.ts';
import { readFact, type FactFailure, type FactValue } from '../facts.ts';
import type { Line } from './people.reader.ts';
import type { PopulationProgram } from './program.ts';
import { cell } from './results.writer.ts';

const batchRows = 16_384;

/** What a batch adds to the report of a run. */
export interface Counts {
  kept: number;
  /** Rows that the interpreter computed. */
  escaped: number;
  /** By aid: persons to whom it is open, closed, and not decided. */
  aids: Record<string, { yes: number; no: number; open: number }>;
}

interface Rejection { column: string; given: string; reason: string }

/** Rows under way: their facts as columns, then their results as text. */
export function newBatch({ program, aids }: PopulationProgram, derived: readonly DerivedDate[], at: string) {
  const columns = Object.fromEntries(program.inputs.map(({ name, type }) => [name, { values: newValues(type, batchRows), state: new Uint8Array(batchRows) } satisfies Column]));
  const types = new Map(program.inputs.map(({ name, type }) => [name, type]));
  const following = Map.groupBy(derived.filter(({ name }) => name in columns), ({ from }) => from);
  const heads: string[] = [];
  let outputs: Outputs | undefined;

  const put = (name: string, row: number, value: FactValue): void => {
    const column = columns[name];
    if (!column) return;
    column.state[row] = 0;
    column.values[row] = columnValue(value, types.get(name), program);
  };
  const follow = (from: string, row: number, day: number): void => {
    for (const { name, months, days } of following.get(from) ?? []) {
      const column = columns[name];
      if (!column) continue;
      column.state[row] = 0;
      column.values[row] = moveDay(day, months, days);
    }
  };
  return {
    isFull: () => heads.length === batchRows,
    /** Adds a row; or says what it is rejected for. */
    add({ number, cells }: Line, facts: readonly (Input | undefined)[], id: number | undefined): Rejection | undefined {
      const row = heads.length;
      for (const name in columns) (columns[name] as { state: Uint8Array }).state[row] = undefinedState;
      follow('date', row, dayNumber(at));
      for (const [position, input] of facts.entries()) {
        const given = cells[position] ?? '';
        if (!input || given === '' || input.name === 'date') continue;
        const fact = readFact(input, given);
        if (!fact.ok) return { column: input.name, given, reason: expected(fact.error) };
        put(input.name, row, fact.value);
        if (input.type === 'date') follow(input.name, row, dayNumber(fact.value as string));
      }
      heads.push([String(number), ...(id === undefined ? [] : [cells[id] ?? ''])].map(cell).join(','));
      return undefined;
    },
    /** The results of the rows under way, counted in the report. */
    compute(report: Counts): string {
      if (heads.length === 0) return '';
      outputs = program.run(columns, heads.length, outputs);
      report.escaped += outputs.escaped.rows.length;
      report.kept += heads.length;
      const lines = heads.map((head, row) => {
        const cells = aids.flatMap(({ id, eligible, amount: amountRule }) => {
          const truth = truthAt(outputs?.columns[eligible], row);
          (report.aids[id] as { yes: number; no: number; open: number })[truth] += 1;
          const amount = amountRule === undefined ? undefined : outputs?.columns[amountRule];
          return [truth === 'yes' ? 'oui' : truth === 'no' ? 'non' : 'inconnu', ...(amount ? [truth === 'yes' && amount.state[row] === 0 ? String(Math.round((amount.values[row] ?? 0) * 100) / 100) : ''] : [])];
        });
        return `${head},${cells.join(',')}\n`;
      });
      heads.length = 0;
      return lines.join('');
    },
  };
}

function truthAt(column: Outputs['columns'][string] | undefined, row: number): 'yes' | 'no' | 'open' {
  const state = column?.state[row] ?? undefinedState;
  if (state >= undefinedState) return 'open';
  return state === 0 && column?.values[row] === 1 ? 'yes' : 'no';
}

/** What a cell should have been. */
function expected(problem: FactFailure): string {
  switch (problem.code) {
    case 'fact.notYesNo': return 'oui ou non';
    case 'fact.notNumber': return 'un nombre';
    case 'fact.notDay': return 'une date, AAAA-MM-JJ ou JJ/MM/AAAA';
    case 'fact.outOfRange': return `un nombre de ${problem.min} à ${problem.max}`;
    default: return problem.options.join(' | ');
  }
}
