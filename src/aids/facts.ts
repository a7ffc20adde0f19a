import type { Input } from 'regles-logement';
import { bare } from '../platform/bare.rules.ts';
import { failure, success, type Result } from '../platform/result.ts';

/** A number in its input's unit, yes or no, a day (AAAA-MM-JJ), or the value of one of an enumeration's options. */
export type FactValue = number | boolean | string;

/** What is known of one person, by name of input; what was not answered is absent, and nothing is supposed in its place. */
export type Facts = Readonly<Record<string, FactValue>>;

export type FactFailure =
  | { code: 'fact.notYesNo' | 'fact.notDay'; given: string }
  /** `whole`: it is a number, and has decimals where none can be. */
  | { code: 'fact.notNumber'; given: string; whole?: true }
  | { code: 'fact.outOfRange'; given: string; min: number; max: number }
  | { code: 'fact.notOption'; given: string; options: readonly string[] };

/** What a number may be, in its unit. */
export interface NumberBounds { min: number; max: number; whole: boolean }

/** Beyond these no answer is meant: a mistyped number, not a rare case. By unit; years and people are counted whole, as is what the rules say to be. */
const plausible: Readonly<Record<string, NumberBounds>> = {
  ans: { min: 0, max: 130, whole: true }, années: { min: 0, max: 130, whole: true }, personnes: { min: 0, max: 30, whole: true }, '%': { min: 0, max: 100, whole: false },
};
const anyAmount: NumberBounds = { min: 0, max: 100_000_000, whole: false };

/** The numbers that `readFact` takes for an input. */
export function boundsOf({ unit = '', whole = false }: Pick<Input, 'unit' | 'whole'>): NumberBounds {
  const bounds = plausible[unit] ?? anyAmount;
  return whole ? { ...bounds, whole } : bounds;
}

/** Decimals of a number that are kept: publicodes is given no more. */
const millionths = 1e6;

/**
 * A fact as a person, a form or a file writes it: `oui`/`non` (or 1/0, true/false), `1 234,56`, `2026-11-24` or `24/11/2026`, an option's value.
 * An enumeration's value is taken without its capitals and accents.
 */
export function readFact(input: Input, text: string): Result<FactValue, FactFailure> {
  const given = text.trim();
  switch (input.type) {
    case 'booléen': {
      if (/^(?:oui|1|true|vrai)$/i.test(given)) return success(true);
      if (/^(?:non|0|false|faux)$/i.test(given)) return success(false);
      return failure({ code: 'fact.notYesNo', given });
    }
    case 'nombre': {
      const plain = given.replaceAll(/[\s\u00a0\u202f€]/g, '').replace(',', '.');
      if (!/^[+-]?\d+(?:\.\d+)?$/.test(plain)) return failure({ code: 'fact.notNumber', given });
      const { min, max, whole } = boundsOf(input);
      const value = Number(plain);
      if (value < min || value > max) return failure({ code: 'fact.outOfRange', given, min, max });
      if (whole && !Number.isInteger(value)) return failure({ code: 'fact.notNumber', given, whole: true });
      // Minus zero is zero.
      return success(Math.round(value * millionths) / millionths + 0);
    }
    case 'date': {
      const iso = given.replace(/^(\d{2})\/(\d{2})\/(\d{4})$/, '$3-$2-$1');
      return isDay(iso) && iso >= '1900-01-01' && iso <= '2100-12-31' ? success(iso) : failure({ code: 'fact.notDay', given });
    }
    default: {
      const options = (input.options ?? []).map(({ value }) => value);
      const found = options.find((option) => option === given) ?? options.find((option) => bare(option) === bare(given));
      return found === undefined ? failure({ code: 'fact.notOption', given, options }) : success(found);
    }
  }
}

/** Whether a text is a day that the calendar has, AAAA-MM-JJ. */
export const isDay = (text: string): boolean => /^\d{4}-\d{2}-\d{2}$/.test(text) && new Date(`${text}T00:00:00Z`).toJSON()?.startsWith(text) === true;

/** A fact as `readFact` takes it back. */
export const writeFact = (value: FactValue): string => (typeof value === 'boolean' ? (value ? 'oui' : 'non') : String(value));

/** The facts as publicodes' situation, at a day (AAAA-MM-JJ). */
export function situationOf(facts: Facts, at: string, inputs: ReadonlyMap<string, Input>): Record<string, string> {
  const situation: Record<string, string> = { date: frenchDay(at) };
  for (const [name, value] of Object.entries(facts)) {
    if (name === 'date') continue;
    situation[name] = typeof value === 'number' ? plainNumber(value) : typeof value === 'boolean' ? (value ? 'oui' : 'non') : inputs.get(name)?.type === 'date' ? frenchDay(value) : `'${value}'`;
  }
  return situation;
}

/** publicodes reads `1e-7` as a unit: numbers are written out. */
const plainNumber = (value: number): string => (Math.abs(value) < 1e-6 ? '0' : value.toFixed(6).replace(/\.?0+$/, ''));

/** A day (AAAA-MM-JJ) as publicodes writes it. */
export const frenchDay = (iso: string): string => iso.split('-').toReversed().join('/');
