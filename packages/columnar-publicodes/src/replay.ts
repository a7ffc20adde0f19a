import type { Output, OutputColumn } from './columns.ts';
import { dayOf } from './dates.ts';
import type { Fact, Interpreter } from './interpreter.ts';
import type { Strings } from './read/strings.ts';
import { convert, convertible } from './units.ts';

/** Rows given back to the interpreter. */
export interface Escaped {
  /** How many values (a row and a target). */
  count: number;
  /** The rows, each once, in order. */
  rows: readonly number[];
  /** What a column cannot hold, by target then row: the interpreter's error, or a value of another type. */
  held: ReadonlyMap<string, ReadonlyMap<number, Error | string | number | boolean>>;
}

/** Asks the interpreter what columns could not compute, and writes it in place. */
export function replay(
  interpreter: () => Interpreter,
  targets: readonly Output[],
  columns: Record<string, OutputColumn>,
  waiting: readonly { row: number; target: string }[],
  facts: (row: number) => Map<string, Fact>,
  strings: Strings,
): Escaped {
  const held = new Map<string, Map<number, Error | string | number | boolean>>();
  if (waiting.length === 0) return { count: 0, rows: [], held };
  const asked = interpreter();
  const outputs = new Map(targets.map((target) => [target.name, target]));
  const ordered = waiting.toSorted((a, b) => a.row - b.row);
  let at = -1;
  for (const { row, target } of ordered) {
    const [output, column] = [outputs.get(target), columns[target]];
    if (!output || !column) continue;
    if (row !== at) asked.set(facts(row));
    at = row;
    const answer = ask(asked, output, strings);
    column.state[row] = answer.state;
    column.values[row] = answer.value;
    if (answer.held === undefined) continue;
    const rows = held.get(target) ?? new Map<number, Error | string | number | boolean>();
    rows.set(row, answer.held);
    held.set(target, rows);
  }
  return { count: waiting.length, rows: [...new Set(ordered.map(({ row }) => row))], held };
}

interface Answer { state: number; value: number; held?: Error | string | number | boolean }

function ask(interpreter: Interpreter, output: Output, strings: Strings): Answer {
  try {
    const { nodeValue, unit } = interpreter.evaluate(output.name);
    if (nodeValue === null) return { state: 1, value: 0 };
    if (nodeValue === undefined) return { state: 2, value: 0 };
    if (output.type === 'number' && typeof nodeValue === 'number' && convertible(unit, output.unit)) return { state: 0, value: unit && output.unit ? sameOr(nodeValue, unit, output.unit) : nodeValue };
    if (output.type === 'boolean' && typeof nodeValue === 'boolean') return { state: 0, value: nodeValue ? 1 : 0 };
    if (output.type === 'date' && typeof nodeValue === 'string') {
      const day = dayOf(nodeValue);
      if (day !== undefined) return { state: 0, value: day };
    }
    if (output.type === 'string' && typeof nodeValue === 'string') return { state: 0, value: strings.code(nodeValue) };
    return { state: 3, value: 0, held: nodeValue };
  } catch (error) {
    return { state: 3, value: 0, held: error instanceof Error ? error : new Error(String(error)) };
  }
}

/** A value already in the unit asked is not rounded again. */
function sameOr(value: number, from: NonNullable<Output['unit']>, to: NonNullable<Output['unit']>): number {
  return JSON.stringify(from) === JSON.stringify(to) ? value : convert(value, from, to);
}
