import type { Mode } from '../../needs/index.ts';

export const scenariosPath = '/besoins/scenarios';
/** What stands above the scenarios' pages. */
export const listCrumbs = [{ label: 'Mon espace', path: '/espace' }] as const;
/** At most so many scenarios stand side by side. */
export const mostCompared = 4;

/** Which of the two calculations an address asks for. */
export const modeIn = (address: URLSearchParams): Mode => (address.get('mode') === 'reference' ? 'reference' : 'default');

/** The scenarios that an address compares, each once, in their order. */
export const comparedIn = (address: URLSearchParams): string[] => [...new Set(address.getAll('s').filter((id) => id !== ''))].slice(0, mostCompared);

/** A page of scenarios in its state; the usual calculation is not said. */
export function scenarioAddress(path: string, { mode, ids = [], more = {} }: { mode?: Mode; ids?: readonly string[]; more?: Readonly<Record<string, string>> }): string {
  const query = new URLSearchParams([...ids.map((id) => ['s', id]), ...(mode === 'reference' ? [['mode', mode]] : []), ...Object.entries(more)]).toString();
  return query === '' ? path : `${path}?${query}`;
}
