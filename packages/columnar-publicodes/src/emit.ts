import type { Node, Type } from './graph.ts';
import { schedule, type Region, type Schedule } from './schedule.ts';
import { ESCAPE, NOT_APPLICABLE, UNDEFINED, VALUE } from './states.ts';

/** One loop over a block. Past some 60 KB of bytecode V8 gives up on optimising a function: the model is cut in pieces well under it. */
export interface Piece { source: string }

export interface Emitted { pieces: readonly Piece[]; scratch: readonly Scratch[] }

/** A column of one block, from the piece that computes it to those that read it. */
export interface Scratch { name: string; bytes: boolean }

const PIECE_CHARACTERS = 24_000;
/** Deeper, sunk branches would make one statement too long to be cut. */
const STATEMENT_CHARACTERS = 20_000;

const inputName = (node: Node): string | undefined => (node.op.startsWith('input ') ? node.op.slice('input '.length) : undefined);

interface Statement { node: Node; code: string; uses: ReadonlySet<Node> }

/** The code of all outputs; inputs and outputs are numbered as given. */
export function emit(outputs: readonly (Node | undefined)[], inputs: readonly string[], types: readonly Type[], pieceCharacters = PIECE_CHARACTERS): Emitted {
  const present = outputs.filter((node) => node !== undefined);
  let statements = new Writer(schedule(present, false)).statements();
  if (statements.some((statement) => statement.code.length > STATEMENT_CHARACTERS)) statements = new Writer(schedule(present, true)).statements();

  const groups: Statement[][] = [[]];
  let size = 0;
  for (const statement of statements) {
    if (size > 0 && size + statement.code.length > pieceCharacters) {
      groups.push([]);
      size = 0;
    }
    size += statement.code.length;
    groups.at(-1)?.push(statement);
  }
  const home = new Map<Node, number>();
  for (const [at, group] of groups.entries()) for (const { node } of group) home.set(node, at);

  const kept = new Set<Node>();
  const pieces = groups.map((group, at) => {
    const loads = new Set<Node>();
    for (const { uses } of group) {
      for (const used of uses) if (home.get(used) !== at && home.has(used)) loads.add(used);
    }
    return { at, group, loads };
  });
  for (const { loads } of pieces) for (const node of loads) if (inputName(node) === undefined) kept.add(node);
  const last = groups.length - 1;
  for (const node of present) if (home.get(node) !== last && home.has(node) && inputName(node) === undefined) kept.add(node);

  const columns = new Columns(inputs);
  const sources = pieces.map(({ at, group, loads }) => {
    const lines: string[] = [];
    if (at === last) for (const node of present) if (home.get(node) !== at && home.has(node)) loads.add(node);
    for (const node of loads) lines.push(inputName(node) === undefined ? unscratch(node) : columns.load(node));
    for (const { node, code } of group) {
      lines.push(inputName(node) === undefined ? code : columns.load(node));
      if (kept.has(node)) lines.push(`T.v${node.id}[i]=${boolish(node, value(node))};${hasState(node) ? `T.s${node.id}[i]=${state(node)};` : ''}`);
    }
    if (at === last) for (const [k, node] of outputs.entries()) if (node) lines.push(store(k, node, types[k] ?? 'number'));
    return lines.join('\n');
  });
  const scratch = [...kept].flatMap((node) => [{ name: `v${node.id}`, bytes: node.type === 'boolean' }, ...(hasState(node) ? [{ name: `s${node.id}`, bytes: true }] : [])]);
  const places = new Map(scratch.map(({ name }, at) => [name, at]));
  return { pieces: sources.map((body) => ({ source: wrap(body, places) })), scratch };
}

/** Arrays are read once into locals: the loop then touches typed arrays of one kind each. They come in lists, whose shape never changes: V8 keeps the code it made. */
function wrap(withTables: string, scratch: ReadonlyMap<string, number>): string {
  const tables = new Map<string, string>();
  const body = withTables.replaceAll(/@\[([^\]]*)\]@/g, (_, list: string) => {
    const name = tables.get(list) ?? `K${tables.size}`;
    tables.set(list, name);
    return name;
  });
  const constants = [...tables].map(([list, name]) => `const ${name}=${kindOf(list)}.of(${list});`).join('');
  const names = [...new Set(body.match(/\b[TCSOP]\.\w+/g))];
  const locals = names.map((name) => {
    const [list = '', key = ''] = name.split('.');
    return `const ${list}_${key}=${list}[${list === 'T' ? scratch.get(key) : key.slice(1)}];`;
  }).join('');
  const loop = body.replaceAll(/\b([TCSOP])\.(\w+)/g, '$1_$2');
  return `'use strict';\n${locals}${constants}\nlet e=0;\nfor(let i=0,j=from;i<n;i++,j++){\n${loop}\n}\nreturn e;`;
}

