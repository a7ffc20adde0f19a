import type { Features } from './calibration.rules.ts';
import { below, type Random } from './random.rules.ts';

/** Whole numbers near these, whose sum is the sum's own rounding: the largest remainders are rounded up. */
export function roundedTogether(values: readonly number[]): number[] {
  const whole = values.map(Math.floor);
  let left = Math.round(values.reduce((so, one) => so + one, 0)) - whole.reduce((so, one) => so + one, 0);
  const order = values.map((value, at) => ({ at, rest: value - Math.floor(value) })).toSorted((a, b) => b.rest - a.rest || a.at - b.at);
  for (const { at } of order) {
    if (left <= 0) break;
    whole[at] = (whole[at] ?? 0) + 1;
    left -= 1;
  }
  return whole;
}

/**
 * Whole households for fractional weights. A systematic draw along the pool takes each row its weight's floor or ceiling times and keeps the
 * total; exchanges, drawn by weight and kept where they bring the margins nearer, then take out what the draw left in them.
 * @param total how many households the zone has
 * @param features the cells that must stay near what the weights hold
 */
export function wholeHouseholds(weights: Float64Array, total: number, features: readonly Features[], random: Random): Uint32Array {
  const counts = new Uint32Array(weights.length);
  const held = weights.reduce((so, one) => so + one, 0);
  if (total === 0 || held <= 0) return counts;
  const cumulated = new Float64Array(weights.length);
  const offset = random();
  let so = 0;
  let taken = 0;
  for (let row = 0; row < weights.length; row += 1) {
    so += (weights[row]! * total) / held;
    cumulated[row] = so;
    const upTo = Math.min(total, Math.floor(so + offset));
    counts[row] = upTo - taken;
    taken = upTo;
  }
  const last = weights.findLastIndex((one) => one > 0);
  counts[last]! += total - taken;
  exchange(counts, { weights, cumulated, total, held, features, random });
  return counts;
}

interface Draw {
  weights: Float64Array;
  cumulated: Float64Array;
  total: number;
  held: number;
  features: readonly Features[];
  random: Random;
}

const triesPerHousehold = 12;
const leastTries = 4_000;

function exchange(counts: Uint32Array, { weights, cumulated, total, held, features, random }: Draw): void {
  const households: number[] = [];
  counts.forEach((count, row) => { for (let one = 0; one < count; one += 1) households.push(row); });
  const errors = features.map((set) => {
    const error = new Float64Array(set.cells);
    for (let row = 0; row < counts.length; row += 1) {
      const excess = counts[row]! - (weights[row]! * total) / held;
      for (let a = set.start[row]!; a < set.start[row + 1]!; a += 1) error[set.cell[a]!]! += excess * set.value[a]!;
    }
    return error;
  });
  const shift = (row: number, by: 1 | -1): number => {
    let change = 0;
    for (const [at, set] of features.entries()) {
      const error = errors[at]!;
      for (let a = set.start[row]!; a < set.start[row + 1]!; a += 1) {
        const [j, amount] = [set.cell[a]!, by * set.value[a]!];
        change += amount * (2 * error[j]! + amount);
        error[j]! += amount;
      }
    }
    return change;
  };
  const tries = Math.max(leastTries, triesPerHousehold * total);
  for (let attempt = 0; attempt < tries; attempt += 1) {
    const slot = below(random, total);
    const out = households[slot]!;
    const into = rowAt(cumulated, random() * total);
    if (out === into) continue;
    const change = shift(out, -1) + shift(into, 1);
    if (change < 0) {
      counts[out]! -= 1;
      counts[into]! += 1;
      households[slot] = into;
    } else {
      shift(into, -1);
      shift(out, 1);
    }
  }
}

/** The first row whose cumulated weight passes the value. */
function rowAt(cumulated: Float64Array, value: number): number {
  let [low, high] = [0, cumulated.length - 1];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (cumulated[middle]! > value) high = middle;
    else low = middle + 1;
  }
  return low;
}
