import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { arras } from '../test/needs/territories.ts';
import { launchBrowser, mainText, visitor, type Visitor } from './support/browser.ts';
import { openPeopledHouse, type PeopledHouse } from './support/people.ts';
import { expectSound } from './support/sound.ts';

let house: PeopledHouse;
let browser: Browser;
const here = '200039865';
const folder = mkdtempSync(join(tmpdir(), 'ancrage-scenarios-'));
const fileOf = (name: string, content: unknown): string => {
  const path = join(folder, name);
  writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content));
  return path;
};

/** Arras's figures as if they were this territory's, and with blocks instead of one number. */
const figures = { ...arras, name: 'Essai', epciCode: here, source: 'Otelo, fixture de l’État' };
const { stockDeficit: _, ...withoutDeficit } = figures;
const stock = {
  region: '44', outOfHousing: { census: { homeless: 40, makeshift: 12, hotel: 20 }, places: { autreCentre: 60, demandeAsile: 150, reinsertion: 200, centreProvisoire: 30 } },
  hosted: { cohabitation: 400, byPrivate: 300, temporary: 60 }, effort: { tenants: { 30: 3600, 35: 2500 } }, quality: { fiscal: { tenants: 700, owners: 350 } }, overcrowding: { severe: { tenants: 400 } },
};

beforeAll(async () => {
  [house, browser] = await Promise.all([openPeopledHouse(), launchBrowser()]);
  const metropole = await house.organisation('Eurométropole de Metz', 'metropole');
  const demonstration = { demonstration: true };
  await house.account('habitat@exemple.fr', 'Nora Klein', [{ role: 'housingOfficer', organisation: metropole }], demonstration);
  await house.account('elue@exemple.fr', 'Agathe Simon', [{ role: 'committeeMember', organisation: metropole }], demonstration);
});
afterAll(async () => {
  await browser?.close();
  await house?.close();
});

async function enter(name: string, javaScript: boolean): Promise<Visitor> {
  const reader = await visitor(browser, house.origin, { width: 1280, javaScript });
  await reader.page.goto(`${house.origin}/connexion`);
  await reader.page.click(`button:has-text("${name}")`);
  return reader;
}

const plain = (text: string): string => text.replaceAll(/[\u00a0\u202f]/g, ' ');
const main = async (page: Page): Promise<string> => plain(await mainText(page));
const press = (page: Page, gesture: string): Promise<void> => page.click(`button[name=geste][value=${gesture}]`);
const status = async (page: Page): Promise<string> => plain(await page.locator('[role=status]').innerText());

/** Kept where whoever works on the pages asks for them. */
async function picture(page: Page, name: string): Promise<void> {
  const shots = process.env['ANCRAGE_SHOTS'];
  if (!shots) return;
  mkdirSync(shots, { recursive: true });
  for (const width of [1280, 390]) {
    await page.setViewportSize({ width, height: 850 });
    await page.screenshot({ path: join(shots, `${name}-${width}.png`), fullPage: true });
  }
  await page.setViewportSize({ width: 1280, height: 850 });
}

