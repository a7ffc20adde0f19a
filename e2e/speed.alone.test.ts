import { afterAll, beforeAll, expect, test } from 'vitest';
import { explain, personas, writeAnswers } from '../src/aids/index.ts';
import { openHouse, type House } from './support/house.ts';

/** What is measured by the clock: run when everything else is done, so that nothing but the house keeps a page waiting. */
let house: House;
beforeAll(async () => { house = await openHouse(); });
afterAll(() => house?.close());

test('pages answer while the slides are made, and slides are made once', async () => {
  const slides = async (): Promise<{ status: number; bytes: Buffer; ms: number }> => {
    const start = performance.now();
    const response = await fetch(`${house.origin}/comite.pptx`);
    return { status: response.status, bytes: Buffer.from(await response.arrayBuffer()), ms: performance.now() - start };
  };
  let made = false;
  const making = Promise.all([slides(), slides()]).finally(() => { made = true; });
  const waits: number[] = [];
  while (!made) {
    const start = performance.now();
    await (await fetch(`${house.origin}/healthz`)).text();
    waits.push(performance.now() - start);
  }
  const [one, other] = await making;
  expect([one.status, other.status, one.bytes.subarray(0, 2).toString()]).toEqual([200, 200, 'PK']);
  expect(other.bytes.equals(one.bytes)).toBe(true);
  expect(waits.length).toBeGreaterThan(10);
  const sorted = waits.toSorted((a, b) => a - b);
  expect(sorted[Math.floor(waits.length / 2)]).toBeLessThan(50);
  // A busy machine may keep one waiting; a page that is held up keeps it for all of a second.
  expect(sorted[Math.floor(waits.length * 0.95)]).toBeLessThan(250);
  const again = await slides();
  expect(again.bytes.equals(one.bytes)).toBe(true);
  expect(again.ms).toBeLessThan(one.ms / 3);
});

test('a page leaves the server within 200 ms', async () => {
  for (const path of ['/observatoire?indicateur=private.structuralVacancyRate', '/observatoire/communes/57463', '/sources']) {
    const times: number[] = [];
    for (let round = 0; round < 9; round += 1) {
      const start = performance.now();
      await (await fetch(house.origin + path)).text();
      times.push(performance.now() - start);
    }
    expect(times.toSorted((a, b) => a - b)[4], path).toBeLessThan(200);
  }
});

const median = (times: readonly number[]): number => times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)] ?? Infinity;

test('the simulator’s questions and results, and a rule, leave the server within 150 ms', async () => {
  const { facts } = personas(house.app.clock.today()).find(({ id }) => id === 'firstJob') ?? { facts: {} };
  const fields = writeAnswers({ projects: ['rent'], facts, skipped: [] });
  const pages: readonly (readonly [name: string, marker: string, ask: () => Promise<Response>])[] = [
    ['question', 'name="question"', () => send([['projet', 'rent']])], ['result', 'aid-answer', () => send([...fields, ['geste', 'resultat']])], ['rule', 'rule-text', () => fetch(`${house.origin}/regles/visale`)],
  ];
  for (const [name, marker, ask] of pages) {
    const times: number[] = [];
    for (let round = 0; round < 15; round += 1) {
      const start = performance.now();
      expect(await (await ask()).text(), name).toContain(marker);
      times.push(performance.now() - start);
    }
    // The first ones compile.
    expect(median(times.slice(4)), name).toBeLessThan(150);
  }
});

const send = (fields: readonly (readonly [string, string])[]): Promise<Response> => fetch(`${house.origin}/simulateur`, { method: 'POST', headers: { origin: house.origin }, body: new URLSearchParams(fields.map(([name, value]) => [name, value])) });

test('every example’s aids are explained, with what would open the closed ones, in 20 ms', () => {
  const at = '2026-11-24';
  const people = personas(at);
  for (let round = 0; round < 10; round += 1) for (const { facts } of people) explain(facts, at);
  // Of each person the quickest turn, all in turn: what it costs, not what the machine did meanwhile (it has two speeds). All people, not the average one.
  const best = people.map(({ id }) => ({ id, ms: Infinity }));
  const advised = new Set<string>();
  for (let turn = 0; turn < 60; turn += 1) {
    for (const [k, { id, facts }] of people.entries()) {
      const start = performance.now();
      const { aids } = explain(facts, at);
      const spent = performance.now() - start;
      if (aids.some(({ waysIn }) => waysIn.length > 0)) advised.add(id);
      const one = best[k];
      if (one) one.ms = Math.min(one.ms, spent);
    }
  }
  // What would open a closed aid is part of what is timed.
  expect([...advised]).toEqual(expect.arrayContaining(['mobile', 'crossBorder']));
  process.stderr.write(`explained in ms: ${best.map(({ id, ms }) => `${id} ${ms.toFixed(1)}`).join(', ')}\n`);
  expect(best.filter(({ ms }) => ms >= 20)).toEqual([]);
});
