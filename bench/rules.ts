/**
 * `npm run bench:rules [-- --json] [--set name] [--sizes]`: rule sets compiled to columns, on one core. A million households drawn
 * at random, all facts there then 8 % of them missing, results summed; the interpreter on the same rules and rows, turn by turn.
 * `--sizes`: from 10,000 to 10 million rows too.
 */
import { parseArgs } from 'node:util';
import { compile, dateOf, type Column, type Outputs, type Program } from 'columnar-publicodes';
import { Random } from '../packages/columnar-publicodes/fuzz/random.ts';
import type { RuleSet } from '../packages/columnar-publicodes/bench/example.ts';
import { ruleSets } from './rule-sets.ts';

const { values: asked } = parseArgs({ options: { json: { type: 'boolean' }, set: { type: 'string' }, sizes: { type: 'boolean' } } });
const MILLION = 1_000_000;
const ROUNDS = 7;
const MISSING = 0.08;

/** What every result and state adds up to: no result may be left out. One loop for each kind of column, so that neither slows the other. */
function consume({ columns }: Outputs): number {
  let sum = 0;
  for (const { values, state } of Object.values(columns)) sum += ofBytes(state) + (values instanceof Uint8Array ? ofBytes(values) : ofNumbers(values));
  return sum;
}

function ofBytes(list: Uint8Array): number {
  let sum = 0;
  for (let row = 0; row < list.length; row++) sum += list[row] as number;
  return sum;
}

function ofNumbers(list: Float64Array | Int32Array): number {
  let sum = 0;
  for (let row = 0; row < list.length; row++) sum += list[row] as number;
  return sum;
}

function withMissing(columns: Record<string, Column>, n: number): Record<string, Column> {
  const random = new Random(8);
  return Object.fromEntries(Object.entries(columns).map(([name, { values }]) => [name, { values, state: Uint8Array.from({ length: n }, () => (random.chance(MISSING) ? 2 : 0)) }]));
}

function timed(program: Program, columns: Record<string, Column>, n: number, out: Outputs): { seconds: number; sum: number } {
  const started = performance.now();
  const sum = consume(program.run(columns, n, out));
  return { seconds: (performance.now() - started) / 1000, sum };
}

/** Rows a second of the interpreter: its public interface, one situation a row. */
function interpret({ engine, targets, constants }: RuleSet, program: Program, columns: Record<string, Column>, from: number, seconds: number): { rows: number; seconds: number } {
  const started = performance.now();
  let rows = 0;
  while (performance.now() - started < seconds * 1000) {
    const row = from + rows++;
    const facts = program.inputs.flatMap(({ name, type, unit }) => {
      const column = columns[name];
      if (!column || column.state?.[row] === 2) return [];
      const raw = column.values[row] ?? 0;
      const nodeValue = type === 'boolean' ? raw === 1 : type === 'date' ? dateOf(raw) : type === 'string' ? program.text(raw) : raw;
      return [[name, { nodeKind: 'constant', type, nodeValue, ...(unit ? { unit } : {}) }] as const];
    });
    engine.setSituation({ ...constants, ...Object.fromEntries(facts) } as Parameters<typeof engine.setSituation>[0]);
    for (const target of targets) engine.evaluate(target);
  }
  return { rows, seconds: (performance.now() - started) / 1000 };
}

const median = (list: readonly number[]): number => list.toSorted((a, b) => a - b)[Math.floor(list.length / 2)] ?? Number.NaN;
const megabytes = (): number => (process.memoryUsage().heapUsed + process.memoryUsage().arrayBuffers) / 1e6;
const decimals = (value: number, digits: number): number => Number(value.toFixed(digits));

function measure(set: RuleSet) {
  const started = performance.now();
  const program = compile(set.engine, set.targets, { constants: set.constants, ...(set.inputs ? { inputs: set.inputs } : {}), ...(set.ranges ? { ranges: set.ranges } : {}) });
  const source = program.source;
  const compileMs = performance.now() - started;

  const coded = columnsRead(program, set.make(MILLION, (text) => program.code(text)));
  const partial = withMissing(coded, MILLION);
  const out = program.run(coded, MILLION);
  const partialOut = program.run(partial, MILLION);
  const before = megabytes();
  const speeds = { complete: [] as number[], missing: [] as number[], interpreter: [] as number[] };
  let memory = 0;
  for (let round = 0; round < ROUNDS; round++) {
    speeds.complete.push(MILLION / timed(program, coded, MILLION, out).seconds);
    memory = Math.max(memory, megabytes() - before);
    speeds.missing.push(MILLION / timed(program, partial, MILLION, partialOut).seconds);
    const { rows, seconds } = interpret(set, program, coded, round * 1000, 0.4);
    speeds.interpreter.push(rows / seconds);
  }
  const [households, missing, interpreter] = [median(speeds.complete), median(speeds.missing), median(speeds.interpreter)];
  const sizes = asked.sizes ? [10_000, 100_000, MILLION, 10 * MILLION].map((n) => sized(set, program, n)) : undefined;
  return {
    name: set.name,
    householdsPerSecond: Math.round(households),
    ratio: decimals(households / interpreter, 1),
    householdsPerSecondMissing: Math.round(missing),
    escapedMissing: partialOut.escaped.count,
    interpreterPerSecond: decimals(interpreter, 1),
    compileMs: decimals(compileMs, 1),
    sourceCharacters: source.length,
    memoryBeyondColumnsMb: decimals(Math.max(0, memory), 1),
    ...(sizes ? { sizes } : {}),
  };
}

function sized(set: RuleSet, program: Program, n: number) {
  const columns = columnsRead(program, set.make(n, (text) => program.code(text)));
  const out = program.run(columns, n);
  // Each size gets the same clock time or so.
  return { rows: n, householdsPerSecond: Math.round(median(Array.from({ length: n < MILLION ? 20 : 3 }, () => n / timed(program, columns, n, out).seconds))) };
}

/** The columns that the program reads, of those drawn. */
function columnsRead(program: Program, columns: Record<string, Column>): Record<string, Column> {
  return Object.fromEntries(program.inputs.flatMap(({ name }) => (columns[name] ? [[name, columns[name]] as const] : [])));
}

for (const set of ruleSets()) {
  if (asked.set && set.name !== asked.set) continue;
  const result = measure(set);
  if (asked.json) console.log(JSON.stringify(result));
  else console.log(`${result.name}: ${(result.householdsPerSecond / 1e6).toFixed(2)} M households/s (${(result.householdsPerSecondMissing / 1e6).toFixed(2)} with ${MISSING * 100} % of facts missing), ${result.ratio} × the interpreter (${result.interpreterPerSecond}/s), compiled in ${result.compileMs} ms`, result.sizes ?? '');
}
