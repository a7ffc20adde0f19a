import { afterAll, describe, expect, test } from 'vitest';
import { axeViolations, mainText, overflow, type Visitor } from './support/browser.ts';
import { openHouse } from './support/house.ts';
import { everyPage, missingPages } from './support/pages.ts';
import { openVisits } from './support/visits.ts';

const { house, reader, plain, close } = await openVisits();
afterAll(close);

const pages = await everyPage();

/** The page as it stands is accessible and fits its window, at a desk and on a phone. */
async function expectSound(visited: Visitor): Promise<void> {
  const { page } = visited;
  for (const width of [1280, 390]) {
    await page.setViewportSize({ width, height: 850 });
    expect(await axeViolations(page), `axe at ${width} px`).toEqual([]);
    expect(await overflow(page), `overflow at ${width} px`).toBe(0);
  }
  // A desk's window enlarged four times.
  await page.setViewportSize({ width: 320, height: 640 });
  expect(await overflow(page), 'overflow at 320 px').toBe(0);
  await page.setViewportSize({ width: 1280, height: 850 });
  expect(visited.complaints()).toEqual([]);
}

describe('every page', () => {
  const titles = new Map<string, string>();

  test.each(pages)('%s is accessible, quiet and whole, on a desk, a phone, twice as large, and without scripts', async (path) => {
    const response = await reader.page.goto(house.origin + path);
    expect(response?.status()).toBe(200);
    await expectSound(reader);
    const text = await mainText(reader.page);
    // Twice the size in a window of 1280 px.
    await reader.page.setViewportSize({ width: 640, height: 425 });
    expect(await overflow(reader.page), 'overflow at twice the size').toBe(0);
    expect(await mainText(reader.page)).toBe(text);
    await reader.page.setViewportSize({ width: 1280, height: 850 });
    expect(await reader.page.locator('h1').count()).toBe(1);
    expect(await reader.page.locator('html').getAttribute('lang')).toBe(/^\/(en|de)(?:\/|$)/.exec(path)?.[1] ?? 'fr');
    titles.set(path, await reader.page.title());

    await plain.page.goto(house.origin + path);
    expect(await mainText(plain.page)).toBe(text);
    expect(plain.complaints()).toEqual([]);
  });

  test('each has a title of its own', () => {
    const french = [...titles].filter(([path]) => !path.startsWith('/en') && !path.includes('?'));
    expect(new Set(french.map(([, title]) => title)).size).toBe(french.length);
  });
});

describe('addresses that lead nowhere', () => {
  test.each(missingPages)('%s answers 404 in the shell', async (path) => {
    const response = await reader.page.goto(house.origin + path);
    expect(response?.status()).toBe(404);
    expect(await reader.page.locator('header > nav').count()).toBe(1);
    await expectSound(reader);
  });

  test('a commune of elsewhere is said to be elsewhere, with the list of those from here', async () => {
    for (const path of ['/observatoire/communes/75056', '/observatoire?commune=75056']) {
      expect((await plain.page.goto(house.origin + path))?.status()).toBe(404);
      expect(await plain.page.locator('h1').innerText()).toBe('Cette commune n’est pas dans ce territoire');
    }
    await plain.page.click('main a[href="/plan-du-site#communes"]');
    expect(await plain.page.locator('#communes').count()).toBe(1);
  });

  test('a code mistyped by a digit is answered with its neighbours', async () => {
    await plain.page.goto(`${house.origin}/observatoire/communes/57464`);
    expect(await plain.page.locator('main').innerText()).toContain('Metz (57463)');
  });
});

test('a page that fails answers 500 in the shell, with the number of its request', async () => {
  const broken = await openHouse({
    empty: true,
    change: (app) => ({ ...app, indicators: { ...app.indicators, read: () => Promise.reject(new Error('no figures today')) } }),
  });
  try {
    const response = await reader.page.goto(`${broken.origin}/observatoire`);
    expect(response?.status()).toBe(500);
    const number = response?.headers()['x-request-id'] ?? '';
    expect(number).not.toBe('');
    expect(await reader.page.locator('main').innerText()).toContain(number);
    expect(await reader.page.content()).not.toContain('no figures today');
    expect(await axeViolations(reader.page)).toEqual([]);
  } finally {
    reader.complaints();
    await broken.close();
  }
});
