import { assert, property, array, double, integer } from 'fast-check';
import { describe, expect, test } from 'vitest';
import { calibrate, featuresOf, solved, type Block } from './calibration.rules.ts';

/** A table of two by two: rows 11, 12, 21, 22. */
const cells = [[0, 0], [0, 1], [1, 0], [1, 1]] as const;
const byRowAndColumn = featuresOf(cells, [0, 1].flatMap((one) => [(cell: (typeof cells)[number]) => (cell[0] === one ? 1 : 0)]).concat([0, 1].map((one) => (cell: (typeof cells)[number]) => (cell[1] === one ? 1 : 0))));
const block = (targets: readonly number[], slack = 1e-9, zones: readonly number[] = [0]): Block =>
  ({ zones, features: byRowAndColumn, targets: Float64Array.from(targets), slack: Float64Array.from(targets, () => slack) });
const rounded = (weights: readonly Float64Array[]): number[][] => weights.map((one) => Array.from(one, (value) => Math.round(value * 1e4) / 1e4));

describe('raking', () => {
  test.each<[string, number[], number[], number[]]>([
    ['independence, from a flat prior', [1, 1, 1, 1], [30, 70, 40, 60], [12, 18, 28, 42]],
    ['the prior’s odds ratio stays (Deming and Stephan)', [4, 1, 1, 4], [50, 50, 50, 50], [40, 10, 10, 40]],
    ['a structural zero stays', [0, 1, 1, 1], [30, 70, 40, 60], [0, 30, 40, 30]],
    ['a cell without a figure is free', [1, 1, 1, 1], [30, 70, Number.NaN, Number.NaN], [15, 15, 35, 35]],
  ])('%s', (_, prior, targets, expected) => {
    expect(rounded(calibrate([Float64Array.from(prior)], [block(targets)]).weights)).toEqual([expected]);
  });

  test('margins that contradict each other bend, the firm one least', () => {
    const { weights } = calibrate([Float64Array.of(1, 1, 1, 1)], [{ ...block([60, 60, 40, 40]), slack: Float64Array.of(1e-6, 1e-6, 1, 1) }]);
    expect(weights[0]!.reduce((so, one) => so + one, 0)).toBeCloseTo(120, 2);
  });

  test('zones reach a margin together that none has alone', () => {
    const zones = [Float64Array.of(1, 1, 1, 1), Float64Array.of(1, 1, 1, 1)];
    const corner = featuresOf(cells, [(cell) => (cell[0] === 0 && cell[1] === 0 ? 1 : 0)]);
    const shared: Block = { zones: [0, 1], features: corner, targets: Float64Array.of(50), slack: Float64Array.of(1e-9) };
    const { weights } = calibrate(zones, [shared, block([50, 50, 50, 50]), block([50, 50, 50, 50], 1e-9, [1])], { mostSweeps: 60 });
    expect(weights[0]![0]! + weights[1]![0]!).toBeCloseTo(50, 0);
    expect(weights[1]![0]! + weights[1]![1]!).toBeCloseTo(50, 2);
  });

  test('any margins of a positive table are reached', () => {
    assert(property(array(double({ min: 0.5, max: 1e4, noNaN: true }), { minLength: 4, maxLength: 4 }), ([a = 1, b = 1, c = 1, d = 1]) => {
      const targets = [a + b, c + d, a + c, b + d];
      const { weights } = calibrate([Float64Array.of(1, 1, 1, 1)], [block(targets)]);
      const [w = 0, x = 0, y = 0, z = 0] = weights[0]!;
      for (const [at, got] of [w + x, y + z, w + y, x + z].entries()) expect(Math.abs(got - targets[at]!)).toBeLessThan(1e-3 * Math.max(1, targets[at]!));
    }), { numRuns: 60 });
  });
});

test('a symmetric positive system is solved', () => {
  assert(property(array(integer({ min: -9, max: 9 }), { minLength: 9, maxLength: 9 }), array(integer({ min: -9, max: 9 }), { minLength: 3, maxLength: 3 }), (b, x) => {
    const at = (i: number, j: number): number => [0, 1, 2].reduce((so, k) => so + b[i * 3 + k]! * b[j * 3 + k]!, 0) + (i === j ? 1 : 0);
    const matrix = Float64Array.from({ length: 9 }, (_, one) => at(Math.floor(one / 3), one % 3));
    const right = Float64Array.from([0, 1, 2], (i) => [0, 1, 2].reduce((so, j) => so + at(i, j) * x[j]!, 0));
    solved(matrix, right, 3).forEach((value, i) => expect(value).toBeCloseTo(x[i]!, 6));
  }));
});
