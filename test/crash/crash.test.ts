import { resolve } from 'node:path';
import { expect, test, vi } from 'vitest';
import { isAlive } from '../../bootstrap/owner.mjs';
import { joinEmbeddedServer } from '../../src/platform/database/embedded/index.ts';
import { crashRounds } from './rounds.ts';
import { scratchFolder } from './scratch.ts';

test('five kills in the middle of writing lose no acknowledged row', async () => {
  const scratch = scratchFolder();
  const rounds = await crashRounds({ rounds: 5, dataFolder: scratch.folder, projectRoot: resolve(import.meta.dirname, '../..') });
  scratch.remove();
  expect(rounds.map((round) => round.lost)).toEqual([0, 0, 0, 0, 0]);
  expect(Math.min(...rounds.map((round) => round.acknowledged))).toBeGreaterThanOrEqual(100);
});

test('a kill that fails ends the rounds with their writer', async () => {
  const scratch = scratchFolder();
  const place = { dataFolder: scratch.folder, projectRoot: resolve(import.meta.dirname, '../..') };
  let writer: number | undefined;
  const rounds = crashRounds({ ...place, rounds: 1, victim: (_, { pid }) => {
    writer = pid;
    throw new Error('nobody to kill');
  } });
  await expect(rounds).rejects.toThrow('nobody to kill');
  await vi.waitFor(() => expect(isAlive(writer!)).toBe(false), 5000);
  const server = await joinEmbeddedServer(place);
  if (server.ok) await server.value.leave();
  scratch.remove();
});
