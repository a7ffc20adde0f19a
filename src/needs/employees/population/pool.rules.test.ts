import { expect, test } from 'vitest';
import { ratioOf, tenureAssociation } from './association.rules.ts';
import { poolOf } from './pool.rules.ts';
import { householdKinds } from './population.ts';
import { randomOf } from './random.rules.ts';

const pool = poolOf({ composition: true, tenure: false, work: true });

test('every composition is of its kind', () => {
  for (const row of pool.filter((one) => one.household === 1)) {
    const kind = householdKinds[row.kind]!;
    expect(row.ages.reduce((so, one) => so + one, 0)).toBe(row.persons);
    expect(row.work.reduce((so, one) => so + one, 0)).toBe(row.atWork);
    row.work.forEach((workers, age) => expect(workers).toBeLessThanOrEqual(row.ages[age]!));
    expect([kind, row.persons >= { alone: 1, singleParent: 2, couple: 2, coupleWithChildren: 3, other: 2 }[kind] && (kind !== 'alone' || row.persons === 1) && (kind !== 'couple' || row.persons === 2)]).toEqual([kind, true]);
    expect(row.ages[row.age + 1]).toBeGreaterThan(0);
    expect(row.prior).toBeGreaterThan(0);
  }
});

test('structural zeros: children never live alone, nobody under 15 or over 64 is at work', () => {
  expect(pool.some((row) => row.ages[0] > 0 && row.ages[0] === row.persons)).toBe(false);
  expect(pool.some((row) => row.work[0] > 0 || row.work[4] > 0)).toBe(false);
});

test('the coarse pool knows sizes only', () => {
  const coarse = poolOf({ composition: false, tenure: true, work: false });
  expect(new Set(coarse.map((row) => householdKinds[row.kind]))).toEqual(new Set(['alone', 'other']));
  expect(coarse).toHaveLength(8 * 4);
});

test('a stream of its own for each name and seed', () => {
  const [one, again, other] = [randomOf(1, 'a'), randomOf(1, 'a'), randomOf(1, 'b')];
  const first = Array.from({ length: 1_000 }, one);
  expect(first).toEqual(Array.from({ length: 1_000 }, again));
  expect(first).not.toEqual(Array.from({ length: 1_000 }, other));
  expect(first.reduce((so, value) => so + value, 0) / 1_000).toBeCloseTo(0.5, 1);
  expect(Math.min(...first) >= 0 && Math.max(...first) < 1).toBe(true);
});

test('tenures follow size and age as the file crosses them, where enough people stand behind', () => {
  const found = tenureAssociation([{ commune: '57463', margins: { 'STOCD-NPERR-AGE': { '10-4-25': 5_000, '21-1-25': 5_000, '10-1-65': 3, 'ZZ-1-25': 9 } } }]);
  const row = (tenure: number, persons: number) => ({ ...pool[0]!, tenure, persons, age: 1 });
  expect(found?.people).toBe(10_000);
  expect(ratioOf(found, row(0, 4))).toBeGreaterThan(1.8);
  expect(ratioOf(found, row(0, 1))).toBeLessThan(0.2);
  expect(ratioOf(found, { ...row(0, 4), age: 3 })).toBe(1);
  expect(tenureAssociation([{ commune: '57463', margins: { 'STOCD-NPERR-AGE': { '10-4-25': 900 } } }])).toBeUndefined();
});
