import type { Facts } from './facts.ts';
import { factsOfCommune } from './place.rules.ts';
import { usualJudge } from './usual.judge.ts';
import type { Territory } from '../territory/index.ts';

/** The kinds of social dwellings, by the income that they are made for: the lowest first. */
const socialKinds = ['PLAI', 'PLUS', 'PLS'] as const;

export type SocialCeilings = Readonly<Record<(typeof socialKinds)[number], number | undefined>>;

export interface CeilingHousehold { persons: number; couple: boolean }

/**
 * The highest reference income (euros a year) of a household for each kind of social dwelling in a commune, by the rules at a day
 * (AAAA-MM-JJ); undefined where no source read gives it (overseas, a year not found). Everybody besides the applicant, and the
 * partner if any, is taken for a dependant. No disability and no young couple is supposed: they have a higher ceiling.
 */
export function socialCeilings({ persons, couple }: CeilingHousehold, commune: string, at: string, zones: Territory['zones']): SocialCeilings {
  const dependants = Math.max(0, persons - (couple ? 2 : 1));
  const facts: Facts = {
    ...factsOfCommune(commune, at, zones), 'ménage . personnes': persons, 'ménage . couple': couple, 'ménage . à charge': dependants, 'ménage . handicap': false, 'ménage . somme des âges': pastYouth,
  };
  const verdicts = usualJudge()([facts], at, socialKinds.map((kind) => `plafonds . ${kind} . plafond`));
  const amount = (kind: string): number | undefined => {
    const value = verdicts.value(`plafonds . ${kind} . plafond`, 0);
    return typeof value === 'number' ? value : undefined;
  };
  return { PLAI: amount('PLAI'), PLUS: amount('PLUS'), PLS: amount('PLS') };
}

/** A sum of ages beyond that of any young couple. */
const pastYouth = 130;
