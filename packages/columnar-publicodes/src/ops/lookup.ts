import type { Graph, Node, Range, Spec } from '../graph.ts';
import { anyNumber, between, exactly, union } from '../ranges.ts';
import { always, ESCAPE, NOT_APPLICABLE, UNDEFINED, VALUE, type State } from '../states.ts';

/** What a column of constants is worth at one place of it. */
export interface Cell { value: number | boolean; state: number }

/**
 * One variable cut in classes: by equality with codes (then all others), or by thresholds (the class is how many are passed). Where the
 * variable may be undefined, a last class is for that.
 */
export type Axis = { variable: Node } & ({ codes: readonly number[] } | { cuts: readonly Cut[] });
export interface Cut { at: number; inclusive: boolean }

/** A node that depends on a few classes of a few variables only: cells in row-major order of the axes. */
export interface Lookup { axes: readonly Axis[]; cells: readonly Cell[] }

const MOST_CELLS = 2048;
/** Under this, a branch is as good as a table. */
const FEW_CELLS = 3;

/** Only a value or undefined: the states 0 and 2 take a place in an index. */
export const definedOrNot = (node: Node): boolean => (node.may & ~(VALUE | UNDEFINED)) === 0;
const mayBeUndefined = ({ variable }: Axis): boolean => (variable.may & UNDEFINED) !== 0;
/** The classes of what has a value. */
const valued = (axis: Axis): number => ('codes' in axis ? axis.codes.length : axis.cuts.length) + 1;
export const classes = (axis: Axis): number => valued(axis) + (mayBeUndefined(axis) ? 1 : 0);
const passedBefore = (a: Cut, b: Cut): boolean => a.at < b.at || (a.at === b.at && a.inclusive && !b.inclusive);
const sameCut = (a: Cut, b: Cut): boolean => a.at === b.at && a.inclusive === b.inclusive;

/** A node as a table: a constant has one cell. */
export function lookupOf(node: Node): Lookup | undefined {
  return node.constant ? { axes: [], cells: [{ value: node.constant.value, state: node.constant.state }] } : node.lookup;
}

/** A yes or no as a table of its variable, when it compares one with a constant; else of itself. It may be undefined, never not applicable. */
export function testOf(test: Node): Lookup | undefined {
  if (!definedOrNot(test)) return undefined;
  const known = lookupOf(test);
  if (known) return known;
  const cells = (...values: boolean[]): Cell[] => [...values.map((value) => ({ value, state: 0 })), ...((test.may & UNDEFINED) === 0 ? [] : [{ value: false, state: 2 }])];
  const [variable, to] = test.args;
  if (variable?.may === test.may && to?.constant?.state === 0 && !variable.constant) {
    const at = Number(to.constant.value);
    if (variable.type === to.type && (variable.type === 'string' || (variable.type === 'number' && isCode(at)))) {
      if (test.op === '=') return { axes: [{ variable, codes: [at] }], cells: cells(true, false) };
      if (test.op === '!=') return { axes: [{ variable, codes: [at] }], cells: cells(false, true) };
    }
    const ordered = (variable.type === 'number' && variable.range.finite) || variable.type === 'date';
    if (ordered && to.type === variable.type) {
      const cut = (inclusive: boolean, ...values: boolean[]): Lookup => ({ axes: [{ variable, cuts: [{ at, inclusive }] }], cells: cells(...values) });
      if (test.op === '>=') return cut(true, false, true);
      if (test.op === '<') return cut(true, true, false);
      if (test.op === '>') return cut(false, false, true);
      if (test.op === '<=') return cut(false, true, false);
    }
  }
  // Any other yes or no is a variable of two classes.
  return test.type === 'boolean' ? { axes: [{ variable: test, codes: [1] }], cells: cells(true, false) } : undefined;
}

/** Numbers compared one by one are codes when small and whole: numbers of persons, categories. */
const isCode = (value: number): boolean => Number.isInteger(value) && value >= 0 && value < 64;

/** The axes of several tables, each variable once; undefined when they would not fit. */
function unite(tables: readonly Lookup[], most: number): Axis[] | undefined {
  const axes = new Map<Node, Axis>();
  for (const axis of tables.flatMap((table) => table.axes)) {
    const known = axes.get(axis.variable);
    if (!known) axes.set(axis.variable, axis);
    else if ('codes' in known && 'codes' in axis) axes.set(axis.variable, { variable: axis.variable, codes: [...new Set([...known.codes, ...axis.codes])] });
    else if ('cuts' in known && 'cuts' in axis) {
      const cuts = [...known.cuts, ...axis.cuts.filter((cut) => !known.cuts.some((other) => sameCut(cut, other)))];
      axes.set(axis.variable, { variable: axis.variable, cuts: cuts.toSorted((a, b) => (passedBefore(a, b) ? -1 : 1)) });
    } else return undefined;
  }
  const united = [...axes.values()];
  return united.reduce((n, axis) => n * classes(axis), 1) > most ? undefined : united;
}