describe.each([['with JavaScript', true], ['without', false]] as const)('a housing officer, %s', (_how, javaScript) => {
  const named = (name: string): string => (javaScript ? name : `${name} bis`);

  test('creates scenarios, changes them, compares them, retains one and removes one', async () => {
    const reader = await enter('Chargé de mission habitat', javaScript);
    const { page } = reader;
    const list = `${house.origin}/besoins/scenarios`;
    await page.goto(list);
    if (javaScript) expect(await main(page)).toContain('Aucun scénario pour l’instant');
    await expectSound(reader);
    if (javaScript) await picture(page, '0-vide');
    await page.click('a:has-text("Créer un scénario")');

    // A bad file: field, found, expected; what was typed stays, and the file's text with it.
    await page.fill('#nom', named('Central'));
    await page.setInputFiles('#fichier', fileOf('faux.json', { ...figures, shortVacancyRate: '5 %' }));
    await press(page, 'creerScenario');
    expect(plain(await page.locator('.problems').innerText())).toContain('Un chiffre du fichier est à revoir');
    expect(plain(await page.locator('.in-file tbody').innerText())).toMatch(/shortVacancyRate\s+"5 %"\s+un nombre est attendu/);
    expect(await page.inputValue('#nom')).toBe(named('Central'));
    expect(await page.inputValue('#chiffres')).toContain('"5 %"');
    await expectSound(reader);
    if (javaScript) await picture(page, '1-refus');
    await page.setInputFiles('#fichier', fileOf('ailleurs.json', arras));
    await press(page, 'creerScenario');
    expect(plain(await page.locator('.problems').innerText())).toContain('Ces chiffres sont ceux d’un autre territoire (200033579)');
    await page.fill('#chiffres', '{');
    await press(page, 'creerScenario');
    expect(plain(await page.locator('.problems').innerText())).toContain('Ce texte n’est pas du JSON');
    await page.setInputFiles('#fichier', fileOf('bon.json', figures));
    await press(page, 'creerScenario');
    expect(await status(page)).toContain('Le scénario est créé');
    expect(await main(page)).toContain('Le fichier donne le déficit en un seul nombre');
    await press(page, 'reglerScenario');

    // The State's own figure, to the unit, in its own mode.
    await page.click('a:has-text("Comme le tableur de l’État")');
    expect(page.url()).toContain('mode=reference');
    expect(await main(page)).toContain('Besoin 5 548 de 2021 à 2050');
    expect(await main(page)).toContain('Source : Otelo, fixture de l’État.');
    await expectSound(reader);

    // Another, by its blocks: every parameter has its field, its default and its source.
    await page.goto(`${list}/nouveau`);
    await page.fill('#nom', named('Par blocs'));
    await page.fill('#chiffres', JSON.stringify({ ...withoutDeficit, stock }));
    await press(page, 'creerScenario');
    expect(await page.locator('[id^=parametre-][aria-describedby], [role=group][aria-describedby^=parametre-]').count()).toBe(20);
    expect(plain(await page.locator('#parametre-effortReallocation-hint').innerText())).toContain('Par défaut : 90 %. Source : Enquête nationale logement (ENL) 2013.');
    await page.fill('#parametre-effortReallocation', 'beaucoup');
    await page.fill('#horizon', '1999');
    await press(page, 'reglerScenario');
    expect(plain(await page.locator('.problems').innerText())).toContain('2 points sont à revoir');
    expect(await page.inputValue('#parametre-effortReallocation')).toBe('beaucoup');
    await expectSound(reader);
    if (javaScript) await picture(page, '2-modifier');
    await page.fill('#parametre-effortReallocation', '82,5');
    await page.selectOption('#parametre-effortThreshold', '35');
    await page.fill('#horizon', '2035');
    await page.fill('#vacance-visee', '1,5');
    await press(page, 'reglerScenario');
    expect(await status(page)).toBe('Le scénario est enregistré.');
    const blocks = page.url().replace(/\?.*/, '');
    const read = await main(page);
    for (const text of ['17,5 % (réallocation : 82,5 %)', '82,5 % (changé)', 'Vacance de longue durée visée 1,50 %', 'Enquête nationale logement (ENL) 2013']) expect(read, text).toContain(text);
    await expectSound(reader);
    if (javaScript) await picture(page, '3-explique');

    // One lacks a file: it says which, and no total is shown.
    await page.goto(`${list}/nouveau`);
    await page.fill('#nom', named('Sans CNAF'));
    await page.fill('#chiffres', JSON.stringify({ ...withoutDeficit, stock: { ...stock, effort: {} } }));
    await press(page, 'creerScenario');
    await press(page, 'reglerScenario');
    expect(await main(page)).toContain('Besoin non calculable Un total sans l’une de ses parts se lirait comme un besoin plus petit. Ajoutez au fichier les chiffres de : CNAF 2022');
    const lacking = page.url().replace(/\?.*/, '');
    if (javaScript) await picture(page, '4-manque');

    // Duplicated; the name must be its own.
    await page.goto(blocks);
    await page.click('a:has-text("Dupliquer")');
    await page.fill('#nom', named('Par blocs'));
    await press(page, 'dupliquer');
    expect(plain(await page.locator('.problems').innerText())).toContain('Un autre scénario porte déjà ce nom');
    await page.fill('#nom', named('Copie'));
    await press(page, 'dupliquer');
    expect(await status(page)).toContain('Le scénario est dupliqué');

    await page.goto(blocks);
    await press(page, 'retenir');
    expect(await status(page)).toContain('que retient le territoire');
    await page.goto(list);
    // The account is of the demonstration, and so is what it makes.
    expect(plain(await page.locator('tbody tr').first().innerText())).toContain(`${named('Par blocs')} retenu démonstration`);
    expect(await main(page)).toContain('non calculable. Il manque : CNAF 2022.');
    await expectSound(reader);
    if (javaScript) await picture(page, '5-liste');

    // Compared from the list; the address is the state, and the files say the same.
    await page.getByLabel(`Comparer ${named('Sans CNAF')}`, { exact: true }).check();
    await page.click('button:has-text("Comparer les scénarios cochés")');
    expect(page.url()).toMatch(/comparaison\?s=[\w-]+&s=[\w-]+/);
    expect(await main(page)).toMatch(/Selon le scénario, de \d+ à \d+ logements par an|\d+ logements par an/);
    expect(await main(page)).toContain('non calculable');
    await expectSound(reader);
    if (javaScript) await picture(page, '6-comparer');
    const csv = await page.request.get(`${house.origin}${await page.getByRole('link', { name: 'CSV' }).getAttribute('href') ?? ''}`);
    expect(plain(await csv.text())).toContain('Écart de besoin avec le premier;0');
    const workbook = await page.request.get(`${house.origin}${await page.getByRole('link', { name: 'XLSX' }).getAttribute('href') ?? ''}`);
    expect([workbook.status(), (await workbook.body()).subarray(0, 2).toString()]).toEqual([200, 'PK']);

    // Its file makes it again.
    const file = await page.request.get(`${blocks}/chiffres.json`);
    expect(JSON.parse(await file.text())).toMatchObject({ source: 'Otelo, fixture de l’État', fixtures: [{ epciCode: here, horizonResorption: 2035, parameters: { effortReallocation: 0.825 } }] });

    await page.goto(`${lacking}/supprimer`);
    expect(await main(page)).toContain(`« ${named('Sans CNAF')} » sera supprimé, avec ses chiffres et ses paramètres.`);
    await expectSound(reader);
    await press(page, 'supprimerScenario');
    expect(await status(page)).toBe('Le scénario est supprimé.');
    expect((await page.request.get(lacking)).status()).toBe(404);
    await reader.context.close();
    // A long way, each page looked at in three widths.
  }, 400_000);
});

test('who only reads compares, and changes nothing', async () => {
  const reader = await enter('Membre du comité', false);
  const { page } = reader;
  await page.goto(`${house.origin}/besoins/scenarios`);
  expect(await page.locator('a:has-text("Créer un scénario")').count()).toBe(0);
  await page.click('tbody a');
  expect(await page.locator('main button[name=geste]').count()).toBe(0);
  expect((await page.request.get(`${page.url()}/modifier`)).status()).toBe(403);
  await page.goto(`${house.origin}/besoins/scenarios/comparaison`);
  expect(await page.locator('.compared').count()).toBe(1);
  await reader.context.close();
});
