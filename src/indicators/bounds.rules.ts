import type { Cell } from './cell.rules.ts';

/** What is known of a value: `±Infinity` on a side that nothing bounds. */
export interface Bounds {
  low: number;
  high: number;
}

/** Between which numbers a figure's value stands, both the same for a number; null for what is not a known figure. */
export function boundsOf(cell: Cell): Bounds | null {
  if (cell.kind === 'number') return { low: cell.value, high: cell.value };
  return cell.kind === 'interval' ? { low: cell.low ?? -Infinity, high: cell.high ?? Infinity } : null;
}
