import { cellsOf } from './cells.ts';
import { marginNames, type Margin, type ZoneMargins } from './margins.ts';
import type { PoolRow } from './pool.rules.ts';
import type { Synthesis } from './synthesis.rules.ts';

/** How near the population is to one loaded margin. */
export interface Fit {
  id: Margin['id'];
  /** In French. */
  label: string;
  level: Margin['level'];
  source: string;
  vintage: string;
  /** Areas × cells that have a figure. */
  cells: number;
  asked: number;
  obtained: number;
  /** Of the territory's total: (obtained − asked) / asked. */
  relativeError: number;
  /** Sum of |obtained − asked| over areas and cells, for one asked. */
  weightedError: number;
  /** The area that is farthest, by its own weighted error. */
  worst: { area: string; weightedError: number } | null;
}

/** What the whole households, and the persons outside them, hold of each margin. */
export function fitOf(margins: readonly Margin[], zones: ZoneMargins['zones'], { pool, counts, outside }: Synthesis): Fit[] {
  return margins.map((margin) => {
    const held = heldBy(margin, zones, pool, (zone, row) => counts[zone]![row]! + outside[zone]![row]!);
    return fitOfOne(margin, held);
  });
}

/** Employees among persons at work: their share by zone is a margin too. */
export function employeeFit(share: ReadonlyMap<string, number>, vintage: string, { population: { zones, zone, atWork, employees } }: Synthesis): Fit[] {
  if (!atWork || !employees) return [];
  const [asked, held] = [new Map<string, Float64Array>(), new Map<string, Float64Array>()];
  zone.forEach((at, household) => {
    const { code } = zones[at]!;
    const part = share.get(code);
    if (part === undefined) return;
    for (const [sums, value] of [[asked, part * atWork[household]!], [held, employees[household]!]] as const) {
      const one = sums.get(code) ?? new Float64Array(1);
      one[0] = one[0]! + value;
      sums.set(code, one);
    }
  });
  return [fitOfOne({ id: 'employees', level: 'iris', source: 'iris-indicators', vintage, targets: asked }, held)];
}

function heldBy(margin: Margin, zones: ZoneMargins['zones'], pool: readonly PoolRow[], weight: (zone: number, row: number) => number): Map<string, Float64Array> {
  const held = new Map<string, Float64Array>();
  const cells = cellsOf(margin);
  const coefficients = cells.map((cell) => pool.flatMap((row, at) => (cell(row) === 0 ? [] : [[at, cell(row)] as const])));
  for (const [at, zone] of zones.entries()) {
    const area = margin.targets.has(zone.code) ? zone.code : zone.commune;
    const sums = held.get(area) ?? new Float64Array(cells.length);
    for (const [cell, rows] of coefficients.entries()) for (const [row, value] of rows) sums[cell] = sums[cell]! + value * weight(at, row);
    held.set(area, sums);
  }
  return held;
}

function fitOfOne(margin: Pick<Margin, 'id' | 'level' | 'source' | 'vintage' | 'targets'>, held: ReadonlyMap<string, Float64Array>): Fit {
  let [cells, asked, obtained, off] = [0, 0, 0, 0];
  let worst: Fit['worst'] = null;
  for (const [area, targets] of margin.targets) {
    let [here, offHere] = [0, 0];
    for (const [cell, target] of targets.entries()) {
      if (Number.isNaN(target)) continue;
      const got = held.get(area)?.[cell] ?? 0;
      cells += 1;
      here += target;
      obtained += got;
      offHere += Math.abs(got - target);
    }
    asked += here;
    off += offHere;
    // A share of some persons is no news: areas are compared from ten on.
    if (here >= 10 && offHere / here > (worst?.weightedError ?? -1)) worst = { area, weightedError: offHere / here };
  }
  const { id, level, source, vintage } = margin;
  return { id, label: marginNames[id], level, source, vintage, cells, asked, obtained, relativeError: asked > 0 ? (obtained - asked) / asked : 0, weightedError: asked > 0 ? off / asked : 0, worst };
}
