import type { IndicatorDefinition } from '../../indicators/index.ts';

/** What the observatory's address says: the whole state of the page. */
export interface ObservatoryQuery {
  indicator: string | null;
  period: string | null;
  commune: string | null;
  display: Display;
  sort: SortKey;
  order: 'asc' | 'desc';
}

export const displays = ['carte', 'barres', 'tableau'] as const;
export type Display = (typeof displays)[number];

export const sortKeys = ['valeur', 'commune'] as const;
export type SortKey = (typeof sortKeys)[number];

/** Reads the address; what it does not know falls back to the first view. */
export function parseQuery(parameters: URLSearchParams): ObservatoryQuery {
  const given = (name: string): string | null => parameters.get(name)?.trim() || null;
  const sort = sortKeys.find((key) => key === given('tri')) ?? 'valeur';
  return {
    indicator: given('indicateur'),
    period: given('periode'),
    commune: given('commune'),
    display: displays.find((display) => display === given('affichage')) ?? 'carte',
    sort,
    order: given('ordre') === 'asc' ? 'asc' : given('ordre') === 'desc' ? 'desc' : firstOrder(sort),
  };
}

/** Values from the highest, names from A. */
export const firstOrder = (sort: SortKey): 'asc' | 'desc' => (sort === 'valeur' ? 'desc' : 'asc');

/** An address that keeps the view and changes some of it; what is at its first value is left out. */
export function addressOf(path: string, query: ObservatoryQuery, change: Partial<ObservatoryQuery> = {}): string {
  const next = { ...query, ...change };
  const parameters = new URLSearchParams();
  if (next.indicator) parameters.set('indicateur', next.indicator);
  if (next.period) parameters.set('periode', next.period);
  if (next.commune) parameters.set('commune', next.commune);
  if (next.display !== 'carte') parameters.set('affichage', next.display);
  if (next.sort !== 'valeur') parameters.set('tri', next.sort);
  if (next.order !== firstOrder(next.sort)) parameters.set('ordre', next.order);
  const written = parameters.toString();
  return written ? `${path}?${written}` : path;
}

/** The indicator that a reader sees first: one that exists by commune. */
export const firstIndicator = (definitions: readonly IndicatorDefinition[]): IndicatorDefinition | undefined =>
  definitions.find((definition) => definition.grain === 'commune') ?? definitions[0];
