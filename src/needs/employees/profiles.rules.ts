import { ageClasses, tenures, type Population } from './population/population.ts';

/** Incomes are grouped by steps of so many euros a year: an outcome is judged at both ends of a step. */
export const incomeStep = 500;
/** Above 200,000 € all are alike: no ceiling is so high. */
const lastStep = 400;

/** What the rules may look at of a household; households that are equal in it are judged once. */
export interface Profile {
  /** Index of what the rules know of the commune (zones, région). */
  place: number;
  kind: number;
  persons: number;
  children: number;
  /** Index of the age class; undefined where no source gives it, as below. */
  age: number | undefined;
  /** Euros a year, from and below. */
  income: readonly [from: number, below: number] | undefined;
  hasEmployee: boolean | undefined;
}

/** Households of one profile in one commune, of one tenure and one state of difficulty. */
export interface Cell {
  profile: number;
  commune: number;
  /** Index of the tenure. */
  tenure: number | undefined;
  difficulty: number;
  households: number;
}

export interface Profiles {
  profiles: readonly Profile[];
  cells: readonly Cell[];
  communes: readonly string[];
}

/** Households with somebody at work, equal ones together. `placeOf` gives a commune the index of what the rules know of it. */
export function profilesOf(population: Population, atWork: Uint8Array, difficulty: Uint8Array, placeOf: (commune: string) => number): Profiles {
  const { households, zones, zone, kind, persons, children, age, tenure, employees, income } = population;
  const communes = [...new Set(zones.map(({ commune }) => commune))];
  const communeAt = zones.map(({ commune }) => communes.indexOf(commune));
  const placeAt = communes.map(placeOf);
  const profileOf = new Map<number, number>();
  const cellOf = new Map<number, number>();
  const profiles: Profile[] = [];
  const cells: Cell[] = [];
  for (let row = 0; row < households; row += 1) {
    if (!atWork[row]) continue;
    const commune = communeAt[zone[row] ?? 0] ?? 0;
    const earned = income?.[row] ?? NaN;
    const step = Number.isFinite(earned) ? Math.min(lastStep, Math.max(0, Math.floor(earned / incomeStep))) : undefined;
    const one = { place: placeAt[commune] ?? 0, kind: kind[row] ?? 0, persons: persons[row] ?? 1, children: children[row] ?? 0, age: age?.[row], hasEmployee: employees && (employees[row] ?? 0) > 0 };
    const key = mixed([one.place, 64], [one.kind, 8], [one.persons, 64], [one.children, 64], [one.age ?? ageClasses.length, 8], [step ?? lastStep + 1, 512], [one.hasEmployee === undefined ? 2 : Number(one.hasEmployee), 4]);
    const profile = profileOf.get(key) ?? profiles.push({ ...one, income: step === undefined ? undefined : [step * incomeStep, (step + 1) * incomeStep] }) - 1;
    profileOf.set(key, profile);
    const home = tenure?.[row];
    const state = difficulty[row] ?? 3;
    const place = mixed([commune, 4096], [home ?? tenures.length, 8], [state, 4], [profile, 1 << 22]);
    const known = cellOf.get(place);
    if (known === undefined) cellOf.set(place, cells.push({ profile, commune, tenure: home, difficulty: state, households: 1 }) - 1);
    else (cells[known] as Cell).households += 1;
  }
  return { profiles, cells, communes };
}

/** One number of several that stay below their bounds. */
const mixed = (...digits: readonly (readonly [value: number, below: number])[]): number => digits.reduce((sum, [value, below]) => sum * below + value, 0);
