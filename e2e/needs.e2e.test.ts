import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { setTimeout as wait } from 'node:timers/promises';
import { figuresOver } from '../src/needs/employees/figures.service.ts';
import { madeSynthesis } from '../test/needs/employees/made-population.ts';
import { launchBrowser, visitor, type Visitor } from './support/browser.ts';
import { openPeopledHouse, type PeopledHouse } from './support/people.ts';
import { expectSound } from './support/sound.ts';

let house: PeopledHouse;
let bare: PeopledHouse;
let slow: PeopledHouse;
let broken: PeopledHouse;
let browser: Browser;
/** How often the broken house began a population, and what it told of the failures. */
let tries = 0;
const told: unknown[] = [];

beforeAll(async () => {
  const [made, seconds] = [madeSynthesis(20_000), 4];
  [house, bare, slow, broken, browser] = await Promise.all([
    openPeopledHouse({ empty: false, employees: figuresOver(made) }), openPeopledHouse(),
    openPeopledHouse({ empty: false, employees: figuresOver(async (...asked) => wait(seconds * 1_000).then(() => made(...asked))) }),
    openPeopledHouse({ employees: figuresOver(async () => { tries += 1; await wait(1_000); throw new Error('no thread'); }, (error) => told.push(error)) }), launchBrowser(),
  ]);
  for (const one of [house, bare, slow, broken]) {
    const metropole = await one.organisation('Eurométropole de Metz', 'metropole');
    await one.account('officer@exemple.fr', 'Inès Roy', [{ role: 'housingOfficer', organisation: metropole }], { demonstration: true });
    await one.account('dpo@exemple.fr', 'Denis Hoffmann', [{ role: 'dataProtectionOfficer', organisation: metropole }], { demonstration: true });
  }
});
afterAll(async () => {
  await browser?.close();
  await Promise.all([house, bare, slow, broken].map((one) => one?.close()));
});

async function enter(at: PeopledHouse, role: string, options: { width: number; javaScript?: boolean }): Promise<Visitor> {
  const reader = await visitor(browser, at.origin, options);
  await reader.page.goto(`${at.origin}/connexion`);
  await reader.page.click(`button:has-text("${role}")`);
  return reader;
}

const main = async (page: Page): Promise<string> => (await page.locator('main').innerText()).replaceAll(/[\u00a0\u202f]/g, ' ');
const numbers = (text: string): number[] => [...text.matchAll(/\d[\d ]*/g)].map(([digits]) => Number(digits.replaceAll(' ', '')));
const lineOf = async (page: Page, id: string): Promise<string> => (await page.locator(`h2#plafonds ~ section tr:has-text("${id}")`).first().locator('td').innerText()).replaceAll(/[\u00a0\u202f]/g, ' ');

test('without margins, the page says which files to load, and shows no figure', async () => {
  const reader = await enter(bare, 'Chargé de mission habitat', { width: 1280 });
  await reader.page.goto(`${bare.origin}/besoins`);
  // A loaded machine may need more than the page's patience even for this.
  await reader.page.locator('main :text("Fichiers à importer")').waitFor({ timeout: 20_000 });
  expect(await reader.page.locator('main table').count()).toBe(0);
  await expectSound(reader);
  await reader.context.close();
});

test('while the population is made the page answers at once, and comes back by itself, without scripts', async () => {
  const reader = await enter(slow, 'Chargé de mission habitat', { width: 390, javaScript: false });
  const { page } = reader;
  const startedAt = Date.now();
  const response = await page.goto(`${slow.origin}/besoins?pour=al-in`);
  expect(await main(page)).toContain('Le calcul est en cours');
  expect(Date.now() - startedAt).toBeLessThan(3_500);
  expect(response?.headers()['refresh']).toBe('3');
  await expectSound(reader);
  await page.locator('h2#plafonds').waitFor({ timeout: 20_000 });
  expect(page.url()).toBe(`${slow.origin}/besoins?pour=al-in`);
  expect((await page.request.get(page.url())).headers()['refresh']).toBeUndefined();
  await reader.context.close();
});

test('a population that fails after the page gave up waiting is told once, and the page then says so instead of waiting for ever', async () => {
  const reader = await enter(broken, 'Chargé de mission habitat', { width: 390, javaScript: false });
  await reader.page.goto(`${broken.origin}/besoins`);
  expect(await main(reader.page)).toContain('Le calcul est en cours');
  await reader.page.locator('h1:has-text("La page n’a pas pu être préparée")').waitFor({ timeout: 10_000 });
  const again = await reader.page.request.get(`${broken.origin}/besoins`);
  expect([again.status(), again.headers()['refresh'], tries, told]).toEqual([500, undefined, 1, [new Error('no thread')]]);
  await reader.context.close();
});

test.each([[1280, true], [390, false]] as const)('at %i px, scripts %s: intervals, a ceiling moved, another day, and back', async (width, javaScript) => {
  const reader = await enter(house, 'Chargé de mission habitat', { width, javaScript });
  const { page } = reader;
  await page.goto(`${house.origin}/espace`);
  await page.locator('main a[href="/besoins"]').first().click();
  await page.waitForURL('**/besoins');
  await page.locator('h2#plafonds').waitFor();
  await expectSound(reader);
  await page.setViewportSize({ width, height: 850 });
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
  const [low = 0, high = 0] = numbers(await lineOf(page, 'PLUS'));
  expect(low).toBeGreaterThan(0);
  expect(high).toBeGreaterThan(low);
  expect(await main(page)).toContain('Non calculable : aucune source lue ne donne ce plafond à cette date.');
  // Nothing that was read says whether the grant for a first purchase outlived 2022.
  expect(await main(page)).toContain('Non calculable : aucune source lue ne dit si elle est ouverte à cette date.');

  await page.fill('#plus', '10');
  await page.click('.needs-trial button');
  await page.locator('.notice').waitFor();
  expect((await page.locator('.notice').innerText()).replaceAll(/[\u00a0\u202f]/g, ' ')).toContain('plafonds PLUS +10,0 %');
  const moved = numbers(await lineOf(page, 'PLUS'));
  expect(moved[0]).toBeGreaterThan(low);
  await expectSound(reader);

  // A bad number stands beside its field; the day's ceilings are kept.
  await page.goto(`${house.origin}/besoins?plus=abc&jour=2023-06-01&pour=al-in`);
  expect(await page.locator('#plus-problem').innerText()).toContain('−50 à 100');
  expect(await page.inputValue('#jour')).toBe('2023-06-01');
  expect(numbers(await lineOf(page, 'PLUS'))[0]).toBeLessThan(low);
  expect(await page.locator('h2#communes').innerText()).toContain('AL’in');
  await expectSound(reader);
  await reader.context.close();
});

test('a figure is two clicks from its source', async () => {
  const reader = await enter(house, 'Chargé de mission habitat', { width: 1280 });
  await reader.page.goto(`${house.origin}/besoins`);
  await reader.page.click('a[href="#methode"]');
  expect(await reader.page.locator('#methode ~ ul').first().innerText()).toContain('Carte des loyers');
  await reader.page.click('h2#plafonds ~ section a:has-text("PLUS")');
  await reader.page.waitForURL('**/regles/plafonds-plus');
  await reader.context.close();
});

test('who does not work on needs is told so', async () => {
  const reader = await enter(house, 'Délégué à la protection des données', { width: 1280 });
  expect((await reader.page.goto(`${house.origin}/besoins`))?.status()).toBe(403);
  await reader.context.close();
});
