import { createServer, type Server } from 'node:http';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, extname, join } from 'node:path';
import type { AddressInfo } from 'node:net';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { publicSite } from '../src/web/as-files.ts';
import { checkCatalogue } from '../test/publishing/dcat.ts';
import { axeViolations, launchBrowser, overflow, visitor } from './support/browser.ts';
import { openHouse, type House } from './support/house.ts';

const types: Record<string, string> = { '.html': 'text/html; charset=utf-8', '.css': 'text/css', '.svg': 'image/svg+xml', '.woff2': 'font/woff2' };
let house: House;
let browser: Browser;
let server: Server;
let origin = '';
const folder = mkdtempSync(join(tmpdir(), 'ancrage-site-'));

/** Files as they are, below a sub-folder: no other page is known to it. */
beforeAll(async () => {
  [house, browser] = await Promise.all([openHouse(), launchBrowser()]);
  for await (const { path, content } of (await publicSite(house.app, '0')).files()) {
    const file = join(folder, 'un', 'sous-dossier', path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, content);
  }
  server = createServer((request, response) => {
    const file = join(folder, new URL(request.url ?? '/', 'http://x').pathname);
    if (!existsSync(file) || !statSync(file).isFile()) return void response.writeHead(404).end();
    response.writeHead(200, { 'content-type': types[extname(file)] ?? 'application/octet-stream' }).end(readFileSync(file));
  });
  await new Promise<void>((resolve) => { server.listen(0, '127.0.0.1', resolve); });
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}, 300_000);

afterAll(async () => {
  await browser.close();
  server.close();
  await house.close();
  rmSync(folder, { recursive: true });
});

test('opens in a sub-folder of a plain file server: no dead link, no script, no form, nothing that axe finds', async () => {
  const reader = await visitor(browser, origin, { width: 390, javaScript: true });
  const { page } = reader;
  const start = `${origin}/un/sous-dossier/index.html`;
  const seen = new Set<string>();
  const todo = [start];
  const looked = ['index.html', 'analyses/index.html', 'donnees/index.html', 'donnees/dictionnaire/index.html', 'territoire/index.html', 'communes/57463/index.html', 'indicateurs/private.structuralVacancy/index.html', 'accessibilite/index.html'];
  for (let address = todo.shift(); address !== undefined; address = todo.shift()) {
    if (seen.has(address)) continue;
    seen.add(address);
    if (!address.endsWith('.html')) {
      expect((await fetch(address)).status, address).toBe(200);
      continue;
    }
    const response = await page.goto(address);
    expect(response?.status(), address).toBe(200);
    expect(await page.locator('form, script').count(), address).toBe(0);
    if (looked.some((one) => address.endsWith(`/${one}`))) {
      expect(await axeViolations(page), address).toEqual([]);
      expect(await overflow(page), address).toBe(0);
    }
    const links = await page.locator('a[href]').evaluateAll((all) => all.map((one) => (one as HTMLAnchorElement).href.replace(/#.*/, '')));
    todo.push(...links.filter((one) => one.startsWith(origin)));
  }
  expect(reader.complaints()).toEqual([]);
  expect(seen.size).toBeGreaterThan(100);
}, 600_000);

test('its catalogue names files that are there', () => {
  const data = join(folder, 'un/sous-dossier/donnees');
  const { problems, downloads } = checkCatalogue(JSON.parse(readFileSync(join(data, 'catalogue.jsonld'), 'utf8')) as Record<string, unknown>);
  expect(problems).toEqual([]);
  for (const one of downloads) expect(existsSync(join(data, one)), one).toBe(true);
});
