import type { Emitted } from './emit.ts';
import { emit } from './emit.ts';
import { Graph, type Node, type Range } from './graph.ts';
import { between } from './ranges.ts';
import type { Input, Output, Values } from './columns.ts';
import { orderedRules } from './read/applicability.ts';
import { Reader } from './read/reader.ts';
import type { Strings } from './read/strings.ts';
import { CompileRefusal } from './refusal.ts';
import { ESCAPE, VALUE } from './states.ts';
import { javascript } from './runtime.ts';
import type Engine from 'publicodes';
import { rootOf } from './interpreter.ts';

/** Loops over the rows `from … from + n - 1` of a block; answers the states met of outputs that may escape. Lists: values and states of inputs, of outputs, then intermediate columns. */
export type Loop = (from: number, n: number, C: Lists, S: Lists, O: Lists, P: Lists, T: Lists) => number;
type Lists = readonly (Values | undefined)[];

/** Last chance to alter emitted code: what tests plant bugs with. */
export type Tamper = (source: string) => string;

/** The rules compiled for inputs of which some are always defined. */
export interface Variant {
  emitted: Emitted;
  loops: readonly Loop[];
  /** Outputs, by position, whose state the loops do not write: it is 0 everywhere. */
  stateless: readonly number[];
  /** Outputs that the interpreter may have to give: on the rows met, or on all (`always`). */
  risky: readonly { at: number; always: boolean }[];
}

export interface Source { engine: Engine; targets: readonly string[]; strings: Strings; fewRows: boolean; tamper?: Tamper | undefined }

/** Reads one target; twice when the order of evaluation may show in its answer. */
export function readTarget(reader: Reader, engine: Engine, target: string): Node | CompileRefusal {
  try {
    const root = rootOf(engine, target);
    const { read: node, met } = reader.target(() => reader.node(root));
    const ordered = reader.target(() => orderedRules(reader, met)).read;
    return ordered.size === 0 ? node : reader.within({ key: `!${[...ordered].join(';')}`, overrides: new Map(), ordered }, () => reader.target(() => reader.node(root)).read);
  } catch (error) {
    if (error instanceof CompileRefusal) return error;
    throw error;
  }
}

/** Bits of what an input may be (see states). */
export type MayOf = (name: string) => number;

export function readAll({ engine, targets, strings }: Pick<Source, 'engine' | 'targets' | 'strings'>, inputs: ReadonlyMap<string, Input>, ranges: ReadonlyMap<string, Range>, may: MayOf): Map<string, Node | CompileRefusal> {
  const anyInput = between(-1e100, 1e100, true);
  const reader = new Reader(engine, new Graph(), strings, (name) => {
    const input = inputs.get(name);
    return input && { type: input.type, unit: input.unit, may: may(name), range: ranges.get(name) ?? anyInput };
  });
  return new Map(targets.map((target) => [target, readTarget(reader, engine, target)]));
}

export function build(source: Source, nodes: ReadonlyMap<string, Node | CompileRefusal>, inputs: readonly string[], outputs: readonly Output[]): Variant {
  const chosen = outputs.map((output) => nodes.get(output.name)).map((node, k) => (node instanceof CompileRefusal || (node?.type !== undefined && node.type !== outputs[k]?.type) ? undefined : node));
  const emitted = emit(chosen, inputs, outputs.map((output) => output.type), source.fewRows ? Infinity : undefined);
  const loops = emitted.pieces.map((piece) => {
    const code = source.tamper ? source.tamper(piece.source) : piece.source;
    return javascript<Loop>(['from', 'n', 'C', 'S', 'O', 'P', 'T'], code);
  });
  const stateless = chosen.flatMap((node, k) => (node === undefined || node.may === VALUE ? [k] : []));
  const risky = chosen.flatMap((node, at) => (node === undefined ? [{ at, always: true }] : (node.may & ESCAPE) === 0 ? [] : [{ at, always: node.constant !== undefined && node.constant.state >= 4 }]));
  return { emitted, loops, stateless, risky };
}
