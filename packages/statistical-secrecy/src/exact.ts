import { withSeparation, type Cut, type Separation } from './cuts.ts';
import type { Duty } from './flows.ts';
import { addTo, noRows, type LinearModel, type Solver } from './solver.ts';
import type { Task } from './task.ts';

export interface Relaxed {
  cuts: Cut[];
  /** No pattern is cheaper. */
  bound: number;
  /** How much of each cell the relaxed problem hides: where to look for a good pattern. */
  hidden: Float64Array;
}

/** The problem with cells hidden by halves: cuts are added until the best such pattern respects them, or `rounds` times. */
export function relax(solver: Solver, task: Task, rounds: number): Relaxed {
  return withSeparation(solver, task, (separation) => {
    const cuts: Cut[] = [];
    let bound = 0;
    let hidden = new Float64Array(task.weight.length);
    const violated = violations(task, separation, true);
    for (let round = 0; round < rounds; round++) {
      const found = violated(hidden);
      if (found.length === 0) break;
      cuts.push(...found);
      const solved = solveMaster(solver, task, cuts, false);
      if (!solved) break;
      bound = solved.cost;
      hidden = solved.hidden;
    }
    return { cuts, bound, hidden };
  });
}

/** The cheapest pattern that meets every duty that can be met; nothing where the search was given up. */
export function hideExactly(solver: Solver, task: Task, { cuts }: Relaxed, { rounds, nodes }: { rounds: number; nodes: number }): Uint8Array | undefined {
  return withSeparation(solver, task, (separation) => {
    const all = [...cuts];
    // A round of whole cells is dear: all that it can tell is asked.
    const violated = violations(task, separation, false);
    for (let round = 0; round < rounds; round++) {
      const solved = solveMaster(solver, task, all, true, nodes);
      if (!solved) return undefined;
      const hidden = solved.hidden.map(Math.round);
      const found = violated(hidden);
      if (found.length === 0) return Uint8Array.from(hidden, (one, cell) => Number(one === 1 || task.always[cell] === 1));
      all.push(...found);
    }
    return undefined;
  });
}

/** The cuts that a pattern does not respect. `lazily`: duties that the last one failed are asked first, and the others only once these are met. */
function violations({ duties }: Task, { judge, cut: cutFor }: Separation, lazily: boolean): (hidden: Float64Array) => Cut[] {
  let failing: readonly Duty[] = [];
  return (hidden) => {
    judge(hidden);
    const found = new Map<string, Cut>();
    const ask = (asked: readonly Duty[]): Duty[] => asked.filter((duty) => {
      const cut = cutFor(duty);
      if (!cut || cut.cells.reduce((all, cell, at) => all + hidden[cell]! * cut.coefficients[at]!, 0) > 1 - 1e-6) return false;
      found.set(cut.cells.map((cell, at) => `${cell}:${cut.coefficients[at]!.toFixed(6)}`).join(), cut);
      return true;
    });
    const asked = new Set(lazily ? failing : []);
    failing = lazily ? ask(failing) : [];
    if (failing.length === 0) failing = ask(duties.filter((duty) => !asked.has(duty)));
    return [...found.values()];
  };
}

function solveMaster(solver: Solver, { price, weight }: Task, cuts: readonly Cut[], whole: boolean, nodes = 0): { cost: number; hidden: Float64Array<ArrayBuffer> } | undefined {
  const cells = [...new Set(cuts.flatMap((cut) => cut.cells))].toSorted((a, b) => a - b);
  const column = new Map(cells.map((cell, at) => [cell, at]));
  const rows = noRows();
  for (const cut of cuts) addTo(rows, 1, Infinity, cut.cells.map((cell, at) => [column.get(cell)!, cut.coefficients[at]!]));
  const linear: LinearModel = {
    cost: Float64Array.from(cells, (cell) => price[cell]!),
    low: new Float64Array(cells.length),
    high: new Float64Array(cells.length).fill(1),
    rows,
    ...(whole ? { whole: new Uint8Array(cells.length).fill(1) } : {}),
  };
  return solver.with(linear, (solved) => {
    if (solved.run() !== 'optimal') return undefined;
    const hidden = new Float64Array(price.length);
    solved.values().forEach((value, at) => { hidden[cells[at]!] = value; });
    return { cost: solved.objective(), hidden };
    // Whole weights and their ties: two patterns that do not cost the same lie further apart.
  }, whole ? { mip_max_nodes: nodes, ...(weight.every(Number.isInteger) ? { mip_abs_gap: 0.5 } : {}) } : {});
}
