import { tryCompile, type Program } from 'columnar-publicodes';
import type { Aid } from 'regles-logement';
import { rangesOf } from '../columns.ts';
import { frenchDay } from '../facts.ts';
import type { RuleBook } from '../rule-book.ts';

export interface PopulationProgram {
  program: Program;
  aids: readonly Aid[];
  /** Rules that columns cannot hold, with why: the command names them. */
  refused: readonly { rule: string; reason: string }[];
}

/** Rules for a whole population at one day: the day's parameters are constants of the code, and facts stay within the bounds that reading them enforces. */
export function compileAt(book: RuleBook, targets: readonly string[], at: string): ReturnType<typeof tryCompile> {
  const inputs = [...book.inputs.keys(), ...book.rules.derived.map(({ name }) => name)].filter((name) => name !== 'date');
  return tryCompile(book.engine, targets, { inputs, constants: { date: frenchDay(at) }, ranges: rangesOf(book.inputs.values()) });
}

/** Every aid's eligibility and amount. */
export function populationProgram(book: RuleBook, at: string): PopulationProgram {
  const { program, refusals } = compileAt(book, book.outcomes, at);
  return { program, aids: book.aids, refused: [...refusals].map(([rule, refusal]) => ({ rule, reason: refusal.message })) };
}
