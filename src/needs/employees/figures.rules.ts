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
export function countTarget({ profiles, cells, communes }: Profiles, strict: Uint8Array, generous: Uint8Array): Counted {
  const all = counter();
  const byCommune = communes.map(counter);
  const byGroup = new Map(groupIds.map((group) => [group, counter()]));
  const outcomes = Uint8Array.from(profiles, (_, at) => outcomeOf(strict[at], generous[at]));
  for (const cell of cells) {
    const outcome = outcomes[cell.profile] ?? truth.open;
    add(all, outcome, truth.yes, cell.households);
    const here = byCommune[cell.commune];
    if (here) add(here, outcome, truth.yes, cell.households);
    for (const [group, sum] of byGroup) add(sum, outcome, belongs(group, cell, profiles[cell.profile]?.age), cell.households);
  }
  return {
    ...count(all),
    byCommune: byCommune.map((sum, at) => ({ commune: communes[at] ?? '', ...count(sum) })),
    byGroup: [...byGroup].filter(([group]) => isTold(group, profiles, cells)).map(([group, sum]) => ({ group, ...count(sum) })),
  };
}

/** How many households each group has, whatever the rules. */
export const countGroups = (profiles: Profiles): Counted['byGroup'] => {
  const yes = new Uint8Array(profiles.profiles.length).fill(truth.yes);
  return countTarget(profiles, yes, yes).byGroup;
};

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
