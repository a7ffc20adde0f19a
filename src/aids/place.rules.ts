import { departmentOf, type Territory } from '../territory/index.ts';
import type { Facts } from './facts.ts';

/** Facts that follow from the commune alone, so that nobody is asked for a zone that the house knows. */
export const placeFacts = ['logement . zone ABC', 'logement . zone APL', 'logement . région des plafonds', 'logement . en Île-de-France', 'logement . zone Visale'] as const;

/** Paris, Hauts-de-Seine, Seine-Saint-Denis, Val-de-Marne and the outer ring. */
const ileDeFrance = new Set(['75', '77', '78', '91', '92', '93', '94', '95']);

const corsica = new Set(['2A', '2B']);

/**
 * What is known of a commune: its région by its department, its zones where the territory's file gives them at that day.
 * Which communes of Île-de-France adjoin Paris no source here says: their region is asked.
 */
export function factsOfCommune(code: string, at: string, zones: Territory['zones']): Facts {
  const department = departmentOf(code);
  const inIleDeFrance = ileDeFrance.has(department);
  const region = department.startsWith('97') ? 'outre-mer' : department === '75' ? 'Paris et limitrophes' : inIleDeFrance ? undefined : 'autres régions';
  const zoneOf = (zoning: Territory['zones']['abc'] | Territory['zones']['apl']): string | undefined =>
    zoning && at >= zoning.since ? Object.entries(zoning.communes).find(([, communes]) => communes.includes(code))?.[0] : undefined;
  const [abc, apl] = [zoneOf(zones.abc), zoneOf(zones.apl)];
  return {
    'logement . en Île-de-France': inIleDeFrance,
    ...(region ? { 'logement . région des plafonds': region } : {}),
    // Visale's zone II holds all of overseas and Corsica; of the other communes no list was found.
    ...(region === 'outre-mer' || corsica.has(department) ? { 'logement . zone Visale': 'II' } : {}),
    ...(abc ? { 'logement . zone ABC': abc } : {}),
    ...(apl ? { 'logement . zone APL': apl } : {}),
  };
}
