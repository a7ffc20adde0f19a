import fc from 'fast-check';
import { protect, type Protected, type Row, type Shown, type Spec, type Table } from 'statistical-secrecy';
import { describe, expect, test } from 'vitest';
import { otherAuditor } from '../bench/other-auditor.ts';
import { randomOf, randomTable, tableOf as countsOf } from '../bench/random-tables.ts';
import { possibleValues } from './brute-force.ts';

const area = { name: 'area', total: 'T', parents: { S1: 'T', S2: 'T', a: 'S1', b: 'S1', c: 'S2', d: 'S2' } };
const age = { name: 'age', total: 'all', parents: { young: 'all', old: 'all' } };
const counts: Spec = { dimensions: [area, age], rules: { kind: 'frequency' } };

/** Rows of finest counts with all their totals. */
function withTotals(leaves: Record<string, readonly [young: number, old: number]>): Row[] {
  const sum = (areas: string[]): [number, number] => [areas.reduce((all, one) => all + leaves[one]![0], 0), areas.reduce((all, one) => all + leaves[one]![1], 0)];
  const lines: [string, readonly [number, number]][] = [['T', sum(['a', 'b', 'c', 'd'])], ['S1', sum(['a', 'b'])], ['S2', sum(['c', 'd'])], ...Object.entries(leaves)];
  return lines.flatMap(([code, [young, old]]) => [
    { at: { area: code, age: 'all' }, value: young + old }, { at: { area: code, age: 'young' }, value: young }, { at: { area: code, age: 'old' }, value: old },
  ]);
}

const tableOf = (rows: readonly Row[]): Table => ({ name: 'people', dimensions: ['area', 'age'], rows });

async function done(tables: readonly Table[], spec: Spec): Promise<Protected> {
  const result = await protect(tables, spec);
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
}

const statuses = (shown: readonly Shown[]): string => shown.map(({ status }) => status[0]).join('');

describe('counts of people', () => {
  const rows = withTotals({ a: [4, 60], b: [50, 40], c: [30, 20], d: [25, 70] });

  test('one small cell takes a second one in its row, and two in another column', async () => {
    const { tables, counts: found, loss, method } = await done([tableOf(rows)], counts);
    const secret = rows.filter((_, row) => tables[0]!.rows[row]!.status === 'secret').map(({ at }) => `${at['area']} ${at['age']}`);
    expect(secret.toSorted()).toEqual(['a old', 'a young', 'b old', 'b young']);
    expect(found).toEqual({ cells: 21, shown: 17, missing: 0, primary: 1, source: 0, secondary: 3 });
    expect(loss).toMatchObject({ cells: 3, values: 150, proven: true });
    expect(method).toBe('exact');
  });

  test('a published cell keeps its value, a secret one has none', async () => {
    const { tables } = await done([tableOf(rows)], counts);
    for (const [row, shown] of tables[0]!.rows.entries()) expect(shown).toEqual(shown.status === 'shown' ? { status: 'shown', value: rows[row]!.value } : { status: 'secret' });
  });

  test('the producer reads what an attacker can work out', async () => {
    const { secrets } = await done([tableOf(rows)], counts);
    // a's total is 64, young people of S1 are 54: young of a lie from 1 to 53.
    expect(secrets.find(({ cause }) => cause === 'threshold')).toEqual({ place: ['a', 'young'], cause: 'threshold', interval: { min: 1, max: 53 }, required: { low: 1, high: 10 } });
  });

  test('hiding the larger cells costs more where values are counted', async () => {
    const { loss } = await done([tableOf(rows)], { ...counts, loss: 'values' });
    expect(loss.values).toBe(150);
  });

  test.each<[string, readonly [number, number], string]>([
    ['ten are secret', [10, 60], 's'], ['eleven are not', [11, 60], 's'.replace('s', '-')], ['a zero is shown', [0, 60], '-'], ['one is secret', [1, 60], 's'],
  ])('%s', async (_, a, expected) => {
    const { counts: found } = await done([tableOf(withTotals({ a, b: [50, 40], c: [30, 20], d: [25, 70] }))], counts);
    expect(found.primary).toBe(expected === 's' ? 1 : 0);
  });

  test('a zero is secret where the spec says so', async () => {
    const { counts: found } = await done([tableOf(withTotals({ a: [0, 60], b: [50, 40], c: [30, 20], d: [25, 70] }))], { ...counts, rules: { kind: 'frequency', zeros: 'secret' } });
    expect(found.primary).toBe(1);
  });

  test('where everything is small, the totals go too', async () => {
    const { tables } = await done([tableOf(withTotals({ a: [1, 0], b: [0, 1], c: [1, 1], d: [1, 0] }))], counts);
    expect(tables[0]!.rows.every(({ status }, row) => (status === 'secret') === (withTotals({ a: [1, 0], b: [0, 1], c: [1, 1], d: [1, 0] })[row]!.value! > 0))).toBe(true);
  });

  test('nothing secret, nothing hidden', async () => {
    const { loss, secrets } = await done([tableOf(withTotals({ a: [20, 60], b: [50, 40], c: [30, 20], d: [25, 70] }))], counts);
    expect([loss.cells, secrets]).toEqual([0, []]);
  });

  test('what everybody knows already is never hidden, and a cell that it tells is refused', async () => {
    const known = rows.map((row) => (row.at['age'] === 'all' || row.at['age'] === 'old' ? { ...row, public: true } : row));
    expect(await protect([tableOf(known)], counts)).toMatchObject({ ok: false, error: { code: 'cell.exposed', exposed: [{ place: ['a', 'young'], cause: 'threshold', interval: { min: 4, max: 4 }, required: { low: 1, high: 10 } }] } });
    const totals = rows.map((row) => (row.at['age'] === 'all' ? { ...row, public: true } : row));
    const { tables } = await done([tableOf(totals)], counts);
    expect(totals.every((row, at) => !row.public || tables[0]!.rows[at]!.status === 'shown')).toBe(true);
  });

  test('bounds that everybody knows narrow what can be protected, and the interval', async () => {
    const bounded = rows.map((row) => (row.at['area'] === 'a' && row.at['age'] === 'young' ? { ...row, high: 6 } : row));
    const { secrets } = await done([tableOf(bounded)], counts);
    expect(secrets.find(({ cause }) => cause === 'threshold')).toMatchObject({ interval: { min: 1, max: 6 }, required: { low: 1, high: 6 } });
  });

  test('a margin of one’s own widens the interval', async () => {
    const { secrets } = await done([tableOf(rows)], { ...counts, protection: { absolute: 30 } });
    const { interval } = secrets.find(({ cause }) => cause === 'threshold')!;
    expect(interval.max === null || interval.max >= 34).toBe(true);
  });
});

