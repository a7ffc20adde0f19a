import { tryCompile, type Program } from 'columnar-publicodes';
import type { Aid } from 'regles-logement';
import { frenchDay } from '../facts.ts';
import type { RuleBook } from '../rule-book.ts';

export interface PopulationProgram {
  program: Program;
  aids: readonly Aid[];
  /** Rules that columns cannot hold, with why: the command names them. */
  refused: readonly { rule: string; reason: string }[];
}

/** Every aid's eligibility and amount for a whole population at one day: the day's parameters are constants of the code. */
export function populationProgram(book: RuleBook, at: string): PopulationProgram {
  const targets = book.aids.flatMap(({ eligible, amount }) => (amount === undefined ? [eligible] : [eligible, amount]));
  const names = [...book.inputs.keys(), ...book.rules.derived.map(({ name }) => name)].filter((name) => name !== 'date');
  const { program, refusals } = tryCompile(book.engine, targets, { inputs: names, constants: { date: frenchDay(at) } });
  return { program, aids: book.aids, refused: [...refusals].map(([rule, refusal]) => ({ rule, reason: refusal.message })) };
}
