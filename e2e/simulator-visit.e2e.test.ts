import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { networkOf } from '../src/platform/identity/network.rules.ts';
import { throttle } from '../src/platform/identity/throttle.ts';
import type { Visitor } from './support/browser.ts';
import type { House } from './support/house.ts';
import { heading, hidden, main, openReaders, press, sound, until, type Readers } from './support/simulator.ts';

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
      // What is wrong is read first, and leads to its field.
      expect(await page.locator(':focus').innerText()).toContain('Une réponse est à revoir');
      expect(await page.locator('.field-wrong #reponse').count()).toBe(1);
      await page.getByRole('link', { name: 'Écrivez un nombre' }).click();
      expect(await page.locator('#reponse').evaluate((field) => field === document.activeElement || location.hash === '#reponse')).toBe(true);
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
      expect(before.every((field) => after.includes(field) || field.endsWith('=23'))).toBe(true);
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
    // The script writes it once the page stands: the answers, and what is shown.
    await scripted.page.waitForURL((url) => url.hash !== '');
    const address = scripted.page.url();
    expect(new URL(address).search).toBe('');
    expect(new URLSearchParams(new URL(address).hash.slice(1)).get('personne-age')).toBe('23');
    const question = await heading(scripted);
    const later = await readers.another();
    await later.page.goto(address);
    await press(later, 'Reprendre où j’en étais');
    await later.page.waitForURL((url) => url.hash.length > 1);
    expect(await heading(later)).toBe(question);
    expect(new URL(later.page.url()).hash).toBe(new URL(address).hash);
    expect(later.complaints()).toEqual([]);
    await later.context.close();
  });

  test('an address whose names are those of a form’s own properties is resumed like any other', async () => {
    const names = ['append', 'getAttribute', 'setAttribute', 'querySelectorAll', 'hidden', 'action', 'method', 'submit', 'elements', 'constructor', '__proto__', 'geste'];
    const crafted = new URLSearchParams([['projet', 'rent'], ...names.map((name) => [name, 'x']), ['personne-age', '23']]).toString();
    const later = await readers.another();
    const { page } = later;
    const goesOn = async (): Promise<void> => {
      await page.waitForURL((url) => url.hash.includes('personne-age') && !url.hash.includes('append'));
      expect([await heading(later), await hidden(later)]).toEqual(['Avez-vous déjà trouvé un logement ?', ['projet=rent', 'personne-age=23']]);
    };
    await open(later, `/simulateur#${crafted}`);
    await press(later, 'Reprendre où j’en étais');
    await goesOn();
    // Pasted over the page of a question, then over the first one, which holds the first address already.
    await page.evaluate((pasted) => { location.hash = pasted; }, crafted);
    await goesOn();
    await page.goto('about:blank');
    await open(later, `/simulateur#${crafted}`);
    await page.evaluate((pasted) => { location.hash = pasted; }, `${crafted}&again=1`);
    await goesOn();
    expect(later.complaints()).toEqual([]);
    await later.context.close();
  });

  test('without scripts nothing stands in the address, and nothing is offered to resume', async () => {
    await open(plain);
    expect(await plain.page.getByRole('button', { name: 'Reprendre' }).isVisible()).toBe(false);
    await press(plain, 'Un jeune en premier emploi');
    expect(plain.page.url()).toBe(`${house.origin}/simulateur`);
  });

  test('an answer to change stands until another is given', async () => {
    for (const reader of [plain, scripted]) {
      await open(reader);
      await press(reader, 'Un jeune en premier emploi');
      const before = await main(reader);
      await reader.page.locator('.given-answers > summary').click();
      await reader.page.getByRole('button', { name: 'Modifier : Âge' }).click();
      if (reader.scripts) expect(await reader.page.waitForFunction(() => new URLSearchParams(location.hash.slice(1)).get('personne-age')).then((value) => value.jsonValue())).toBe('23');
      await press(reader, 'Revenir au résultat');
      expect((await main(reader)).replace(/Question précédente /, '')).toBe(before);
    }
  });

  test('what was typed counts when the result is asked for', async () => {
    for (const reader of [plain, scripted]) {
      await open(reader);
      await press(reader, 'Louer un logement');
      await until(reader, 'form.question input[inputmode=decimal]');
      await reader.page.locator('#reponse').fill('23');
      await press(reader, 'Voir le résultat maintenant');
      expect(await heading(reader)).toBe('Votre résultat');
      await reader.page.locator('.given-answers > summary').click();
      expect(await main(reader)).toContain('23 ans');
    }
  });

  test('a commune is chosen, never supposed', async () => {
    for (const reader of [plain, scripted]) {
      await open(reader);
      await press(reader, 'Louer un logement');
      await press(reader, 'Oui');
      await until(reader, 'select#reponse');
      const question = await heading(reader);
      await press(reader, 'Continuer');
      expect([await heading(reader), await reader.page.title()]).toEqual([question, expect.stringContaining('Choisissez une commune')]);
      await reader.page.locator('#reponse').selectOption({ label: 'Metz' });
      await press(reader, 'Continuer');
      expect(await hidden(reader)).toContain('commune=57463');
    }
  });

  test('who has found no home is asked nothing of it', async () => {
    await open(plain);
    await press(plain, 'Louer un logement');
    expect(await heading(plain)).toBe('Avez-vous déjà trouvé un logement ?');
    await press(plain, 'Non');
    const asked: string[] = [];
    for (let asks = 0; asks < 40 && (await plain.page.locator('form.question').count()) > 0; asks++) {
      asked.push(await heading(plain));
      await press(plain, 'Je ne sais pas');
    }
    expect(asked.filter((question) => /loyer|bail|dépôt/.test(question))).toEqual([]);
    expect(await main(plain)).toContain('Il manque : le logement, avec son loyer et son bail');
  });

  test('the question before comes back with its answer', async () => {
    for (const reader of [plain, scripted]) {
      await open(reader);
      await press(reader, 'Louer un logement');
      expect(await reader.page.getByRole('button', { name: 'Question précédente' }).count()).toBe(0);
      await press(reader, 'Oui');
      const second = await heading(reader);
      await reader.page.locator('.big-choices button').nth(1).click();
      await press(reader, 'Je ne sais pas');
      await press(reader, 'Question précédente');
      await press(reader, 'Question précédente');
      expect(await heading(reader)).toBe(second);
      expect((await reader.page.locator('main [aria-current] .note').innerText()).trim()).toBe('(votre réponse)');
      await sound(reader);
      await press(reader, 'Question précédente');
      expect(await heading(reader)).toBe('Avez-vous déjà trouvé un logement ?');
      expect(await reader.page.getByRole('button', { name: 'Question précédente' }).count()).toBe(0);
    }
  });

  test('a reader starts at the question, and its first answer stands above the fold', async () => {
    for (const reader of [plain, scripted]) {
      await open(reader);
      await press(reader, 'Louer un logement');
      await press(reader, 'Oui');
      const { page } = reader;
      expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('H1');
      const first = page.locator('.big-choices button').first();
      const box = await first.boundingBox();
      expect((box?.y ?? Infinity) + (box?.height ?? Infinity)).toBeLessThan(844);
      expect(box?.y).toBeLessThan(400);
      await page.keyboard.press('Tab');
      expect(await first.evaluate((button) => button === document.activeElement)).toBe(true);
      await page.locator('.site-menu > summary').click();
      expect(await page.locator('.site-menu').getByRole('link', { name: 'Observatoire' }).isVisible()).toBe(true);
      await sound(reader);
    }
  });

  test('another language goes on with the same answers', async () => {
    for (const reader of [plain, scripted]) {
      await open(reader);
      await press(reader, 'Louer un logement');
      await press(reader, 'Oui');
      const before = await hidden(reader);
      await press(reader, 'Auf Deutsch');
      expect([await reader.page.locator('html').getAttribute('lang'), await hidden(reader)]).toEqual(['de', before]);
      await press(reader, 'Ergebnis jetzt ansehen');
      await press(reader, 'In English');
      expect([await reader.page.locator('html').getAttribute('lang'), await heading(reader)]).toEqual(['en', 'Your result']);
    }
  });

  test('back, reload and a pasted address lead to the page that stood there', async () => {
    const { page } = scripted;
    const standing = async (): Promise<string> => { await page.waitForURL((url) => url.hash.length > 1); return heading(scripted); };
    const becomes = (title: string) => page.waitForFunction((wanted) => document.querySelector('h1')?.textContent?.replaceAll(/\s+/g, ' ') === wanted, title);
    await open(scripted);
    await press(scripted, 'Louer un logement');
    const first = await standing();
    const address = page.url();
    await press(scripted, 'Oui');
    const second = await standing();
    await page.goBack();
    await becomes(first);
    await page.goBack();
    await becomes('À quelles aides avez-vous droit ?');
    await page.goForward();
    await becomes(first);
    await press(scripted, 'Oui');
    await becomes(second);
    await page.reload();
    await becomes(second);
    await page.locator('.skip-link').focus();
    await page.keyboard.press('Enter');
    expect(await page.evaluate(() => [document.activeElement?.id, location.hash.includes('projet=')])).toEqual(['contenu', true]);
    await page.evaluate((pasted) => { location.href = pasted; }, address);
    await becomes(first);
    expect(scripted.complaints()).toEqual([]);
  });

  test('printing needs a script, and its button shows with one only', async () => {
    for (const reader of [plain, scripted]) {
      await open(reader);
      await press(reader, 'Une apprentie de 19 ans');
      expect(await reader.page.getByRole('button', { name: 'Imprimer' }).isVisible()).toBe(reader.scripts);
    }
  });
});

