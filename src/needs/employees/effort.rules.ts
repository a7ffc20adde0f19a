import { consumptionUnits } from './population/income.rules.ts';
import type { Population } from './population/population.ts';

/** An advertised rent of a year, charges included, with its interval where the map gives it. */
export interface Rent {
  low?: number;
  central: number;
  high?: number;
}

/** From the least to the most; `null` where nothing computes it. Never one figure alone unless its bounds are. */
export interface Range {
  low: number | null;
  central: number | null;
  high: number | null;
}

/** Shares of the income that the rent takes from which an effort is called heavy (Otelo lets the first and last be chosen). */
export const effortThresholds = [0.3, 0.33, 0.35] as const;
/** Above this share of its income a household at work is said to be in difficulty. */
export const difficultyThreshold = 1 / 3;

/** Whether a household is in difficulty at local rents: no, yes whatever the rent of the interval, or by the rent. */
export const difficulty = { no: 0, yes: 1, depends: 2, unknown: 3 } as const;

export interface Effort {
  /** Households at work whose income and commune's rent are known, and those for whom one is not. */
  households: number;
  unknown: number;
  /** Whether every rent has its interval. */
  bounded: boolean;
  /** Shares of these households above each threshold. */
  over: readonly { threshold: number; share: Range }[];
  /** Median of what is left a month by consumption unit, in euros: least at the dearest rent. */
  residual: Range;
  byCommune: readonly { commune: string; households: number; share: Range }[];
}

/**
 * What the advertised rents of their communes would take of the declared income of households at work, if they had to rent today. No allowance is
 * taken off: the resources that the CAF counts are in no loaded source.
 */
export function effortOf(population: Population, atWork: Uint8Array, rentOf: (commune: string, persons: number) => Rent | undefined): { effort: Effort; difficulty: Uint8Array } {
  const { households, zones, zone, persons, children, income } = population;
  const rents = zones.map(({ commune }) => Array.from({ length: 21 }, (_, count) => rentOf(commune, Math.max(1, count))));
  const classes = new Uint8Array(households).fill(difficulty.unknown);
  const all = newTally();
  const byCommune = new Map<string, Tally>();
  for (let row = 0; row < households; row += 1) {
    if (!atWork[row]) continue;
    const place = zone[row] ?? 0;
    const size = persons[row] ?? 1;
    const rent = rents[place]?.[Math.min(size, 20)];
    const earned = income?.[row] ?? NaN;
    const commune = zones[place]?.commune ?? '';
    const here = byCommune.get(commune) ?? newTally();
    byCommune.set(commune, here);
    if (!rent || !Number.isFinite(earned)) {
      all.unknown += 1;
      here.unknown += 1;
      continue;
    }
    count(all, rent, earned);
    count(here, rent, earned);
    all.left.push((earned - rent.central) / 12 / consumptionUnits(size, children[row] ?? 0));
    if (rent.low !== undefined && rent.high !== undefined) {
      all.leftLow.push((earned - rent.high) / 12 / consumptionUnits(size, children[row] ?? 0));
      all.leftHigh.push((earned - rent.low) / 12 / consumptionUnits(size, children[row] ?? 0));
    }
    classes[row] = difficultyOf(rent, earned);
  }
  const bounded = all.bounded === all.households && all.households > 0;
  const effort: Effort = {
    households: all.households, unknown: all.unknown, bounded,
    over: effortThresholds.map((threshold, at) => ({ threshold, share: shares(all, at, bounded) })),
    residual: { low: bounded ? median(all.leftLow) : null, central: median(all.left), high: bounded ? median(all.leftHigh) : null },
    byCommune: [...byCommune].map(([commune, tally]) => ({ commune, households: tally.households, share: shares(tally, 1, tally.bounded === tally.households) })),
  };
  return { effort, difficulty: classes };
}

/** Without the rent's interval, the household above the threshold only may be in difficulty: nothing says it for sure. */
function difficultyOf(rent: Rent, earned: number): number {
  const above = (yearly: number): boolean => yearly > earned * difficultyThreshold;
  if (rent.low !== undefined && above(rent.low)) return difficulty.yes;
  return above(rent.high ?? rent.central) ? difficulty.depends : difficulty.no;
}

interface Tally { households: number; unknown: number; bounded: number; low: number[]; central: number[]; high: number[]; left: number[]; leftLow: number[]; leftHigh: number[] }

const newTally = (): Tally => ({ households: 0, unknown: 0, bounded: 0, low: [0, 0, 0], central: [0, 0, 0], high: [0, 0, 0], left: [], leftLow: [], leftHigh: [] });

function count(tally: Tally, rent: Rent, earned: number): void {
  tally.households += 1;
  if (rent.low !== undefined) tally.bounded += 1;
  for (const [at, threshold] of effortThresholds.entries()) {
    const limit = threshold * earned;
    if ((rent.low ?? rent.central) > limit) tally.low[at] = (tally.low[at] ?? 0) + 1;
    if (rent.central > limit) tally.central[at] = (tally.central[at] ?? 0) + 1;
    if ((rent.high ?? rent.central) > limit) tally.high[at] = (tally.high[at] ?? 0) + 1;
  }
}

function shares({ households, low, central, high }: Tally, at: number, bounded: boolean): Range {
  const share = (counts: readonly number[]): number | null => (households === 0 ? null : (counts[at] ?? 0) / households);
  return { low: bounded ? share(low) : null, central: share(central), high: bounded ? share(high) : null };
}

function median(values: readonly number[]): number | null {
  const sorted = Float64Array.from(values).toSorted();
  return sorted[Math.floor(sorted.length / 2)] ?? null;
}
