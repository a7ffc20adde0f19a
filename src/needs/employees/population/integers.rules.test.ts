import { array, assert, double, integer, property } from 'fast-check';
import { expect, test } from 'vitest';
import { featuresOf } from './calibration.rules.ts';
import { roundedTogether, wholeHouseholds } from './integers.rules.ts';
import { randomOf } from './random.rules.ts';

test.each<[number[], number[]]>([
  [[1.5, 1.5], [2, 1]], [[0.2, 0.3, 0.5], [0, 0, 1]], [[902.39, 353.76, 1.28], [902, 354, 1]], [[], []], [[3, 4], [3, 4]],
])('%j rounded together is %j', (values, expected) => expect(roundedTogether(values)).toEqual(expected));

const rows = Array.from({ length: 60 }, (_, at) => ({ kind: at % 5, tenure: Math.floor(at / 5) % 4, size: 1 + (at % 3) }));
const features = featuresOf(rows, [...[0, 1, 2, 3, 4].map((kind) => (row: (typeof rows)[number]) => (row.kind === kind ? 1 : 0)), ...[0, 1, 2, 3].map((tenure) => (row: (typeof rows)[number]) => (row.tenure === tenure ? 1 : 0)), (row) => row.size]);

test('whole households: the exact total, never a row that has no weight, each margin within two', () => {
  assert(property(array(double({ min: 0, max: 8, noNaN: true }), { minLength: 60, maxLength: 60 }), integer({ min: 1, max: 1_000 }), (given, seed) => {
    const weights = Float64Array.from(given, (one) => (one < 1 ? 0 : one));
    const held = weights.reduce((so, one) => so + one, 0);
    if (held < 30) return;
    const total = Math.round(held);
    const counts = wholeHouseholds(weights, total, [features], randomOf(seed, 'x'));
    expect(counts.reduce((so, one) => so + one, 0)).toBe(total);
    counts.forEach((count, row) => { if (weights[row] === 0) expect(count).toBe(0); });
    const gap = new Float64Array(features.cells);
    counts.forEach((count, row) => { for (let a = features.start[row]!; a < features.start[row + 1]!; a += 1) gap[features.cell[a]!]! += (count - (weights[row]! * total) / held) * features.value[a]!; });
    for (const one of gap) expect(Math.abs(one)).toBeLessThan(2);
  }), { numRuns: 40 });
});

test('the same seed draws the same; another, another', () => {
  const draw = (seed: number): number[] => [...wholeHouseholds(new Float64Array(60).fill(0.7), 42, [features], randomOf(seed, 'zone'))];
  expect(draw(1)).toEqual(draw(1));
  expect(draw(1)).not.toEqual(draw(2));
});

test('a zone of no household has none', () => expect([...wholeHouseholds(new Float64Array(60), 0, [features], randomOf(1, 'x'))]).toEqual(Array.from({ length: 60 }, () => 0)));
