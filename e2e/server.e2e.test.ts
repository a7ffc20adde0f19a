import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { request, type OutgoingHttpHeaders } from 'node:http';
import { connect, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { Client } from 'pg';
import { pino } from 'pino';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
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

interface Answer { status: number | undefined; headers: NodeJS.Dict<string | string[]>; body: string }

/** A request as no browser would write it. */
async function ask(method: string, path: string, headers: OutgoingHttpHeaders = {}, origin = house.origin): Promise<Answer> {
  const { hostname, port } = new URL(origin);
  const sent = request({ hostname, port, method, path, headers, agent: false });
  sent.end();
  const [response] = (await once(sent, 'response')) as [import('node:http').IncomingMessage];
  return { status: response.statusCode, headers: response.headers, body: await text(response) };
}

const long = 'a'.repeat(20_000);

describe('what no page can answer is refused without a word of the machine', () => {
  test.each<[number, string, string, OutgoingHttpHeaders?]>([
    [400, 'GET', '/', { host: 'a b' }],
    [400, 'GET', '/', { host: '<script>' }],
    [400, 'GET', '/', { host: 'ancrage.example:99999999' }],
    [400, 'GET', '/', { host: '[::' }],
    [400, 'GET', '/%E0%A4%A'],
    [400, 'GET', '/observatoire/communes/%00'],
    [400, 'GET', '/assets/%E0%A4%A'],
    [400, 'GET', 'http://[::/'],
    [400, 'GET', 'http://pirate.example/'],
    [400, 'OPTIONS', '*'],
    [403, 'GET', '/assets/../../package.json'],
    [404, 'GET', '/assets/nope.js'],
    [404, 'GET', '/assets'],
    [404, 'GET', '/convention.data'],
    [404, 'GET', '/_root.data'],
    [405, 'TRACE', '/'],
    [405, 'PUT', '/'],
    [403, 'POST', '/'],
    [403, 'POST', '/comite.pdf', { origin: 'https://pirate.example' }],
    [405, 'DELETE', '/assets/nope.js'],
    [405, 'PROPFIND', '/healthz'],
    [431, 'GET', '/', { 'x-long': long }],
    [431, 'GET', `/recherche?q=${long}`],
  ])('%i for %s %.40s', async (status, method, path, headers) => {
    const answer = await ask(method, path, headers);
    expect(answer.status).toBe(status);
    expect(answer.body).not.toMatch(/node_modules|\/src\/|\n\s+at |Error|ENOENT|Cannot|<script/);
    expect(answer.headers['x-request-id']).toMatch(/^[\da-f-]{36}$/);
    expect(answer.body).toContain(answer.headers['x-request-id']);
    expect(answer.body).toMatch(status === 404 ? /Cette page n’existe pas/ : /Cette demande ne peut pas aboutir/);
    expect(answer.headers['x-content-type-options']).toBe('nosniff');
    if (status === 405) expect(answer.headers['allow']).toBe('GET, HEAD, POST');
  });

  test('in English under /en', async () => {
    const { status, body } = await ask('GET', '/en/%E0%A4%A');
    expect(status).toBe(400);
    expect(body).toContain('<html lang="en">');
    expect(body).toContain('This request cannot be met');
  });

  test('on a page that has the house’s own styles', async () => {
    const { body } = await ask('POST', '/');
    const style = /<link rel="stylesheet" href="([^"]+)">/.exec(body)?.[1] ?? '';
    expect((await fetch(house.origin + style)).status).toBe(200);
  });

  test('what is no request at all', async () => {
    const socket = connect(Number(new URL(house.origin).port), '127.0.0.1');
    socket.write('anything\r\n\r\n');
    expect(await text(socket)).toMatch(/^HTTP\/1\.1 400 Bad Request\r\n[^]+\r\n\r\nCette demande ne peut pas aboutir\. Numéro de la demande [\da-f-]{36}\n$/);
  });

  test.each(['HEAD /é HTTP/1.1\r\nhost: x\r\n\r\n', 'HEAD http://x/ HTTP/1.1\r\nhost: x\r\nconnection: close\r\n\r\n'])('%j has no text after its headers', async (request) => {
    const socket = connect(Number(new URL(house.origin).port), '127.0.0.1');
    socket.write(request, 'latin1');
    expect(await text(socket)).toMatch(/^HTTP\/1\.1 400 Bad Request\r\n[^]+\r\n\r\n$/);
  });

  test('whatever the shell says outside, pages are made in production', () => {
    expect(process.env['NODE_ENV']).toBe('production');
  });
});