/** The cell of `table` for a class of each of the united axes. */
function cellAt(table: Lookup, axes: readonly Axis[], at: readonly number[]): Cell {
  let index = 0;
  for (const axis of table.axes) {
    const which = axes.findIndex((other) => other.variable === axis.variable);
    const [all, place] = [axes[which], at[which] ?? 0];
    let inside = 0;
    if (all && place === valued(all)) inside = valued(axis);
    else if ('codes' in axis && all && 'codes' in all) {
      const code = all.codes[place];
      const found = code === undefined ? -1 : axis.codes.indexOf(code);
      inside = found < 0 ? axis.codes.length : found;
    } else if ('cuts' in axis && all && 'cuts' in all) {
      inside = axis.cuts.filter((cut) => all.cuts.findIndex((other) => sameCut(cut, other)) < place).length;
    }
    index = index * classes(axis) + inside;
  }
  return table.cells[index] ?? { value: 0, state: 4 };
}

/** All combinations of classes, in row-major order. */
function* places(axes: readonly Axis[]): Generator<number[]> {
  const at = axes.map(() => 0);
  for (;;) {
    yield [...at];
    let k = axes.length - 1;
    for (; k >= 0; k--) {
      at[k] = (at[k] ?? 0) + 1;
      if ((at[k] ?? 0) < classes(axes[k] as Axis)) break;
      at[k] = 0;
    }
    if (k < 0) return;
  }
}

/** Combines tables cell by cell; undefined when one of them is none or the result would have more than `most` cells. */
export function combined(tables: readonly (Lookup | undefined)[], cell: (cells: readonly Cell[]) => Cell, most = MOST_CELLS): Lookup | undefined {
  const present = tables.filter((table) => table !== undefined);
  if (present.length !== tables.length) return undefined;
  const axes = unite(present, most);
  return axes && { axes, cells: [...places(axes)].map((at) => cell(present.map((table) => cellAt(table, axes, at)))) };
}

/** A choice between tables by a test that is one: a table too. */
export function chosen(test: Node, yes: Node, no: Node): Lookup | undefined {
  return combined([testOf(test), lookupOf(yes), lookupOf(no)], ([t, y, n]) => (t?.state === 2 ? undefinedBeside(y, n) : t?.value ? y : n) ?? { value: 0, state: 4 });
}

/** Where a test is undefined its branches are evaluated all the same: an error in one shows. */
export const undefinedBeside = (...cells: readonly (Cell | undefined)[]): Cell => ({ value: 0, state: cells.some((cell) => cell && cell.state >= 4) ? 4 : 2 });

/** The node that reads a table: one index, computed without a branch, then one load. Small tables stay branches. */
export function tableNode(graph: Graph, table: Lookup, { type, unit, loose = false }: Pick<Spec, 'type' | 'unit' | 'loose'>): Node | undefined {
  if (table.cells.length <= FEW_CELLS || table.axes.length === 0) return undefined;
  const values = `@[${table.cells.map(({ value, state }) => (state === 0 ? Number(value) : 0)).join(',')}]@[$0]`;
  const may = table.cells.reduce((bits, { state }) => bits | (state >= 4 ? ESCAPE : state === 2 ? UNDEFINED : state === 1 ? NOT_APPLICABLE : VALUE), 0);
  const state: State = may === VALUE ? always.value : { code: `@[${table.cells.map((cell) => cell.state).join(',')}]@[$0]`, may };
  return graph.make({ op: 'table', args: [indexNode(graph, table.axes)], type, unit, loose, value: type === 'boolean' ? `(${values}===1)` : values, state, range: rangeOf(table, type === 'number'), lookup: table });
}

function rangeOf(table: Lookup, number: boolean): Range {
  const values = table.cells.filter(({ state }) => state === 0).map(({ value }) => exactly(Number(value)));
  return number && values.length > 0 ? values.reduce(union) : anyNumber;
}

/** The row-major index of the classes met. */
export function indexNode(graph: Graph, axes: readonly Axis[]): Node {
  const terms = axes.map((axis, k) => {
    const code = 'codes' in axis ? codeClass(axis, k) : axis.cuts.map(({ at, inclusive }) => `(($${k}${inclusive ? '>=' : '>'}${at < 0 ? `(${at})` : at})|0)`).join('+');
    // By bits: the class where there is a value, else the last.
    return mayBeUndefined(axis) ? `((${code})&(#${k}>>1)-1|(#${k}>>1)*${valued(axis)})` : code;
  });
  const index = axes.reduce((code, axis, k) => (code === '' ? `(${terms[k]})` : `(${code}*${classes(axis)}+(${terms[k]}))`), '');
  return graph.make({ op: 'rang', args: axes.map((axis) => axis.variable), type: 'number', value: index, state: always.value, range: between(0, MOST_CELLS, true, { whole: true }) });
}

function codeClass({ codes, variable }: { codes: readonly number[]; variable: Node }, k: number): string {
  const length = Math.max(...codes) + 1;
  const map = Array.from({ length: length + 1 }, (_, code) => (codes.includes(code) ? codes.indexOf(code) : codes.length));
  // A number between two codes, or below 0, is none of them.
  if (variable.type === 'boolean') return `1-($${k}|0)`;
  const { lo, hi, whole } = variable.range;
  if (whole && lo >= 0) return `@[${map.join(',')}]@[${hi < length ? `$${k}` : `($${k}<${length}?$${k}:${length})`}]`;
  const exact = variable.type === 'number' ? `($${k}>>>0)===$${k}&&$${k}<${length}` : `($${k}>>>0)<${length}`;
  return `@[${map.join(',')}]@[${exact}?$${k}:${length}]`;
}
