import type { Calculate } from './json-columns.ts';
import { isRecord, spanOf } from './json-period.ts';
import { entityOf } from './json-units.ts';

/** A value that a case expects: of which variable, of which entity's member (all of them when not said), in which period. */
export interface Stated { variable: string; id?: string; period: string; raw: unknown }

const periods = (variable: string, raw: unknown, period: string, id?: string): Stated[] =>
  (isRecord(raw) ? Object.entries(raw) : [[period, raw] as const]).map(([each, value]) => ({ variable, period: each, raw: value, ...(id === undefined ? {} : { id }) }));

/** The expected values of a case, which may be under their entity's name, then under its members'. */
export function statedIn(output: Readonly<Record<string, unknown>>, period: string): Stated[] {
  return Object.entries(output).flatMap(([key, value]) => {
    const entity = entityOf(key);
    if (entity === undefined || !isRecord(value)) return periods(key, value, period);
    if (key === entity) return Object.entries(value).flatMap(([variable, raw]) => periods(variable, raw, period));
    return Object.entries(value).flatMap(([id, variables]) => (isRecord(variables) ? Object.entries(variables).flatMap(([variable, raw]) => periods(variable, raw, period, id)) : []));
  });
}

/** The month, counted from the year 0, of a period that is one. */
export function monthOf(period: string): number | undefined {
  const span = spanOf(period);
  return span?.months === 1 ? span.from : undefined;
}

/** A number, or yes or no: a category is its rank. Undefined for what is none of these. */
export function valueOf(raw: unknown, calculate: Calculate): number | boolean | undefined {
  if (typeof raw === 'boolean') return raw;
  const rank = typeof raw === 'string' ? /^categorie_(\d)$/u.exec(raw)?.[1] : undefined;
  const value = typeof raw === 'string' ? (rank === undefined ? calculate(raw) : Number(rank)) : raw;
  return typeof value === 'number' && Number.isFinite(value) ? value : undefined;
}

/** The difference that a case allows for `value`: its own margins, by variable or for all. */
export function marginOf(margins: { abs_margin?: unknown; rel_margin?: unknown }, variable: string, value: number): number {
  const one = (margin: unknown): number => Number((isRecord(margin) ? margin[variable] ?? margin['default'] : margin) ?? 0) || 0;
  return Math.max(one(margins.abs_margin), one(margins.rel_margin) * Math.abs(value));
}
