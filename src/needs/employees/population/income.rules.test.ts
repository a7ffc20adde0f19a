import { assert, double, property } from 'fast-check';
import { expect, test } from 'vitest';
import { consumptionUnits, incomeAt, ladderOf, normal, rankOf, ranksOf } from './income.rules.ts';
import { ownersLead } from './poverty.rules.ts';
import { randomOf } from './random.rules.ts';

const ladder = ladderOf([[0.1, 8_000], [0.5, 20_000], [0.8, 30_000], [0.9, 40_000]])!;

test.each<[number, number]>([[0, 0], [0.05, 4_000], [0.1, 8_000], [0.3, 14_000], [0.5, 20_000], [0.85, 35_000]])('at rank %f stands %f €', (rank, income) => {
  expect(incomeAt(ladder, rank)).toBeCloseTo(income, 6);
  expect(rankOf(ladder, income)).toBeCloseTo(rank, 9);
});

test('above the last step, half of those left pass what the law says, and nobody ten times it', () => {
  // From 30,000 to 40,000 half of those above go: the exponent is ln 2 / ln (4/3).
  expect(incomeAt(ladder, 0.95)).toBeCloseTo(40_000 * (4 / 3), 3);
  expect(incomeAt(ladder, 1)).toBe(400_000);
});

test('incomes rise with their rank', () => {
  assert(property(double({ min: 0, max: 1, noNaN: true }), double({ min: 0, max: 1, noNaN: true }), (a, b) => {
    expect(incomeAt(ladder, Math.max(a, b))).toBeGreaterThanOrEqual(incomeAt(ladder, Math.min(a, b)));
  }));
});

test.each<[string, (readonly [number, number | undefined])[]]>([
  ['a median alone', [[0.1, undefined], [0.5, 20_000], [0.9, undefined]]],
  ['no step near the ends', [[0.4, 1], [0.5, 2], [0.6, 3]]],
])('%s is no ladder', (_, steps) => expect(ladderOf(steps)).toBeUndefined());

test.each<[number, number, number]>([[1, 0, 1], [2, 0, 1.5], [4, 2, 2.1], [3, 2, 1.6]])('%i persons of whom %i under 15: %f units', (persons, children, units) => expect(consumptionUnits(persons, children)).toBeCloseTo(units, 9));

test('deciles are of persons: ranks share the ladder by persons', () => {
  const random = randomOf(1, 'ranks');
  const ranks = ranksOf([1, 4, 1], [0, 1, 2], [0, 0, 0], random);
  expect(ranks[0]).toBeLessThan(1 / 6);
  expect(ranks[1]).toBeGreaterThanOrEqual(1 / 6);
  expect(ranks[1]).toBeLessThan(5 / 6);
  expect(ranks[2]).toBeGreaterThanOrEqual(5 / 6);
});

test('the lead of owners is found again', () => {
  const random = randomOf(3, 'lead');
  const zone = { ladder, persons: Array.from({ length: 1_500 }, () => 1), draws: Array.from({ length: 1_500 }, () => normal(random)), owns: Array.from({ length: 1_500 }, (_, at) => at % 2 === 0) };
  expect(ownersLead([{ zones: [zone], poverty: { all: 0.2, owners: 0.2, tenants: 0.2 } }])).toBeCloseTo(0, 0);
  expect(ownersLead([{ zones: [zone], poverty: { all: 0.2, owners: 0.08, tenants: 0.32 } }])).toBeGreaterThan(0.6);
  expect(ownersLead([{ zones: [zone], poverty: { all: 0.2, tenants: 0.32 } }])).toBeGreaterThan(0.6);
  expect(ownersLead([{ zones: [zone], poverty: { all: 0.2 } }])).toBeUndefined();
});
