import { audit, protect, type Problem, type Row, type Spec, type Table } from 'statistical-secrecy';
import { describe, expect, test } from 'vitest';

const spec: Spec = { dimensions: [{ name: 'area', total: 'T', parents: { a: 'T', b: 'T' } }, { name: 'age', total: 'all', parents: { young: 'all', old: 'all' } }], rules: { kind: 'frequency' } };
type Pair = readonly [young: number, old: number];
const grid = (a: Pair, b: Pair): Row[] => Object.entries<Pair>({ a, b, T: [a[0] + b[0], a[1] + b[1]] }).flatMap(([area, [young, old]]) => [
  { at: { area, age: 'young' }, value: young }, { at: { area, age: 'old' }, value: old }, { at: { area, age: 'all' }, value: young + old },
]);
const rows = grid([4, 60], [50, 70]);
const tableOf = (list: readonly Row[]): Table => ({ name: 't', dimensions: ['area', 'age'], rows: list });
const changed = (row: number, change: Partial<Row>): Row[] => rows.map((one, at) => (at === row ? { ...one, ...change } : one));

async function problems(list: readonly Row[], given: Spec = spec): Promise<readonly Problem[]> {
  const result = await protect([tableOf(list)], given);
  return !result.ok && result.error.code === 'input.invalid' ? result.error.problems : [];
}

test.each<[string, Row[], object]>([
  ['a total that is not its parts’ sum', changed(2, { value: 65 }), { code: 'total.differs', table: 't', row: 3, column: 'age', place: ['a', 'all'], given: 65, sum: 64 }],
  ['an unknown code', changed(0, { at: { area: 'z', age: 'young' } }), { code: 'code.unknown', table: 't', row: 1, column: 'area', given: 'z' }],
  ['a cell twice', [...rows, rows[1]!], { code: 'cell.duplicate', table: 't', row: 10, first: 2 }],
  ['a negative count', changed(1, { value: -1 }), { code: 'cell.invalid', table: 't', row: 2, column: 'value', given: -1, expected: 'notNegative' }],
  ['half a person', changed(1, { value: 1.5 }), { code: 'cell.invalid', table: 't', row: 2, column: 'value', given: 1.5, expected: 'whole' }],
  ['no number', changed(1, { value: Number.NaN }), expect.objectContaining({ code: 'cell.invalid', row: 2, expected: 'number' }) as object],
  ['a value beside its secret', changed(1, { status: 'secret' }), { code: 'cell.invalid', table: 't', row: 2, column: 'value', given: 60, expected: 'noValue' }],
  ['a value out of what everybody knows', changed(1, { high: 59 }), { code: 'cell.invalid', table: 't', row: 2, column: 'value', given: 60, expected: 'withinBounds' }],
  ['a total below its known parts', rows.map((row, at): Row => (at === 0 ? { at: row.at, status: 'secret' } : at === 2 ? { ...row, value: 59 } : row)), { code: 'total.differs', table: 't', row: 3, column: 'age', place: ['a', 'all'], given: 59, sum: 60 }],
])('%s is said with its row and column', async (_, list, problem) => {
  expect(await problems(list)).toContainEqual(problem);
});

test('sums that no value of the unknown cells can hold', async () => {
  // a young is 4 by its row, and 5 by its column.
  const list = rows.map((row, at): Row => (at === 0 || at === 8 ? { at: row.at, status: 'secret' } : at === 3 ? { ...row, value: 49 } : at === 5 ? { ...row, value: 119 } : row));
  const said = await problems(list);
  expect(said.length).toBeGreaterThan(0);
  expect(said.every(({ code }) => code === 'total.impossible')).toBe(true);
});

test.each<[string, Spec['dimensions'][number], object]>([
  ['an unknown parent', { name: 'area', total: 'T', parents: { a: 'S', b: 'T' } }, { code: 'parent.unknown', dimension: 'area', child: 'a', parent: 'S' }],
  ['its own ancestor', { name: 'area', total: 'T', parents: { a: 'b', b: 'a' } }, { code: 'parent.cycle', dimension: 'area', child: 'a' }],
  ['a total with a parent', { name: 'area', total: 'T', parents: { a: 'T', b: 'T', T: 'a' } }, { code: 'parent.cycle', dimension: 'area', child: 'T' }],
])('%s', async (_, dimension, problem) => {
  expect(await problems(rows, { ...spec, dimensions: [dimension, spec.dimensions[1]!] })).toContainEqual(problem);
});

