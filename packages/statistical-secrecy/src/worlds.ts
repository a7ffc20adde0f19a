import type { Cube } from './cube.ts';
import { flowsOf, met, rounded, slackOf, type Duty, type Knowledge, type World } from './flows.ts';
import type { Solved, Solver } from './solver.ts';

export interface Worlds {
  /** From now on everybody knows the cell's true value; or no longer. */
  reveal: (cell: number) => void;
  hide: (cell: number) => void;
  /**
   * The world nearest to the truth that meets the duty; in whole numbers where values are, so that reasoning on whole numbers
   * excludes it no more.
   */
  find: (duty: Duty) => World | undefined;
}

/** How long a world of whole numbers is looked for, in nodes, where the nearest world is not one. Not found counts as none. */
const NODES = 200;

/** Other worlds that somebody with this knowledge must find possible: the proofs that a cell is protected. */
export function withWorlds<Value>(solver: Solver, cube: Cube, knowledge: Knowledge, use: (worlds: Worlds) => Value): Value {
  const { truth } = knowledge;
  const { linear, cells, ups, downs } = flowsOf(cube, knowledge);
  const slack = slackOf(cube);
  const revealed = new Set<number>();
  const hidden = (cell: number): boolean => ups[cell]! >= 0 && !revealed.has(cell);

  const cap = ({ model }: Solved, cell: number, up: readonly [number, number], down: readonly [number, number]): void => {
    model.changeColBounds(ups[cell]!, ...up);
    model.changeColBounds(downs[cell]!, ...down);
  };
  const open = (solved: Solved, cell: number): void => cap(solved, cell, [0, linear.high[ups[cell]!]!], [0, linear.high[downs[cell]!]!]);
  const close = (solved: Solved, cell: number): void => cap(solved, cell, [0, 0], [0, 0]);

  function solve(solved: Solved, { cell, up, reach, knowing }: Duty): World | undefined {
    const far = Math.abs(reach - truth[cell]!);
    if (far > linear.high[(up ? ups : downs)[cell]!]! + slack) return undefined;
    cap(solved, cell, up ? [far, far] : [0, 0], up ? [0, 0] : [far, far]);
    if (knowing !== undefined && hidden(knowing)) close(solved, knowing);
    const found = solved.run() === 'optimal' ? solved.values() : undefined;
    open(solved, cell);
    if (knowing !== undefined && hidden(knowing)) open(solved, knowing);
    if (!found) return undefined;
    const world = truth.slice();
    for (const one of cells) {
      const moved = found[ups[one]!]! - found[downs[one]!]!;
      if (Math.abs(moved) > slack / 10) world[one] = truth[one]! + moved;
    }
    return world;
  }

  const solveWhole = (duty: Duty): World | undefined => solver.with({ ...linear, whole: new Uint8Array(linear.cost.length).fill(1) }, (solved) => {
    for (const one of revealed) if (ups[one]! >= 0) close(solved, one);
    const world = solve(solved, duty);
    return world && rounded(world, cube);
  }, { mip_max_nodes: NODES, mip_max_improving_sols: 1 });

  return solver.with(linear, (solved) => use({
    reveal(cell) {
      revealed.add(cell);
      if (ups[cell]! >= 0) close(solved, cell);
    },
    hide(cell) {
      revealed.delete(cell);
      if (ups[cell]! >= 0) open(solved, cell);
    },
    find(duty) {
      if (met(duty, truth[duty.cell]!, slack)) return truth;
      if (!hidden(duty.cell) || duty.knowing === duty.cell) return undefined;
      const world = solve(solved, duty);
      return world && cube.whole ? (rounded(world, cube) ?? solveWhole(duty)) : world;
    },
  }));
}
