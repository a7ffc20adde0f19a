import { met, slackOf, type Duty } from './attack.ts';
import { addTo, noRows, type Solver } from './solver.ts';
import type { Task } from './task.ts';

/** `Σ coefficient · x ≥ 1` over cells that may be hidden (x = 1) or not: what a duty needs, whatever the rest. */
export interface Cut { cells: number[]; coefficients: number[] }

export interface Separation {
  /** The cut that this pattern, of whole or partly hidden cells, does not respect and this duty needs; none where the duty is met. */
  (duty: Duty, hidden: Float64Array): Cut | 'met' | 'impossible';
}

/**
 * The attacker's linear program of a pattern that may hide cells by halves, and from its dual values the inequality that
 * every pattern must respect for the duty to hold (Fischetti and Salazar-González's capacity constraints).
 */
export function withSeparation<Value>(solver: Solver, task: Task, use: (separate: Separation) => Value): Value {
  const { cube, knowledge: { truth, low, high }, fixed, always } = task;
  const slack = slackOf(cube);
  const free = cube.cells.flatMap((_, cell) => (fixed[cell] || low[cell] === high[cell] ? [] : [cell]));
  const column = new Int32Array(truth.length).fill(-1);
  free.forEach((cell, at) => { column[cell] = at; });
  const rows = noRows();
  const sums = cube.sums.flatMap(({ total, parts }) => {
    const entries = [[total, 1] as const, ...parts.map((part) => [part, -1] as const)].filter(([cell]) => column[cell]! >= 0);
    // As distances from the truth, sums are of 0.
    if (entries.length > 0) addTo(rows, 0, 0, entries.map(([cell, sign]) => [column[cell]!, sign]));
    return entries.length > 0 ? [entries] : [];
  });
  const above = Float64Array.from(free, (cell) => high[cell]! - truth[cell]!);
  const below = Float64Array.from(free, (cell) => truth[cell]! - low[cell]!);
  const zeros = new Float64Array(free.length);

  return solver.with({ cost: zeros, low: zeros, high: zeros, rows }, ({ model, run, values, duals }) => {
    let aim = 0;
    const everything = { kind: 'range' as const, from: 0, to: free.length - 1 };
    return use((duty, hidden) => {
      const { cell, up, reach, knowing } = duty;
      const far = Math.abs(reach - truth[cell]!);
      if (met(duty, truth[cell]!, slack)) return 'met';
      if (column[cell]! < 0) return 'impossible';
      const share = (one: number): number => (one === knowing ? 0 : always[one] ? 1 : hidden[one]!);
      const room = (caps: Float64Array) => Float64Array.from(free, (one, at) => (share(one) > 1 - 1e-9 ? caps[at]! : share(one) < 1e-9 ? 0 : Math.min(caps[at]!, far) * share(one)));
      const down = room(below).map((one) => -one);
      const most = room(above);
      // No further than it must.
      if (up) most[column[cell]!] = Math.min(most[column[cell]!]!, far);
      else down[column[cell]!] = Math.max(down[column[cell]!]!, -far);
      model.changeColsBounds(everything, down, most);
      model.changeColCost(aim, 0);
      aim = column[cell]!;
      model.changeColCost(aim, up ? -1 : 1);
      if (run() !== 'optimal') throw new Error('The attacker’s program has no optimum.');
      if (Math.abs(values()[aim]!) >= far - slack) return 'met';
      // Reduced costs by hand: with any dual values the inequality is valid, so that rounding cannot make it wrong.
      const reduced = new Float64Array(free.length);
      reduced[aim] = up ? -1 : 1;
      const dual = duals();
      sums.forEach((entries, at) => { for (const [one, sign] of entries) reduced[column[one]!]! -= dual[at]! * sign; });
      return cutOf(duty, far, reduced);
    });

    function cutOf({ knowing }: Duty, far: number, reduced: Float64Array): Cut | 'impossible' {
      let wanted = far;
      const found: [number, number][] = [];
      free.forEach((one, at) => {
        if (one === knowing || Math.abs(reduced[at]!) < 1e-9) return;
        const worth = reduced[at]! < 0 ? -reduced[at]! * above[at]! : reduced[at]! * below[at]!;
        if (worth <= 1e-9) return;
        if (always[one]) wanted -= worth;
        else found.push([one, worth]);
      });
      if (found.length === 0 || !(wanted > 0)) return 'impossible';
      // No cell can do more than all that is wanted.
      return { cells: found.map(([one]) => one), coefficients: found.map(([, worth]) => Math.min(1, worth / wanted)) };
    }
  });
}
