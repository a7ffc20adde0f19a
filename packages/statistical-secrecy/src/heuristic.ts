import { flowsOf, met, slackOf, type Duty } from './flows.ts';
import type { Solver } from './solver.ts';
import type { Task } from './task.ts';

/**
 * Hides what the duties need, one after the other, the furthest first: the cheapest flow of change that keeps every sum
 * and takes the cell as far as its duty says; each cell that changes is hidden, and costs nothing from then on.
 * `hidden` is where it starts and what it fills; `price`: what to hide at, when it is not the cells' own.
 * Gives the duties that no pattern meets.
 */
export function hideByFlows(solver: Solver, task: Task, hidden: Uint8Array, price: Float64Array = task.price, duties: readonly Duty[] = task.duties): Duty[] {
  const { cube, knowledge: { truth } } = task;
  const slack = slackOf(cube);
  const ranked = duties
    .map((duty) => ({ duty, far: Math.abs(duty.reach - truth[duty.cell]!) }))
    .filter(({ duty }) => !met(duty, truth[duty.cell]!, slack))
    .toSorted((a, b) => b.far - a.far);
  const { linear, ups, downs, cells } = flowsOf(cube, task.knowledge);
  const done = new Set<Duty>();
  return solver.with(linear, ({ model, run, values }) => {
    const failed: Duty[] = [];
    const all = { kind: 'range' as const, from: 0, to: linear.cost.length - 1 };
    const cap = (cell: number, up: number, down: number): void => {
      model.changeColBounds(ups[cell]!, 0, up);
      model.changeColBounds(downs[cell]!, 0, down);
    };
    const restore = (cell: number): void => cap(cell, linear.high[ups[cell]!]!, linear.high[downs[cell]!]!);
    for (const { duty, far } of ranked) {
      if (done.has(duty)) continue;
      const { cell, up, knowing } = duty;
      const costs = new Float64Array(linear.cost.length);
      for (const one of cells) {
        if (hidden[one]) continue;
        // A cell that can give but a little of what is wanted is dearer for each unit.
        costs[ups[one]!] = price[one]! / Math.min(far, Math.max(linear.high[ups[one]!]!, 1e-9));
        costs[downs[one]!] = price[one]! / Math.min(far, Math.max(linear.high[downs[one]!]!, 1e-9));
      }
      if (ups[cell]! < 0) {
        failed.push(duty);
        continue;
      }
      model.changeColsCost(all, costs);
      model.changeColBounds(ups[cell]!, up ? far : 0, up ? far : 0);
      model.changeColBounds(downs[cell]!, up ? 0 : far, up ? 0 : far);
      if (knowing !== undefined && ups[knowing]! >= 0) cap(knowing, 0, 0);
      if (run() === 'optimal') {
        const moved = values();
        for (const one of cells) if (moved[ups[one]!]! + moved[downs[one]!]! > slack) hidden[one] = 1;
        for (const { duty: other } of ranked) {
          if (ups[other.cell]! < 0 || (other.knowing !== undefined && ups[other.knowing]! >= 0 && moved[ups[other.knowing]!]! + moved[downs[other.knowing]!]! > slack)) continue;
          if (met(other, truth[other.cell]! + moved[ups[other.cell]!]! - moved[downs[other.cell]!]!, slack)) done.add(other);
        }
      } else failed.push(duty);
      restore(cell);
      if (knowing !== undefined && ups[knowing]! >= 0) restore(knowing);
    }
    return failed;
  });
}
