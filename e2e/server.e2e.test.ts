import { Client } from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { serveWeb } from '../src/web/server.ts';
import { openHouse, type House } from './support/house.ts';

let house: House;
beforeAll(async () => { house = await openHouse(); });
afterAll(() => house?.close());

test('the process is up and ready', async () => {
  expect((await fetch(`${house.origin}/healthz`)).status).toBe(200);
  const ready = await fetch(`${house.origin}/readyz`);
  expect([ready.status, await ready.json()]).toMatchObject([200, { ready: true, database: 'answers', migrations: 'match' }]);
});

test('it is up but not ready on a database of another version', async () => {
  const other = await openHouse({ empty: true });
  const owner = new Client({ connectionString: other.ownerUrl });
  await owner.connect();
  await owner.query(`insert into migration.kysely_migration (name, timestamp) values ('29991231000000-later', '2999-12-31')`);
  await owner.end();
  const answer = await fetch(`${other.origin}/readyz`);
  expect([answer.status, await answer.json()]).toEqual([503, { ready: false, database: 'answers', migrations: 'differ' }]);
  await other.close();
});

test('it is up but not ready when the database is silent', async () => {
  const lost = await openHouse({ empty: true });
  expect((await fetch(`${lost.origin}/readyz`)).status).toBe(200);
  await lost.app.db.destroy();
  expect((await fetch(`${lost.origin}/healthz`)).status).toBe(200);
  expect((await fetch(`${lost.origin}/readyz`)).status).toBe(503);
  await lost.close();
});

test('every answer carries the headers that keep a page to itself', async () => {
  const response = await fetch(`${house.origin}/observatoire`);
  const policy = response.headers.get('content-security-policy') ?? '';
  expect(policy).toContain("default-src 'none'");
  expect(policy).toContain("frame-ancestors 'none'");
  expect(policy).not.toContain('unsafe-inline');
  expect(response.headers.get('x-content-type-options')).toBe('nosniff');
  expect(response.headers.get('referrer-policy')).toBe('strict-origin-when-cross-origin');
  expect(response.headers.get('cross-origin-opener-policy')).toBe('same-origin');
  expect(response.headers.get('permissions-policy')).toContain('geolocation=()');
  expect(response.headers.get('set-cookie')).toBeNull();
  expect(response.headers.get('x-powered-by')).toBeNull();
  const other = await fetch(`${house.origin}/observatoire`);
  expect(other.headers.get('content-security-policy')).not.toBe(policy);
  expect(other.headers.get('x-request-id')).not.toBe(response.headers.get('x-request-id'));
});

test('hashed files are kept for a year, and an absent one is not a page', async () => {
  const page = await (await fetch(`${house.origin}/`)).text();
  const style = /href="(\/assets\/[^"]+\.css)"/.exec(page)?.[1] ?? '';
  expect((await fetch(house.origin + style)).headers.get('cache-control')).toContain('immutable');
  expect((await fetch(`${house.origin}/assets/nothing.css`)).status).toBe(404);
});

test('a busy port is refused by its code', async () => {
  const port = Number(new URL(house.origin).port);
  await expect(serveWeb(house.app, { port, host: '127.0.0.1' })).rejects.toMatchObject({ code: 'EADDRINUSE' });
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
