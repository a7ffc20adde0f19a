import type { Cube } from './cube.ts';
import { NEAR, type Knowledge } from './flows.ts';
import { addTo, noRows, type LinearModel, type Solver } from './solver.ts';

/** The furthest that a cell can be, for an attacker who also knows `knowing`. */
export type Extreme = (cell: number, up: boolean, knowing?: number) => number;

/** The attacker's linear program: every sum among published and hidden cells, and what everybody assumes of these. */
export function withAttack<Value>(solver: Solver, cube: Cube, knowledge: Knowledge, use: (extreme: Extreme) => Value): Value {
  const { truth, low, high } = knowledge;
  const cells = truth.reduce((list: number[], _, cell) => (low[cell] === high[cell] ? list : (list.push(cell), list)), []);
  const column = new Int32Array(truth.length).fill(-1);
  cells.forEach((cell, at) => { column[cell] = at; });
  return solver.with(reduced(cube, knowledge, cells, column), ({ model, run, values }) => {
    let aim = 0;
    return use((cell, up, knowing) => {
      const own = column[cell]!;
      if (own < 0 || knowing === cell) return truth[cell]!;
      model.changeColCost(aim, 0);
      aim = own;
      model.changeColCost(aim, up ? -1 : 1);
      const also = knowing === undefined ? -1 : column[knowing]!;
      if (also >= 0) model.changeColBounds(also, truth[knowing!]!, truth[knowing!]!);
      const outcome = run();
      // Read before anything changes: a changed model has no solution.
      const value = outcome === 'optimal' ? values()[own]! : Number.NaN;
      if (also >= 0) model.changeColBounds(also, low[knowing!]!, high[knowing!]!);
      if (outcome === 'unbounded') return up ? Infinity : -Infinity;
      if (outcome !== 'optimal') throw new Error(`The attacker’s program ended without an answer: ${outcome}.`);
      return cube.whole && Math.abs(value - Math.round(value)) < NEAR ? Math.round(value) : value;
    });
  });
}

/** Only hidden cells are columns, and only sums with one are rows. */
function reduced({ sums }: Cube, { truth, low, high }: Knowledge, cells: readonly number[], column: Int32Array): LinearModel {
  const rows = noRows();
  for (const { total, parts } of sums) {
    let known = 0;
    const entries: [number, number][] = [];
    const take = (cell: number, sign: number): void => {
      if (column[cell]! >= 0) entries.push([column[cell]!, sign]);
      else known -= sign * truth[cell]!;
    };
    take(total, 1);
    for (const part of parts) take(part, -1);
    if (entries.length > 0) addTo(rows, known, known, entries);
  }
  return { cost: new Float64Array(cells.length), low: Float64Array.from(cells, (cell) => low[cell]!), high: Float64Array.from(cells, (cell) => high[cell]!), rows };
}
