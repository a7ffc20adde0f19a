import { withAttack, type Duty, type World } from './attack.ts';
import type { Solver } from './solver.ts';
import type { Task } from './task.ts';

/**
 * Publishes again what is hidden for nothing, the dearest first: for each duty a world is kept that meets it; a cell that
 * every world leaves as in truth is given back at once, another one if worlds are found without it.
 * Changes `hidden`; gives the duties that it does not meet to begin with.
 */
export function giveBack(solver: Solver, task: Task, hidden: Uint8Array): Duty[] {
  const { cube, knowledge: { truth, low, high }, always, weight } = task;
  const seen = (bounds: Float64Array): Float64Array => bounds.map((bound, cell) => (hidden[cell] ? bound : truth[cell]!));
  return withAttack(solver, cube, { truth, low: seen(low), high: seen(high) }, (attack) => {
    const failed: Duty[] = [];
    const worlds = new Map<Duty, World>();
    for (const duty of task.duties) {
      const world = attack.world(duty);
      if (world) worlds.set(duty, world);
      else failed.push(duty);
    }
    const extra = truth
      .reduce((list: number[], _, cell) => (hidden[cell] && !always[cell] ? [...list, cell] : list), [])
      .toSorted((a, b) => weight[b]! - weight[a]! || truth[b]! - truth[a]! || a - b);
    for (const cell of extra) {
      attack.reveal(cell);
      const others = othersWithout(cell, worlds, (duty) => attack.world(duty), truth);
      if (!others) attack.hide(cell);
      else {
        hidden[cell] = 0;
        for (const [duty, world] of others) worlds.set(duty, world);
      }
    }
    return failed;
  });
}

/** Other worlds for the duties whose world changes the cell; nothing as soon as one has none. */
function othersWithout(cell: number, worlds: ReadonlyMap<Duty, World>, find: (duty: Duty) => World | undefined, truth: World): Map<Duty, World> | undefined {
  const found = new Map<Duty, World>();
  for (const [duty, world] of worlds) {
    if (world[cell] === truth[cell]) continue;
    const other = find(duty);
    if (!other) return undefined;
    found.set(duty, other);
  }
  return found;
}
