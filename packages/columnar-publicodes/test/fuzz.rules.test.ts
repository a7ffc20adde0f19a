import { describe, expect, test } from 'vitest';
import { fuzz } from '../fuzz/fuzz.ts';
import { planted } from './planted.ts';

const long = Boolean(process.env['COLUMNAR_LONG']);
const minutes = 60_000;

describe('random rule sets', () => {
  test.each([24_786, 27_348])('rule set %i, which once differed', (seed) => {
    expect(fuzz({ seed, models: 1, rowsPerModel: 12 }).differences).toEqual([]);
  });

  test('compiled = interpreted, and each mechanism is really at work', { timeout: 30 * minutes }, () => {
    const result = fuzz({ seed: 20_000, models: long ? 10_000 : 200, rowsPerModel: 12 });
    expect(result.differences.slice(0, 3)).toEqual([]);
    expect(result.models).toBeGreaterThan(long ? 9000 : 150);
    const live = [...result.shares].map(([mechanism, { values, live: lively }]) => ({ mechanism, share: lively / values }));
    expect(live.length).toBeGreaterThanOrEqual(17);
    expect(live.filter(({ share }) => share < 0.3)).toEqual([]);
    const refused = [...result.refused.values()].reduce((a, b) => a + b, 0);
    expect(refused / result.targets).toBeLessThan(0.05);
    expect(result.escaped / result.comparisons).toBeLessThan(0.05);
  });

  test.each(planted)('a planted bug is found: $bug', { timeout: 2 * minutes }, ({ find, put }) => {
    let changed = 0;
    const tamper = (source: string): string => {
      const altered = source.replace(find, put);
      if (altered !== source) changed++;
      return altered;
    };
    const { differences } = fuzz({ seed: 20_000, models: 300, rowsPerModel: 12, tamper, untilDifference: true });
    expect(changed).toBeGreaterThan(0);
    expect(differences.length).toBeGreaterThan(0);
  });
});
