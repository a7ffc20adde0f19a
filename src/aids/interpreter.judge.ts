import { createEngine } from 'regles-logement';
import { situationOf, type Facts } from './facts.ts';
import type { Judge, RuleValue, Verdicts } from './judge.ts';
import type { RuleBook } from './rule-book.ts';

const frenchDay = /^(\d{2})\/(\d{2})\/(\d{4})$/;

/** Publicodes' own interpreter: slow, and the reference of the compiled rules. Values are computed as they are asked. */
export function interpreterJudge({ inputs }: Pick<RuleBook, 'inputs'>): Judge {
  // Its own engine: a situation lasts until the next one is set, whichever verdict asked for it.
  const engine = createEngine();
  let current: { facts: Facts; at: string } | undefined;
  return (people: readonly Facts[], at: string): Verdicts => ({
    value: (rule, person) => {
      const facts = people[person] ?? {};
      if (current?.facts !== facts || current.at !== at) engine.setSituation(situationOf(facts, at, inputs));
      current = { facts, at };
      const { nodeValue } = engine.evaluate(rule);
      return typeof nodeValue === 'string' ? nodeValue.replace(frenchDay, '$3-$2-$1') : (nodeValue as RuleValue);
    },
  });
}
