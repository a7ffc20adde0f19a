/** What each row of the pool counts for in each cell of a set of margins, row by row. */
export interface Features {
  cells: number;
  start: Int32Array;
  cell: Uint16Array;
  value: Float64Array;
}

/** @param coefficient what a row counts for in a cell */
export function featuresOf<Row>(rows: readonly Row[], cells: readonly ((row: Row) => number)[]): Features {
  const start = new Int32Array(rows.length + 1);
  const [cell, value]: [number[], number[]] = [[], []];
  for (const [at, row] of rows.entries()) {
    for (const [index, coefficient] of cells.entries()) {
      const counted = coefficient(row);
      if (counted === 0) continue;
      cell.push(index);
      value.push(counted);
    }
    start[at + 1] = cell.length;
  }
  return { cells: cells.length, start, cell: Uint16Array.from(cell), value: Float64Array.from(value) };
}

/** Margins that some zones must reach together: a zone's own, or those of a commune of several zones. */
export interface Block {
  zones: readonly number[];
  features: Features;
  /** NaN where the cell has no margin. */
  targets: Float64Array;
  /** How far a cell may bend, as a variance: where margins contradict each other, each gives in by this times its multiplier. */
  slack: Float64Array;
}

export interface Calibration {
  /** By zone, by row of the pool. */
  weights: Float64Array[];
  sweeps: number;
  /** The largest gap left between the last two sweeps, relative to a cell's target. */
  residual: number;
}

const mostSteps = 60;
const precision = 1e-5;

/**
 * Generalised raking (Deville and Särndal 1992, exponential distance): the weights nearest to the prior that reach the margins. Each block's
 * dual is maximised by Newton's method; blocks take turns, which is coordinate ascent of the whole dual, until none moves any more.
 */
export function calibrate(priors: readonly Float64Array[], blocks: readonly Block[], { mostSweeps = 12 } = {}): Calibration {
  const weights = priors.map((prior) => Float64Array.from(prior));
  const multipliers = blocks.map((block) => new Float64Array(block.features.cells));
  const shared = blocks.some((block) => block.zones.length > 1) || new Set(blocks.flatMap((block) => block.zones)).size < blocks.flatMap((block) => block.zones).length;
  let residual = Infinity;
  let sweeps = 0;
  while (sweeps < mostSweeps) {
    residual = 0;
    for (const [at, block] of blocks.entries()) residual = Math.max(residual, ascend(block, weights, multipliers[at] ?? new Float64Array(0)));
    sweeps += 1;
    if (!shared || residual < 2e-3) break;
  }
  return { weights, sweeps, residual };
}

/** Newton's steps on one block; returns the gap that it found at its start. */
function ascend(block: Block, weights: readonly Float64Array[], multipliers: Float64Array): number {
  const size = block.features.cells;
  const used = Uint8Array.from(block.targets, (target) => (Number.isNaN(target) ? 0 : 1));
  let first = 0;
  for (let step = 0; step < mostSteps; step += 1) {
    const { totals, hessian } = moments(block, weights);
    const gradient = new Float64Array(size);
    let gap = 0;
    for (let j = 0; j < size; j += 1) {
      if (!used[j]) {
        for (let k = 0; k < size; k += 1) hessian[j * size + k] = hessian[k * size + j] = 0;
        hessian[j * size + j] = 1;
        continue;
      }
      const slack = block.slack[j] ?? 0;
      gradient[j] = (block.targets[j] ?? 0) - (totals[j] ?? 0) - slack * (multipliers[j] ?? 0);
      hessian[j * size + j] = (hessian[j * size + j] ?? 0) + slack + 1e-9;
      gap = Math.max(gap, Math.abs(gradient[j] ?? 0) / Math.max(1, Math.abs(block.targets[j] ?? 0)));
    }
    if (step === 0) first = gap;
    if (gap < precision) break;
    const direction = solved(hessian, gradient, size);
    if (!move(block, weights, multipliers, direction, gradient)) break;
  }
  return first;
}

