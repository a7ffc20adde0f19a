import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import type { Browser } from 'playwright-core';
import { extractText, getDocumentProxy } from 'unpdf';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { axeViolations, launchBrowser, overflow, visitor, type Visitor } from './support/browser.ts';
import { openHouse, type House } from './support/house.ts';

const personas = [
  'Une apprentie de 19 ans', 'Un salarié muté à Metz', 'Un travailleur frontalier', 'Une mère séparée, en retard de loyer', 'Un couple qui achète', 'Un intérimaire de 42 ans', 'Une saisonnière', 'Un jeune en premier emploi',
];

let house: House;
let browser: Browser;
/** On a phone, with scripts and without. */
let scripted: Visitor;
let plain: Visitor;
const logged: string[] = [];
/** Every address asked of the house. */
const asked: string[] = [];

beforeAll(async () => {
  const log = pino({ level: 'trace' }, { write: (line: string) => void logged.push(line) });
  [house, browser] = await Promise.all([openHouse({ empty: true, change: (app) => ({ ...app, log }) }), launchBrowser()]);
  [scripted, plain] = (await Promise.all([true, false].map((javaScript) => visitor(browser, house.origin, { width: 390, javaScript })))) as [Visitor, Visitor];
  for (const { page } of [scripted, plain]) page.on('request', (request) => asked.push(request.url()));
});
afterAll(async () => {
  await browser?.close();
  await house?.close();
});

async function sound(visited: Visitor): Promise<void> {
  const { page } = visited;
  if (visited.scripts) expect(await axeViolations(page), page.url()).toEqual([]);
  expect(await overflow(page), page.url()).toBe(0);
  expect(visited.complaints()).toEqual([]);
}
const open = ({ page }: Visitor, path = '/simulateur') => page.goto(house.origin + path);
const press = ({ page }: Visitor, name: string | RegExp) => page.getByRole('button', { name }).first().click();
const heading = ({ page }: Visitor): Promise<string> => page.locator('h1').innerText();
const main = async ({ page }: Visitor): Promise<string> => (await page.locator('main').innerText()).replaceAll(/\s+/g, ' ');
const hidden = ({ page }: Visitor): Promise<string[]> => page.locator('form.question input[type=hidden]').evaluateAll((fields) => fields.map((field) => `${(field as HTMLInputElement).name}=${(field as HTMLInputElement).value}`));

/** Passes questions over until one has a field of this kind. */
async function until({ page }: Visitor, selector: string, skip = 'Je ne sais pas'): Promise<void> {
  for (let asks = 0; asks < 40 && (await page.locator(selector).count()) === 0; asks++) await page.getByRole('button', { name: skip }).click();
  expect(await page.locator(selector).count()).toBeGreaterThan(0);
}

describe('eight people, with scripts and without', () => {
  test.each(personas)('%s: the same result, whole and readable on a phone', async (persona) => {
    const results: string[] = [];
    for (const reader of [plain, scripted]) {
      await open(reader);
      if (persona === personas[0]) await sound(reader);
      await press(reader, persona);
      if (await reader.page.locator('form.question').count()) {
        await sound(reader);
        await press(reader, 'Voir le résultat maintenant');
      }
      expect(await heading(reader)).toBe('Votre résultat');
      await sound(reader);
      expect(await reader.page.locator('article.aid-answer').count()).toBeGreaterThan(0);
      results.push((await reader.page.locator('.aid-answer').allInnerTexts()).join('\n'));
    }
    expect(results[1]).toBe(results[0]);
    await scripted.page.locator('details summary').evaluateAll((all) => all.forEach((one) => { (one.parentElement as HTMLDetailsElement).open = true; }));
    await sound(scripted);
  });
});

