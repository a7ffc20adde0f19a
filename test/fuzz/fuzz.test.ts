import { Agent } from 'node:http';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { roles } from '../../src/platform/permission/matrix.ts';
import type { Place } from '../permissions/place.ts';
import { openWatchedHouse, type WatchedHouse } from '../permissions/watched-house.ts';
import { differing, leaked, mayChange, printsOf, wrongIn } from './oracle.ts';
import { drawRequests, pages, whoses, written, type Drawn, type Sent } from './requests.ts';
import { sendRaw } from './wire.ts';

/**
 * Every form and handler, asked at random: others' ids, wrong types and sizes, injections, broken sessions. Nothing
 * answers 500, shows what the matrix hides, gives markup back, or touches a row out of scope. A round is told by its
 * seed alone: ANCRAGE_FUZZ_SEED=<that of a failure> does its requests again.
 */
const firstSeed = Number(process.env['ANCRAGE_FUZZ_SEED'] ?? 57_463);
const requestsEach = 40;
const visitors = [undefined, ...roles.filter((role) => role !== 'job')];
const rounds = process.env['ANCRAGE_TEST_LONG'] ? Math.ceil(20_000 / (requestsEach * visitors.length)) : 1;
const together = 6;

const asked = new Map<string, number>();
const statuses = new Map<number, number>();
let rowsChanged = 0;
const more = <Key>(counts: Map<Key, number>, key: Key): void => void counts.set(key, (counts.get(key) ?? 0) + 1);

const count = (from = 0, to = 1_000): number => [...statuses].reduce((sum, [status, one]) => (status >= from && status < to ? sum + one : sum), 0);

const told = (seed: number, { method, path, headers, body }: Sent): string =>
  JSON.stringify({ seed, method, path: path.slice(0, 400), headers: Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, value.slice(0, 200)])), body: body.toString('latin1').slice(0, 600), bytes: body.length });

describe.each(Array.from({ length: rounds }, (_, round) => firstSeed + round))('seed %d', (seed) => {
  let house: WatchedHouse;
  const placeOf = new Map<string, Place>();
  const agent = new Agent({ keepAlive: true, maxSockets: together });
  beforeAll(async () => { house = await openWatchedHouse(); });
  afterAll(async () => {
    agent.destroy();
    process.stderr.write(`fuzz, to seed ${seed}: ${count()} answers, ${rowsChanged} rows changed; ${[...statuses].toSorted(([a], [b]) => a - b).map(([status, one]) => `${status}: ${one}`).join(', ')}\n`);
    await house.close();
  });

  test.each(visitors.map((role, at) => ({ role, at, who: role ?? 'nobody' })))('$who is answered, and only in their scope', async ({ role, at }) => {
    // Each visitor finds the doors unlocked.
    await house.owner.deleteFrom('limits.throttle').execute();
    const world = await house.openWorld(role ?? 'lettingAdviser');
    for (const whose of whoses) placeOf.set(world[whose].mark, world[whose]);
    await house.changes();
    let cookie = role && world.cookie;
    const before = await Promise.all([printsOf(house.owner, world.foreign), printsOf(house.owner, world.other)]);
    const failures: string[] = [];
    const changing: string[] = [];

    const ask = async (drawn: Drawn): Promise<void> => {
      const sent = written(drawn, world, cookie, house.origin);
      more(asked, sent.page);
      try {
        const answer = await sendRaw(house.origin, sent, agent);
        more(statuses, answer.status);
        const actor = drawn.session === 'own' ? role : undefined;
        // The demonstration's letter box and published notes are everybody's, of this territory.
        const marks = leaked(answer.text, actor, world.mine, placeOf).filter((found) => !/^(demo\/courrier|analyses|publications)(\/|$)/.test(sent.page) || found.startsWith('foreign'));
        failures.push(...[...wrongIn(answer, sent), ...marks].map((wrong) => `${wrong}\n${told(seed, sent)}`));
        if (sent.method === 'POST' && answer.status < 400) changing.push(told(seed, sent));
        // Signed out, or sent away: the next requests are somebody's again.
        if (actor && answer.status === 302 && (sent.page === 'deconnexion' || /^(\/en)?\/connexion(\?|$)/.test(answer.headers.location ?? ''))) cookie = await house.signIn(world.accountId);
      } catch (error) {
        failures.push(`no answer: ${String(error)}\n${told(seed, sent)}`);
      }
    };
    const left = drawRequests(role, seed * visitors.length + at, requestsEach);
    await Promise.all(Array.from({ length: together }, async () => {
      for (let next = left.shift(); next; next = left.shift()) await ask(next);
    }));

    rowsChanged += (await house.changes()).length;
    const after = await Promise.all([printsOf(house.owner, world.foreign), printsOf(house.owner, world.other)]);
    // At once: the rest of a long run takes minutes.
    for (const failure of failures) process.stderr.write(`fuzz: ${failure}\n`);
    expect(failures.slice(0, 5).join('\n\n'), `${failures.length} of ${requestsEach}`).toBe('');
    expect(differing(before[0], after[0]), `rows of another territory, by one of:\n${changing.join('\n')}`).toEqual([]);
    expect(differing(before[1], after[1]).filter((table) => !mayChange(role, table)), `rows of another organisation, by one of:\n${changing.join('\n')}`).toEqual([]);
  });
});

test('chance went everywhere, and was let in', () => {
  expect(count(200, 300) / count()).toBeGreaterThan(0.1);
  expect(rowsChanged, 'rows changed by gestures that were let in').toBeGreaterThan(rounds);
  if (rounds > 1) expect(pages.filter((page) => !asked.has(page))).toEqual([]);
});