/** What the block's cells hold, and how that moves with their multipliers. */
function moments(block: Block, weights: readonly Float64Array[]): { totals: Float64Array; hessian: Float64Array } {
  const { cells: size, start, cell, value } = block.features;
  const totals = new Float64Array(size);
  const hessian = new Float64Array(size * size);
  for (const zone of block.zones) {
    const weight = weights[zone] ?? new Float64Array(0);
    for (let row = 0; row < weight.length; row += 1) {
      const held = weight[row]!;
      if (held < 1e-12) continue;
      const end = start[row + 1]!;
      for (let a = start[row]!; a < end; a += 1) {
        const j = cell[a]!;
        const part = held * value[a]!;
        totals[j]! += part;
        for (let b = start[row]!; b <= a; b += 1) hessian[j * size + cell[b]!]! += part * value[b]!;
      }
    }
  }
  for (let j = 0; j < size; j += 1) for (let k = j + 1; k < size; k += 1) hessian[j * size + k] = hessian[k * size + j]!;
  return { totals, hessian };
}

/** How much a row's weight may grow in one step, as a logarithm. */
const longestStep = 4;

/** Moves along the direction, half as far until the dual grows; false where it does not grow any more. */
function move(block: Block, weights: readonly Float64Array[], multipliers: Float64Array, direction: Float64Array, gradient: Float64Array): boolean {
  const { start, cell, value } = block.features;
  const tilts = block.zones.map((zone) => {
    const tilt = new Float64Array(weights[zone]?.length ?? 0);
    for (let row = 0; row < tilt.length; row += 1) {
      let so = 0;
      for (let a = start[row]!; a < start[row + 1]!; a += 1) so += value[a]! * direction[cell[a]!]!;
      tilt[row] = so;
    }
    return tilt;
  });
  let longest = 0;
  for (const [at, zone] of block.zones.entries()) tilts[at]!.forEach((tilt, row) => { if (weights[zone]![row]! >= 1e-12) longest = Math.max(longest, Math.abs(tilt)); });
  const slope = gradient.reduce((so, one, j) => so + one * direction[j]!, 0);
  for (let scale = Math.min(1, longestStep / Math.max(longest, 1e-12)); scale > 1e-6; scale /= 2) {
    let gain = 0;
    for (let j = 0; j < direction.length; j += 1) {
      const [by, slack] = [scale * direction[j]!, block.slack[j]!];
      if (by !== 0) gain += block.targets[j]! * by - slack * (multipliers[j]! * by + (by * by) / 2);
    }
    for (const [at, zone] of block.zones.entries()) {
      const weight = weights[zone]!;
      const tilt = tilts[at]!;
      for (let row = 0; row < weight.length; row += 1) gain -= weight[row]! * Math.expm1(scale * tilt[row]!);
    }
    if (!(gain >= 1e-4 * scale * slope - 1e-9)) continue;
    for (const [at, zone] of block.zones.entries()) {
      const weight = weights[zone]!;
      const tilt = tilts[at]!;
      for (let row = 0; row < weight.length; row += 1) weight[row]! *= Math.exp(scale * tilt[row]!);
    }
    for (let j = 0; j < direction.length; j += 1) multipliers[j]! += scale * direction[j]!;
    return true;
  }
  return false;
}

/** The solution of a symmetric positive system, by Cholesky; a pivot that vanishes is taken as one that may not move. */
export function solved(matrix: Float64Array, right: Float64Array, size: number): Float64Array {
  const lower = Float64Array.from(matrix);
  for (let j = 0; j < size; j += 1) {
    let pivot = lower[j * size + j]!;
    for (let k = 0; k < j; k += 1) pivot -= lower[j * size + k]! ** 2;
    const root = pivot > 1e-12 ? Math.sqrt(pivot) : 1e6;
    lower[j * size + j] = root;
    for (let i = j + 1; i < size; i += 1) {
      let so = lower[i * size + j]!;
      for (let k = 0; k < j; k += 1) so -= lower[i * size + k]! * lower[j * size + k]!;
      lower[i * size + j] = so / root;
    }
  }
  const solution = Float64Array.from(right);
  for (let i = 0; i < size; i += 1) {
    for (let k = 0; k < i; k += 1) solution[i]! -= lower[i * size + k]! * solution[k]!;
    solution[i]! /= lower[i * size + i]!;
  }
  for (let i = size - 1; i >= 0; i -= 1) {
    for (let k = i + 1; k < size; k += 1) solution[i]! -= lower[k * size + i]! * solution[k]!;
    solution[i]! /= lower[i * size + i]!;
  }
  return solution;
}
