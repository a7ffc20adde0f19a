import type Engine from 'publicodes';
import { Interpreter, tryCompile, withConstants, type CompileOptions, type CompileRefusal, type Input } from 'columnar-publicodes';
import { columnsOf, compiledAnswer, same, type Answer, type Row } from './compare.ts';
import { Random } from './random.ts';
import { marksOf, value, type Marks, type Missing } from './rows.ts';

export interface SituationsOptions {
  engine: Engine;
  targets: readonly string[];
  seed: number;
  rows: number;
  compile?: CompileOptions;
  /** A value for an input, where drawing at the model's marks would not do; undefined leaves that to the marks. */
  draw?: (input: Input, random: Random) => number | boolean | string | undefined;
  missing?: Missing;
}

export interface SituationsResult {
  rows: number;
  comparisons: number;
  escaped: number;
  refusals: ReadonlyMap<string, CompileRefusal>;
  differences: { target: string; row: number; compiled: Answer; interpreted: Answer; facts: Record<string, unknown> }[];
  /** By target: values, and those of an output that varies, where it applies. */
  live: Map<string, { values: number; live: number; distinct: Set<Answer> }>;
}

const BATCH = 2000;

/**
 * Random situations over one rule base, compiled and interpreted. The interpreter is asked through `Interpreter`, which spares it
 * parsing again: two to three times faster than its public interface, to which a test holds it. To use several cores, call it
 * from processes with other seeds: an engine does not cross processes, the rules do (`fuzzInProcesses`).
 */
export function fuzzSituations({ engine, targets, seed, rows, compile = {}, draw, missing = { undefined: 0.08, notApplicable: 0 } }: SituationsOptions): SituationsResult {
  const { program, refusals } = tryCompile(engine, targets, compile);
  const random = new Random(seed);
  const marks: Marks = marksOf(Object.fromEntries(Object.entries(engine.getParsedRules()).map(([name, rule]) => [name, rule.rawNode])));
  const names = program.outputs.map((output) => output.name);
  const interpreter = new Interpreter(withConstants(engine, compile.constants ?? {}), program.inputs.map((input) => input.name));
  const result: SituationsResult = { rows: 0, comparisons: 0, escaped: 0, refusals, differences: [], live: new Map(names.map((name) => [name, { values: 0, live: 0, distinct: new Set() }])) };
  while (result.rows < rows) {
    const batch = random.several(Math.min(BATCH, rows - result.rows), () => one(random, program.inputs, marks, missing, draw));
    const { columns, escaped } = program.run(columnsOf(program, batch), batch.length);
    result.escaped += escaped.count;
    for (const [at, facts] of batch.entries()) {
      interpreter.set(facts);
      for (const output of program.outputs) {
        const column = columns[output.name];
        const live = result.live.get(output.name);
        if (!column || !live) continue;
        const interpreted = ask(interpreter, output.name);
        const compiled = compiledAnswer(program, output, column, at, escaped.held.get(output.name));
        result.comparisons++;
        live.values++;
        if (interpreted !== null) live.live++;
        if (live.distinct.size < 2) live.distinct.add(typeof interpreted === 'object' && interpreted ? 'error' : interpreted);
        if (!same(compiled, interpreted)) result.differences.push({ target: output.name, row: result.rows + at, compiled, interpreted, facts: Object.fromEntries(facts) });
      }
    }
    result.rows += batch.length;
  }
  return result;
}

function one(random: Random, inputs: readonly Input[], marks: Marks, missing: Missing, draw: SituationsOptions['draw']): Row {
  const complete = random.chance(0.3);
  return new Map(
    inputs.flatMap((input) => {
      if (!complete && random.chance(missing.undefined)) return [];
      const { name, type, unit } = input;
      const drawn = random.chance(missing.notApplicable) ? null : (draw?.(input, random) ?? value(random, type, marks));
      return [[name, { type, unit, value: drawn }] as const];
    }),
  );
}

function ask(interpreter: Interpreter, target: string): Answer {
  try {
    return interpreter.evaluate(target).nodeValue as Answer;
  } catch (error) {
    return { error: error instanceof Error ? error.message : String(error) };
  }
}
