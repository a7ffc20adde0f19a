import type { Cube } from './cube.ts';
import { addTo, noRows, type LinearModel, type Solved, type Solver } from './solver.ts';

/** Every table that an attacker cannot tell from the true one: a value for each cell, by its index. */
export type World = Float64Array;

/** What must stay possible in the eyes of an attacker: that a cell be as far as `reach`. `knowing`: one more cell that this attacker knows. */
export interface Duty { cell: number; up: boolean; reach: number; knowing?: number }

/** What is known of each cell: hidden ones between two bounds, published ones exactly. */
export interface Knowledge { truth: World; low: Float64Array; high: Float64Array }

export interface Attack {
  /** From now on everybody knows the cell's true value; or no longer. */
  reveal(cell: number): void;
  hide(cell: number): void;
  /** A world that meets the duty; whole where values are, so that reasoning on whole numbers excludes it no more. */
  world(duty: Duty): World | undefined;
  /** The furthest that a cell can be. */
  extreme(cell: number, up: boolean, knowing?: number): number;
}

/** How close to a whole number a solver's value must be. */
const NEAR = 1e-5;

/** The linear program of who knows this: every sum among published and hidden cells. */
export function withAttack<Value>(solver: Solver, cube: Cube, knowledge: Knowledge, use: (attack: Attack) => Value): Value {
  const { truth, low, high } = knowledge;
  const cells = cube.cells.flatMap((_, cell) => (low[cell] === high[cell] ? [] : [cell]));
  const column = new Int32Array(truth.length).fill(-1);
  cells.forEach((cell, at) => { column[cell] = at; });
  const linear = reduced(cube, knowledge, cells, column);
  const slack = slackOf(cube);
  const revealed = new Set<number>();
  const worldOf = (values: Float64Array): World => {
    const world = truth.slice();
    cells.forEach((cell, at) => { world[cell] = values[at]!; });
    return world;
  };
  const bound = ({ model }: Solved, cell: number, from: number, to: number): void => void model.changeColBounds(column[cell]!, from, to);
  const restore = (solved: Solved, cell: number): void => (revealed.has(cell) ? bound(solved, cell, truth[cell]!, truth[cell]!) : bound(solved, cell, low[cell]!, high[cell]!));
  const hidden = (cell: number): boolean => column[cell]! >= 0 && !revealed.has(cell);
  /** With one more cell known, for as long as `ask` asks. */
  const knowingToo = <Answer>(solved: Solved, knowing: number | undefined, ask: () => Answer): Answer => {
    if (knowing === undefined || !hidden(knowing)) return ask();
    bound(solved, knowing, truth[knowing]!, truth[knowing]!);
    try {
      return ask();
    } finally {
      restore(solved, knowing);
    }
  };

  return solver.with(linear, (solved) => {
    let aim = -1;
    const towards = (cell: number, cost: number): void => {
      if (aim >= 0) solved.model.changeColCost(aim, 0);
      aim = column[cell]!;
      solved.model.changeColCost(aim, cost);
    };
    const asWhole = ({ cell, up, reach, knowing }: Duty): World | undefined => solver.with({ ...linear, cost: new Float64Array(cells.length), whole: new Uint8Array(cells.length).fill(1) }, (mixed) => {
      for (const one of revealed) restore(mixed, one);
      bound(mixed, cell, up ? reach : low[cell]!, up ? high[cell]! : reach);
      return knowingToo(mixed, knowing, () => (mixed.run() === 'optimal' ? rounded(worldOf(mixed.values()), cube) : undefined));
    }, { mip_max_nodes: 2000 });

    return use({
      reveal(cell) {
        revealed.add(cell);
        if (column[cell]! >= 0) restore(solved, cell);
      },
      hide(cell) {
        revealed.delete(cell);
        if (column[cell]! >= 0) restore(solved, cell);
      },
      world(duty) {
        const { cell, up, reach, knowing } = duty;
        if (met(duty, truth[cell]!, slack)) return truth;
        if (!hidden(cell) || knowing === cell) return undefined;
        // No further than it must: other cells move less, and stay free to be given back.
        towards(cell, up ? -1 : 1);
        bound(solved, cell, up ? low[cell]! : Math.max(low[cell]!, reach), up ? Math.min(high[cell]!, reach) : high[cell]!);
        const world = knowingToo(solved, knowing, () => (solved.run() === 'optimal' ? worldOf(solved.values()) : undefined));
        restore(solved, cell);
        if (!world || !met(duty, world[cell]!, slack)) return undefined;
        return cube.whole ? (rounded(world, cube) ?? asWhole(duty)) : world;
      },
      extreme(cell, up, knowing) {
        if (!hidden(cell) || knowing === cell) return truth[cell]!;
        towards(cell, up ? -1 : 1);
        return knowingToo(solved, knowing, () => {
          const outcome = solved.run();
          if (outcome === 'unbounded') return up ? Infinity : -Infinity;
          if (outcome !== 'optimal') throw new Error(`The solver ended without an answer: ${outcome}.`);
          const value = solved.values()[column[cell]!]!;
          return cube.whole && Math.abs(value - Math.round(value)) < NEAR ? Math.round(value) : value;
        });
      },
    });
  });
}

/** A duty's distance from its reach that is the solver's and not an attacker's. */
export const slackOf = ({ cells, whole }: Cube): number => (whole ? 1e-4 : 1e-7 * cells.reduce((most, { value = 0 }) => Math.max(most, value), 1));

export const met = ({ up, reach }: Duty, value: number, slack: number): boolean => (up ? value >= reach - slack : value <= reach + slack);

/** The world in whole numbers, if it is one: every sum holds exactly. */
export function rounded(world: World, { sums }: Cube): World | undefined {
  const whole = world.map(Math.round);
  if (world.some((value, cell) => Math.abs(value - whole[cell]!) > NEAR)) return undefined;
  return sums.every(({ total, parts }) => whole[total] === parts.reduce((all, part) => all + whole[part]!, 0)) ? whole : undefined;
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
