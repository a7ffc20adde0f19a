import { factAt, newValues, type Column, type Input, type Output, type OutputColumn, type Values } from './columns.ts';
import { Interpreter, type Fact } from './interpreter.ts';
import type { Range } from './graph.ts';
import { replay, type Escaped } from './replay.ts';
import { NOT_APPLICABLE, UNDEFINED, VALUE } from './states.ts';
import { build, readAll, type Source, type Variant } from './variant.ts';

/** Rows by loop: columns and intermediate ones stay in the processor's cache. */
const BLOCK = 2048;

export interface Outputs {
  columns: Record<string, OutputColumn>;
  escaped: Escaped;
}

/** Rules as loops over columns. Variants are compiled as data ask: all facts there, or some of them missing. */
export class Program {
  readonly inputs: readonly Input[];
  readonly outputs: readonly Output[];
  readonly #source: Source;
  readonly #ranges: ReadonlyMap<string, Range>;
  readonly #byName: ReadonlyMap<string, Input>;
  readonly #variants = new Map<string, Variant>();
  #interpreter: Interpreter | undefined;

  constructor(source: Source, inputs: readonly Input[], outputs: readonly Output[], ranges: ReadonlyMap<string, Range>) {
    this.#source = source;
    this.inputs = inputs;
    this.outputs = outputs;
    this.#ranges = ranges;
    this.#byName = new Map(inputs.map((input) => [input.name, input]));
  }

  /** The code emitted for complete rows. */
  get source(): string {
    return this.#variant(this.inputs.map(() => VALUE)).emitted.pieces.map((piece) => piece.source).join('\n\n');
  }

  /** The code of a text for a column, given to those that the rules do not name too. */
  code(text: string): number {
    return this.#source.strings.code(text);
  }

  /** The text of a code met in an output. */
  text(code: number): string {
    return this.#source.strings.text(code);
  }

  /**
   * Computes all targets on `length` rows. A column left out is undefined on every row. Rows that columns cannot hold are computed
   * by the interpreter and counted. `out`, of `length` rows or more, is written over when given. Throws a RangeError on a column of the wrong length or kind.
   */
  run(columns: Readonly<Record<string, Column>>, length: number, out?: Pick<Outputs, 'columns'>): Outputs {
    const states = this.inputs.map((input) => this.#state(input, columns[input.name], length));
    const outputs = out?.columns ?? Object.fromEntries(this.outputs.map(({ name, type }) => [name, { values: newValues(type, length), state: new Uint8Array(length) }]));
    const C = this.inputs.map(({ name }) => columns[name]?.values);
    const S = this.inputs.map(({ name }) => columns[name]?.state);
    const written = this.outputs.map(({ name }) => outputs[name]);
    const O = written.map((output) => output?.values);
    const P = written.map((output) => output?.state);
    const general = this.#variant(states);
    // Compiled when a block first has all its facts.
    const complete = (): Variant => this.#variant(states.map((may) => (may === UNDEFINED ? UNDEFINED : VALUE)));
    const partial = this.inputs.flatMap((input, k) => (states[k] === VALUE || states[k] === UNDEFINED ? [] : [columns[input.name]?.state]));

    const waiting: { row: number; target: string }[] = [];
    for (let from = 0; from < length; from += BLOCK) {
      const n = Math.min(BLOCK, length - from);
      const variant = partial.length > 0 && partial.every((state) => isZero(state, from, n)) ? complete() : general;
      for (const k of variant.stateless) P[k]?.fill(0, from, from + n);
      let met = 0;
      const T = this.#scratch(variant);
      for (const loop of variant.loops) met |= loop(from, n, C, S, O, P, T);
      this.#escapes(variant, P, from, n, met, waiting);
    }
    const escaped = replay(this.#ask(), this.outputs, outputs, waiting, (row) => this.#facts(columns, row), this.#source.strings);
    return { columns: outputs, escaped };
  }

  #state(input: Input, column: Column | undefined, length: number): number {
    if (!column) return UNDEFINED;
    if (column.values.length < length || (column.state && column.state.length < length)) throw new RangeError(`The column of « ${input.name} » has fewer than ${length} rows.`);
    const kinds = { number: Float64Array, boolean: Uint8Array, date: Int32Array, string: undefined } as const;
    const kind = kinds[input.type];
    if (kind ? !(column.values instanceof kind) : column.values instanceof Float64Array) throw new RangeError(`The column of « ${input.name} » must be ${kind ? `a ${kind.name}` : 'an array of whole numbers'}.`);
    if (!column.state) return VALUE;
    let bits = 0;
    let all = 0;
    for (let row = 0; row < length; row++) {
      const state = column.state[row] ?? 0;
      bits |= 1 << state;
      all |= state;
    }
    // 3 is what a column cannot hold: an output's row so marked is no fact.
    if (bits & 8 || all > 3) throw new RangeError(`A state of « ${input.name} » is none of 0 (value), 1 (not applicable), 2 (undefined).`);
    return (bits & 1 ? VALUE : 0) | (bits & 2 ? NOT_APPLICABLE : 0) | (bits & 4 ? UNDEFINED : 0) || VALUE;
  }

  #variant(states: readonly number[]): Variant {
    const key = states.join(',');
    const known = this.#variants.get(key);
    if (known) return known;
    const may = new Map(this.inputs.map((input, k) => [input.name, states[k] ?? VALUE]));
    const nodes = readAll(this.#source, this.#byName, this.#ranges, (name) => may.get(name) ?? UNDEFINED);
    const variant = build(this.#source, nodes, this.inputs.map((input) => input.name), this.outputs);
    this.#variants.set(key, variant);
    return variant;
  }

  #scratch(variant: Variant): readonly Values[] {
    return this.#scratches.get(variant) ?? this.#newScratch(variant);
  }
  readonly #scratches = new Map<Variant, readonly Values[]>();
  #newScratch(variant: Variant): readonly Values[] {
    const made = variant.emitted.scratch.map(({ bytes }) => (bytes ? new Uint8Array(BLOCK) : new Float64Array(BLOCK)));
    this.#scratches.set(variant, made);
    return made;
  }

  #escapes({ risky }: Variant, states: readonly (Uint8Array | undefined)[], from: number, n: number, met: number, waiting: { row: number; target: string }[]): void {
    for (const { at, always } of risky) {
      if (!always && (met & 4) === 0) continue;
      const [state, target] = [states[at], this.outputs[at]?.name ?? ''];
      for (let row = from; row < from + n; row++) if (always || (state?.[row] ?? 0) >= 4) waiting.push({ row, target });
    }
  }

  #facts(columns: Readonly<Record<string, Column>>, row: number): Map<string, Fact> {
    const facts = new Map<string, Fact>();
    for (const input of this.inputs) {
      const fact = factAt(input, columns[input.name], row, this.#source.strings);
      if (fact) facts.set(input.name, fact);
    }
    return facts;
  }

  #ask(): () => Interpreter {
    return () => (this.#interpreter ??= new Interpreter(this.#source.engine.shallowCopy(), this.inputs.map((input) => input.name)));
  }
}

function isZero(state: Uint8Array | undefined, from: number, n: number): boolean {
  if (!state) return true;
  let bits = 0;
  for (let row = from; row < from + n; row++) bits |= state[row] ?? 0;
  return bits === 0;
}

