import { availableParallelism } from 'node:os';
import { describe, expect, test } from 'vitest';
import { fuzzSituations } from 'columnar-publicodes/fuzz';
import { fuzzInProcesses } from 'columnar-publicodes/fuzz/parallel';
import { situations } from '../fuzz/situations.ts';

const long = Boolean(process.env['ANCRAGE_TEST_LONG'] ?? process.env['ANCRAGE_LONG']);
const module = new URL('../fuzz/situations.ts', import.meta.url).href;
/** Enough for each target to come first once, and some of them on other days. */
const DRAWS = 34;
const ROWS = 30;
const LONG_ROWS = Number(process.env['ANCRAGE_LONG_ROWS'] ?? 1_000_000);
const LONG_SEED = Number(process.env['ANCRAGE_LONG_SEED'] ?? 1_000_000);

describe('random situations over the rules in force: compiled = interpreted', () => {
  test('a seeded slice', { timeout: 120_000 }, () => {
    let [compared, answered] = [0, 0];
    for (let seed = 0; seed < DRAWS; seed++) {
      const { differences, refusals, comparisons, live } = fuzzSituations({ ...situations(seed), seed, rows: ROWS });
      expect([...refusals.values()].map(({ message }) => message), `seed ${seed}`).toEqual([]);
      expect(differences.slice(0, 2), `seed ${seed}`).toEqual([]);
      compared += comparisons;
      for (const { distinct } of live.values()) answered += distinct.size > 1 ? 1 : 0;
    }
    expect(compared).toBeGreaterThan(DRAWS * ROWS);
    expect(answered).toBeGreaterThan(DRAWS / 3);
  });

  if (long) test('a million of them', { timeout: 6 * 3_600_000 }, async () => {
    const processes = Math.max(1, Math.min(8, availableParallelism()));
    const draws = 10 * processes;
    const started = performance.now();
    for (let done = 0, seed = LONG_SEED; done < LONG_ROWS; done += 1000 * draws, seed += draws) {
      const { rows, differences, first, refused, escaped } = await fuzzInProcesses({ module, seed, draws, rows: 1000 }, processes);
      process.stderr.write(`${done + rows} situations, ${Math.round((performance.now() - started) / 1000)} s, ${differences} differences, ${escaped} escapes (seeds ${seed} to ${seed + draws - 1})\n`);
      expect(refused).toEqual([]);
      expect(first).toEqual([]);
      expect(differences).toBe(0);
    }
  });
});
