import type { Unit } from 'publicodes';
import { VALUE, type Operand, type State } from './states.ts';
import { javascript } from './runtime.ts';
import type { Lookup } from './ops/lookup.ts';
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
}

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
}

export const anyNumber: Range = { lo: -Infinity, hi: Infinity, finite: false, short: false };

export const operand = (node: Node, at: number): Operand => ({ at, may: node.may, value: `$${at}` });

const booleanWhereValue = (spec: Spec) => (spec.type === 'boolean' ? 'false' : '0');

/** Builds nodes: equal ones are one, and those of constants are computed here by the very code that would be emitted. */
export class Graph {
  readonly nodes: Node[] = [];
  readonly #known = new Map<string, Node>();
  readonly #functions = new Map<string, (...operands: unknown[]) => [number | boolean, number]>();

  make(spec: Spec): Node {
    if (spec.args.length > 0 && spec.args.every((arg) => arg.constant)) return this.#folded(spec);
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
    const finite = Number.isFinite(number);
    const range = { lo: number, hi: number, finite, short: !finite || number === +number.toFixed(16) };
    const may = 1 << (state >= 4 ? 3 : state);
    return this.#shared(
      { op: 'constant', args: [], type, unit, loose, range, value: literal(plain), state: { code: String(state), may } },
      { value: plain, state },
    );
  }

  #folded(spec: Spec): Node {
    const code = `return [${spec.value},${spec.state.code}]`.replaceAll('$', 'v').replaceAll('#', 's');
    const names = spec.args.flatMap((_, k) => [`v${k}`, `s${k}`]);
    const key = `${names.length} ${code}`;
    let compute = this.#functions.get(key);
    if (!compute) {
      compute = javascript<(...operands: unknown[]) => [number | boolean, number]>(names, code);
      this.#functions.set(key, compute);
    }
    const [value, state] = compute(...spec.args.flatMap((arg) => [arg.constant?.value, arg.constant?.state]));
    const loose = spec.loose === true && (state !== 0 || value === 0);
    return this.constant(spec.type === 'boolean' ? Boolean(value) : Number(value), spec.type, spec.unit, state & 4 ? 4 : state, loose);
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
    };
    this.nodes.push(node);
    this.#known.set(key, node);
    return node;
  }
}

const literal = (value: number | boolean): string =>
  typeof value === 'boolean' ? String(value) : Object.is(value, -0) ? '-0' : value < 0 ? `(${value})` : String(value);
