import { situationOf, type Facts } from './facts.ts';
import type { Judge, RuleValue, Verdicts } from './judge.ts';
import type { RuleBook } from './rule-book.ts';

const frenchDay = /^(\d{2})\/(\d{2})\/(\d{4})$/;

/** Publicodes' own interpreter: slow, and the reference of the compiled rules. Values are computed as they are asked. */
export const interpreterJudge = ({ engine, inputs }: Pick<RuleBook, 'engine' | 'inputs'>): Judge => (people: readonly Facts[], at: string): Verdicts => {
  let current = -1;
  return {
    value: (rule, person) => {
      if (person !== current) engine.setSituation(situationOf(people[person] ?? {}, at, inputs));
      current = person;
      const { nodeValue } = engine.evaluate(rule);
      return typeof nodeValue === 'string' ? nodeValue.replace(frenchDay, '$3-$2-$1') : (nodeValue as RuleValue);
    },
  };
};