describe('secret is not zero, and missing is neither', () => {
  test('the source’s own secrecy is carried over and protected', async () => {
    const rows = withTotals({ a: [4, 60], b: [50, 40], c: [30, 20], d: [25, 70] }).map((row): Row => (row.value === 4 ? { at: row.at, status: 'secret' } : row));
    const { tables, counts: found, secrets } = await done([tableOf(rows)], counts);
    expect(found).toMatchObject({ primary: 0, source: 1, secondary: 3 });
    expect(statuses(tables[0]!.rows)).not.toContain('m');
    const { interval } = secrets.find(({ cause }) => cause === 'source')!;
    expect(interval.max! - interval.min).toBeGreaterThanOrEqual(9);
  });

  test('a missing cell stays missing, and hides what its sums would tell', async () => {
    const rows = withTotals({ a: [4, 60], b: [50, 40], c: [30, 20], d: [25, 70] }).map((row): Row => (row.at['area'] === 'b' ? { at: row.at, status: 'missing' } : row));
    const { tables, counts: found } = await done([tableOf(rows)], counts);
    expect(found).toMatchObject({ missing: 3, primary: 1 });
    expect(rows.every(({ status }, row) => (status === 'missing') === (tables[0]!.rows[row]!.status === 'missing'))).toBe(true);
  });

  test('rows left out may stand for zeros', async () => {
    const rows = withTotals({ a: [0, 60], b: [50, 40], c: [30, 20], d: [4, 70] }).filter(({ value }) => value !== 0);
    const missing = await done([tableOf(rows)], counts);
    const zero = await done([tableOf(rows)], { ...counts, rules: { kind: 'frequency', absent: 'zero' } });
    expect([missing.counts.primary, zero.counts.primary]).toEqual([1, 1]);
  });
});

describe('tables published together', () => {
  const sex = { name: 'sex', total: 'all', parents: { men: 'all', women: 'all' } };

  test('a cell of both has one status in both, and neither undoes the other', async () => {
    const byAge = withTotals({ a: [4, 60], b: [50, 40], c: [30, 20], d: [25, 70] });
    const bySex = byAge.map(({ at, value = 0 }) => ({ at: { area: at['area']!, sex: ({ all: 'all', young: 'men', old: 'women' } as const)[at['age'] as 'all'] }, value }));
    const spec = { ...counts, dimensions: [area, age, sex] };
    const { tables } = await done([tableOf(byAge), { name: 'sexes', dimensions: ['area', 'sex'], rows: bySex }], spec);
    const total = (table: number, key: string): string[] => tables[table]!.rows.filter((_, row) => [byAge, bySex][table]![row]!.at[key as 'area'] === 'all').map(({ status }) => status);
    expect(total(0, 'age')).toEqual(total(1, 'sex'));
    expect(tables.map(({ rows }) => rows.filter(({ status }) => status === 'secret').length)).toEqual([4, 4]);
  });

  test('two ways of grouping the same areas are both used against a cell', async () => {
    const spec: Spec = { ...counts, dimensions: [{ name: 'area', total: 'T', parents: [area.parents, { a: 'Z1', c: 'Z1', b: 'Z2', d: 'Z2', Z1: 'T', Z2: 'T' }] }, age] };
    const leaves = { a: [4, 60], b: [50, 40], c: [30, 20], d: [25, 70] } as const;
    const zones = withTotals({ ...leaves, Z1: [34, 80], Z2: [75, 110] });
    const { secrets } = await done([tableOf(zones)], spec);
    // S1 and Z1 both pass through a: hiding b alone in S1 leaves Z1 = a + c to work it out.
    const hidden = new Set(secrets.map(({ place }) => place.join(' ')));
    expect(hidden.has('a young') && (hidden.has('c young') || hidden.has('Z1 young'))).toBe(true);
  });
});