describe('a visit', () => {
  test('a bad number comes back with its problem and what was typed; another is taken; the answer can be changed', async () => {
    for (const reader of [plain, scripted]) {
      const { page } = reader;
      await open(reader);
      await press(reader, 'Louer un logement');
      await until(reader, 'form.question input[inputmode=decimal]');
      const question = await heading(reader);
      await page.locator('#reponse').fill('douze');
      await press(reader, 'Continuer');
      expect(await heading(reader)).toBe(question);
      expect(await page.title()).toContain('Écrivez un nombre');
      expect(await page.locator('#reponse').inputValue()).toBe('douze');
      expect(await page.locator('#reponse').getAttribute('aria-invalid')).toBe('true');
      await sound(reader);
      await page.locator('#reponse').fill('23');
      await press(reader, 'Continuer');
      expect(await heading(reader)).not.toBe(question);
      const before = await hidden(reader);
      await page.locator('.given-answers > summary').click();
      await page.locator('.given-answers div', { hasText: '23' }).getByRole('button').click();
      expect([await heading(reader), await page.locator('#reponse').inputValue()]).toEqual([question, '23']);
      await page.locator('#reponse').fill('24');
      await press(reader, 'Continuer');
      const after = await hidden(reader);
      expect(after.filter((field) => !before.includes(field)).map((field) => field.split('=')[1])).toContain('24');
      expect(before.every((field) => after.includes(field) || field.endsWith('=23') || field.startsWith('question='))).toBe(true);
    }
  });

  test('several facts are ticked on one page', async () => {
    await open(scripted);
    await press(scripted, 'Louer un logement');
    await until(scripted, '.tick-list');
    await sound(scripted);
    const offered = await scripted.page.locator('.tick-list input[name=demande]').evaluateAll((fields) => fields.map((field) => (field as HTMLInputElement).value));
    await scripted.page.locator('.tick-list input[type=checkbox]').first().check();
    await press(scripted, 'Continuer');
    const fields = await hidden(scripted);
    expect(offered.map((slug) => fields.find((field) => field.startsWith(`${slug}=`)))).toEqual(offered.map((slug, at) => `${slug}=${at === 0 ? 'oui' : 'non'}`));
  });

  test('the address keeps the answers, and a new visit at that address goes on', async () => {
    await open(scripted);
    await press(scripted, 'Un jeune en premier emploi');
    // The script writes it once the page stands.
    await scripted.page.waitForURL((url) => url.hash !== '');
    const address = scripted.page.url();
    expect(new URL(address).search).toBe('');
    expect(new URLSearchParams(new URL(address).hash.slice(1)).get('personne-age')).toBe('23');
    const question = await heading(scripted);
    const later = await visitor(browser, house.origin, { width: 390 });
    await later.page.goto(address);
    await press(later, 'Reprendre où j’en étais');
    await later.page.waitForURL((url) => url.hash.length > 1);
    expect(await heading(later)).toBe(question);
    expect(new URL(later.page.url()).hash).toBe(new URL(address).hash);
    expect(later.complaints()).toEqual([]);
    await later.context.close();
  });

  test('without scripts nothing stands in the address, and nothing is offered to resume', async () => {
    await open(plain);
    expect(await plain.page.getByRole('button', { name: 'Reprendre' }).isVisible()).toBe(false);
    await press(plain, 'Un jeune en premier emploi');
    expect(plain.page.url()).toBe(`${house.origin}/simulateur`);
  });

  test('the result as a tagged PDF says what the page says', async () => {
    await open(scripted);
    await press(scripted, 'Une apprentie de 19 ans');
    if (await scripted.page.locator('form.question').count()) await press(scripted, 'Voir le résultat maintenant');
    const titles = await scripted.page.locator('.aid-answer h3').allInnerTexts();
    const [file] = await Promise.all([scripted.page.waitForEvent('download'), press(scripted, 'Garder en PDF')]);
    expect(file.suggestedFilename()).toMatch(/^mes-aides-\d{4}-\d\d-\d\d\.pdf$/);
    const folder = mkdtempSync(join(tmpdir(), 'ancrage-pdf-'));
    const path = join(folder, 'resultat.pdf');
    await file.saveAs(path);
    const { text } = await extractText(await getDocumentProxy(new Uint8Array(readFileSync(path))), { mergePages: true });
    const info = execFileSync('pdfinfo', [path], { encoding: 'utf8' });
    rmSync(folder, { recursive: true });
    expect(info).toMatch(/Tagged:\s+yes/);
    const tight = (words: string): string => words.replaceAll(/[\s\u00a0\u202f\u00ad-]+/g, '');
    for (const words of ['Votre résultat', 'pas une décision', ...titles]) expect(tight(text)).toContain(tight(words));
  });
});

