import { newValues, tryCompile, type Column, type Program } from 'columnar-publicodes';
import { moveDay, type Parameter } from 'regles-logement';
import { columnValue, dayNumber, rangesOf, undefinedState } from '../columns.ts';
import type { FactValue } from '../facts.ts';
import type { RuleBook } from '../rule-book.ts';

/** The four tables of ceilings that a territory may want to move. */
export const ceilingIds = ['PLAI', 'PLUS', 'PLS', 'PLI'] as const;
export type CeilingId = (typeof ceilingIds)[number];

/** By how much a table's amounts are multiplied; PLS follows PLUS by the rules, and may be moved again. */
export type CeilingMoves = Partial<Record<CeilingId, number>>;

/** Facts of rows by input: an array with a value or nothing for each row, or one value for all. */
export type RuleColumns = Readonly<Record<string, FactValue | readonly (FactValue | undefined)[]>>;

/** What the rules say of a row: no, yes, or neither with what is known of it. */
export const truth = { no: 0, yes: 1, open: 2 } as const;

/** The rule that compares a household's income with a ceiling. */
export const ceilingRule = (id: CeilingId): string => `plafonds . ${id} . respecté`;

export interface RulesOfRows {
  /** By target, a `truth` for each row, with the law of the day `at` (AAAA-MM-JJ) and its ceilings moved. */
  judge: (facts: RuleColumns, length: number, at: string, moves?: CeilingMoves) => ReadonlyMap<string, Uint8Array>;
  /** The facts that a target may look at, and that these rows do not have. */
  missing: (target: string, given: ReadonlySet<string>) => readonly string[];
}

/**
 * Rules for rows that are made in memory, not read from a file: compiled once for all days and all ceilings, which are columns like the facts,
 * so that moving either costs a run and no compilation. What columns cannot hold is open.
 */
export function rulesOfRows(book: RuleBook, targets: readonly string[]): RulesOfRows {
  const derived = book.rules.derived;
  const parameters = Map.groupBy(book.rules.parameters.filter(({ rule }) => ceilingOf(rule) !== undefined), ({ rule }) => rule);
  const { program } = tryCompile(book.engine, targets, { inputs: [...book.inputs.keys(), ...derived.map(({ name }) => name), ...parameters.keys()], ranges: rangesOf(book.inputs.values()) });
  const types = new Map(program.inputs.map(({ name, type }) => [name, type]));

  function judge(facts: RuleColumns, length: number, at: string, moves: CeilingMoves = {}): ReadonlyMap<string, Uint8Array> {
    const given: Record<string, RuleColumns[string]> = { ...facts, date: at };
    for (const { name, from, months, days } of derived) {
      const value = given[from];
      if (typeof value === 'string') given[name] ??= moveDay(dayNumber(value), months, days);
    }
    for (const [rule, values] of parameters) {
      const value = valueAt(values, at);
      if (value !== undefined) given[rule] = moved(value, moves[ceilingOf(rule) ?? 'PLUS'], values[0]?.unit);
    }
    const columns: Record<string, Column> = {};
    for (const [name, value] of Object.entries(given)) {
      const type = types.get(name);
      if (type) columns[name] = columnOf(value, type, length, program);
    }
    const outputs = program.run(columns, length).columns;
    return new Map(targets.map((target) => {
      const { values, state } = outputs[target] ?? { values: [], state: [] };
      return [target, Uint8Array.from({ length }, (_, row) => ((state[row] ?? undefinedState) === 0 ? (values[row] ? truth.yes : truth.no) : state[row] === 1 ? truth.no : truth.open))];
    }));
  }

  return { judge, missing: (target, given) => [...book.factsOf(target)].filter((fact) => !given.has(fact)) };
}

/** The table that a parameter belongs to. */
const ceilingOf = (rule: string): CeilingId | undefined => ceilingIds.find((id) => rule.startsWith(`plafonds . ${id} . `));

function valueAt(values: readonly Parameter[], at: string): number | undefined {
  const value = values.filter(({ from }) => from <= at).toSorted((a, b) => (a.from < b.from ? -1 : 1)).at(-1)?.value;
  return typeof value === 'number' ? value : undefined;
}

/** Orders give amounts in whole euros. */
const moved = (value: number, by: number | undefined, unit: string | undefined): number => (by === undefined ? value : unit === '%' ? value * by : Math.round(value * by));

function columnOf(value: RuleColumns[string], type: Program['inputs'][number]['type'], length: number, program: Program): Column {
  const values = newValues(type, length);
  if (!Array.isArray(value)) {
    const one = value as FactValue;
    values.fill(type === 'date' && typeof one === 'number' ? one : columnValue(one, type, program));
    return { values };
  }
  const state = new Uint8Array(length);
  for (let row = 0; row < length; row += 1) {
    const one = (value as readonly (FactValue | undefined)[])[row];
    if (one === undefined) state[row] = undefinedState;
    else values[row] = columnValue(one, type, program);
  }
  return { values, state };
}
