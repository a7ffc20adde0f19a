import { loadRules, type RulesEngine } from 'regles-logement';
import { type Answer, type Departure, firstDay, neededDepartures, type Ours, type Row } from './adapter.ts';
import type { Output } from './json-outputs.ts';
import { EARLY_DAY, NO_VALUE, notGiven, notRead, RESOURCES, ZONE } from './json-reasons.ts';
import type { Unit } from './json-units.ts';

/** A value expected of our rules, and the difference that is none. */
export interface Expected { value: number | boolean; margin: number }

export interface Compared {
  got: Answer;
  isEqual: boolean;
  /** Departures needed to find the expected value again, when they are enough. */
  needed?: string[];
}

/** Facts asked: what a rule without an answer lacks, beside values that no source gives. */
const FACTS = new Set(loadRules().inputs.map(({ name }) => name));

/** Our answer to an output in a row, with the departures `as` imitated. What the row does not say is not said to the rules. */
function evaluate(engine: RulesEngine, { kind, expression }: Pick<Output, 'kind' | 'expression'>, row: Row, as: readonly string[]): { got: Answer; missing: string[] } {
  const said = Object.entries(kind.adapter.situation(row, new Set(as))).filter(([fact]) => (kind.facts[fact] ?? []).every((column) => row[column] !== undefined));
  engine.setSituation({ ...Object.fromEntries(said), ...kind.given(row) });
  const { nodeValue, missingVariables } = engine.evaluate(expression as Parameters<RulesEngine['evaluate']>[0]);
  return { got: (nodeValue ?? undefined) as Answer, missing: Object.keys(missingVariables).filter((name) => FACTS.has(name)) };
}

/** A departure is possible only where all that it looks at is given. */
function isPossible({ holds }: Departure, row: Row, ours: Ours): boolean {
  let isWhole = true;
  const watched = new Proxy(row, {
    get(target, column: string) {
      if (target[column] === undefined) isWhole = false;
      return target[column];
    },
  });
  return holds(watched, ours) && isWhole;
}

function whyUnknown(row: Row, missing: readonly string[]): string {
  if (missing.includes('ménage . ressources pour aide au logement')) return RESOURCES;
  if (row['depcom'] !== undefined && missing.some((fact) => fact === 'logement . zone APL' || fact === 'logement . région des plafonds')) return ZONE;
  return missing[0] === undefined ? NO_VALUE : notGiven(missing[0]);
}

/** Nothing said: what a case may give of any variable without changing the question. */
const isNeutral = (value: unknown): boolean =>
  value === null || value === undefined || value === 0 || value === false || value === '' || (typeof value === 'object' && Object.values(value).every(isNeutral));

/** A yes or no is exact, whatever the margin. */
const isSame = (got: Answer, { value, margin }: Expected): boolean =>
  typeof got === 'boolean' || typeof value === 'boolean' ? got !== undefined && Number(got) === Number(value) : typeof got === 'number' && Math.abs(got - value) <= margin + 1e-9;

/** Compares an output of a unit with what is expected; a text is the reason why it cannot be compared. */
export function compare(engine: RulesEngine, output: Output, row: Row, unit: Unit, expected: Expected): Compared | string {
  const { kind } = output;
  const beyond = kind.beyond(row, unit);
  if (beyond !== undefined) return beyond;
  if (firstDay(row) < kind.since) return EARLY_DAY;
  const { got, missing } = evaluate(engine, output, row, []);
  if (got === undefined) return whyUnknown(row, missing);
  const looks = [unit.look, ...unit.adults, ...unit.children];
  const unread = unit.variables.find((name) => !kind.reads.has(name) && !looks.every((look) => isNeutral(look(name))));
  if (unread !== undefined) return notRead(unread);
  if (isSame(got, expected)) return { got, isEqual: true };
  const ours: Ours = (rule, as = []) => evaluate(engine, { kind, expression: rule }, row, as).got;
  const possible = kind.adapter.departures.filter((departure) => isPossible(departure, row, ours));
  const needed = neededDepartures(possible, (as) => isSame(evaluate(engine, output, row, as).got, expected));
  return { got, isEqual: false, ...(needed ? { needed } : {}) };
}