describe('values of few or dominant contributors', () => {
  const spec: Spec = { dimensions: [{ name: 'area', total: 'T' }, { name: 'branch', total: 'all' }], rules: { kind: 'magnitude' } };
  const cell = (place: string, branch: string, value: number, contributors: number, largest: number): Row => ({ at: { area: place, branch }, value, contributors, largest });
  const rows = (...first: [number, number, number]): Row[] => {
    const [value] = first;
    return [
      cell('a', 'x', ...first), cell('a', 'y', 500, 9, 90), cell('b', 'x', 400, 8, 90), cell('b', 'y', 300, 7, 80),
      cell('a', 'all', value + 500, 12, 90), cell('b', 'all', 700, 15, 90), cell('T', 'x', value + 400, 11, 90), cell('T', 'y', 800, 16, 90), cell('T', 'all', value + 1200, 27, 90),
    ];
  };

  test.each<[string, [number, number, number], string | undefined]>([
    ['two contributors', [200, 2, 100], 'contributors'], ['three alike', [200, 3, 70], undefined], ['85 % of one', [200, 3, 170], undefined], ['more than 85 %', [200, 3, 171], 'dominance'],
  ])('%s', async (_, first, cause) => {
    const { secrets } = await done([{ name: 'firms', dimensions: ['area', 'branch'], rows: rows(...first) }], spec);
    expect(secrets.map((one) => one.cause).filter((one) => one !== 'secondary')).toEqual(cause ? [cause] : []);
  });

  test('billions are protected as units are', async () => {
    const sized = (by: number): Row[] => rows(200, 3, 190).map((row) => ({ ...row, value: row.value! * by, largest: row.largest! * by }));
    const [one, billions] = [await done([{ name: 'firms', dimensions: ['area', 'branch'], rows: sized(1) }], spec), await done([{ name: 'firms', dimensions: ['area', 'branch'], rows: sized(1e9) }], spec)];
    expect(billions.tables.map((table) => statuses(table.rows))).toEqual(one.tables.map((table) => statuses(table.rows)));
    expect(billions.secrets.find(({ cause }) => cause === 'dominance')!.required).toEqual({ low: expect.closeTo(170e9, -2) as number, high: expect.closeTo(230e9, -2) as number });
    expect(billions.tables[0]!.rows.find(({ status }) => status === 'shown')).toHaveProperty('value');
  });

  test('an attacker stays 15 % away, or as far as makes it no longer dominant', async () => {
    const { secrets } = await done([{ name: 'firms', dimensions: ['area', 'branch'], rows: rows(200, 3, 190) }], spec);
    const { interval, required } = secrets.find(({ cause }) => cause === 'dominance')!;
    expect(required).toEqual({ low: 170, high: 230 });
    expect(interval.min).toBeLessThanOrEqual(170);
    expect(interval.max === null || interval.max >= 230).toBe(true);
  });

  test('the single contributor of a hidden cell does not work out its neighbour', async () => {
    const singles = [
      cell('a', 'x', 200, 1, 200), cell('a', 'y', 100, 1, 100), cell('a', 'z', 900, 20, 90), cell('b', 'x', 400, 8, 90), cell('b', 'y', 300, 7, 80), cell('b', 'z', 900, 20, 90),
      cell('a', 'all', 1200, 22, 200), cell('b', 'all', 1600, 35, 90), cell('T', 'x', 600, 9, 200), cell('T', 'y', 400, 8, 100), cell('T', 'z', 1800, 40, 90), cell('T', 'all', 2800, 57, 200),
    ];
    const { tables } = await done([{ name: 'firms', dimensions: ['area', 'branch'], rows: singles }], spec);
    // With x and y alone hidden in a, whoever is x subtracts itself and reads y.
    expect(singles.filter(({ at }, row) => at['area'] === 'a' && tables[0]!.rows[row]!.status === 'secret').length).toBeGreaterThanOrEqual(3);
  });
});

