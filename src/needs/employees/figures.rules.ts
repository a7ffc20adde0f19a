import { truth } from '../../aids/index.ts';
import type { Range } from './effort.rules.ts';
import type { GroupId, Profiles } from './profiles.rules.ts';

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
  const { pairs, households, groups } = profiles.sums;
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
