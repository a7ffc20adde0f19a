import type Engine from 'publicodes';
import { constantOf, dateOf, type Column, type Fact, type Output, type OutputColumn, type Program, type Values } from 'columnar-publicodes';

/** One situation: what is left out is not defined. */
export type Row = ReadonlyMap<string, Fact>;

/** What a target is on a row: `error` when evaluating throws. */
export type Answer = number | boolean | string | null | undefined | { error: string };

/** Facts as columns, each with states. */
export function columnsOf(program: Program, rows: readonly Row[]): Record<string, Column> {
  return Object.fromEntries(
    program.inputs.map(({ name, type }) => {
      const values: Values = type === 'number' ? new Float64Array(rows.length) : type === 'boolean' ? new Uint8Array(rows.length) : new Int32Array(rows.length);
      const state = new Uint8Array(rows.length);
      for (const [k, row] of rows.entries()) {
        const value = row.get(name)?.value;
        // Whatever stands where there is no value must not be read.
        if (value === undefined || value === null) values[k] = type === 'number' ? 7.25 : 1;
        state[k] = value === undefined ? 2 : value === null ? 1 : 0;
        if (typeof value === 'string') values[k] = program.code(value);
        else if (value !== null && value !== undefined) values[k] = Number(value);
      }
      return [name, { values, state }];
    }),
  );
}

/** What a compiled column says of a row, in the interpreter's own words. */
export function compiledAnswer(program: Program, output: Output, column: OutputColumn, row: number, held: ReadonlyMap<number, unknown> | undefined): Answer {
  switch (column.state[row]) {
    case 0: {
      const value = column.values[row] ?? Number.NaN;
      if (output.type === 'boolean') return value === 1;
      return output.type === 'date' ? dateOf(value) : output.type === 'string' ? program.text(value) : value;
    }
    case 1:
      return null;
    case 2:
      return undefined;
    default: {
      const other = held?.get(row);
      return other instanceof Error ? { error: other.message } : (other as Answer);
    }
  }
}

/** The oracle: the public interface of publicodes and nothing else, nothing kept from one answer to the next. */
export function interpreted(engine: Engine, row: Row, targets: readonly string[]): Answer[] {
  engine.setSituation(Object.fromEntries([...row].map(([name, fact]) => [name, constantOf(fact)])));
  return targets.map((target) => {
    try {
      engine.resetCache();
      return engine.evaluate(target).nodeValue as Answer;
    } catch (error) {
      return { error: error instanceof Error ? error.message : String(error) };
    }
  });
}

/** Equal to the bit (0 and −0 apart, which no rule tells apart); two errors are one. */
export function same(a: Answer, b: Answer): boolean {
  if (typeof a === 'object' && a !== null && typeof b === 'object' && b !== null) return true;
  return a === b || Object.is(a, b);
}
