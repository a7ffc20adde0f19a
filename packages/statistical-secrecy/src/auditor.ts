import { withAttack, type Extreme } from './attack.ts';
import { knowledgeOf, slackOf, type Duty } from './flows.ts';
import type { Solver } from './solver.ts';
import type { Task } from './task.ts';
import type { Cause, Exposed, Interval, SecretCell } from './types.ts';
import { withWorlds, type Worlds } from './worlds.ts';

export interface Audit {
  secrets: readonly (SecretCell & { cell: number })[];
  exposed: readonly Exposed[];
}

/**
 * What an attacker can work out of each hidden cell, and the cells of which it is too much. Where values are whole, a
 * cell passes only if worlds of whole numbers are found on both sides: reasoning on whole numbers excludes no more.
 */
export function auditPattern(solver: Solver, task: Task, hidden: Uint8Array): Audit {
  const { cube, protectedCells, duties, fixed } = task;
  const known = knowledgeOf(hidden, task.knowledge);
  return withAttack(solver, cube, known, (extreme) => withWorlds(solver, cube, known, ({ find }) => {
    const own = new Map(protectedCells.map((one) => [one.cell, one]));
    const listed = cube.cells.flatMap(({ given }, cell) => ((hidden[cell] && !fixed[cell] && (given === 'known' || given === 'secret')) || own.has(cell) ? [cell] : []));
    const secrets = listed.map((cell) => ({ cell, place: cube.cells[cell]!.place, cause: own.get(cell)?.cause ?? ('secondary' as Cause), interval: intervalOf(extreme, cell), ...(own.has(cell) ? { required: own.get(cell)!.need } : {}) }));
    const byCell = Map.groupBy(duties, ({ cell }) => cell);
    const exposed = secrets.flatMap(({ cell, place, cause, interval, required }): Exposed[] => {
      const said = { place, cause, interval };
      if (required === undefined) return canDiffer(find, task, cell) ? [] : [{ ...said, required: { width: leastWidth(task) } }];
      const mine = byCell.get(cell) ?? [];
      const outsiders = mine.filter(({ knowing }) => knowing === undefined);
      const hides = 'width' in required ? spans(find, task, cell, required.width, interval, outsiders) : outsiders.every((duty) => find(duty) !== undefined);
      if (!hides) return [{ ...said, required }];
      const insider = mine.find((duty) => duty.knowing !== undefined && find(duty) === undefined);
      return insider ? [{ ...said, required, knowing: cube.cells[insider.knowing!]!.place }] : [];
    });
    return { secrets, exposed };
  }));
}

function intervalOf(extreme: Extreme, cell: number): Interval {
  const max = extreme(cell, true);
  return { min: extreme(cell, false), max: Number.isFinite(max) ? max : null };
}

/** A secret of the source: no value of its own to stay around, but two worlds must lie `width` apart. */
function spans(find: Worlds['find'], { cube }: Task, cell: number, width: number, { min, max }: Interval, duties: readonly Duty[]): boolean {
  if (duties.every((duty) => find(duty) !== undefined)) return true;
  const slack = slackOf(cube);
  if (max !== null && max - min < width - slack) return false;
  const from = cube.whole ? Math.ceil(min - slack) : min;
  const to = max === null ? from + width : cube.whole ? Math.floor(max + slack) : max;
  if (to - from < width - slack) return false;
  return find({ cell, up: false, reach: from }) !== undefined && find({ cell, up: true, reach: to }) !== undefined;
}

/** The least that two values differ by. */
const leastWidth = ({ cube }: Task): number => (cube.whole ? 1 : 10 * slackOf(cube));

/** A secondary cell hides nothing once it is known exactly. */
function canDiffer(find: Worlds['find'], task: Task, cell: number): boolean {
  const { truth } = task.knowledge;
  const step = leastWidth(task);
  return [true, false].some((up) => find({ cell, up, reach: truth[cell]! + (up ? step : -step) }) !== undefined);
}