/** Small whole numbers in bytes: the tables stay in the nearest cache. */
const kindOf = (list: string): string => (list.split(',').every((n) => /^\d+$/.test(n) && Number(n) < 256) ? 'Uint8Array' : 'Float64Array');

const hasState = (node: Node) => node.may !== VALUE;
const value = (node: Node): string => (node.constant ? constantText(node.constant.value) : `v${node.id}`);
const state = (node: Node): string => (node.constant ? String(node.constant.state) : hasState(node) ? `s${node.id}` : '0');
const constantText = (v: number | boolean) => (typeof v === 'number' && (v < 0 || Object.is(v, -0)) ? `(${Object.is(v, -0) ? '-0' : v})` : String(v));
const boolish = (node: Node, code: string) => (node.type === 'boolean' ? `${code}?1:0` : code);

const unscratch = (node: Node): string =>
  `const v${node.id}=T.v${node.id}[i]${node.type === 'boolean' ? '===1' : ''};${hasState(node) ? `const s${node.id}=T.s${node.id}[i];` : ''}`;

/** Loads of input columns: `C.k` values, `S.k` states. */
class Columns {
  readonly #at: Map<string, number>;
  constructor(inputs: readonly string[]) {
    this.#at = new Map(inputs.map((name, k) => [name, k]));
  }

  load(node: Node): string {
    const k = this.#at.get(inputName(node) ?? '');
    const read = node.type === 'boolean' ? `C.c${k}[j]===1` : `C.c${k}[j]`;
    if (!hasState(node)) return `const v${node.id}=${read};`;
    const masked = node.type === 'boolean' ? `(s${node.id}===0&${read})===1` : `s${node.id}===0?${read}:0`;
    return `const s${node.id}=S.s${k}[j],v${node.id}=${masked};`;
  }
}

function store(k: number, node: Node, type: Type): string {
  const v = value(node);
  if (!hasState(node)) return `O.o${k}[j]=${type === 'boolean' ? `${v}?1:0` : v};`;
  const s = state(node);
  const escape = (node.may & ESCAPE) === 0 ? '' : `e|=${s};`;
  return `${escape}P.p${k}[j]=${s};O.o${k}[j]=${type === 'boolean' ? `${s}===0&${v}` : `${s}===0?${v}:0`};`;
}

/** Writes nodes as statements, those of a branch inside it. */
class Writer {
  readonly #schedule: Schedule;
  constructor(plan: Schedule) {
    this.#schedule = plan;
  }

  statements(): Statement[] {
    return this.#schedule.root.nodes.toReversed().filter((node) => !node.constant).map((node) => ({ node, code: this.#node(node), uses: this.#uses(node) }));
  }

  #uses(node: Node): Set<Node> {
    const uses = new Set(node.args);
    for (const side of this.#schedule.branches.get(node) ?? []) for (const inner of side.nodes) for (const used of this.#uses(inner)) uses.add(used);
    return uses;
  }

  #region(at: Region): string {
    return at.nodes.toReversed().filter((node) => !node.constant).map((node) => this.#node(node)).join('');
  }

  #node(node: Node): string {
    // Each piece loads the inputs that it reads.
    if (inputName(node) !== undefined) return '';
    const sides = this.#schedule.branches.get(node);
    if (sides?.some((side) => side.nodes.some((inner) => !inner.constant))) return this.#choice(node, sides);
    const declared = `const v${node.id}=${fill(node.value, node)};`;
    return hasState(node) ? `${declared}const s${node.id}=${fill(node.state, node)};` : declared;
  }

  #choice(node: Node, sides: readonly [Region, Region]): string {
    const [test, yes, no] = node.args;
    if (!test || !yes || !no) throw new RangeError('A choice has three arguments.');
    const names = hasState(node) ? `let v${node.id},s${node.id};` : `let v${node.id};`;
    const set = (v: string, s: string) => (hasState(node) ? `v${node.id}=${v};s${node.id}=${s};` : `v${node.id}=${v};`);
    const branch = (side: Region, from: Node) => `{${this.#region(side)}${set(value(from), state(from))}}`;
    const known = (test.may & (NOT_APPLICABLE | UNDEFINED | ESCAPE)) === 0;
    const zero = node.type === 'boolean' ? 'false' : '0';
    const naIsFalse = node.op === 'variations';
    const unknown = known || naIsFalse && (test.may & (UNDEFINED | ESCAPE)) === 0 ? '' : `if(${naIsFalse ? `${state(test)}>1` : `${state(test)}!==0`}){${set(zero, state(test))}}else `;
    return `${names}${unknown}if(${value(test)})${branch(sides[0], yes)}else${branch(sides[1], no)}\n`;
  }
}

/** The template of a node with its operands' names. */
function fill(template: string, node: Node): string {
  return template.replaceAll(/([$#])(\d+)/g, (_, kind: string, at: string) => {
    const arg = node.args[Number(at)];
    if (!arg) throw new RangeError(`${node.op} has no operand ${at}.`);
    return kind === '$' ? value(arg) : state(arg);
  });
}

