import type { Unit } from 'publicodes';
import { VALUE, type Operand, type State } from './states.ts';
import { anyNumber, exactly } from './ranges.ts';
import { javascript } from './runtime.ts';
import { combined, lookupOf, tableNode, type Cell, type Lookup } from './ops/lookup.ts';
import { unitKey } from './units.ts';

export type Type = 'number' | 'boolean' | 'date' | 'string';

/** What is known of a number on every row where it has a value. */
export interface Range {
  lo: number;
  hi: number;
  /** Never NaN nor infinite. */
  finite: boolean;
  /** Unchanged by a rounding to 16 decimals. */
  short: boolean;
  /** Without decimals. */
  whole: boolean;
  /** 0, or at least this far from it. */
  least: number;
}

/** Undefined (and if a boolean, not true) only where the node `on` is, all else being defined; `always`: everywhere there. */
export interface Wait { on: Node; always: boolean }

/** One computation over a row, shared by all who need it. A value is 0 (false) where it is not applicable; anything where it is undefined. */
export interface Node {
  readonly id: number;
  readonly op: string;
  readonly args: readonly Node[];
  /** Undefined for what never has a value. */
  readonly type: Type | undefined;
  readonly unit: Unit | undefined;
  /** The unit may be absent on rows where the value is 0 or not applicable. */
  readonly loose: boolean;
  readonly may: number;
  readonly range: Range;
  /** Code of the value and of the state, operands as `$k` and `#k`. */
  readonly value: string;
  readonly state: string;
  /** Set when the node is one same thing on every row. */
  readonly constant: { value: number | boolean; state: number } | undefined;
  /** Set when the node depends on a few classes of a few variables only. */
  readonly lookup: Lookup | undefined;
  /** A finite number on every row, on those where it is undefined too. */
  readonly tame: boolean;
  /** What alone can make it undefined, where it is known. */
  readonly waits: Wait | undefined;
  /** Arguments needed only when the first is true (1) or not (2): a choice. */
  readonly choice: boolean;
}

export interface Spec {
  op: string;
  args: readonly Node[];
  type: Type | undefined;
  unit?: Unit | undefined;
  loose?: boolean;
  range?: Range;
  value: string;
  state: State;
  choice?: boolean;
  lookup?: Lookup | undefined;
  waits?: Wait | undefined;
}

export const operand = (node: Node, at: number): Operand => ({ at, may: node.may, value: `$${at}` });

/** Larger, tables would leave the nearest cache for a few operations spared. */
const MOST_JOINED = 256;

const booleanWhereValue = (spec: Spec) => (spec.type === 'boolean' ? 'false' : '0');

/** Builds nodes: equal ones are one, and those of constants are computed here by the very code that would be emitted. */
export class Graph {
  readonly nodes: Node[] = [];
  readonly #known = new Map<string, Node>();
  readonly #functions = new Map<string, (...operands: unknown[]) => [number | boolean, number]>();

  make(spec: Spec): Node {
    if (spec.args.length > 0 && spec.args.every((arg) => arg.constant)) return this.#folded(spec);
    const table = this.#tabled(spec);
    if (table) return table;
    if ((spec.state.may & VALUE) === 0 && /^[124]$/.test(spec.state.code)) return this.constant(0, spec.type, spec.unit, Number(spec.state.code), spec.loose);
    const known = /^\(?(true|false)\)?$/.exec(spec.value);
    if (known && spec.type === 'boolean' && spec.state.code === '0') return this.constant(known[1] === 'true', 'boolean');
    // What never has a value has none to compute.
    const value = (spec.state.may & VALUE) === 0 ? booleanWhereValue(spec) : spec.value;
    return this.#shared({ ...spec, value }, undefined);
  }

