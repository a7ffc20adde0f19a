import type { Node, Range } from './graph.ts';
import { NOT_APPLICABLE, VALUE } from './states.ts';

export const anyNumber: Range = { lo: -Infinity, hi: Infinity, finite: false, short: false, whole: false, least: 0 };

/** Interval arithmetic over ranges; bounds are widened to infinity as soon as they are not numbers. */
export const between = (lo: number, hi: number, finite: boolean, { short = false, whole = false, least = 0 } = {}): Range => {
  const safe = Number.isNaN(lo) || Number.isNaN(hi) ? { lo: -Infinity, hi: Infinity } : { lo, hi };
  return { ...safe, finite: finite && Math.abs(safe.lo) < 1e300 && Math.abs(safe.hi) < 1e300, short: short || whole, whole, least: Math.max(least, whole ? 1 : 0, safe.lo, -safe.hi) };
};

export const exactly = (value: number): Range => between(value, value, Number.isFinite(value), { short: value === +value.toFixed(16), whole: Number.isInteger(value), least: Math.abs(value) });

/** The range with the 0 that stands for "not applicable" in a sum. */
export function withNa(node: Node): Range {
  if (node.type === 'boolean') return between(0, 1, true, { whole: true });
  if ((node.may & VALUE) === 0) return exactly(0);
  return (node.may & NOT_APPLICABLE) === 0 ? node.range : union(node.range, exactly(0));
}

export const sum = (a: Range, b: Range): Range => between(a.lo + b.lo, a.hi + b.hi, a.finite && b.finite, { whole: a.whole && b.whole });
export const negated = (a: Range): Range => ({ ...a, lo: -a.hi, hi: -a.lo });

export function product(a: Range, b: Range): Range {
  // 0 × ∞ is 0 in the rules.
  const times = (x: number, y: number) => (x === 0 || y === 0 ? 0 : x * y);
  const ends = [times(a.lo, b.lo), times(a.lo, b.hi), times(a.hi, b.lo), times(a.hi, b.hi)];
  return between(Math.min(...ends), Math.max(...ends), a.finite && b.finite, { whole: a.whole && b.whole, least: a.least * b.least });
}

export function quotient(a: Range, b: Range): Range {
  if (b.lo <= 0 && b.hi >= 0) return between(a.lo >= 0 && b.lo >= 0 ? 0 : -Infinity, Infinity, false);
  const over = (x: number, y: number) => (x === 0 ? 0 : x / y);
  const ends = [over(a.lo, b.lo), over(a.lo, b.hi), over(a.hi, b.lo), over(a.hi, b.hi)];
  return between(Math.min(...ends), Math.max(...ends), a.finite && b.finite && Math.min(Math.abs(b.lo), Math.abs(b.hi)) > 1e-6, { least: a.least / Math.max(Math.abs(b.lo), Math.abs(b.hi)) });
}

export const union = (a: Range, b: Range): Range =>
  ({ lo: Math.min(a.lo, b.lo), hi: Math.max(a.hi, b.hi), finite: a.finite && b.finite, short: a.short && b.short, whole: a.whole && b.whole, least: Math.min(apart(a), apart(b)) });

/** How far from 0 what is not 0 lies: nothing is nearer where all is 0. */
const apart = (range: Range): number => (range.lo === 0 && range.hi === 0 ? 1e9 : range.least);

/** The union over nodes that may have a value. */
export function unionOf(nodes: readonly Node[]): Range | undefined {
  const present = nodes.filter((node) => (node.may & VALUE) !== 0);
  return present.length === 0 ? undefined : present.map((node) => node.range).reduce(union);
}
