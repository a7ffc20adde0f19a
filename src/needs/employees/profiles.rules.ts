import { truth } from '../../aids/index.ts';
import { difficulty as states } from './effort.rules.ts';
import { ageClasses, tenures, type Population } from './population/population.ts';

/** Incomes are grouped by steps of so many euros a year: an outcome is judged at both ends of a step. */
export const incomeStep = 500;
/** Above 200,000 € all are alike: no ceiling is so high. */
const lastStep = 400;

/** Groups that the population can tell; a household may stand in several. */
const groupIds = ['under30', 'inDifficulty', 'privateTenant', 'socialTenant', 'owner', 'free'] as const;
export type GroupId = (typeof groupIds)[number];

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
  sums: Sums;
}

/** Households by what a rule's outcome is counted by. */
interface Sums {
  /** Households by profile. */
  households: Uint32Array;
  /** Households by profile and commune. */
  pairs: { profile: Uint32Array; commune: Uint16Array; households: Uint32Array };
  /** By profile, households that belong to the group for sure, and that may. */
  groups: { group: GroupId; sure: Uint32Array; possible: Uint32Array }[];
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
  return { profiles, cells, communes, sums: sumsOf({ profiles, cells, communes }) };
}

/** One number of several that stay below their bounds. */
const mixed = (...digits: readonly (readonly [value: number, below: number])[]): number => digits.reduce((sum, [value, below]) => sum * below + value, 0);

/** The cells added up by profile once: a ceiling moved counts them again, many times. */
function sumsOf({ profiles, cells, communes }: Omit<Profiles, 'sums'>): Sums {
  const byProfile = (of: (cell: Cell) => number): Uint32Array => {
    const sums = new Uint32Array(profiles.length);
    for (const cell of cells) sums[cell.profile] = (sums[cell.profile] ?? 0) + of(cell);
    return sums;
  };
  const byPair = new Map<number, number>();
  for (const { profile, commune, households } of cells) {
    const key = profile * communes.length + commune;
    byPair.set(key, (byPair.get(key) ?? 0) + households);
  }
  return {
    households: byProfile(({ households }) => households),
    pairs: { profile: Uint32Array.from(byPair.keys(), (key) => Math.floor(key / communes.length)), commune: Uint16Array.from(byPair.keys(), (key) => key % communes.length), households: Uint32Array.from(byPair.values()) },
    groups: groupIds.filter((group) => isTold(group, profiles, cells)).map((group) => {
      const member = (cell: Cell): number => belongs(group, cell, profiles[cell.profile]?.age);
      return { group, sure: byProfile((cell) => (member(cell) === truth.yes ? cell.households : 0)), possible: byProfile((cell) => (member(cell) === truth.no ? 0 : cell.households)) };
    }),
  };
}

function belongs(group: GroupId, { tenure, difficulty: state }: Cell, age: number | undefined): number {
  if (group === 'under30') return age === undefined ? truth.open : ageClasses[age] === '15-24' ? truth.yes : ageClasses[age] === '25-54' ? truth.open : truth.no;
  if (group === 'inDifficulty') return state === states.yes ? truth.yes : state === states.no ? truth.no : truth.open;
  return tenure === undefined ? truth.open : tenures[tenure] === group ? truth.yes : truth.no;
}

/** Whether the population gives what tells a group. */
function isTold(group: GroupId, profiles: readonly Profile[], cells: readonly Cell[]): boolean {
  if (group === 'under30') return profiles.some(({ age }) => age !== undefined);
  if (group === 'inDifficulty') return cells.some(({ difficulty: state }) => state !== states.unknown);
  return cells.some(({ tenure }) => tenure !== undefined);
}