test.each<[Spec, string]>([
  [{ ...spec, dimensions: [] }, 'dimensions'], [{ ...spec, rules: { kind: 'frequency', dominance: 2 } }, 'rules.dominance'], [{ ...spec, rules: { kind: 'frequency', threshold: -1 } }, 'rules.threshold'],
  [{ ...spec, rules: { kind: 'frequency', whole: false } }, 'rules.whole'], [{ ...spec, protection: { relative: -1 } }, 'protection.relative'],
])('a spec that cannot be meant: %j', async (given, path) => {
  expect(await problems(rows, given)).toContainEqual(expect.objectContaining({ code: 'spec.invalid', path }));
});

test('contributors that their rule needs', async () => {
  const magnitude: Spec = { ...spec, rules: { kind: 'magnitude' } };
  const list = rows.map((row) => ({ ...row, contributors: 9, largest: 3 }));
  expect(await problems(rows.map((row) => ({ ...row, largest: 3 })), magnitude)).toContainEqual(expect.objectContaining({ code: 'cell.invalid', row: 1, column: 'contributors', expected: 'number' }));
  expect(await problems(list.map((row) => ({ ...row, largest: 1000 })), magnitude)).toContainEqual(expect.objectContaining({ column: 'largest', expected: 'notAboveValue' }));
});

test('one cell with two values in two tables', async () => {
  const result = await protect([tableOf(rows), { name: 'u', dimensions: ['area'], rows: [{ at: { area: 'a' }, value: 63 }] }], spec);
  expect(result).toMatchObject({ error: { problems: [{ code: 'cell.differs', table: 'u', row: 1, given: 63, other: 64, otherTable: 't', otherRow: 3 }] } });
});

/** A pattern by hand: s is secret. */
const pattern = (text: string): boolean[][] => [text.split('').map((one) => one === 's')];
const [need, place] = [{ low: 1, high: 10 }, ['a', 'young']];

test.each<[string, string, object[]]>([
  ['the secret cell itself is shown', '---------', [{ place, interval: { min: 4, max: 4 }, required: need }]],
  ['it is hidden alone', 's--------', [{ place, interval: { min: 4, max: 4 }, required: need }]],
  ['a hole in its column', 'ss-------', [{ place, interval: { min: 4, max: 4 }, required: need }, { place: ['a', 'old'] }]],
  ['a hole in its row', 's--s-----', [{ place, interval: { min: 4, max: 4 }, required: need }, { place: ['b', 'young'] }]],
])('the audit finds that %s', async (_, text, exposed) => {
  expect(await audit([tableOf(rows)], spec, pattern(text))).toMatchObject({ ok: false, error: { code: 'cell.exposed', exposed } });
});

test('the audit finds an interval that is too narrow, and passes one that is not', async () => {
  // a old is 9 less than what would let a young be 10 or more.
  const narrow = grid([4, 4], [50, 70]);
  expect(await audit([tableOf(narrow)], spec, pattern('ss-ss----'))).toMatchObject({ ok: false, error: { exposed: [{ place, interval: { min: 1, max: 7 } }, { place: ['a', 'old'] }, { place: ['a', 'all'] }] } });
  expect(await audit([tableOf(rows)], spec, pattern('ss-ss----'))).toMatchObject({ ok: true, value: [{ place, interval: { min: 1, max: 53 } }, {}, {}, {}] });
});

test('the audit joins tables: what one hides and the other shows is shown', async () => {
  const both = [tableOf(rows), tableOf(rows)];
  expect(await audit(both, spec, [...pattern('ss-ss----'), ...pattern('---------')])).toMatchObject({ ok: false });
});

test('the audit finds what only whole numbers tell', async () => {
  // Three pairs, each with an even total below: with halves a lies between 0 and 1 more, with whole numbers nowhere but here.
  const dims = ['x', 'y', 'z'].map((name) => ({ name, total: 'T', parents: { 0: 'T', 1: 'T' } }));
  const cells = [0, 1, 'T'].flatMap((x) => [0, 1, 'T'].flatMap((y) => [0, 1, 'T'].map((z) => ({ x: String(x), y: String(y), z: String(z) }))));
  const value = (at: Record<string, string>): number => ['0', '1'].filter((x) => at['x'] === 'T' || at['x'] === x).length * ['0', '1'].filter((y) => at['y'] === 'T' || at['y'] === y).length * ['0', '1'].filter((z) => at['z'] === 'T' || at['z'] === z).length * 2;
  const cube: Table = { name: 'c', dimensions: ['x', 'y', 'z'], rows: cells.map((at) => ({ at, value: value(at) })) };
  const hidden = [cells.map((at) => !Object.values(at).includes('T'))];
  expect(await audit([cube], { dimensions: dims, rules: { kind: 'frequency', threshold: 4 } }, hidden)).toMatchObject({ ok: true });
  expect(await audit([cube], { dimensions: dims, rules: { kind: 'frequency', threshold: 5 } }, hidden)).toMatchObject({ ok: false });
});

