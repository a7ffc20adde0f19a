import Engine from 'publicodes';
import { tryCompile, type CompileOptions } from 'columnar-publicodes';
import { columnsOf, compiledAnswer, interpreted, same, type Answer } from './compare.ts';
import { model } from './models.ts';
import { Random } from './random.ts';
import { marksOf, row } from './rows.ts';

export interface FuzzOptions { seed: number; models: number; rowsPerModel: number; rules?: number; tamper?: CompileOptions['tamper']; untilDifference?: boolean }

/** Outputs of one mechanism: how many values, and how many of them of an output that varies, where it applies. */
export interface Share { values: number; live: number }

export interface Difference { model: number; target: string; mechanism: string; row: number; compiled: Answer; interpreted: Answer; rules: unknown; facts: unknown }

export interface FuzzResult {
  models: number;
  comparisons: number;
  differences: Difference[];
  /** Targets that the compiler refused. */
  refused: Map<string, number>;
  targets: number;
  /** Values that the interpreter had to give. */
  escaped: number;
  shares: Map<string, Share>;
}

const logger = { log: () => undefined, warn: () => undefined, error: () => undefined };

/** Random rules and rows, compiled and interpreted: the answers must be the same. */
export function fuzz({ seed, models, rowsPerModel, rules = 10, tamper, untilDifference = false }: FuzzOptions): FuzzResult {
  const result: FuzzResult = { models: 0, comparisons: 0, differences: [], refused: new Map(), targets: 0, escaped: 0, shares: new Map() };
  for (let k = 0; k < models && !(untilDifference && result.differences.length > 0); k++) one(result, seed + k, rowsPerModel, rules, tamper);
  return result;
}

function one(result: FuzzResult, seed: number, rowsPerModel: number, size: number, tamper: CompileOptions['tamper']): void {
  const random = new Random(seed);
  const { rules, tried } = model(random, size);
  let engine: Engine;
  try {
    engine = new Engine(structuredClone(rules) as ConstructorParameters<typeof Engine>[0], { logger, flag: { filterNotApplicablePossibilities: random.chance(0.5) } });
  } catch {
    // Some random rules do not even parse.
    return;
  }
  const { program, refusals } = tryCompile(engine, tried.map((rule) => rule.name), tamper ? { tamper } : {});
  for (const refusal of refusals.values()) result.refused.set(refusal.mechanism, (result.refused.get(refusal.mechanism) ?? 0) + 1);
  const marks = marksOf(rules);
  const missing = random.chance(0.35) ? { undefined: 0, notApplicable: 0 } : { undefined: 0.2, notApplicable: random.chance(0.5) ? 0.04 : 0 };
  const rows = random.several(rowsPerModel, () => row(random, program.inputs, marks, missing));
  const { columns, escaped } = program.run(columnsOf(program, rows), rows.length);
  result.models++;
  result.targets += tried.length;
  result.escaped += escaped.count;
  const targets = program.outputs.map((output) => output.name);
  const answers = rows.map((facts) => interpreted(engine, facts, targets));
  for (const [o, output] of program.outputs.entries()) {
    const column = columns[output.name];
    const mechanism = tried.find((rule) => rule.name === output.name)?.mechanism ?? '';
    if (!column) continue;
    const expected = answers.map((answer) => answer[o]);
    const varies = new Set(expected.map((answer) => (typeof answer === 'object' && answer ? 'error' : answer))).size > 1;
    const share = result.shares.get(mechanism) ?? { values: 0, live: 0 };
    result.shares.set(mechanism, share);
    for (const [at, answer] of expected.entries()) {
      const got = compiledAnswer(program, output, column, at, escaped.held.get(output.name));
      result.comparisons++;
      share.values++;
      if (varies && answer !== null) share.live++;
      if (!same(got, answer)) result.differences.push({ model: seed, target: output.name, mechanism, row: at, compiled: got, interpreted: answer, rules, facts: Object.fromEntries(rows[at] ?? []) });
    }
  }
}
