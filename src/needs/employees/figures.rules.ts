import { truth } from '../../aids/index.ts';
import type { Range } from './effort.rules.ts';
import { difficulty } from './effort.rules.ts';
import { ageClasses, tenures } from './population.ts';
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
  const { profile, commune, households, groups } = tableOf(profiles);
  const outcomes = Uint8Array.from(profiles.profiles, (_, at) => outcomeOf(strict[at], generous[at]));
  const all = counter();
  const byCommune = profiles.communes.map(counter);
  const byGroup = groups.map(({ group, members }) => ({ group, members, sum: counter() }));
  for (let cell = 0; cell < profile.length; cell += 1) {
    const outcome = outcomes[profile[cell] ?? 0] ?? truth.open;
    if (outcome === truth.no) continue;
    const count = households[cell] ?? 0;
    add(all, outcome, truth.yes, count);
    add(byCommune[commune[cell] ?? 0] ?? counter(), outcome, truth.yes, count);
    for (const { members, sum } of byGroup) add(sum, outcome, members[cell] ?? truth.open, count);
  }
  return { ...count(all), byCommune: byCommune.map((sum, at) => ({ commune: profiles.communes[at] ?? '', ...count(sum) })), byGroup: byGroup.map(({ group, sum }) => ({ group, ...count(sum) })) };
}

/** All households at work, whatever the rules: in all, by commune and by group. */
export const countAll = (profiles: Profiles): Counted => {
  const yes = new Uint8Array(profiles.profiles.length).fill(truth.yes);
  return countTarget(profiles, yes, yes);
};

interface Table { profile: Uint32Array; commune: Uint16Array; households: Uint32Array; groups: { group: GroupId; members: Uint8Array }[] }
const tables = new WeakMap<Profiles, Table>();

/** The cells as columns, with who belongs to each group that the population tells: a ceiling moved counts them again, many times. */
function tableOf(profiles: Profiles): Table {
  const known = tables.get(profiles);
  if (known) return known;
  const { cells } = profiles;
  const made: Table = {
    profile: Uint32Array.from(cells, ({ profile }) => profile), commune: Uint16Array.from(cells, ({ commune }) => commune), households: Uint32Array.from(cells, ({ households }) => households),
    groups: groupIds.filter((group) => isTold(group, profiles.profiles, cells)).map((group) => ({ group, members: Uint8Array.from(cells, (cell) => belongs(group, cell, profiles.profiles[cell.profile]?.age)) })),
  };
  tables.set(profiles, made);
  return made;
}

const outcomeOf = (strict: number | undefined, generous: number | undefined): number => (strict === generous ? (strict ?? truth.open) : truth.open);

interface Counter { low: number; high: number }
const counter = (): Counter => ({ low: 0, high: 0 });
const count = ({ low, high }: Counter): Count => ({ low, central: null, high });

/** Counted for sure where both the rule and the group are sure; at most where neither excludes it. */
function add(sum: Counter, outcome: number, member: number, households: number): void {
  if (outcome === truth.no || member === truth.no) return;
  sum.high += households;
  if (outcome === truth.yes && member === truth.yes) sum.low += households;
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
