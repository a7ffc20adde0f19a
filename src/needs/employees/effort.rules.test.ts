import { expect, test } from 'vitest';
import { difficulty, effortOf } from './effort.rules.ts';
import { consumptionUnits } from './population/income.rules.ts';
import type { Population } from './population/population.ts';

const population = (incomes: readonly number[], persons: readonly number[]): Population => ({
  households: incomes.length, zones: [{ code: 'A', commune: 'A' }], zone: new Uint16Array(incomes.length), kind: new Uint8Array(incomes.length), persons: Uint8Array.from(persons),
  children: new Uint8Array(incomes.length), income: Float64Array.from(incomes),
});
/** A flat of 37 m² at 9, 10 and 11 euros a month. */
const rents = { low: 3_996, central: 4_440, high: 4_884 };
const atWork = (rows: number): Uint8Array => new Uint8Array(rows).fill(1);

test('the share above a threshold stands between the cheapest and the dearest rent', () => {
  // 4,440 a year: 30 % of 14,800; 3,996: 30 % of 13,320; 4,884: 30 % of 16,280.
  const { effort } = effortOf(population([13_000, 14_000, 16_000, 17_000], [1, 1, 1, 1]), atWork(4), () => rents);
  expect(effort).toMatchObject({ households: 4, unknown: 0, bounded: true });
  expect(effort.over[0]).toEqual({ threshold: 0.3, share: { low: 0.25, central: 0.5, high: 0.75 } });
});

test('without the rent’s interval, the bounds are not computed, and nobody is in difficulty for sure', () => {
  const { effort, difficulty: states } = effortOf(population([5_000, 90_000], [1, 1]), atWork(2), () => ({ central: 4_440 }));
  expect(effort.over[1]?.share).toEqual({ low: null, central: 0.5, high: null });
  expect(effort.residual.low).toBeNull();
  expect([...states]).toEqual([difficulty.depends, difficulty.no]);
});

test('households without income, without a rent or without work are counted apart', () => {
  const one = population([NaN, 20_000, 20_000], [1, 1, 1]);
  expect(effortOf(one, Uint8Array.from([1, 0, 1]), () => rents).effort).toMatchObject({ households: 1, unknown: 1 });
  expect(effortOf(one, atWork(3), () => undefined).effort).toMatchObject({ households: 0, unknown: 3, bounded: false, residual: { central: null } });
  expect([...effortOf(one, Uint8Array.from([1, 0, 1]), () => rents).difficulty]).toEqual([difficulty.unknown, difficulty.unknown, difficulty.no]);
});

test('who earns nothing is above every threshold, and has less than nothing left', () => {
  const { effort, difficulty: states } = effortOf(population([0], [1]), atWork(1), () => rents);
  expect(effort.over.map(({ share }) => share.low)).toEqual([1, 1, 1]);
  expect(effort.residual).toEqual({ low: -407, central: -370, high: -333 });
  expect([...states]).toEqual([difficulty.yes]);
});

test('consumption units: one, a half, three tenths', () => {
  expect([consumptionUnits(1, 0), consumptionUnits(2, 0), consumptionUnits(4, 2), consumptionUnits(2, 1)]).toEqual([1, 1.5, 2.1, 1.3]);
});
