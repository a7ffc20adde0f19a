import type { IndicatorDefinition, Unit } from './indicator.schema.ts';

export type MapStyle = 'symbols' | 'classes' | 'categories';

const counts: ReadonlySet<Unit> = new Set<Unit>(['persons', 'households', 'dwellings', 'count']);

/** A count is a symbol's surface; a rate or an amount a class of colour; a zoning a colour of its own. */
export function mapStyleOf({ unit }: Pick<IndicatorDefinition, 'unit'>): MapStyle {
  if (unit === 'category') return 'categories';
  return counts.has(unit) ? 'symbols' : 'classes';
}
