import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { extractText, getDocumentProxy } from 'unpdf';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Visitor } from './support/browser.ts';
import type { House } from './support/house.ts';
import { heading, hidden, main, openReaders, press, sound, type Readers } from './support/simulator.ts';

const personas = [
  'Une apprentie de 19 ans', 'Un salarié muté ici', 'Un travailleur frontalier', 'Une mère séparée, en retard de loyer', 'Un couple qui achète', 'Un intérimaire de 42 ans', 'Une saisonnière', 'Un jeune en premier emploi',
];

let readers: Readers;
let house: House;
let scripted: Visitor;
let plain: Visitor;

beforeAll(async () => {
  readers = await openReaders();
  ({ house, scripted, plain } = readers);
});
afterAll(() => readers?.close());

const open = ({ page }: Visitor, path = '/simulateur') => page.goto(house.origin + path);

describe('eight people, with scripts and without', () => {
  test.each(personas)('%s: the same result, whole and readable on a phone', async (persona) => {
    const results: string[] = [];
    for (const reader of [plain, scripted]) {
      await open(reader);
      if (persona === personas[0]) await sound(reader);
      await press(reader, persona);
      expect(await heading(reader)).toBe('Votre résultat');
      await sound(reader);
      expect(await reader.page.locator('article.aid-answer').count()).toBeGreaterThan(0);
      results.push((await reader.page.locator('.aid-answer').allInnerTexts()).join('\n'));
    }
    expect(results[1]).toBe(results[0]);
    await scripted.page.locator('main details summary').evaluateAll((all) => all.forEach((one) => { (one.parentElement as HTMLDetailsElement).open = true; }));
    await sound(scripted);
  });
});

describe('whom to turn to', () => {
  test.each([['', 'Un intérimaire de 42 ans', 'Parler à quelqu’un', 'Téléphone'], ['/en', 'A temporary worker aged 42', 'Talk to someone', 'Phone'], ['/de', 'Ein Zeitarbeiter, 42 Jahre', 'Mit jemandem sprechen', 'Telefon']])('stands on a result, marked as invented: %s', async (language, persona, title, phone) => {
    for (const reader of [plain, scripted]) {
      await open(reader, `${language}/simulateur`);
      await press(reader, persona);
      const talk = reader.page.getByRole('region', { name: title });
      expect((await talk.innerText()).replaceAll(/\s+/g, ' ')).toMatch(new RegExp(`${phone} ?: 03 53 01 23 45.*accueil-logement@metropole\\.example`));
      expect(await talk.locator('.demonstration').isVisible()).toBe(true);
      expect(await talk.getByRole('link').evaluateAll((links) => links.map((link) => link.getAttribute('href')))).toEqual(['tel:0353012345', 'mailto:accueil-logement@metropole.example']);
    }
  });

  test('comes before what is closed, where nothing can be had now', async () => {
    await open(plain);
    await press(plain, 'Faire des travaux');
    await press(plain, 'Voir le résultat maintenant');
    expect((await plain.page.locator('main h2').allInnerTexts()).slice(0, 2)).toEqual(['Parler à quelqu’un', 'Ce qui reste à préciser']);
  });
});

describe('on paper', () => {
  test('the result as a tagged PDF says what the page says', async () => {
    await open(scripted);
    await press(scripted, 'Une apprentie de 19 ans');
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
    // What is printed says the same, answers and papers too; what only serves a screen is gone.
    await scripted.page.emulateMedia({ media: 'print' });
    const printed = (await scripted.page.locator('main').innerText()).split('\n').map((line) => line.trim()).filter(Boolean);
    expect(printed.filter((line) => line.startsWith('Papiers à réunir')).length).toBeGreaterThan(0);
    expect(printed.join(' ')).toContain('Contrat de travail');
    for (const line of printed) expect(tight(text)).toContain(tight(line));
    for (const gone of ['Se connecter', 'Les conditions, une à une', 'Garder en PDF', 'Observatoire']) expect(await scripted.page.getByText(gone).filter({ visible: true }).count(), gone).toBe(0);
    await scripted.page.emulateMedia({ media: 'screen' });
  });
});

test('a printed rule leaves nothing folded', async () => {
  await open(scripted, '/regles/visale');
  const unfolded = (): Promise<boolean[]> => scripted.page.locator('main details:not(.screen-only *) > :not(summary)').evaluateAll((all) => all.map((one) => one.checkVisibility()));
  expect(await unfolded()).toContain(false);
  await scripted.page.emulateMedia({ media: 'print' });
  expect(await unfolded()).not.toContain(false);
  await scripted.page.emulateMedia({ media: 'screen' });
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

test('no answer went to the log, nor into an address that the house was asked', () => expect(readers.traces()).toEqual([]));
