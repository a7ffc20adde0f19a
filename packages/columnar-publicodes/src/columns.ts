import type { Unit } from 'publicodes';
import type { Type } from './graph.ts';
import type { Fact } from './interpreter.ts';
import type { Strings } from './read/strings.ts';

export type Values = Float64Array | Uint8Array | Int32Array;

/** What a row of a column is: of an input, the first three; of an output, `HELD` is what the column cannot hold (see `escaped`). */
export const ROW_STATE = { VALUE: 0, NOT_APPLICABLE: 1, UNDEFINED: 2, HELD: 3 } as const;

/** Numbers Float64Array (finite, below 1e100), booleans Uint8Array (0, 1), dates Int32Array (days since 1970-01-01), texts Int32Array or Uint8Array (codes); `state`: see `ROW_STATE`, without it each row has a value. */
export interface Column { values: Values; state?: Uint8Array }

export interface Input {
  name: string;
  type: Type;
  /** The unit in which numbers are given. */
  unit: Unit | undefined;
  /** Texts by code, for texts; others may be added by `program.code`. */
  options?: readonly string[];
  /** May be left undefined. */
  optional: boolean;
}

export interface Output { name: string; type: Type; unit: Unit | undefined; options?: readonly string[] }

/** One target; `state`: see `ROW_STATE`. What a column cannot hold is an error, or a value of another type. */
export interface OutputColumn { values: Values; state: Uint8Array }

/** An empty column of a type, as `run` takes it. */
export function newValues(type: Type, length: number): Values {
  if (type === 'number') return new Float64Array(length);
  return type === 'boolean' ? new Uint8Array(length) : new Int32Array(length);
}

/** The fact that a column holds at a row; undefined when it is not defined. */
export function factAt(input: Input, column: Column | undefined, row: number, strings: Strings): Fact | undefined {
  const state = column ? (column.state?.[row] ?? 0) : 2;
  if (state === 2) return undefined;
  const { type, unit } = input;
  if (state === 1) return { type, unit, value: null };
  const raw = column?.values[row] ?? 0;
  return { type, unit, value: type === 'boolean' ? raw === 1 : type === 'string' ? strings.text(raw) : raw };
}
