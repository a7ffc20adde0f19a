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
const network = ['simulation', networkOf('127.0.0.1')] as const;

/** Nothing is answered to the network meanwhile. */
async function usedUp(meanwhile: () => Promise<void>): Promise<void> {
  const limits = throttle(house.app);
  for (let free = true; free;) free = (await limits.take([network])).ok;
  try {
    await meanwhile();
  } finally {
    await limits.giveBack([network]);
  }
}

describe('once too much was asked', () => {
  test('a question refused keeps every answer, the one just given too, and says so first', async () => {
    for (const reader of [plain, scripted]) {
      await open(reader);
      await press(reader, 'Louer un logement');
      await until(reader, 'form.question input[inputmode=decimal]');
      const before = await hidden(reader);
      await reader.page.locator('#reponse').fill('23');
      await usedUp(async () => {
        await press(reader, 'Continuer');
        expect(await reader.page.title()).toMatch(/^Trop de demandes viennent de votre réseau/);
        expect(await reader.page.locator(':focus').innerText()).toMatch(/Trop de demandes viennent de votre réseau/);
        expect(await reader.page.getByRole('button', { name: 'Reprendre' }).isVisible()).toBe(true);
        await sound(reader);
      });
      await press(reader, 'Reprendre');
      expect(await heading(reader)).not.toBe('À quelles aides avez-vous droit ?');
      expect(await hidden(reader)).toEqual(expect.arrayContaining([...before, 'personne-age=23']));
    }
  });

  test('the file refused is a page in its reader’s language, with every answer', async () => {
    for (const reader of [plain, scripted]) {
      await open(reader, '/en/simulateur');
      await press(reader, 'An apprentice aged 19');
      const before = await hidden(reader);
      await usedUp(async () => {
        await press(reader, 'Keep as PDF');
        await reader.page.getByRole('button', { name: 'Go on where I was' }).waitFor();
        expect(await reader.page.locator('html').getAttribute('lang')).toBe('en');
        expect(await reader.page.locator(':focus').innerText()).toMatch(/Too many requests come from your network/);
        await sound(reader);
      });
      await press(reader, 'Go on where I was');
      expect([await heading(reader), await hidden(reader)]).toEqual(['Your result', expect.arrayContaining(before)]);
    }
  });

  test('the other languages go on from there', async () => {
    await open(plain);
    await press(plain, 'Louer un logement');
    await usedUp(() => press(plain, 'Oui'));
    await press(plain, 'Auf Deutsch');
    expect([await plain.page.locator('html').getAttribute('lang'), await hidden(plain)]).toEqual(['de', expect.arrayContaining(['projet=rent', 'logement-trouve=oui'])]);
  });
});

describe('a file that cannot be made', () => {
  const send = (fields: readonly (readonly [string, string])[]) => fetch(`${house.origin}/simulateur/resultat.pdf`, { method: 'POST', headers: { origin: house.origin }, body: new URLSearchParams(fields.map(([name, value]) => [name, value])) });

  test.each([
    ['without a project', [['personne-age', '23']], 'Choisissez d’abord un projet'],
    ['of too many fields', Array.from({ length: 400 }, (_, at): [string, string] => ['x', String(at)]), 'Cette demande contient trop de réponses'],
  ] as const)('%s is refused in words', async (_, fields, words) => {
    const answer = await send(fields);
    expect([answer.status, answer.headers.get('content-type'), answer.headers.get('cache-control')]).toEqual([400, 'text/html; charset=utf-8', 'no-store']);
    expect(await answer.text()).toContain(words);
  });

  test('its address alone leads to the questions', async () => {
    await open(plain, '/de/simulateur/resultat.pdf');
    expect(new URL(plain.page.url()).pathname).toBe('/de/simulateur');
  });
});

describe('an answer changed from the result', () => {
  test('leads back to the result by name', async () => {
    for (const reader of [plain, scripted]) {
      await open(reader);
      await press(reader, 'Un couple qui achète');
      await reader.page.locator('.given-answers > summary').click();
      await reader.page.getByRole('button', { name: /^Modifier/ }).nth(3).click();
      expect(await reader.page.getByRole('button', { name: 'Question précédente' }).count()).toBe(0);
      await press(reader, 'Revenir au résultat');
      expect(await heading(reader)).toBe('Votre résultat');
    }
  });

  test('has before it the question that was asked before it', async () => {
    await open(plain);
    await press(plain, 'Acheter mon logement');
    const asked: string[] = [];
    for (; asked.length < 5;) {
      asked.push(await heading(plain));
      await press(plain, 'Je ne sais pas');
    }
    await press(plain, 'Voir le résultat maintenant');
    await plain.page.locator('.given-answers > summary').click();
    const trail = (await hidden(plain)).filter((field) => field.startsWith('suite=')).map((field) => field.slice('suite='.length));
    await plain.page.locator(`button[value="modifier:${trail[3]}"]`).click();
    expect(await heading(plain)).toBe(asked[3]);
    await press(plain, 'Question précédente');
    expect(await heading(plain)).toBe(asked[2]);
  });
});

test('a number that must be whole is asked for as one, with an example of its kind', async () => {
  await open(plain);
  await press(plain, 'Louer un logement');
  await until(plain, 'form.question input[inputmode=decimal]');
  expect(await plain.page.locator('#unite').innerText()).toBe('ans');
  for (const wrong of ['-3,5x', '18,5']) {
    await plain.page.locator('#reponse').fill(wrong);
    await press(plain, 'Continuer');
    expect(await main(plain)).toContain('Écrivez un nombre entier, comme 23.');
  }
});

test('how much is left is heard with the question', async () => {
  await open(plain);
  await press(plain, 'Louer un logement');
  const described = await plain.page.locator('h1').getAttribute('aria-describedby');
  expect(await plain.page.locator(`#${described}`).innerText()).toMatch(/^Encore \d+ questions/);
});

test('no answer went to the log, nor into an address that the house was asked', () => expect(readers.traces()).toEqual([]));