describe('rules', () => {
  test('their list and their pages are sound on a phone, and each can be tried', async () => {
    await open(scripted, '/regles');
    await sound(scripted);
    const paths = await scripted.page.locator('.rule-list a').evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''));
    expect(paths).toEqual(expect.arrayContaining(['/regles/visale', '/regles/plafonds-plus', '/regles/categorie-menage', '/regles/reduction-loyer-solidarite', '/regles/devoirs-attribution', '/regles/peec']));
    for (const path of paths) {
      const answer = await fetch(house.origin + path);
      expect([path, answer.status]).toEqual([path, 200]);
    }
    for (const path of ['/regles/visale', '/regles/mobili-jeune', '/regles/plafonds-plus', '/en/regles/visale']) {
      await open(scripted, path);
      await sound(scripted);
      // Folded, a page is a few screens long; unfolded, it is as sound.
      expect(await scripted.page.evaluate(() => document.documentElement.scrollHeight), path).toBeLessThan(9_000);
      await scripted.page.locator('details').evaluateAll((all) => all.forEach((one) => { (one as HTMLDetailsElement).open = true; }));
      await sound(scripted);
    }
    await open(scripted, '/regles/mobili-pass');
    expect(await main(scripted)).toContain('fermée à tous');
    expect(await scripted.page.getByRole('button', { name: 'Essayer cette règle' }).count()).toBe(0);
    await open(scripted, '/regles/visale');
    await press(scripted, 'Essayer cette règle');
    expect(await scripted.page.locator('form.question').count()).toBe(1);
    expect(await hidden(scripted)).toContain('projet=visale');
    expect((await fetch(`${house.origin}/regles/rien`)).status).toBe(404);
  });
});

describe.each([
  ['en', 'Rent a home', 'I do not know', 'See the result now', 'Your result', 'Parameters through time'], ['de', 'Eine Wohnung mieten', 'Ich weiß es nicht', 'Ergebnis jetzt ansehen', 'Ihr Ergebnis', 'Parameter im Lauf der Zeit'],
] as const)('in %s', (language, project, skip, see, result, parameters) => {
  test('a journey from its door to its result and to a rule stays in that language', async () => {
    await open(scripted, `/${language}/simulateur`);
    await sound(scripted);
    await press(scripted, project);
    await sound(scripted);
    await press(scripted, skip);
    expect(new URL(scripted.page.url()).pathname).toBe(`/${language}/simulateur`);
    await press(scripted, see);
    expect(await heading(scripted)).toBe(result);
    expect(await scripted.page.locator('html').getAttribute('lang')).toBe(language);
    await sound(scripted);
    await scripted.page.locator('.aid-answer > .note a').first().click();
    expect(new URL(scripted.page.url()).pathname).toMatch(new RegExp(`^/${language}/regles/`));
    expect(await main(scripted)).toContain(parameters);
    await sound(scripted);
  });
});

test('no answer went to the log, nor into an address that the house was asked', () => {
  expect(asked.length).toBeGreaterThan(50);
  expect(asked.filter((url) => /personne-|logement-|emploi-|menage-|projet=/.test(url.split('#')[0] ?? ''))).toEqual([]);
  expect(logged.length, 'the log is kept').toBeGreaterThan(0);
  expect(logged.filter((line) => /personne-|logement-|personne \. |projet=|reponse|apprentissage/.test(line))).toEqual([]);
});