describe('a cell that nobody gives', () => {
  const nested: Spec = { dimensions: [{ name: 'area', total: 'T', parents: { N: 'T', c: 'T', a: 'N', b: 'N' } }], rules: { kind: 'frequency' } };
  const list = (b: readonly Row[], values: Readonly<Record<string, number>> = { T: 100, N: 60, a: 55, c: 40 }): Table => ({ name: 't', dimensions: ['area'], rows: [...Object.entries(values).map(([area, value]) => ({ at: { area }, value })), ...b] });
  const blank: Row = { at: { area: 'b' }, status: 'missing' };

  test.each<[string, Row[]]>([['blank', [blank]], ['left out', []]])('%s, is a source’s secret where its sums tell that it is small', async (_, b) => {
    const done = await protect([list(b)], nested);
    if (!done.ok) throw new Error(done.error.code);
    expect(done.value.counts.source).toBe(1);
    const secret = done.value.secrets.find(({ place: [area] }) => area === 'b')!;
    expect(secret).toMatchObject({ cause: 'source', required: { width: 9 } });
    expect(secret.interval.max === null || secret.interval.max - secret.interval.min >= 9).toBe(true);
    const hand = await audit([list(b)], nested, [[false, false, false, false, ...b.map(() => true)]]);
    expect(hand).toMatchObject({ error: { code: 'cell.exposed', exposed: [{ place: ['b'], interval: { min: 5, max: 5 } }] } });
  });

  test('stays missing where it is large, or where sums leave it room', async () => {
    for (const [table, status] of [[list([blank], { T: 100, N: 60, a: 40, c: 40 }), 'missing'], [list([blank], { T: 100, a: 55, c: 20 }), 'missing'], [list([blank], { T: 100, N: 60, a: 60, c: 40 }), 'missing']] as const) {
      const done = await protect([table], nested);
      expect(done.ok && done.value.tables[0]!.rows.at(-1)).toEqual({ status });
      expect(done.ok && done.value.counts.source).toBe(0);
    }
  });

  test('of unknown contributors is a secret wherever its sums tell it', async () => {
    const magnitude: Spec = { ...nested, rules: { kind: 'magnitude' } };
    const known = list([blank]);
    const done = await protect([{ ...known, rows: known.rows.map((row) => (row.value === undefined ? row : { ...row, contributors: 20, largest: 5 })) }], magnitude);
    expect(done.ok && done.value.counts.source).toBe(1);
  });
});

describe('a source’s secret that tables pin down', () => {
  const shownBut = (table: Table, ...hidden: string[]): boolean[][] => [table.rows.map(({ at }) => hidden.includes(at['area']!))];

  test('passes where it lies anywhere in an interval as wide as what it hides', async () => {
    // Everybody knows that x is 97 at most: s is from 4 to 100, for a true 5.
    const flat: Spec = { dimensions: [{ name: 'area', total: 'T' }], rules: { kind: 'frequency' } };
    const table: Table = { name: 't', dimensions: ['area'], rows: [{ at: { area: 'T' }, value: 101 }, { at: { area: 'x' }, value: 96, high: 97 }, { at: { area: 's' }, status: 'secret' }] };
    expect(await audit([table], flat, shownBut(table, 'x', 's'))).toMatchObject({ ok: true, value: expect.arrayContaining([expect.objectContaining({ place: ['s'], interval: { min: 4, max: 100 } })]) as unknown });
  });

  test('is exposed where whole tables reach one end of it only', async () => {
    // P = x + y, Q = y + z, R = x + z + s: s is odd, which the linear program does not see.
    const area = { name: 'area', total: 'T', parents: [{ x: 'P', y: 'P', P: 'T', z: 'T', s: 'T' }, { y: 'Q', z: 'Q', Q: 'T', x: 'T', s: 'T' }, { x: 'R', z: 'R', s: 'R', R: 'T', y: 'T' }] };
    const values = { P: 40, Q: 40, R: 45, x: 20, y: 20, z: 20 };
    const table: Table = { name: 't', dimensions: ['area'], rows: [...Object.entries(values).map(([code, value]) => ({ at: { area: code }, value })), { at: { area: 's' }, status: 'secret' }] };
    expect(await audit([table], { dimensions: [area], rules: { kind: 'frequency' } }, shownBut(table, 'x', 'y', 'z', 's'))).toMatchObject({ ok: false, error: { code: 'cell.exposed', exposed: [{ place: ['s'], interval: { min: 0, max: 43 } }] } });
  });
});
