import type { Cube } from './cube.ts';
import { addTo, noRows, type LinearModel } from './solver.ts';

/** A value for each cell, by its index, in a table that an attacker cannot tell from the true one. */
export type World = Float64Array;

/** What is known of each cell: hidden ones between two bounds, published ones exactly (`low` = `high`). */
export interface Knowledge { truth: World; low: Float64Array; high: Float64Array }

/** What must stay possible in the eyes of an attacker: that a cell be as far as `reach`. `knowing`: one more cell that this attacker knows. */
export interface Duty { cell: number; up: boolean; reach: number; knowing?: number }

/** The cells that are not known exactly, two columns for each: how much more than in truth it is, and how much less. */
export interface Flows { linear: LinearModel; cells: readonly number[]; ups: Int32Array; downs: Int32Array }

/** Changes from the truth that keep every sum. */
export function flowsOf({ sums }: Cube, { truth, low, high }: Knowledge): Flows {
  const cells = truth.reduce((list: number[], _, cell) => (low[cell] === high[cell] ? list : (list.push(cell), list)), []);
  const ups = new Int32Array(truth.length).fill(-1);
  const downs = new Int32Array(truth.length).fill(-1);
  cells.forEach((cell, at) => {
    ups[cell] = 2 * at;
    downs[cell] = 2 * at + 1;
  });
  const rows = noRows();
  for (const { total, parts } of sums) {
    const entries: [number, number][] = [];
    const take = (cell: number, sign: number): void => void (ups[cell]! >= 0 && entries.push([ups[cell]!, sign], [downs[cell]!, -sign]));
    take(total, 1);
    for (const part of parts) take(part, -1);
    if (entries.length > 0) addTo(rows, 0, 0, entries);
  }
  const caps = Float64Array.from({ length: 2 * cells.length }, (_, at) => {
    const cell = cells[at >> 1]!;
    return Math.max(0, at % 2 === 0 ? high[cell]! - truth[cell]! : truth[cell]! - low[cell]!);
  });
  return { linear: { cost: new Float64Array(caps.length).fill(1), low: new Float64Array(caps.length), high: caps, rows }, cells, ups, downs };
}

/** A duty's distance from its reach that is the solver's and not an attacker's. */
export const slackOf = ({ cells, whole }: Cube): number => (whole ? 1e-4 : 1e-7 * cells.reduce((most, { value = 0 }) => Math.max(most, value), 1));

export const met = ({ up, reach }: Duty, value: number, slack: number): boolean => (up ? value >= reach - slack : value <= reach + slack);

/** How close to a whole number a solver's value must be. */
export const NEAR = 1e-5;

/** The world in whole numbers, if it is one: every sum holds exactly. */
export function rounded(world: World, { sums }: Cube): World | undefined {
  const whole = world.map(Math.round);
  if (world.some((value, cell) => Math.abs(value - whole[cell]!) > NEAR)) return undefined;
  return sums.every(({ total, parts }) => whole[total] === parts.reduce((all, part) => all + whole[part]!, 0)) ? whole : undefined;
}

/** What a hidden pattern leaves to know. */
export function knowledgeOf(hidden: Uint8Array, { truth, low, high }: Knowledge): Knowledge {
  const seen = (bounds: Float64Array): Float64Array => bounds.map((bound, cell) => (hidden[cell] ? bound : truth[cell]!));
  return { truth, low: seen(low), high: seen(high) };
}
