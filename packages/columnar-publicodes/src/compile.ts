import type Engine from 'publicodes';
import type { Situation } from 'publicodes';
import type { Input, Output } from './columns.ts';
import type { Node, Range } from './graph.ts';
import { Inputs } from './inputs.ts';
import { withConstants } from './interpreter.ts';
import { Program } from './program.ts';
import { between } from './ranges.ts';
import { Strings } from './read/strings.ts';
import { CompileRefusal } from './refusal.ts';
import { needed } from './schedule.ts';
import { UNDEFINED, VALUE } from './states.ts';
import { readAll, type Tamper } from './variant.ts';

export interface Bounds { min?: number; max?: number; short?: boolean; whole?: boolean }

export interface CompileOptions {
  /** Rules whose situation comes by column; by default, those that the targets need and that have no formula (or only a default). */
  inputs?: readonly string[];
  /** Situation of the whole batch: folded in the code, a date makes the variations of its parameters vanish. */
  constants?: Situation<string>;
  /** Bounds of inputs, in their unit; `short`: at most 16 decimals (cents); `whole`: none. They spare tests; a value out of them gives wrong results. */
  ranges?: Readonly<Record<string, Bounds>>;
  /** Runs are of some hundreds of rows: one long loop, which V8 runs as it is, rather than spend seconds and much memory on making it faster. */
  fewRows?: boolean;
  /** Alters emitted code: for tests that plant bugs. */
  tamper?: Tamper;
}

export interface Compilation { program: Program; refusals: ReadonlyMap<string, CompileRefusal> }

/** Compiles targets to loops over columns. Throws the CompileRefusal of the first target that cannot be, naming the rule and mechanism at fault. */
export function compile(engine: Engine, targets: readonly string[], options: CompileOptions = {}): Program {
  const { program, refusals } = tryCompile(engine, targets, options);
  for (const refusal of refusals.values()) throw refusal;
  return program;
}

/** Compiles the targets that can be, and says why of the others. */
export function tryCompile(engine: Engine, targets: readonly string[], options: CompileOptions = {}): Compilation {
  const constants = options.constants ?? {};
  const copy = withConstants(engine, constants);
  const strings = new Strings();
  const found = new Inputs(copy, strings, options.inputs, Object.keys(constants));
  const ranges = new Map(Object.entries(options.ranges ?? {}).map(([name, range]) => [name, rangeOf(range)]));
  const lookup = { get: (name: string) => found.get(name) } as ReadonlyMap<string, Input>;
  const nodes = readAll({ engine: copy, targets, strings }, lookup, ranges, () => VALUE | UNDEFINED);

  const refusals = new Map<string, CompileRefusal>();
  const accepted = new Map<string, Node>();
  for (const [target, node] of nodes) {
    if (node instanceof CompileRefusal) refusals.set(target, node);
    else accepted.set(target, node);
  }
  const inputs = needed([...accepted.values()]).filter((node) => node.op.startsWith('input ')).flatMap((node) => found.get(node.op.slice('input '.length)) ?? []);
  const outputs: Output[] = [...accepted].map(([name, node]) => ({ name, type: node.type ?? 'number', unit: node.unit, ...(node.type === 'string' ? { options: strings.list } : {}) }));
  return { program: new Program({ engine: copy, targets: [...accepted.keys()], strings, fewRows: options.fewRows ?? false, tamper: options.tamper }, inputs, outputs, ranges), refusals };
}

function rangeOf({ min = -1e100, max = 1e100, short = false, whole = false }: Bounds): Range {
  return between(min, max, true, { short, whole });
}
