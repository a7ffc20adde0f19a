import type { Facts } from './facts.ts';

/** `null`: not applicable; `undefined`: a fact is missing, or no source says. Days are AAAA-MM-JJ. */
export type RuleValue = number | boolean | string | null | undefined;

/** What the rules say of each of several sets of facts. */
export interface Verdicts {
  value: (rule: string, person: number) => RuleValue;
}

/** Applies rules at a day (AAAA-MM-JJ) to several sets of facts; only the rules named may be asked of the verdicts. */
export type Judge = (people: readonly Facts[], at: string, rules: readonly string[]) => Verdicts;

export type Truth = 'yes' | 'no' | 'open';

/** Not applicable is no. What is `yes` or `no` is so whatever the facts that are still missing. */
export const truthOf = (value: RuleValue): Truth => (value === undefined ? 'open' : value === true || (value !== false && value !== null) ? 'yes' : 'no');
