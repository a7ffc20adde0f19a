import { needs, type Cell, type Cube } from './cube.ts';
import type { Cause, Spec } from './types.ts';

/** What an attacker's interval of a protected cell must span: two values, or, for one whose own value nobody knows, a width. */
export type Need = { low: number; high: number } | { width: number };

export interface Primary { cell: number; cause: Exclude<Cause, 'secondary'> }

/** The cells that are secret by themselves. */
export function primaries({ cells }: Cube, spec: Spec): Primary[] {
  return cells.flatMap((one, cell) => {
    const cause = causeOf(one, spec);
    return cause === undefined ? [] : [{ cell, cause }];
  });
}

function causeOf({ given, value, contributors, largest, public: known }: Cell, { rules }: Spec): Primary['cause'] | undefined {
  if (given === 'secret') return 'source';
  if (value === undefined || known) return undefined;
  if (value === 0) return rules.zeros === 'secret' ? 'threshold' : undefined;
  if (value < (needs(rules, 'threshold') ?? 0)) return 'threshold';
  if (contributors !== undefined && contributors < (needs(rules, 'contributors') ?? 0)) return 'contributors';
  if (largest !== undefined && largest > (needs(rules, 'dominance') ?? 1) * value) return 'dominance';
  return undefined;
}

/** Whether hiding it can tell anything apart: zeros that everybody expects to be shown cannot. */
export const isFixed = ({ value, public: known }: Cell, { rules }: Spec): boolean => known || (value === 0 && rules.zeros !== 'secret');

/** What everybody may assume of a hidden cell. Where zeros are always shown, a count that is not shown is at least 1. */
export function assumed({ given, low, high }: Cell, { rules }: Spec): { low: number; high: number } {
  const positive = given === 'known' && rules.kind === 'frequency' && rules.zeros !== 'secret';
  return { low: positive ? Math.max(low, 1) : low, high };
}

/**
 * Under a threshold, no value that the rule hides may be excluded. For few or dominant contributors: the value give or take
 * a share of it, and for a dominant one, up to where it would no longer dominate.
 */
export function needOf({ value = 0, largest = 0 }: Cell, cause: Primary['cause'], spec: Spec, whole: boolean): { low: number; high: number } {
  const { rules, protection = {} } = spec;
  const margin = marginOf(value, cause === 'threshold' ? 0 : 0.15, protection, whole && cause !== 'threshold' ? 1 : 0);
  let [low, high] = [value - margin, value + margin];
  if (cause === 'threshold') {
    const threshold = needs(rules, 'threshold') ?? 0;
    low = Math.min(low, lowest(spec));
    high = Math.max(high, whole ? Math.ceil(threshold) - 1 : threshold);
  }
  if (cause === 'dominance') high = Math.max(high, largest / (needs(rules, 'dominance') ?? 1));
  return whole ? { low: Math.floor(low + 1e-9), high: Math.ceil(high - 1e-9) } : { low, high };
}

/** How wide the interval of a source's secret must be, whose value lies about `middle`. */
export function widthOf(middle: number, spec: Spec, whole: boolean): number {
  const threshold = needs(spec.rules, 'threshold');
  const margin = marginOf(middle, threshold === undefined ? 0.15 : 0, spec.protection ?? {}, whole ? 1 : 0);
  const hidden = threshold === undefined ? 0 : (whole ? Math.ceil(threshold) - 1 : threshold) - lowest(spec);
  return Math.max(2 * margin, hidden);
}

const lowest = ({ rules }: Spec): number => (rules.kind === 'frequency' && rules.zeros !== 'secret' ? 1 : 0);

const marginOf = (value: number, share: number, { relative = share, absolute }: NonNullable<Spec['protection']>, least: number): number =>
  Math.max(relative * value, absolute ?? least);
