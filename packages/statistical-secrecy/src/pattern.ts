import { hideExactly, relax } from './exact.ts';
import type { Duty } from './flows.ts';
import { giveBack } from './give-back.ts';
import { hideByFlows } from './heuristic.ts';
import type { Solver } from './solver.ts';
import { TIE, type Task } from './task.ts';
import { withWorlds } from './worlds.ts';

export interface Pattern {
  hidden: Uint8Array;
  method: 'exact' | 'heuristic';
  /** Nothing could cost less. */
  proven: boolean;
  /** What no pattern can cost less than, beyond the cells that are secret by themselves. */
  bound: number;
  /** Duties that no pattern meets. */
  failed: readonly Duty[];
}

/** Up to how many cells that may be hidden the least loss is looked for, and how long: counted in steps, so that the same tables give the same pattern. */
const EXACT = { cells: 200, rounds: 16, nodes: 200 };
const FOR_EVER = { cells: Infinity, rounds: 10_000, nodes: 1_000_000 };
const RELAXED_ROUNDS = 12;

export function findPattern(solver: Solver, task: Task, method: 'auto' | 'exact' | 'heuristic'): Pattern {
  const candidates = task.always.reduce((count, always, cell) => count + (always || task.fixed[cell] ? 0 : 1), 0);
  const effort = method === 'exact' ? FOR_EVER : EXACT;
  const relaxed = relax(solver, task, method !== 'heuristic' && candidates <= effort.cells ? effort.rounds : RELAXED_ROUNDS);
  const exact = method !== 'heuristic' && candidates <= effort.cells ? hideExactly(solver, task, relaxed, effort) : undefined;
  if (exact) {
    const cost = costOf(task, exact);
    const failed = mend(solver, task, exact);
    return { hidden: exact, method: 'exact', proven: failed.length === 0 && costOf(task, exact) <= cost, bound: Math.min(cost, costOf(task, exact)), failed };
  }
  // Two patterns, by the cells' own weight and by what the relaxed problem would hide: the cheaper one.
  const guided = task.price.map((price, cell) => price * (1.02 - Math.min(1, relaxed.hidden[cell]!)));
  const found = [task.price, guided].map((price) => {
    const hidden = Uint8Array.from(task.always);
    const failed = [...hideByFlows(solver, task, hidden, price), ...mend(solver, task, hidden)];
    return { hidden, failed };
  });
  const [one, other] = found as [(typeof found)[0], (typeof found)[0]];
  const best = costOf(task, other.hidden) < costOf(task, one.hidden) ? other : one;
  // Whole cells: what no price goes below, no number of cells does, ties aside.
  const bound = task.weight.every(Number.isInteger) ? Math.ceil(relaxed.bound - TIE - 1e-6) : relaxed.bound;
  return { ...best, method: 'heuristic', proven: costOf(task, best.hidden) <= bound + 1e-6, bound };
}

/** The price of what is hidden beyond the cells that are secret by themselves. */
export const costOf = ({ weight, always }: Task, hidden: Uint8Array): number => weight.reduce((all, one, cell) => all + (hidden[cell] && !always[cell] ? one : 0), 0);

/** Gives back what is hidden for nothing; where a duty is not met in whole numbers, hides a world that meets it, and again. */
function mend(solver: Solver, task: Task, hidden: Uint8Array): Duty[] {
  const beyond = new Set<Duty>();
  for (;;) {
    const failed = giveBack(solver, task, hidden).filter((duty) => !beyond.has(duty));
    if (failed.length === 0) return [...beyond];
    const { cube, knowledge: { truth } } = task;
    withWorlds(solver, cube, task.knowledge, ({ find }) => {
      for (const duty of failed) {
        const world = find(duty);
        if (!world) beyond.add(duty);
        else world.forEach((value, cell) => { if (value !== truth[cell]) hidden[cell] = 1; });
      }
    });
    if (failed.every((duty) => beyond.has(duty))) return [...beyond];
  }
}