test('the same tables give the same pattern', async () => {
  const { table, dimensions } = randomTable({ levels: [[3, 4], [6]], typical: 25, spread: 1, zeros: 0.1 }, 5);
  const [one, other] = [await done([table], { dimensions, rules: { kind: 'frequency' }, method: 'heuristic' }), await done([table], { dimensions, rules: { kind: 'frequency' }, method: 'heuristic' })];
  expect(other).toEqual(one);
});

describe('whoever tries every table', () => {
  /** Under 4 is secret: small numbers, so that all tables can be tried. */
  const rules = { kind: 'frequency', threshold: 4 } as const;
  const small = (levels: number[][], seed: number) => {
    const random = randomOf(seed);
    return countsOf(levels, () => Math.floor(random() * 7));
  };
  const shapes = [[[2], [2]], [[3], [2]], [[2, 2], [2]], [[2], [2], [2]]];

  test.each(['exact', 'heuristic'] as const)('finds none of 1, 2 and 3 impossible for a protected cell (%s)', async (method) => {
    await fc.assert(fc.asyncProperty(fc.constantFrom(...shapes), fc.nat(10_000), async (levels, seed) => {
      const { table, dimensions } = small(levels, seed);
      const result = await done([table], { dimensions, rules, method });
      const shown = result.tables[0]!.rows;
      const possible = possibleValues(table.rows, dimensions, shown, 12);
      table.rows.forEach(({ value = 0 }, row) => {
        if (value > 0 && value < 4) {
          expect(shown[row]!.status).toBe('secret');
          // A total of n hidden counts is at least n, whatever is published.
          const least = result.secrets.find(({ place }) => place.every((code, at) => code === table.rows[row]!.at[dimensions[at]!.name]))!.required as { low: number };
          for (let other = least.low; other < 4; other++) expect(possible[row]!.has(other)).toBe(true);
        }
        if (shown[row]!.status === 'secret') expect(possible[row]!.size).toBeGreaterThan(1);
      });
    }), { numRuns: 20, seed: 1 });
  });

  test('nothing smaller than the exact pattern protects', async () => {
    await fc.assert(fc.asyncProperty(fc.nat(10_000), async (seed) => {
      const { table, dimensions } = small([[3], [2]], seed);
      const { loss } = await done([table], { dimensions, rules, method: 'exact' });
      expect(loss.cells).toBe(leastByTrying(table, dimensions));
    }), { numRuns: 12, seed: 2 });
  });

  /** The fewest other cells that must be hidden, by trying every set of them. */
  function leastByTrying(table: Table, dimensions: Spec['dimensions']): number {
    const small = table.rows.map(({ value = 0 }) => value > 0 && value < 4);
    const others = small.flatMap((is, row) => (is ? [] : [row]));
    const protects = (hidden: ReadonlySet<number>): boolean => {
      const possible = possibleValues(table.rows, dimensions, table.rows.map(({ value = 0 }, row): Shown => (small[row] || hidden.has(row) ? { status: 'secret' } : { status: 'shown', value })), 10);
      const asked = table.rows.map(({ at }) => dimensions.reduce((all, { name, total, parents }) => all * (at[name] === total ? Object.keys(parents ?? {}).length : 1), 1));
      return small.every((is, row) => !is || [1, 2, 3].every((value) => value < asked[row]! || possible[row]!.has(value)));
    };
    for (let size = 0; size <= others.length; size++) if (subsets(others, size).some((set) => protects(new Set(set)))) return size;
    return Infinity;
  }

  function subsets(list: readonly number[], size: number): number[][] {
    if (size === 0) return [[]];
    return list.flatMap((first, at) => subsets(list.slice(at + 1), size - 1).map((rest) => [first, ...rest]));
  }
});

test('another auditor, which knows finest cells only, works out the same intervals', async () => {
  for (const [levels, seed] of [[[[3, 3], [5]], 1], [[[2], [3], [2]], 2]] as const) {
    const { table, dimensions } = randomTable({ levels, typical: 30, spread: 1, zeros: 0.1 }, seed);
    const { secrets, tables } = await done([table], { dimensions, rules: { kind: 'frequency' } });
    const rowOf = (place: readonly string[]): number => table.rows.findIndex(({ at }) => dimensions.every(({ name }, d) => at[name] === place[d]));
    const found = await otherAuditor(table, dimensions, tables[0]!.rows, secrets.map(({ place }) => rowOf(place)));
    secrets.forEach(({ interval }, at) => {
      expect(interval.min).toBeCloseTo(found[at]!.min, 4);
      expect(interval.max ?? Infinity).toBeCloseTo(found[at]!.max, 4);
    });
  }
});
