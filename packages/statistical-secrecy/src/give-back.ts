import { knowledgeOf, met, slackOf, type Duty, type World } from './flows.ts';
import type { Solver } from './solver.ts';
import type { Task } from './task.ts';
import { withWorlds } from './worlds.ts';

/**
 * Publishes again what is hidden for nothing, the dearest first: for each duty a world is kept that meets it; a cell that
 * every such world leaves as in truth is given back at once, another one if worlds are found without it.
 * Changes `hidden`; gives the duties that it does not meet to begin with.
 */
export function giveBack(solver: Solver, task: Task, hidden: Uint8Array): Duty[] {
  const { cube, knowledge, always, price } = task;
  const { truth } = knowledge;
  const slack = slackOf(cube);
  return withWorlds(solver, cube, knowledgeOf(hidden, knowledge), ({ find, reveal, hide }) => {
    const failed: Duty[] = [];
    const worlds = new Map<Duty, World>();
    /** Every world found that is still one: it may meet more than the duty that it was looked for. */
    let pool: World[] = [];
    const findAgain = (duty: Duty, among: readonly World[]): World | undefined => {
      const { cell, knowing } = duty;
      const known = among.find((world) => met(duty, world[cell]!, slack) && (knowing === undefined || world[knowing] === truth[knowing]));
      return known ?? find(duty);
    };
    for (const duty of task.duties) {
      const world = findAgain(duty, pool);
      if (!world) failed.push(duty);
      else {
        worlds.set(duty, world);
        if (!pool.includes(world)) pool.push(world);
      }
    }
    const neighbours = neighboursOf(task);
    const extra = truth
      .reduce((list: number[], _, cell) => (hidden[cell] && !always[cell] ? (list.push(cell), list) : list), [])
      .toSorted((a, b) => price[b]! - price[a]! || a - b);
    for (const cell of extra) {
      reveal(cell);
      const left = pool.filter((world) => world[cell] === truth[cell]);
      const touched = [...worlds].flatMap(([duty, world]) => (world[cell] === truth[cell] ? [] : [duty]));
      // Those most likely to need the cell first: one is enough to keep it hidden.
      const near = neighbours(cell);
      const found = new Map<Duty, World>();
      for (const duty of [...touched.filter((one) => near.has(one.cell)), ...touched.filter((one) => !near.has(one.cell))]) {
        const world = findAgain(duty, left);
        if (!world) break;
        found.set(duty, world);
        if (!left.includes(world)) left.push(world);
      }
      if (found.size < touched.length) hide(cell);
      else {
        hidden[cell] = 0;
        pool = left;
        for (const [duty, world] of found) worlds.set(duty, world);
      }
    }
    return failed;
  });
}

/** The cells that share a sum with a cell. */
function neighboursOf({ cube: { sums } }: Task): (cell: number) => ReadonlySet<number> {
  return (cell) => new Set(sums.flatMap(({ total, parts }) => (total === cell || parts.includes(cell) ? [total, ...parts] : [])));
}
