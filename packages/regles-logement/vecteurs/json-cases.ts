import { createEngine, type RulesEngine } from 'regles-logement';
import { z } from 'zod';
import type { Answer } from './adapter.ts';
import { type Calculate, rowOf } from './json-columns.ts';
import { compare, type Compared } from './json-compare.ts';
import { marginOf, monthOf, type Stated, statedIn, valueOf } from './json-expected.ts';
import { OUTPUTS } from './json-outputs.ts';
import { noRule, PERIOD, REFORM, SHAPE, VALUE } from './json-reasons.ts';
import { unitsOf } from './json-units.ts';

const variables = z.record(z.string(), z.unknown());
const cases = z.array(z.looseObject({
  file: z.string(), index: z.number(), period: z.union([z.string(), z.number()]).transform(String), input: variables, output: variables,
  abs_margin: z.unknown().optional(), rel_margin: z.unknown().optional(), reforms: z.unknown().optional(),
}));
type JsonCase = z.infer<typeof cases>[number];

export interface JsonReport {
  cases: number;
  /** Cases of which one value at least was compared. */
  casesCompared: number;
  /** Values compared: a list counts one for each person or household. */
  compared: number;
  equal: number;
  /** Values that differ, by each departure that was needed to find them again. */
  departures: Record<string, number>;
  /** Values not compared, and cases that have some, by why. */
  notComparable: Record<string, { outputs: number; cases: number }>;
  unexplained: { case: string; output: string; unit: string; expected: unknown; got: Answer }[];
}

/** publicodes reads sums as it reads rules. */
const calculator = (engine: RulesEngine): Calculate => (sum) => {
  if (!/^[\d\s.+\-*/()]*\d[\d\s.+\-*/()]*$/u.test(sum)) return undefined;
  try {
    return engine.setSituation({}).evaluate(sum).nodeValue;
  } catch {
    // Figures and signs that make no sum.
    return undefined;
  }
};

interface Outcome { unit: string; raw: unknown; found: Compared | string }

/** Each value that a case states for one variable and period: compared, or why not. */
function outcomes(engine: RulesEngine, calculate: Calculate, each: JsonCase, { variable, id, period, raw }: Stated): Outcome[] {
  const values = Array.isArray(raw) ? raw : [raw];
  const none = (reason: string): Outcome[] => values.map((value) => ({ unit: '', raw: value, found: reason }));
  const output = OUTPUTS.get(variable);
  if (!output) return none(noRule(variable));
  if (each.reforms !== undefined && each.reforms !== null && JSON.stringify(each.reforms) !== '[]') return none(REFORM);
  const month = monthOf(period);
  const stated = monthOf(each.period);
  if (month === undefined || stated === undefined) return none(PERIOD);
  const units = unitsOf(each.input, each.output, output.of).filter((unit) => id === undefined || unit.id === id);
  if (units.length === 0 || (Array.isArray(raw) && raw.length !== units.length)) return none(SHAPE);
  return units.map((unit, at) => {
    const own = Array.isArray(raw) ? raw[at] : raw;
    const value = valueOf(own, calculate);
    if (value === undefined) return { unit: unit.id, raw: own, found: VALUE };
    const margin = Math.max(marginOf(each, variable, Number(value)), output.kind.adapter.tolerance);
    return { unit: unit.id, raw: own, found: compare(engine, output, rowOf(unit, month, stated, calculate), unit, { value, margin }) };
  });
}

/**
 * Puts the inputs alone of another engine's cases to our rules, and compares each output that has an equal in them.
 * The rest is named by why it is not compared, never guessed; a difference is explained as in `checkVectors`.
 * @param text a JSON list of cases: file, index, period, abs_margin, rel_margin, reforms, input, output
 * @throws Error when the text is no such list
 */
export function checkJsonCases(text: string): JsonReport {
  const all = cases.parse(JSON.parse(text));
  const engine = createEngine();
  const calculate = calculator(engine);
  const report: JsonReport = { cases: all.length, casesCompared: 0, compared: 0, equal: 0, departures: {}, notComparable: {}, unexplained: [] };
  for (const each of all) {
    const met = new Set<string>();
    let isCompared = false;
    for (const stated of statedIn(each.output, each.period)) {
      for (const { unit, raw, found } of outcomes(engine, calculate, each, stated)) {
        if (typeof found === 'string') {
          const count = (report.notComparable[found] ??= { outputs: 0, cases: 0 });
          count.outputs += 1;
          if (!met.has(found)) count.cases += 1;
          met.add(found);
          continue;
        }
        isCompared = true;
        report.compared += 1;
        if (found.isEqual) report.equal += 1;
        else if (found.needed) for (const name of found.needed) report.departures[name] = (report.departures[name] ?? 0) + 1;
        else report.unexplained.push({ case: `${each.file} ${each.index}`, output: stated.variable, unit, expected: raw, got: found.got });
      }
    }
    if (isCompared) report.casesCompared += 1;
  }
  return report;
}
