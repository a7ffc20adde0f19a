import { ROW_STATE, type CompileOptions, type Input as ColumnInput, type Program } from 'columnar-publicodes';
import type { Input } from 'regles-logement';
import { boundsOf, type FactValue } from './facts.ts';

/** The state of a row whose fact, or whose answer, is not defined. */
export const undefinedState = ROW_STATE.UNDEFINED;

/** A day (AAAA-MM-JJ) as columns hold it: days since 1970-01-01. */
export const dayNumber = (iso: string): number => Date.parse(iso) / 86_400_000;
export const isoDay = (day: number): string => new Date(day * 86_400_000).toISOString().slice(0, 10);

/** A fact as a column of its type holds it. */
export const columnValue = (value: FactValue, type: ColumnInput['type'] | undefined, program: Program): number =>
  typeof value === 'number' ? value : typeof value === 'boolean' ? Number(value) : type === 'date' ? dayNumber(value) : program.code(value);

/** What compiled rules may rely on of their columns: the bounds that reading a fact enforces. A row without a value must hold 0, which is in all of them. */
export const rangesOf = (inputs: Iterable<Input>): NonNullable<CompileOptions['ranges']> =>
  Object.fromEntries([...inputs].filter(({ type }) => type === 'nombre').map((input) => [input.name, { ...boundsOf(input), short: true }]));
