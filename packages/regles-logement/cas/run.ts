import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import type { RulesEngine } from 'regles-logement';

/**
 * Case tables: what the rules must answer, typed from the sources and not from the rules.
 * `cas` are situations with the answers expected; `valeurs` are parameters through time, checked on the first day of each value and on its eve.
 */
const scalar = z.union([z.string(), z.number()]);
const answers = z.record(z.string(), scalar);
const timeline = z.record(z.string(), scalar);
const grid = z.strictObject({ colonnes: z.array(z.string()), valeurs: z.record(z.string(), z.union([z.array(scalar), z.literal('non connu')])) });
const table = z.strictObject({
  fichiers: z.array(z.string()).min(1),
  /** Greatest difference of a number, for answers copied from an engine that prints cents. */
  tolérance: z.number().default(0),
  situations: z.record(z.string(), answers).default({}),
  cas: z.array(z.strictObject({ dans: z.string().optional(), si: answers.default({}), alors: answers, source: z.string() })).default([]),
  valeurs: z.record(z.string(), timeline).default({}),
  grilles: z.record(z.string(), grid).default({}),
});
export type CaseTable = z.infer<typeof table> & { file: string };

export interface Failure { file: string; rule: string; situation: Record<string, string>; expected: string; got: string }
interface Case { situation: Record<string, string>; expected: [string, string | number][] }

const UNKNOWN = 'non connu';
const ISO = /^\d{4}-\d{2}-\d{2}$/;
const french = (day: string): string => day.split('-').toReversed().join('/');
const eve = (day: string): string => new Date(Date.parse(`${day}T00:00:00Z`) - 86_400_000).toISOString().slice(0, 10);

/** Days as publicodes writes them, words quoted, numbers and yes or no as they are. */
function written(value: string | number): string {
  if (typeof value === 'number' || value === 'oui' || value === 'non') return String(value);
  return ISO.test(value) ? french(value) : `'${value}'`;
}
const situationOf = (given: Record<string, string | number>): Record<string, string> => Object.fromEntries(Object.entries(given).map(([name, value]) => [name, written(value)]));

/** First day of each value, and its eve: the value before, or nothing known. */
function casesOf(values: [string, [string, string | number][]][]): Case[] {
  const days = values.toSorted(([a], [b]) => a.localeCompare(b));
  return days.flatMap(([day, expected], at) => {
    const before: [string, string | number][] = days[at - 1]?.[1] ?? expected.map(([rule]) => [rule, UNKNOWN]);
    return [{ situation: { date: french(eve(day)) }, expected: before }, { situation: { date: french(day) }, expected }];
  });
}

export function* cases(one: CaseTable): Generator<Case> {
  for (const { dans, si, alors } of one.cas) yield { situation: situationOf({ ...(dans === undefined ? {} : one.situations[dans]), ...si }), expected: Object.entries(alors) };
  for (const [rule, values] of Object.entries(one.valeurs)) yield* casesOf(Object.entries(values).map(([day, value]) => [day, [[rule, value]]]));
  for (const [rule, { colonnes, valeurs }] of Object.entries(one.grilles)) {
    yield* casesOf(Object.entries(valeurs).map(([day, row]) => [day, colonnes.map((column, at) => [`${rule} . ${column}`, row === UNKNOWN ? UNKNOWN : row[at] ?? UNKNOWN])]));
  }
}

function shown(value: string | number | boolean | null | undefined | Record<string, unknown>): string {
  if (value === undefined) return UNKNOWN;
  if (value === null) return 'sans objet';
  if (typeof value === 'boolean') return value ? 'oui' : 'non';
  return typeof value === 'number' ? String(Math.round(value * 1e6) / 1e6) : typeof value === 'string' ? value : JSON.stringify(value);
}

/** Equal to the millionth, or within the table's tolerance. */
const isExpected = (value: Parameters<typeof shown>[0], expected: string | number, tolerance: number): boolean =>
  tolerance > 0 && typeof value === 'number' && typeof expected === 'number' ? Math.abs(value - expected) <= tolerance + 1e-9 : shown(value) === expectedText(expected);

const expectedText = (value: string | number): string => (typeof value === 'string' && ISO.test(value) ? french(value) : String(value));

/** Answers that are not the expected ones, lazily: a caller that only asks whether there is one stops at the first. */
export function* failures(engine: RulesEngine, one: CaseTable): Generator<Failure> {
  for (const { situation, expected } of cases(one)) {
    engine.setSituation(situation);
    for (const [rule, value] of expected) {
      const got = engine.evaluate(rule).nodeValue;
      if (!isExpected(got, value, one.tolérance)) yield { file: one.file, rule, situation, expected: expectedText(value), got: shown(got) };
    }
  }
}

/** Every table of this folder. @throws Error naming the file that the schema refuses */
export function caseTables(): CaseTable[] {
  return readdirSync(import.meta.dirname).filter((file) => file.endsWith('.yaml')).toSorted().map((file) => {
    const checked = table.safeParse(parse(readFileSync(join(import.meta.dirname, file), 'utf8'), { merge: true }));
    if (!checked.success) throw new Error(`${file}: ${z.prettifyError(checked.error)}`);
    return { file, ...checked.data };
  });
}
