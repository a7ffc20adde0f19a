import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchBrowser, visitor, type Visitor } from './support/browser.ts';
import { openPeopledHouse, type PeopledHouse } from './support/people.ts';
import { expectSound } from './support/sound.ts';

let house: PeopledHouse;
let browser: Browser;
beforeAll(async () => {
  [house, browser] = await Promise.all([openPeopledHouse(), launchBrowser()]);
  const metropole = await house.organisation('Eurométropole de Metz', 'metropole');
  await house.account('habitat@exemple.fr', 'Nora Klein', [{ role: 'housingOfficer', organisation: metropole }], { demonstration: true });
  await house.account('admin@exemple.fr', 'Agathe Simon', [{ role: 'territoryAdmin', organisation: metropole }], { demonstration: true });
}, 240_000);
afterAll(async () => {
  await browser?.close();
  await house?.close();
});

async function enter(name: string): Promise<Visitor> {
  const reader = await visitor(browser, house.origin, { width: 390, javaScript: false });
  await reader.page.goto(`${house.origin}/connexion`);
  await reader.page.click(`button:has-text("${name}")`);
  return reader;
}

test('a note that is changed once published can be seen and withdrawn from its page; withdrawn, it is not proposed as it is', async () => {
  const [author, reviewer] = [await enter('Chargé de mission habitat'), await enter('Administration du territoire')];
  const { page } = author;
  const press = (reader: Visitor, gesture: string): Promise<void> => reader.page.click(`button[name=geste][value=${gesture}]`);
  const has = (gesture: string): Promise<number> => page.locator(`button[name=geste][value=${gesture}]`).count();
  await page.goto(`${house.origin}/espace/analyses/nouvelle`);
  for (const [field, text] of [['titre', 'Se loger ici'], ['resume', 'Une conclusion.'], ['texte', '# Constat\nUn texte.']] as const) await page.fill(`#${field}`, text);
  await page.click('main form button[type=submit]');
  const desk = page.url().replace(/\?.*/, '');
  expect([await has('proposer'), await has('oter')]).toEqual([1, 0]);
  await press(author, 'proposer');
  await reviewer.page.goto(desk);
  await press(reviewer, 'publier');
  await page.goto(desk);
  await page.fill('#resume', 'Une autre conclusion.');
  await press(author, 'ecrire');
  expect([await has('proposer'), await has('oter'), await page.getByRole('link', { name: 'Voir la page publiée' }).count()]).toEqual([1, 1, 1]);
  await expectSound(author);
  await press(author, 'oter');
  expect(await page.locator('[role=status]').innerText()).toBe('L’analyse n’est plus sur les pages publiques.');
  expect([await has('proposer'), await has('oter'), await page.getByRole('link', { name: 'Voir la page publiée' }).count()]).toEqual([0, 0, 0]);
  expect((await page.request.get(`${house.origin}/analyses/se-loger-ici`)).status()).toBe(404);
  await Promise.all([author, reviewer].map((reader) => reader.context.close()));
});
