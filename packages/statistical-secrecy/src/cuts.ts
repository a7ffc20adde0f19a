import { met, slackOf, type Duty } from './flows.ts';
import { addTo, noRows, type Solver } from './solver.ts';
import type { Task } from './task.ts';

/** `Σ coefficient · x ≥ 1` over cells that may be hidden (x = 1) or not: what a duty needs, whatever the rest. */
export interface Cut { cells: number[]; coefficients: number[] }

export interface Separation {
  /** The pattern to be judged, which may hide cells by halves. */
  judge: (hidden: Float64Array) => void;
  /** The cut that this duty needs and the pattern does not respect; none where the duty is met, or never can be. */
  cut: (duty: Duty) => Cut | undefined;
}

/**
 * The attacker's linear program of a pattern that may hide cells by halves, and from its dual values the inequality that
 * every pattern must respect for the duty to hold (Fischetti and Salazar-González's capacity constraints).
 */
export function withSeparation<Value>(solver: Solver, task: Task, use: (separate: Separation) => Value): Value {
  const { cube, knowledge: { truth, low, high }, fixed, always, duties } = task;
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

  const farthest = duties.reduce((most, { cell, reach }) => Math.max(most, Math.abs(reach - truth[cell]!)), 0);

  return solver.with({ cost: zeros, low: zeros, high: zeros, rows }, ({ model, run, values, duals }) => {
    let aim = 0;
    let most = zeros;
    let least = zeros;
    const bound = (cell: number, from: number, to: number): void => void model.changeColBounds(column[cell]!, from, to);
    const restore = (cell: number): void => bound(cell, least[column[cell]!]!, most[column[cell]!]!);
    return use({
      judge(hidden) {
        // What is hidden by half may move by half of what it could, and of what any duty asks for.
        const room = (caps: Float64Array) => Float64Array.from(free, (one, at) => {
          const share = always[one] ? 1 : hidden[one]!;
          return share > 1 - 1e-9 ? caps[at]! : share < 1e-9 ? 0 : Math.min(caps[at]!, farthest) * share;
        });
        most = room(above);
        least = room(below).map((one) => -one);
        model.changeColsBounds({ kind: 'range', from: 0, to: free.length - 1 }, least, most);
      },
      cut(duty) {
        const { cell, up, reach, knowing } = duty;
        const far = Math.abs(reach - truth[cell]!);
        if (met(duty, truth[cell]!, slack) || column[cell]! < 0) return undefined;
        model.changeColCost(aim, 0);
        aim = column[cell]!;
        model.changeColCost(aim, up ? -1 : 1);
        // No further than it must.
        bound(cell, up ? least[aim]! : Math.max(least[aim]!, -far), up ? Math.min(most[aim]!, far) : most[aim]!);
        if (knowing !== undefined && column[knowing]! >= 0) bound(knowing, 0, 0);
        const outcome = run();
        if (outcome !== 'optimal') throw new Error(`The attacker’s program ended without an answer: ${outcome}.`);
        const reached = Math.abs(values()[aim]!) >= far - slack;
        const found = reached ? undefined : cutOf(duty, far, reducedCosts(up));
        restore(cell);
        if (knowing !== undefined && column[knowing]! >= 0) restore(knowing);
        return found;
      },
    });

    /** By hand: with any dual values the inequality is valid, so that rounding cannot make it wrong. */
    function reducedCosts(up: boolean): Float64Array {
      const reduced = new Float64Array(free.length);
      reduced[aim] = up ? -1 : 1;
      const dual = duals();
      sums.forEach((entries, at) => { for (const [one, sign] of entries) reduced[column[one]!]! -= dual[at]! * sign; });
      return reduced;
    }

    function cutOf({ knowing }: Duty, far: number, reduced: Float64Array): Cut | undefined {
      let wanted = far;
      const found: [number, number][] = [];
      free.forEach((one, at) => {
        if (one === knowing || Math.abs(reduced[at]!) < 1e-9) return;
        const worth = reduced[at]! < 0 ? -reduced[at]! * above[at]! : reduced[at]! * below[at]!;
        if (worth <= 1e-9) return;
        if (always[one]) wanted -= worth;
        else found.push([one, worth]);
      });
      if (found.length === 0 || !(wanted > 0)) return undefined;
      // No cell can do more than all that is wanted.
      return { cells: found.map(([one]) => one), coefficients: found.map(([, worth]) => Math.min(1, worth / wanted)) };
    }
  });
}
