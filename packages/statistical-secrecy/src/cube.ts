import { readHierarchies, type Hierarchy } from './hierarchy.ts';
import type { Place, Problem, Result, Row, Rules, Spec, Table } from './types.ts';

/** Where a cell was first read. */
export interface Origin { table: string; row: number }

export interface Cell {
  place: Place;
  /** Absent: nobody who publishes knows it. */
  value?: number;
  /** `absent`: no row has it, but sums pass through it. */
  given: 'known' | 'secret' | 'missing' | 'absent';
  contributors?: number;
  largest?: number;
  /** What everybody knows of it. */
  low: number;
  high: number;
  public: boolean;
  origin?: Origin;
}

/** `total` = Σ `parts`, as indices of cells; `dimension` says along which. */
export interface Sum { total: number; parts: readonly number[]; dimension: string }

/** The cells of all tables, each once, and every sum among them. */
export interface Cube {
  cells: Cell[];
  sums: Sum[];
  /** For each table, the cell of each of its rows. */
  rows: readonly (readonly number[])[];
  whole: boolean;
}

/** Reads tables that are published together into one cube, or says all that is wrong with them. */
export function readCube(tables: readonly Table[], spec: Spec): Result<Cube, Problem[]> {
  const problems: Problem[] = [];
  const hierarchies = readHierarchies(spec.dimensions, tables, problems);
  if (problems.length > 0) return { ok: false, error: problems };
  const byKey = new Map<string, number>();
  const cube: Cube & { rows: number[][] } = { cells: [], sums: [], rows: [], whole: spec.rules.whole ?? spec.rules.kind === 'frequency' };
  for (const table of tables) cube.rows.push(readRows(table, hierarchies, spec.rules, cube, byKey, problems));
  if (problems.length > 0) return { ok: false, error: problems };
  const seen = new Set<string>();
  for (const table of tables) addSums(table, hierarchies, spec.rules, cube, byKey, seen);
  checkSums(cube, problems);
  return problems.length > 0 ? { ok: false, error: problems } : { ok: true, value: cube };
}

const keyOf = (place: Place): string => JSON.stringify(place);

function readRows(table: Table, hierarchies: readonly Hierarchy[], rules: Rules, cube: Cube, byKey: Map<string, number>, problems: Problem[]): number[] {
  const unknown = table.dimensions.filter((name) => !hierarchies.some((one) => one.name === name));
  for (const dimension of unknown) problems.push({ code: 'dimension.unknown', table: table.name, dimension });
  if (table.rows.length === 0) problems.push({ code: 'table.empty', table: table.name });
  const own = new Map<string, number>();
  return table.rows.map((row, rank) => {
    const line = row.line ?? rank + 1;
    const place = placeOf(row, table, line, hierarchies, problems);
    const read = readCell(row, place, { table: table.name, row: line }, rules, cube.whole, problems);
    const key = keyOf(place);
    const first = own.get(key);
    if (first !== undefined) problems.push({ code: 'cell.duplicate', table: table.name, row: line, first });
    own.set(key, line);
    const known = byKey.get(key);
    if (known === undefined) {
      byKey.set(key, cube.cells.length);
      return cube.cells.push(read) - 1;
    }
    if (first === undefined) join(cube.cells[known]!, read, problems);
    return known;
  });
}

function placeOf({ at }: Row, table: Table, line: number, hierarchies: readonly Hierarchy[], problems: Problem[]): string[] {
  return hierarchies.map(({ name, total, codes }) => {
    if (!table.dimensions.includes(name)) return total;
    const code = Object.hasOwn(at, name) ? at[name]! : '';
    if (!codes.has(code)) problems.push({ code: 'code.unknown', table: table.name, row: line, column: name, given: code });
    return code;
  });
}

function readCell(row: Row, place: Place, origin: Origin, rules: Rules, whole: boolean, problems: Problem[]): Cell {
  const { value, status, contributors, largest, low = 0, high = Infinity } = row;
  const wrong = (column: string, given: number | undefined, expected: Extract<Problem, { code: 'cell.invalid' }>['expected']): void =>
    void problems.push({ code: 'cell.invalid', table: origin.table, row: origin.row, column, given, expected });
  const checkNumber = (column: string, given: number, wholeToo: boolean): void => {
    if (!Number.isFinite(given)) wrong(column, given, 'number');
    else if (given < 0) wrong(column, given, 'notNegative');
    else if (wholeToo && !Number.isSafeInteger(given)) wrong(column, given, 'whole');
  };
  if (status !== undefined && value !== undefined) wrong('value', value, 'noValue');
  if (status === undefined) checkNumber('value', value ?? Number.NaN, whole);
  checkNumber('low', low, false);
  if (!(high >= low)) wrong('high', high, 'withinBounds');
  else if (value !== undefined && (value < low || value > high)) wrong('value', value, 'withinBounds');
  if (value !== undefined && value > 0) {
    if (contributors !== undefined || needs(rules, 'contributors') !== undefined) checkNumber('contributors', contributors ?? Number.NaN, true);
    if (contributors === 0) wrong('contributors', contributors, 'positive');
    if (largest !== undefined || needs(rules, 'dominance') !== undefined) checkNumber('largest', largest ?? Number.NaN, false);
    if (largest !== undefined && largest > value) wrong('largest', largest, 'notAboveValue');
  }
  return {
    place,
    given: status ?? 'known',
    ...(status === undefined && value !== undefined ? { value } : {}),
    ...(contributors === undefined ? {} : { contributors }),
    ...(largest === undefined ? {} : { largest }),
    low,
    high,
    public: row.public ?? false,
    origin,
  };
}

