import { withAttack } from './attack.ts';
import { needs, tolerance, type Cell, type Cube } from './cube.ts';
import { rounded, type Knowledge, type World } from './flows.ts';
import { assumed, widthOf } from './need.ts';
import { addTo, noRows, type Solver } from './solver.ts';
import type { Problem, Result, Spec } from './types.ts';

/** What the producer knows: unknown cells between two bounds, and, standing for the truth, one world that may be it. */
export interface Completed extends Knowledge {
  /** The cube's cells; one that nobody gives, but of which sums tell what a rule hides, is a secret of its source. */
  cells: Cell[];
  /** What the producer can work out of each cell whose value nobody gives. */
  known: ReadonlyMap<number, { min: number; max: number }>;
}

/** Finds a world for the unknown cells, or says which total leaves them no room. */
export function complete(solver: Solver, cube: Cube, spec: Spec): Result<Completed, Problem[]> {
  const { cells } = cube;
  const truth = Float64Array.from(cells, ({ value = 0 }) => value);
  const low = Float64Array.from(cells, (cell) => cell.value ?? assumed(cell, spec).low);
  const high = Float64Array.from(cells, (cell) => cell.value ?? assumed(cell, spec).high);
  const unknown = cells.flatMap(({ value }, cell) => (value === undefined ? [cell] : []));
  if (unknown.length === 0) return { ok: true, value: { cells, truth, low, high, known: new Map() } };
  const found = someWorld(solver, cube, { truth, low, high }, unknown);
  if (!found.ok) return found;
  const knowledge = { truth: found.value, low, high };
  const known = withAttack(solver, cube, knowledge, (extreme) => new Map(unknown.flatMap((cell) => {
    const range = { min: extreme(cell, false), max: extreme(cell, true) };
    return cells[cell]!.given === 'secret' || tells(range, cells[cell]!, spec, cube.whole) ? [[cell, range] as const] : [];
  })));
  return { ok: true, value: { ...knowledge, cells: cells.map((cell, at) => (known.has(at) ? { ...cell, given: 'secret' } : cell)), known } };
}

/** Whether sums leave a cell less room than a secret has, about values that a rule hides: where contributors are unknown, all may be. */
function tells({ min, max }: { min: number; max: number }, cell: Cell, spec: Spec, whole: boolean): boolean {
  if (cell.public || !Number.isFinite(max)) return false;
  const slack = tolerance(max);
  if (max <= slack && spec.rules.zeros !== 'secret') return false;
  return min < (needs(spec.rules, 'threshold') ?? Infinity) && max - min < widthOf((min + max) / 2, spec, whole) - slack;
}

/** The world with the least room to spare from its sums; none where a sum cannot hold. */
function someWorld(solver: Solver, cube: Cube, { truth, low, high }: Knowledge, unknown: readonly number[]): Result<World, Problem[]> {
  const column = new Map(unknown.map((cell, at) => [cell, at]));
  const rows = noRows();
  const torn: number[] = [];
  cube.sums.forEach(({ total, parts }, at) => {
    let known = column.has(total) ? 0 : truth[total]!;
    const entries: [number, number][] = column.has(total) ? [[column.get(total)!, -1]] : [];
    for (const part of parts) {
      if (column.has(part)) entries.push([column.get(part)!, 1]);
      else known -= truth[part]!;
    }
    if (entries.length === 0) return;
    // Two more columns a sum: what it lacks, and what it has too much.
    const gap = unknown.length + 2 * torn.length;
    torn.push(at);
    addTo(rows, known, known, [...entries, [gap, 1], [gap + 1, -1]]);
  });
  const gaps = 2 * torn.length;
  const linear = {
    cost: Float64Array.from({ length: unknown.length + gaps }, (_, at) => (at < unknown.length ? 0 : 1)),
    low: Float64Array.from({ length: unknown.length + gaps }, (_, at) => (at < unknown.length ? low[unknown[at]!]! : 0)),
    high: Float64Array.from({ length: unknown.length + gaps }, (_, at) => (at < unknown.length ? high[unknown[at]!]! : Infinity)),
    rows,
  };
  const solve = (whole: boolean): World | readonly number[] => solver.with(whole ? { ...linear, whole: new Uint8Array(unknown.length + gaps).fill(1) } : linear, (solved) => {
    if (solved.run() !== 'optimal') return torn;
    const values = solved.values();
    const wrong = torn.filter((_, at) => values[unknown.length + 2 * at]! + values[unknown.length + 2 * at + 1]! > 1e-6);
    if (wrong.length > 0) return wrong;
    const world = truth.slice();
    unknown.forEach((cell, at) => { world[cell] = Math.abs(values[at]!) < tolerance(0) ? 0 : values[at]!; });
    return world;
  });
  let found = solve(false);
  if (found instanceof Float64Array && cube.whole) {
    const whole = rounded(found, cube);
    found = whole ?? solve(true);
    if (found instanceof Float64Array) found = rounded(found, cube) ?? torn;
  }
  if (found instanceof Float64Array) return { ok: true, value: found };
  return { ok: false, error: found.flatMap((at) => impossible(cube, at)) };
}

function impossible({ cells, sums }: Cube, at: number): Problem[] {
  const { total, parts, dimension } = sums[at]!;
  const origin = [total, ...parts].map((cell) => cells[cell]!.origin).find((one) => one !== undefined);
  return origin ? [{ code: 'total.impossible', ...origin, column: dimension, place: cells[total]!.place }] : [];
}
