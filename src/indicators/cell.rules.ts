/**
 * What a figure can be. Secret is not zero, and missing is neither: each has its own form, and arithmetic
 * keeps them apart. An interval bounds the true value on one side at least: `high: null` means that nothing bounds it
 * above, `low: null` that nothing but its nature does below (a share cannot be negative: that says nothing of it).
 */
export type Cell =
  | { kind: 'number'; value: number }
  | { kind: 'interval'; low: number; high: number | null }
  | { kind: 'interval'; low: null; high: number }
  | { kind: 'category'; value: string }
  | { kind: 'secret' }
  | { kind: 'missing'; reason: MissingReason };

/** Why no figure stands here; each has its sentence in the catalogues. */
export type MissingReason =
  | 'notLoaded' // no imported dataset gives it
  | 'notInSource' // the dataset says nothing of this area
  | 'noneListed' // the dataset lists only areas that have some, and not this one
  | 'neverAggregated' // a median, decile, rent or category is not summed up to a territory
  | 'partial' // a commune of the perimeter is missing, so that its sum is unknown
  | 'mergedCommune' // the source describes a former commune of it
  | 'undefinedRatio'; // division by zero

export const number = (value: number): Cell => ({ kind: 'number', value });
export const secret: Cell = { kind: 'secret' };
export const missing = (reason: MissingReason): Cell => ({ kind: 'missing', reason });

/** What a secret cell of a count may hide; `high: null` where the source's rule does not bound it. */
export interface SecretBounds {
  low: number;
  high: number | null;
}

/** Of several reasons, the one that a sum gives: the same whatever the order of its cells. */
const reasonsByWeight = ['neverAggregated', 'notLoaded', 'mergedCommune', 'undefinedRatio', 'partial'] as const;

/**
 * Sum of counts over areas. Secret cells widen it to an interval by their bounds; a missing cell makes it unknown,
 * unless its source lists only areas that have some, and not this one (RPLS lists only communes with social dwellings).
 */
export function sum(cells: readonly Cell[], secretBounds: SecretBounds): Cell {
  if (cells.some((cell) => cell.kind === 'category')) return missing('neverAggregated');
  const reasons = new Set(cells.flatMap((cell) => (cell.kind === 'missing' ? [cell.reason] : [])));
  const worst = reasonsByWeight.find((reason) => reasons.has(reason));
  if (worst) return missing(worst);
  const known = cells.filter((cell) => isKnown(cell));
  if (known.length === 0) return missing(reasons.has('notInSource') || cells.length === 0 ? 'notInSource' : 'noneListed');
  if (reasons.has('notInSource')) return missing('partial');
  let low = 0;
  let high: number | null = 0;
  for (const cell of known) {
    const bounds = boundsOf(cell, secretBounds);
    low += bounds.low;
    high = high === null || bounds.high === null ? null : high + bounds.high;
  }
  return interval(low, high, 0);
}

/** `factor × numerator / denominator`, bounded where either is; the two are counts ≥ 0. */
export function ratio(numerator: Cell, denominator: Cell, factor: number): Cell {
  if (numerator.kind === 'missing') return numerator;
  if (denominator.kind === 'missing') return denominator;
  if (numerator.kind === 'category' || denominator.kind === 'category') return missing('neverAggregated');
  if (numerator.kind === 'secret' || denominator.kind === 'secret') return secret;
  const top = boundsOf(numerator, nothingKnown);
  const bottom = boundsOf(denominator, nothingKnown);
  if (bottom.high === 0) return missing('undefinedRatio');
  if (numerator.kind === 'number' && denominator.kind === 'number') return number((factor * numerator.value) / denominator.value);
  const low = bottom.high === null ? 0 : (factor * top.low) / bottom.high;
  const high = top.high === null || bottom.low === 0 ? null : (factor * top.high) / bottom.low;
  return interval(low, high, 0);
}

/** Mean yearly growth between two counts, as a fraction. */
export function yearlyGrowth(start: Cell, end: Cell, years: number): Cell {
  if (start.kind === 'missing') return start;
  if (end.kind === 'missing') return end;
  if (start.kind === 'category' || end.kind === 'category') return missing('neverAggregated');
  if (start.kind === 'secret' || end.kind === 'secret') return secret;
  const from = boundsOf(start, nothingKnown);
  const to = boundsOf(end, nothingKnown);
  if (years <= 0 || from.high === 0) return missing('undefinedRatio');
  const growth = (first: number, last: number) => (last / first) ** (1 / years) - 1;
  if (start.kind === 'number' && end.kind === 'number') return number(growth(start.value, end.value));
  const low = from.high === null ? -1 : growth(from.high, to.low);
  const high = to.high === null || from.low === 0 ? null : growth(from.low, to.high);
  // Nothing can shrink by more than all of itself.
  return interval(low, high, -1);
}

const nothingKnown: SecretBounds = { low: 0, high: null };

/** `floor`: what the quantity cannot go below anyway, so that a bound there says nothing. Without any bound it is a secret. */
function interval(low: number, high: number | null, floor: number): Cell {
  if (low === high) return number(low);
  if (low > floor) return { kind: 'interval', low, high };
  return high === null ? secret : { kind: 'interval', low: null, high };
}

type Known = Extract<Cell, { kind: 'number' | 'interval' | 'secret' }>;

const isKnown = (cell: Cell): cell is Known => cell.kind === 'number' || cell.kind === 'interval' || cell.kind === 'secret';

function boundsOf(cell: Known, secretBounds: SecretBounds): SecretBounds {
  switch (cell.kind) {
    case 'number': return { low: cell.value, high: cell.value };
    case 'interval': return { low: cell.low ?? 0, high: cell.high };
    case 'secret': return secretBounds;
  }
}
