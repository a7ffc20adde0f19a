import { readFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { serveWeb } from '../src/web/server.ts';
import { axeViolations, launchBrowser, overflow, visitor } from './support/browser.ts';
import { openPeopledHouse, password, type PeopledHouse } from './support/people.ts';

let house: PeopledHouse;
let browser: Browser;
beforeAll(async () => {
  [house, browser] = await Promise.all([openPeopledHouse(), launchBrowser()]);
});
afterAll(async () => {
  await browser?.close();
  await house?.close();
});

const form = (fields: Record<string, string>): string => new URLSearchParams(fields).toString();
const post = (path: string, fields: Record<string, string>, headers: Record<string, string> = {}, origin = house.origin): Promise<Response> =>
  fetch(origin + path, { method: 'POST', body: form(fields), redirect: 'manual', headers: { origin, 'content-type': 'application/x-www-form-urlencoded', ...headers } });

describe('demonstration', () => {
  test('each role is one click away, marked as invented; the space shows what the role opens and nothing else', async () => {
    const [metropole, agency, foundry] = [await house.organisation('Eurométropole de Metz', 'metropole'), await house.organisation('Agence de location', 'lettingService'), await house.organisation('Fonderie de la Seille', 'employer')];
    await house.account('demo.admin@exemple.fr', 'Agathe Simon', [{ role: 'territoryAdmin', organisation: metropole }], { demonstration: true });
    await house.account('demo.dpo@exemple.fr', 'Denis Hoffmann', [{ role: 'dataProtectionOfficer', organisation: metropole }], { demonstration: true });
    await house.account('demo.letting@exemple.fr', 'Nora Klein', [{ role: 'lettingAdviser', organisation: agency }], { demonstration: true });
    await house.account('demo.hr@exemple.fr', 'Inès Muller', [{ role: 'hrManager', organisation: foundry }], { demonstration: true });
    await house.account('demo.employee@exemple.fr', 'Lucie Noël', [], { demonstration: true, personId: '00000000-0000-4000-8000-000000000009' });
    const reader = await visitor(browser, house.origin, { width: 1280 });
    const { page } = reader;
    await page.goto(`${house.origin}/connexion`);
    expect(await page.locator('.demonstration-group h3').allInnerTexts()).toEqual(['Agence de location', 'Eurométropole de Metz', 'Fonderie de la Seille', 'Espace d’un salarié accompagné']);
    expect(await page.locator('.demonstration').innerText()).toBe('démonstration');
    for (const width of [1280, 390]) {
      await page.setViewportSize({ width, height: 850 });
      expect(await axeViolations(page)).toEqual([]);
      expect(await overflow(page)).toBe(0);
    }

    await page.setViewportSize({ width: 1280, height: 850 });
    await page.click('button:has-text("Conseiller location")');
    expect(new URL(page.url()).pathname).toBe('/espace');
    expect(await page.locator('.demonstration-banner').innerText()).toContain('inventés');
    const doors = await page.locator('.site-header > .site-doors .site-door-name').allInnerTexts();
    expect(doors).toContain('Être accompagné');
    expect(await page.locator('.site-header > .site-doors').innerText()).not.toContain('Journal');
    expect(await axeViolations(page)).toEqual([]);
    // A shared account is nobody's to change.
    await page.goto(`${house.origin}/compte`);
    expect(await page.locator('#actuel, #nouveau, button[value=nom]').count()).toBe(0);

    await page.click('.account-menu button');
    await page.goto(`${house.origin}/connexion`);
    await page.click('button:has-text("Personne accompagnée")');
    expect(await page.locator('.site-header > .site-doors .site-door-name').allInnerTexts()).not.toContain('Comprendre les besoins');
    const refused = await page.goto(`${house.origin}/espace/membres/00000000-0000-4000-8000-000000000001/double-facteur`);
    expect(refused?.status()).toBe(403);
    expect(await page.locator('h1').innerText()).toBe('Votre rôle n’ouvre pas cette page');
    expect(await axeViolations(page)).toEqual([]);
    await reader.context.close();
  });

  test('off, the page offers no account, and none opens', async () => {
    const id = await house.account('demo.state@exemple.fr', 'Yves Petit', [], { demonstration: true, personId: '00000000-0000-4000-8000-000000000010' });
    const web = await serveWeb({ ...house.app, demo: false }, { port: 0, host: '127.0.0.1' });
    const origin = `http://127.0.0.1:${web.port}`;
    expect(await (await fetch(`${origin}/connexion`)).text()).not.toContain('demonstration-group');
    expect((await post('/connexion', { moyen: 'demonstration', compte: id }, {}, origin)).status).toBe(404);
    await web.close();
  });
});

test('who manages access resets a member’s second factor, with a reason that is kept', async () => {
  const agency = await house.organisation('Agence des accès', 'lettingService');
  await house.account('demo.manager@exemple.fr', 'Odile Schmitt', [{ role: 'organisationManager', organisation: agency }], { demonstration: true });
  const member = await house.account('lost.phone@exemple.fr', 'Karim Benali', [{ role: 'lettingAdviser', organisation: agency }]);
  await house.owner.insertInto('identity.totp').values({ account_id: member, secret: Buffer.from('x'), confirmed_at: new Date() }).execute();
  const { id } = await house.owner.selectFrom('party.membership').where('account_id', '=', member).select('id').executeTakeFirstOrThrow();
  const reader = await visitor(browser, house.origin, { width: 1280 });
  const { page } = reader;
  await page.goto(`${house.origin}/espace/membres/${id}/double-facteur`);
  expect(new URL(page.url()).pathname).toBe('/connexion');
  await page.click('li:has-text("Odile Schmitt") button');
  expect(new URL(page.url()).pathname, 'back where one was going').toBe(`/espace/membres/${id}/double-facteur`);
  await page.click('main .form button');
  expect(await page.locator('#motif-problem').innerText()).toContain('Écrivez le motif');
  for (const width of [1280, 390]) {
    await page.setViewportSize({ width, height: 850 });
    expect(await axeViolations(page)).toEqual([]);
    expect(await overflow(page)).toBe(0);
  }
  await page.fill('#motif', 'téléphone perdu');
  await page.click('main .form button');
  expect(await page.locator('main').innerText()).toContain('Le second facteur de Karim Benali est remis à zéro.');
  expect(await house.owner.selectFrom('identity.totp').where('account_id', '=', member).selectAll().execute()).toEqual([]);
  for (const unknown of ['00000000-0000-4000-8000-000000000077', 'nobody']) expect((await page.goto(`${house.origin}/espace/membres/${unknown}/double-facteur`))?.status(), unknown).toBe(404);
  await reader.context.close();
});

describe('a form', () => {
  const given = { moyen: 'motDePasse', email: 'plain@exemple.fr', 'mot-de-passe': password };
  beforeAll(() => house.account('plain@exemple.fr', 'Zoé Lang', [], { personId: '00000000-0000-4000-8000-000000000011' }));

  test.each([
    ['of another site', { origin: 'https://ailleurs.example' }],
    ['of nowhere', { origin: 'null' }],
    ['of this host by another scheme', { origin: 'https://127.0.0.1' }],
    ['that does not say where it comes from', { origin: '' }],
    ['sent across sites', { origin: '', 'sec-fetch-site': 'cross-site' }],
  ])('%s is refused', async (_, headers) => {
    const answer = await post('/connexion', given, headers);
    expect([answer.status, answer.headers.get('set-cookie')]).toEqual([403, null]);
  });

  test('of ours signs in, by cookies that scripts cannot read', async () => {
    const answer = await post('/connexion', given);
    expect([answer.status, answer.headers.get('location')]).toEqual([302, '/espace']);
    const cookies = answer.headers.getSetCookie();
    expect(cookies).toHaveLength(2);
    for (const cookie of cookies) expect(cookie).toMatch(/; Path=\/; HttpOnly; SameSite=Lax$/);
    expect(cookies[0]).not.toContain('Max-Age');
  });

  test('leads back to this site only', async () => {
    for (const [back, location] of [['/observatoire?commune=57463', '/observatoire?commune=57463'], ['https://ailleurs.example/', '/espace'], ['//ailleurs.example', '/espace']]) {
      expect((await post(`/connexion?retour=${encodeURIComponent(back ?? '')}`, given)).headers.get('location'), back).toBe(location);
    }
  });

  test('that is too long, or does not say how long it is, is not read', async () => {
    expect((await post('/connexion', { ...given, email: 'x'.repeat(300_000) })).status).toBe(413);
    const stream = new ReadableStream<Uint8Array>({ start: (controller) => { controller.enqueue(new TextEncoder().encode(form(given))); controller.close(); } });
    const endless = await fetch(`${house.origin}/connexion`, { method: 'POST', body: stream, duplex: 'half', redirect: 'manual', headers: { origin: house.origin, 'content-type': 'application/x-www-form-urlencoded' } } as RequestInit);
    expect(endless.status).toBe(411);
  });

  test('of another shape is a refusal, never a failure', async () => {
    for (const body of ['', 'moyen=', 'moyen=demonstration&compte=%00', 'moyen=lien&email-lien=%F0%9F%98%80', 'email[]=x', `mot-de-passe=${'%'.repeat(50)}`]) {
      const answer = await fetch(`${house.origin}/connexion`, { method: 'POST', body, redirect: 'manual', headers: { origin: house.origin, 'content-type': 'application/x-www-form-urlencoded' } });
      expect(answer.status, body).toBeGreaterThanOrEqual(400);
      expect(answer.status, body).toBeLessThan(500);
    }
    const json = await fetch(`${house.origin}/connexion`, { method: 'POST', body: '{"moyen":"demonstration"}', headers: { origin: house.origin, 'content-type': 'application/json' } });
    expect(json.status).toBe(400);
    for (const cookie of ['ancrage=x', 'ancrage=%00', 'ancrage=InIi', `ancrage=${'a'.repeat(4000)}`]) expect((await fetch(`${house.origin}/connexion`, { headers: { cookie } })).status, cookie).toBe(200);
  });
});

test('over https the cookies bind to this very host, and a request cannot say otherwise', async () => {
  const web = await serveWeb({ ...house.app, config: { ...house.app.config, ANCRAGE_ORIGIN: 'https://ancrage.example' } }, { port: 0, host: '127.0.0.1' });
  const at = `http://127.0.0.1:${web.port}`;
  const given = { moyen: 'motDePasse', email: 'plain@exemple.fr', 'mot-de-passe': password };
  const answer = await post('/connexion', given, { origin: 'https://ancrage.example', 'x-forwarded-host': 'ailleurs.example', 'x-forwarded-proto': 'http' }, at);
  expect(answer.status).toBe(302);
  for (const cookie of answer.headers.getSetCookie()) {
    expect(cookie).toMatch(/^__Host-ancrage/);
    expect(cookie).toContain('; Secure');
    expect(cookie).not.toContain('Domain');
  }
  expect((await post('/connexion', given, { origin: at }, at)).status).toBe(403);
  // The link of a mail leads to the configured address, whatever the request pretended.
  await post('/mot-de-passe-oublie', { email: 'plain@exemple.fr' }, { origin: 'https://ancrage.example', host: 'ailleurs.example' }, at);
  expect(await house.lastLink('plain@exemple.fr')).toMatch(/^https:\/\/ancrage\.example\/nouveau-mot-de-passe\/[\w-]{43}$/);
  await web.close();
});

test('the log holds neither tokens nor addresses', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'ancrage-log-'));
  const file = join(folder, 'log');
  const web = await serveWeb({ ...house.app, log: pino(pino.destination({ dest: file, sync: true })) }, { port: 0, host: '127.0.0.1' });
  const at = `http://127.0.0.1:${web.port}`;
  const token = 'T0ken'.repeat(8);
  const paths = ['connexion/lien', 'nouveau-mot-de-passe', 'invitation'].flatMap((page) => [`/${page}/${token}`, `/en/${page}/${token}`, `/${page.toUpperCase()}/${token}`, `/${page}/%54${token.slice(1)}`, `/${page}/${token}?x=${token}`]);
  for (const path of paths) {
    expect((await fetch(at + path)).status, path).toBe(404);
    await post(path, { nom: 'a' }, {}, at);
  }
  await fetch(`${at}/connexion?retour=%2Finvitation%2F${token}`);
  await post('/connexion', { moyen: 'motDePasse', email: 'plain@exemple.fr', 'mot-de-passe': password }, {}, at);
  await web.close();
  const log = readFileSync(file, 'utf8');
  expect(log.split('\n').length).toBeGreaterThan(30);
  expect(log).toContain('/connexion/lien/:token');
  for (const secret of [token, token.slice(1), 'plain@exemple.fr', password]) expect(log).not.toContain(secret);
  rmSync(folder, { recursive: true, force: true });
});
