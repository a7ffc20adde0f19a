/**
 * What a figure can be. Secret is not zero, and missing is neither: each has its own form, and arithmetic
 * keeps them apart. An interval bounds the true value; `high: null` means that nothing bounds it above.
 */
export type Cell =
  | { kind: 'number'; value: number }
  | { kind: 'interval'; low: number; high: number | null }
  | { kind: 'category'; value: string }
  | { kind: 'secret' }
  | { kind: 'missing'; reason: MissingReason };

/** Why no figure stands here; each has its sentence in the catalogues. */
export type MissingReason =
  | 'notLoaded' // no imported dataset gives it
  | 'notInSource' // the dataset says nothing of this area
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

/**
 * Sum of counts over areas. Secret cells widen it to an interval by their bounds; a missing cell makes it unknown,
 * unless absence from the source means "none" (RPLS lists only communes with social dwellings).
 */
export function sum(cells: readonly Cell[], options: { secretBounds: SecretBounds; absentMeansNone: boolean }): Cell {
  let low = 0;
  let high: number | null = 0;
  let seen = 0;
  for (const cell of cells) {
    if (cell.kind === 'missing') {
      if (cell.reason === 'notInSource' && options.absentMeansNone) continue;
      if (cell.reason === 'notInSource') return missing('partial');
      return cell;
    }
    if (cell.kind === 'category') return missing('neverAggregated');
    const bounds = boundsOf(cell, options.secretBounds);
    low += bounds.low;
    high = high === null || bounds.high === null ? null : high + bounds.high;
    seen += 1;
  }
  if (seen === 0) return missing('notInSource');
  return low === high ? number(low) : { kind: 'interval', low, high };
}

/** `factor × numerator / denominator`, bounded where either is; the two are counts ≥ 0. */
export function ratio(numerator: Cell, denominator: Cell, factor: number): Cell {
  if (numerator.kind === 'missing') return numerator;
  if (denominator.kind === 'missing') return denominator;
  if (numerator.kind === 'secret' || denominator.kind === 'secret') return secret;
  if (numerator.kind === 'category' || denominator.kind === 'category') return missing('neverAggregated');
  const top = boundsOf(numerator, { low: 0, high: null });
  const bottom = boundsOf(denominator, { low: 0, high: null });
  if (bottom.high === 0 || (bottom.low === 0 && bottom.high !== null && top.low > 0 && bottom.low === bottom.high)) return missing('undefinedRatio');
  if (numerator.kind === 'number' && denominator.kind === 'number') return number((factor * numerator.value) / denominator.value);
  // Neither bound says anything when the denominator is open above and the numerator is not: the ratio stays hidden.
  if (bottom.high === null || top.high === null || bottom.low === 0) return secret;
  return { kind: 'interval', low: (factor * top.low) / bottom.high, high: (factor * top.high) / bottom.low };
}

/** Mean yearly growth between two counts, as a fraction. */
export function yearlyGrowth(start: Cell, end: Cell, years: number): Cell {
  if (start.kind !== 'number') return start;
  if (end.kind !== 'number') return end;
  if (start.value <= 0 || years <= 0) return missing('undefinedRatio');
  return number((end.value / start.value) ** (1 / years) - 1);
}

function boundsOf(cell: Extract<Cell, { kind: 'number' | 'interval' | 'secret' }>, secretBounds: SecretBounds): SecretBounds {
  switch (cell.kind) {
    case 'number': return { low: cell.value, high: cell.value };
    case 'interval': return { low: cell.low, high: cell.high };
    case 'secret': return secretBounds;
  }
}