describe('what a stranger may send', () => {
  const send = (fields: readonly (readonly [string, string])[]) => fetch(`${house.origin}/simulateur`, { method: 'POST', headers: { origin: house.origin }, body: new URLSearchParams(fields.map(([name, value]) => [name, value])) });

  test('no answer is kept by a cache', async () => {
    for (const fields of [[['projet', 'rent']], [['projet', 'rent'], ['geste', 'resultat']]] as const) expect((await send(fields)).headers.get('cache-control')).toBe('no-store');
  });

  test('more fields than the simulator has are refused at once, in words', async () => {
    // A busy machine takes a second or two; reading each field in the whole form took a minute and a half.
    const started = performance.now();
    const answer = await send([['projet', 'rent'], ['question', 'plusieurs-lease'], ...Array.from({ length: 20_000 }, (): [string, string] => ['demande', 'x'])]);
    expect([answer.status, performance.now() - started < 10_000]).toEqual([400, true]);
    expect(await answer.text()).toContain('Cette demande contient trop de réponses');
  });

  test.each([{ question: 'date', reponse: '2020-01-01' }, { geste: 'modifier:date' }, { date: '2020-01-01' }])('the day of the rules is nobody’s to choose: %j', async (fields) => {
    const text = await (await send([['projet', 'rent'], ...Object.entries(fields)])).text();
    expect(text).not.toMatch(/2020-01-01|À quelle date voulez-vous/);
  });

  test('too many pages for one network are refused for a while, in words', async () => {
    const limits = throttle(house.app);
    for (let free = true; free;) free = (await limits.take([['simulation', networkOf('127.0.0.1')]])).ok;
    const answer = await send([['projet', 'rent']]);
    expect(answer.status).toBe(429);
    expect(await answer.text()).toMatch(/Trop de demandes viennent de votre réseau/);
    expect((await fetch(`${house.origin}/simulateur/resultat.pdf`, { method: 'POST', headers: { origin: house.origin }, body: new URLSearchParams([['projet', 'rent']]) })).status).toBe(429);
    await limits.giveBack([['simulation', networkOf('127.0.0.1')]]);
    expect((await send([['projet', 'rent']])).status).toBe(200);
  });
});

test('no answer went to the log, nor into an address that the house was asked', () => expect(readers.traces()).toEqual([]));