test('a fault stands out in the log under the number that its reader sees; a refusal does not', async () => {
  const lines: { level: number; requestId: string; status?: number; path?: string }[] = [];
  const log = pino({ base: null }, { write: (line) => void lines.push(JSON.parse(line) as (typeof lines)[number]) });
  const broken = await openHouse({ empty: true, change: (app) => ({ ...app, log, indicators: { ...app.indicators, read: () => Promise.reject(new Error('no figures today')) } }) });
  const answers = [await ask('GET', '/comite', {}, broken.origin), await ask('GET', '/comite.xlsx', {}, broken.origin), await ask('GET', '/rien', {}, broken.origin), await ask('POST', '/', {}, broken.origin)];
  await broken.close();
  expect(answers.map(({ status }) => status)).toEqual([500, 500, 404, 403]);
  for (const { body } of answers) expect(body).not.toMatch(/no figures today|node_modules/);
  const [page, file, ...refused] = answers.map(({ headers }) => lines.filter(({ requestId }) => requestId === headers['x-request-id']));
  for (const faults of [page, file]) {
    expect(faults).toContainEqual(expect.objectContaining({ level: 50, status: 500 }));
    expect(faults).toContainEqual(expect.objectContaining({ level: 50, err: expect.objectContaining({ message: 'no figures today' }) as unknown }));
  }
  expect(refused.flat().map(({ level, status }) => [level, status])).toEqual([[30, 404], [30, 403]]);
});

test('the other language’s address is written where the site’s own is sure', async () => {
  const alternates = async (host: string, origin = house.origin): Promise<string[]> =>
    [...(await ask('GET', '/sources', { host }, origin)).body.matchAll(/<link rel="alternate"[^>]* href="([^"]*)"/g)].map((found) => found[1] ?? '');
  expect(await alternates('localhost:3000')).toEqual(['http://localhost:3000/sources', 'http://localhost:3000/en/sources', 'http://localhost:3000/sources']);
  expect(await alternates('pirate.example')).toEqual([]);
  const known = await openHouse({ empty: true, change: (app) => ({ ...app, config: { ...app.config, ANCRAGE_ORIGIN: 'https://ancrage.example' } }) });
  expect((await alternates('pirate.example', known.origin))[1]).toBe('https://ancrage.example/en/sources');
  await known.close();
});

test('a convention that does not read sends who wants its files to the page that says why', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'ancrage-broken-'));
  writeFileSync(join(folder, 'convention.yaml'), 'title: [');
  const broken = await openHouse({ empty: true, change: (app) => ({ ...app, territory: { ...app.territory, folder } }) });
  for (const [path, page] of [['/comite.pdf', '/comite'], ['/en/comite.pptx', '/en/comite']] as const) {
    const { status, headers } = await ask('GET', path, {}, broken.origin);
    expect([status, headers['location']]).toEqual([302, page]);
  }
  await broken.close();
  rmSync(folder, { recursive: true });
});

test('the server stops at once for who asks nothing, and after its answer for who waits', async () => {
  let answer = (): void => {};
  const asked = new Promise<void>((resolve) => { answer = resolve; });
  let wait: Promise<void> | undefined;
  const closing = await openHouse({ empty: true, change: (app) => ({ ...app, indicators: { ...app.indicators, read: async (...given) => { await wait; return app.indicators.read(...given); } } }) });
  const port = Number(new URL(closing.origin).port);
  const open = async (words: string): Promise<Socket> => {
    const socket = connect(port, '127.0.0.1');
    socket.on('error', () => {}).resume();
    await once(socket, 'connect');
    if (words) socket.write(words);
    return socket;
  };
  await fetch(`${closing.origin}/healthz`).then((response) => response.text());
  // Each ends by the server's own doing, before the page below is answered.
  const idle = [await open(''), await open('GET / HTTP/1.1\r\nHost: '), await open('GET /healthz HTTP/1.1\r\nHost: localhost\r\n\r\n')];
  wait = asked;
  const page = fetch(`${closing.origin}/observatoire?indicateur=private.structuralVacancyRate`);
  await new Promise((resolve) => { setTimeout(resolve, 200); });
  const start = performance.now();
  const closed = closing.close();
  await Promise.all(idle.map(async (socket) => socket.closed || once(socket, 'close')));
  answer();
  expect((await page).status).toBe(200);
  await closed;
  expect(performance.now() - start).toBeLessThan(2_000);
});

test('a busy port is refused by its code', async () => {
  const port = Number(new URL(house.origin).port);
  await expect(serveWeb(house.app, { port, host: '127.0.0.1' })).rejects.toMatchObject({ code: 'EADDRINUSE' });
});
