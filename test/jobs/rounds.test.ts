import { expect, test } from 'vitest';
import { killRound } from './rounds.ts';

const rounds = process.env['ANCRAGE_TEST_LONG'] ? 10 : 2;

test.each(Array.from({ length: rounds }, (_, at) => at + 1))('round %i: two processes, one killed: no job nor event lost, none done twice, events in their subject’s order', async () => {
  const round = await killRound();
  expect(round).toMatchObject({ jobs: { lost: 0, twice: 0 }, events: { lost: 0, twice: 0, outOfOrder: 0 } });
  expect(round.atKill).toBeLessThan(124);
}, 120_000);