  /** A constant: `state` 0 value, 1 not applicable, 2 undefined, 4 escape. */
  constant(value: number | boolean, type: Type | undefined, unit?: Unit, state = 0, loose = false): Node {
    const plain = state === 0 ? value : type === 'boolean' ? false : 0;
    const number = Number(plain);
    const range = exactly(number);
    const may = 1 << (state >= 4 ? 3 : state);
    return this.#shared(
      { op: 'constant', args: [], type, unit, loose, range, value: literal(plain), state: { code: String(state), may } },
      { value: plain, state },
    );
  }

  #folded(spec: Spec): Node {
    const { value, state } = this.#computed(spec, spec.args.map((arg) => arg.constant ?? { value: 0, state: 4 }));
    const loose = spec.loose === true && (state !== 0 || value === 0);
    return this.constant(value, spec.type, spec.unit, state, loose);
  }

  /** What is made of small tables and constants is a table, computed here; a constant where all of it is the same. */
  #tabled(spec: Spec): Node | undefined {
    const varying = spec.args.filter((arg) => !arg.constant);
    if (spec.lookup || (spec.type !== 'number' && spec.type !== 'boolean') || varying.length === 0 || varying.some((arg) => !arg.lookup)) return undefined;
    const lookup = combined(spec.args.map(lookupOf), (cells) => this.#computed(spec, cells), MOST_JOINED);
    if (!lookup) return undefined;
    const [first, ...others] = lookup.cells;
    if (first && others.every(({ value, state }) => Object.is(value, first.value) && state === first.state)) return this.constant(first.value, spec.type, spec.unit, first.state, spec.loose);
    return tableNode(this, lookup, spec) ?? this.#shared({ ...spec, lookup }, undefined);
  }

  /** The node's value and state for those of its operands, by the very code that would be emitted. */
  #computed(spec: Spec, operands: readonly Cell[]): Cell {
    const code = `return [${spec.value},${spec.state.code}]`.replaceAll('$', 'v').replaceAll('#', 's').replaceAll(/@(\[[^\]]*\])@/g, '$1');
    const names = spec.args.flatMap((_, k) => [`v${k}`, `s${k}`]);
    const key = `${names.length} ${code}`;
    let compute = this.#functions.get(key);
    if (!compute) {
      compute = javascript<(...operands: unknown[]) => [number | boolean, number]>(names, code);
      this.#functions.set(key, compute);
    }
    const [value, state] = compute(...operands.flatMap((cell) => [cell.value, cell.state]));
    return { value: spec.type === 'boolean' ? Boolean(value) : Number(value), state: state & 4 ? 4 : state };
  }

  #shared(spec: Spec, constant: Node['constant']): Node {
    const range = spec.range ?? anyNumber;
    const key = [spec.op, spec.type, unitKey(spec.unit), spec.unit ? 1 : 0, spec.loose ? 1 : 0, spec.value, spec.state.code, spec.state.may, spec.args.map((a) => a.id).join(',')].join('|');
    const known = this.#known.get(key);
    if (known) return known;
    const node: Node = {
      id: this.nodes.length,
      op: spec.op,
      args: spec.args,
      type: spec.type,
      unit: spec.unit,
      loose: spec.loose ?? false,
      may: spec.state.may,
      range,
      value: spec.value,
      state: spec.state.code,
      constant,
      choice: spec.choice ?? false,
      lookup: spec.lookup,
      tame: isTame(spec, range),
      waits: spec.waits ?? waitOfSameState(spec),
    };
    this.nodes.push(node);
    this.#known.set(key, node);
    return node;
  }
}

/** What keeps a number finite when its operands are, and what is 0 where it is undefined. */
const gentle = new Set(['+', '-', '*', 'unité', 'arrondi', 'maximum', 'minimum', 'constant', 'table']);

function isTame({ op, type, args, state }: Spec, range: Range): boolean {
  if (type !== 'number' || !range.finite) return type === 'boolean';
  return state.may === VALUE || ((gentle.has(op) || op.startsWith('en ') || op.startsWith('input ')) && args.every((arg) => arg.tame));
}

/** A state that is an operand's waits for what that one waits for. */
function waitOfSameState({ args, state }: Spec): Wait | undefined {
  const at = /^#(\d+)$/.exec(state.code)?.[1];
  const arg = at === undefined ? undefined : args[Number(at)];
  return arg && waitOf(arg);
}

export const waitOf = (node: Node): Wait => node.waits ?? { on: node, always: true };

const literal = (value: number | boolean): string =>
  typeof value === 'boolean' ? String(value) : Object.is(value, -0) ? '-0' : value < 0 ? `(${value})` : String(value);
