import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { crashRounds } from './rounds.ts';
import { scratchFolder } from './scratch.ts';

test('five kills in the middle of writing lose no acknowledged row', async () => {
  const scratch = scratchFolder();
  const rounds = await crashRounds({ rounds: 5, dataFolder: scratch.folder, projectRoot: resolve(import.meta.dirname, '../..') });
  scratch.remove();
  expect(rounds.map((round) => round.lost)).toEqual([0, 0, 0, 0, 0]);
  expect(Math.min(...rounds.map((round) => round.acknowledged))).toBeGreaterThanOrEqual(100);
});
