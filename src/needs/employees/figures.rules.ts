import { truth } from '../../aids/index.ts';
import type { Range } from './effort.rules.ts';
import { difficulty } from './effort.rules.ts';
import { ageClasses, tenures } from './population/population.ts';
import type { Cell, Profiles } from './profiles.rules.ts';

/** Groups that the population can tell; a household may stand in several. */
export const groupIds = ['under30', 'inDifficulty', 'privateTenant', 'socialTenant', 'owner', 'free'] as const;
export type GroupId = (typeof groupIds)[number];

/**
 * Households that a rule admits: for sure at least, not excluded at most. `central` is `null`: no loaded source gives the share of the undecided
 * ones that it admits.
 */
export interface Count extends Range {
  low: number;
  central: null;
  high: number;
}

export interface Counted extends Count {
  byCommune: readonly (Count & { commune: string })[];
  byGroup: readonly (Count & { group: GroupId })[];
}

/** Counts by target what a rule says of each profile in its strict and its generous case. */
export function countTarget(profiles: Profiles, strict: Uint8Array, generous: Uint8Array): Counted {
  const { pairs, households, groups } = tableOf(profiles);
  const outcomes = Uint8Array.from(profiles.profiles, (_, at) => outcomeOf(strict[at], generous[at]));
  const byCommune = profiles.communes.map(counter);
  for (let at = 0; at < pairs.profile.length; at += 1) add(byCommune[pairs.commune[at] ?? 0] ?? counter(), outcomes[pairs.profile[at] ?? 0], pairs.households[at] ?? 0, pairs.households[at] ?? 0);
  return {
    ...count(summed(outcomes, households, households)),
    byCommune: byCommune.map((sum, at) => ({ commune: profiles.communes[at] ?? '', ...count(sum) })),
    byGroup: groups.map(({ group, sure, possible }) => ({ group, ...count(summed(outcomes, sure, possible)) })),
  };
}

/** All households at work, whatever the rules: in all, by commune and by group. */
export const countAll = (profiles: Profiles): Counted => {
  const yes = new Uint8Array(profiles.profiles.length).fill(truth.yes);
  return countTarget(profiles, yes, yes);
};

interface Table {
  /** Households by profile. */
  households: Uint32Array;
  /** Households by profile and commune. */
  pairs: { profile: Uint32Array; commune: Uint16Array; households: Uint32Array };
  /** By profile, households that belong to the group for sure, and that may. */
  groups: { group: GroupId; sure: Uint32Array; possible: Uint32Array }[];
}
const tables = new WeakMap<Profiles, Table>();

/** The cells added up by profile once: a ceiling moved counts them again, many times. */
function tableOf(profiles: Profiles): Table {
  const known = tables.get(profiles);
  if (known) return known;
  const { cells } = profiles;
  const byProfile = (of: (cell: Cell) => number): Uint32Array => {
    const sums = new Uint32Array(profiles.profiles.length);
    for (const cell of cells) sums[cell.profile] = (sums[cell.profile] ?? 0) + of(cell);
    return sums;
  };
  const byPair = new Map<number, number>();
  for (const { profile, commune, households } of cells) {
    const key = profile * profiles.communes.length + commune;
    byPair.set(key, (byPair.get(key) ?? 0) + households);
  }
  const made: Table = {
    households: byProfile(({ households }) => households),
    pairs: { profile: Uint32Array.from(byPair.keys(), (key) => Math.floor(key / profiles.communes.length)), commune: Uint16Array.from(byPair.keys(), (key) => key % profiles.communes.length), households: Uint32Array.from(byPair.values()) },
    groups: groupIds.filter((group) => isTold(group, profiles.profiles, cells)).map((group) => {
      const member = (cell: Cell): number => belongs(group, cell, profiles.profiles[cell.profile]?.age);
      return { group, sure: byProfile((cell) => (member(cell) === truth.yes ? cell.households : 0)), possible: byProfile((cell) => (member(cell) === truth.no ? 0 : cell.households)) };
    }),
  };
  tables.set(profiles, made);
  return made;
}

const outcomeOf = (strict: number | undefined, generous: number | undefined): number => (strict === generous ? (strict ?? truth.open) : truth.open);

interface Counter { low: number; high: number }
const counter = (): Counter => ({ low: 0, high: 0 });
const count = ({ low, high }: Counter): Count => ({ low, central: null, high });

/** Counted for sure where both the rule and the group are sure; at most where neither excludes it. */
function add(sum: Counter, outcome: number | undefined, sure: number, possible: number): void {
  if (outcome === truth.no) return;
  sum.high += possible;
  if (outcome === truth.yes) sum.low += sure;
}

function summed(outcomes: Uint8Array, sure: Uint32Array, possible: Uint32Array): Counter {
  const sum = counter();
  for (let at = 0; at < outcomes.length; at += 1) add(sum, outcomes[at], sure[at] ?? 0, possible[at] ?? 0);
  return sum;
}

function belongs(group: GroupId, { tenure, difficulty: state }: Cell, age: number | undefined): number {
  if (group === 'under30') return age === undefined ? truth.open : ageClasses[age] === '15-24' ? truth.yes : ageClasses[age] === '25-54' ? truth.open : truth.no;
  if (group === 'inDifficulty') return state === difficulty.yes ? truth.yes : state === difficulty.no ? truth.no : truth.open;
  return tenure === undefined ? truth.open : tenures[tenure] === group ? truth.yes : truth.no;
}

/** Whether the population gives what tells a group. */
function isTold(group: GroupId, profiles: Profiles['profiles'], cells: Profiles['cells']): boolean {
  if (group === 'under30') return profiles.some(({ age }) => age !== undefined);
  if (group === 'inDifficulty') return cells.some(({ difficulty: state }) => state !== difficulty.unknown);
  return cells.some(({ tenure }) => tenure !== undefined);
}
