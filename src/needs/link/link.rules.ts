import { assumptions } from './assumptions.ts';

/** What the estimate allows: it comes with the bounds of its interval where the file gives them. In euros a month, charges included. */
export interface Rent { low: number | null; central: number; high: number | null; period: string }

/** Rent over income: fractions. */
export interface Effort { low: number | null; central: number; high: number | null }

/**
 * How a commune stands for a household. `within`: the expected rent keeps under the effort; `older`: so does the rent of an older map, which may
 * have risen since; `cheapest`: only the low end of the adverts does; `beyond`: none does; `unknown`: no rent is known.
 */
export type Reach = 'within' | 'older' | 'cheapest' | 'beyond' | 'unknown';

const reachOrder: readonly Reach[] = ['within', 'older', 'cheapest', 'beyond', 'unknown'];

/** @param incomeEuros a month, above 0 */
export const effortOf = ({ low, central, high }: Rent, incomeEuros: number): Effort => {
  const share = (rent: number | null): number | null => (rent === null ? null : rent / incomeEuros);
  return { low: share(low), central: central / incomeEuros, high: share(high) };
};

/** @param newest the latest map that any commune has */
export function reachOf(rent: Rent | null, incomeEuros: number, newest: string): Reach {
  if (!rent) return 'unknown';
  const effort = effortOf(rent, incomeEuros);
  if (effort.central <= assumptions.effort) return rent.period < newest ? 'older' : 'within';
  return effort.low !== null && effort.low <= assumptions.effort ? 'cheapest' : 'beyond';
}

interface Ranked { reach: Reach; straightKm: number | null; name: string }

/** Those whose rent leaves enough first, then the nearest; a commune whose distance is not known stands after those of its kind. All stay. */
export const ranked = <One extends Ranked>(communes: readonly One[]): One[] => communes.toSorted((a, b) =>
  reachOrder.indexOf(a.reach) - reachOrder.indexOf(b.reach) || compare(a.straightKm, b.straightKm) || a.name.localeCompare(b.name, 'fr'));

const compare = (a: number | null, b: number | null): number => (a === b ? 0 : a === null ? 1 : b === null ? -1 : a - b);

/** How a household's reference income, known within bounds, stands to a ceiling: `around` where the bounds stand on both sides. */
export type Standing = 'under' | 'around' | 'over' | 'unknown';

export function standingOf(yearlyWagesEuros: number, ceilingEuros: number | undefined): Standing {
  if (ceilingEuros === undefined) return 'unknown';
  const { low, high } = assumptions.referenceIncome;
  return yearlyWagesEuros * high <= ceilingEuros ? 'under' : yearlyWagesEuros * low > ceilingEuros ? 'over' : 'around';
}

/**
 * What part of a commune's social dwellings the household's income opens. Each kind has its ceiling, PLAI the lowest: under it all are open;
 * above PLS none is; between them a part is, which no loaded file tells.
 */
export function openStock({ PLAI, PLS }: { PLAI: Standing; PLS: Standing }): 'all' | 'part' | 'none' | 'unknown' {
  if (PLAI === 'under') return 'all';
  if (PLS === 'over') return 'none';
  return PLS === 'unknown' ? 'unknown' : 'part';
}

/** The net wages of a month at which the rent takes just the effort, rounded up to ten euros. */
export const wageFor = (rentEuros: number): number => Math.ceil(rentEuros / assumptions.effort / 10 - 1e-9) * 10 + 0;

/** For what has no threshold of its own: those that have it first, the nearest first. All stay. */
export const nearestFirst = <One extends Ranked>(communes: readonly One[], has: (commune: One) => boolean): One[] => communes.toSorted((a, b) =>
  Number(has(b)) - Number(has(a)) || compare(a.straightKm, b.straightKm) || a.name.localeCompare(b.name, 'fr'));
