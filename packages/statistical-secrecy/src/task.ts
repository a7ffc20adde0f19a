import { withAttack } from './attack.ts';
import type { Completed } from './complete.ts';
import type { Cube } from './cube.ts';
import { slackOf, type Duty, type Knowledge } from './flows.ts';
import { assumed, isFixed, needOf, primaries, widthOf, type Need, type Primary } from './need.ts';
import type { Solver } from './solver.ts';
import type { Spec } from './types.ts';

/** What has to be hidden, what may be, and what must stay possible in every attacker's eyes. */
export interface Task {
  cube: Cube;
  /** The bounds that a cell has once it is hidden. */
  knowledge: Knowledge;
  protectedCells: readonly (Primary & { need: Need })[];
  duties: readonly Duty[];
  /** Never hidden: known anyway. */
  fixed: Uint8Array;
  /** Never published: secret by themselves, or unknown. */
  always: Uint8Array;
  /** What hiding each cell costs. */
  weight: Float64Array;
  /** The same, by which patterns are sought: of two that cost the same, the one that hides less of the values is cheaper, by at most `TIE` in all. */
  price: Float64Array;
}

/** Less than half of what one cell costs: it never outweighs one. */
export const TIE = 0.4;

export function taskOf(solver: Solver, cube: Cube, completed: Completed, spec: Spec): Task {
  const { cells } = cube;
  const { truth, known } = completed;
  const fixed = Uint8Array.from(cells, (cell) => Number(isFixed(cell, spec)));
  const bounds = cells.map((cell) => assumed(cell, spec));
  const knowledge = {
    truth,
    low: Float64Array.from(bounds, ({ low }, cell) => (fixed[cell] ? truth[cell]! : low)),
    high: Float64Array.from(bounds, ({ high }, cell) => (fixed[cell] ? truth[cell]! : high)),
  };
  const own = primaries(cube, spec);
  const always = Uint8Array.from(cells, ({ value }) => Number(value === undefined));
  for (const { cell } of own) always[cell] = 1;
  const { protectedCells, duties } = withAttack(solver, cube, withoutPublic(cube, knowledge, spec), (extreme) => {
    const asked = own.map((primary) => {
      const { need, low, high } = aim(cube, primary, completed, spec);
      // What everybody knows even if nothing is published cannot be protected by them.
      const [least, most] = [extreme(primary.cell, false), extreme(primary.cell, true)];
      const from = Math.max(low, cube.whole ? Math.ceil(least - 1e-6) : least);
      const to = Math.min(high, cube.whole ? Math.floor(most + 1e-6) : most);
      return { ...primary, need: 'width' in need ? { width: Math.min(need.width, to - from) } : { low: from, high: to }, from, to, known: known.has(primary.cell) };
    });
    const outsiders = asked.flatMap(({ cell, from, to }): Duty[] => [{ cell, up: true, reach: to }, { cell, up: false, reach: from }]);
    const insiders = asked.flatMap(({ cell, from, to }) => singlesBeside(cube, cell).flatMap((knowing): Duty[] => {
      // Where what the single contributor knows tells the cell whatever is hidden, the cell is the contributor's own.
      const [least, most] = [extreme(cell, false, knowing), extreme(cell, true, knowing)];
      return most - least <= slackOf(cube) ? [] : [{ cell, up: true, reach: Math.min(to, most), knowing }, { cell, up: false, reach: Math.max(from, least), knowing }];
    }));
    return { protectedCells: asked.map(({ cell, cause, need }) => ({ cell, cause, need })), duties: [...outsiders, ...insiders] };
  });
  const weight = Float64Array.from(truth, (value) => (spec.loss === 'values' ? Math.max(value, 1) : 1));
  const sum = truth.reduce((all, value) => all + value, 1);
  const price = weight.map((one, cell) => (spec.loss === 'values' ? one : one + TIE * (truth[cell]! / sum)));
  return { cube, knowledge, protectedCells, duties, fixed, always, weight, price };
}

/** Cells that everybody knows say nothing of what these tables let out: they count as hidden here. */
function withoutPublic({ cells }: Cube, { truth, low, high }: Knowledge, spec: Spec): Knowledge {
  const open = cells.map((cell, at) => (cell.public && !(cell.value === 0 && spec.rules.zeros !== 'secret') ? assumed(cell, spec) : { low: low[at]!, high: high[at]! }));
  return { truth, low: Float64Array.from(open, (one) => one.low), high: Float64Array.from(open, (one) => one.high) };
}

/** What is asked of a cell, and the two values that an attacker must find possible. */
function aim({ cells, whole }: Cube, { cell, cause }: Primary, { known, truth }: Completed, spec: Spec): { need: Need; low: number; high: number } {
  const producers = known.get(cell);
  if (!producers) {
    const need = needOf(cells[cell]!, cause, spec, whole);
    return { need, ...need, low: Math.max(0, need.low) };
  }
  // Between what the producer finds possible, as far from both ends as can be: no attacker knows more.
  const middle = Number.isFinite(producers.max) ? (producers.min + producers.max) / 2 : truth[cell]!;
  const width = whole ? Math.ceil(widthOf(middle, spec, whole)) : widthOf(middle, spec, whole);
  const floor = assumed(cells[cell]!, spec).low;
  const low = Math.max(floor, whole ? Math.floor(middle - width / 2) : middle - width / 2);
  return { need: { width }, low, high: low + width };
}

/** Cells of one contributor in a sum with this one: that contributor knows its own. */
function singlesBeside({ cells, sums }: Cube, cell: number): number[] {
  const beside = sums.flatMap(({ total, parts }) => (total === cell || parts.includes(cell) ? [total, ...parts] : []));
  return [...new Set(beside)].filter((one) => one !== cell && cells[one]!.contributors === 1);
}