/** A rule's bound: the spec's, or its kind's. */
export function needs(rules: Rules, rule: 'threshold' | 'contributors' | 'dominance'): number | undefined {
  const defaults = rules.kind === 'frequency' ? { threshold: 11 } : { contributors: 3, dominance: 0.85 };
  return rules[rule] ?? (defaults as Partial<Record<typeof rule, number>>)[rule];
}

/** The same cell in another table: it must say the same. What either knows, the reader of both knows. */
function join(cell: Cell, other: Cell, problems: Problem[]): void {
  if (cell.value !== undefined && other.value !== undefined && cell.value !== other.value) {
    const [here, there] = [other.origin!, cell.origin!];
    problems.push({ code: 'cell.differs', table: here.table, row: here.row, given: other.value, other: cell.value, otherTable: there.table, otherRow: there.row });
    return;
  }
  // A source's secret in one table is one in all: a value beside it would tell it.
  if (cell.given === 'secret' || other.given === 'secret') cell.given = 'secret';
  else if (other.value !== undefined) cell.given = 'known';
  if (cell.given === 'secret') delete cell.value;
  else if (other.value !== undefined) cell.value = other.value;
  if (cell.contributors === undefined && other.contributors !== undefined) cell.contributors = other.contributors;
  if (cell.largest === undefined && other.largest !== undefined) cell.largest = other.largest;
  cell.low = Math.max(cell.low, other.low);
  cell.high = Math.min(cell.high, other.high);
  cell.public ||= other.public;
}

/** Every sum of the table along each of its dimensions, at every place of the others; each once in the cube. */
function addSums(table: Table, hierarchies: readonly Hierarchy[], rules: Rules, cube: Cube, byKey: Map<string, number>, seen: Set<string>): void {
  const used = hierarchies.map(({ name }) => table.dimensions.includes(name));
  const codes = hierarchies.map((one, at) => (used[at] ? [...one.codes] : [one.total]));
  const parents = hierarchies.map(({ sums }) => new Set(sums.map(({ parent }) => parent)));
  const cellAt = (place: Place): number => {
    const key = keyOf(place);
    const known = byKey.get(key);
    if (known !== undefined) return known;
    byKey.set(key, cube.cells.length);
    // A total without a row is not 0: it is not published.
    const zero = rules.absent === 'zero' && !place.some((code, at) => used[at] && parents[at]!.has(code));
    return cube.cells.push({ place, ...(zero ? { given: 'known', value: 0 } : { given: 'absent' }), low: 0, high: Infinity, public: false }) - 1;
  };
  hierarchies.forEach((hierarchy, along) => {
    if (!used[along]) return;
    for (const rest of product(codes.map((list, at) => (at === along ? [''] : list)))) {
      const there = (code: string): string[] => rest.map((one, at) => (at === along ? code : one));
      for (const [rank, { parent, children }] of hierarchy.sums.entries()) {
        const key = keyOf([hierarchy.name, String(rank), ...rest]);
        if (seen.has(key)) continue;
        seen.add(key);
        cube.sums.push({ total: cellAt(there(parent)), parts: children.map((child) => cellAt(there(child))), dimension: hierarchy.name });
      }
    }
  });
}

function* product(lists: readonly (readonly string[])[]): Generator<string[]> {
  const [first, ...rest] = lists;
  if (!first) return yield [];
  for (const code of first) for (const others of product(rest)) yield [code, ...others];
}

/** How far two sides of a sum of decimals may lie apart and still be one number. */
export const tolerance = (size: number): number => 1e-9 * Math.max(1, Math.abs(size));

function checkSums({ cells, sums, whole }: Cube, problems: Problem[]): void {
  for (const { total, parts, dimension } of sums) {
    const { value, place, origin: own } = cells[total]!;
    if (value === undefined) continue;
    const sum = parts.reduce((all, part) => all + (cells[part]!.value ?? 0), 0);
    const complete = parts.every((part) => cells[part]!.value !== undefined);
    const slack = whole ? 0 : tolerance(sum);
    const fits = complete ? Math.abs(value - sum) <= slack : value >= sum - slack;
    if (fits) continue;
    if (own) problems.push({ code: 'total.differs', ...own, column: dimension, place, given: value, sum });
  }
}
