import type { Problem, Rules } from 'regles-logement';
import type { CaseTable } from './run.ts';

/** What no case table names: an aid's eligibility or amount, a value of a parameter from its day on. */
export function uncovered(rules: Pick<Rules, 'aids' | 'parameters'>, tables: readonly CaseTable[]): Problem[] {
  const answered = new Set(tables.flatMap(({ cas }) => cas.flatMap(({ alors }) => Object.keys(alors))));
  const dated = new Set(tables.flatMap(({ valeurs, grilles }) => [
    ...Object.entries(valeurs).flatMap(([rule, days]) => Object.keys(days).map((day) => `${rule} ${day}`)),
    ...Object.entries(grilles).flatMap(([rule, { colonnes, valeurs: days }]) => colonnes.flatMap((column) => Object.keys(days).map((day) => `${rule} . ${column} ${day}`))),
  ]));
  const aids = rules.aids.flatMap(({ eligible, amount, file, line }) => [eligible, ...(amount === undefined ? [] : [amount])]
    .filter((rule) => !answered.has(rule)).map((rule) => ({ file, line, message: `${rule}: no case of cas/ says what it answers` })));
  const values = rules.parameters.filter(({ rule, from }) => !dated.has(`${rule} ${from}`)).map(({ rule, from, file, line }) => ({ file, line, message: `${rule}: no table of cas/ gives its value from ${from} on` }));
  return [...aids, ...values];
}
