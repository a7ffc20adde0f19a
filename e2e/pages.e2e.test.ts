import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { axeViolations, launchBrowser, mainText, overflow, visitor, type Visitor } from './support/browser.ts';
import { openHouse, type House } from './support/house.ts';
import { everyPage, missingPages } from './support/pages.ts';

let house: House;
let browser: Browser;
let desktop: Visitor;
let phone: Visitor;
let plain: Visitor;

beforeAll(async () => {
  [house, browser] = await Promise.all([openHouse(), launchBrowser()]);
  desktop = await visitor(browser, house.origin, { width: 1280 });
  phone = await visitor(browser, house.origin, { width: 390 });
  plain = await visitor(browser, house.origin, { width: 1280, javaScript: false });
});

afterAll(async () => {
  await browser?.close();
  await house?.close();
});

const pages = await everyPage();

describe('every page', () => {
  test.each(pages)('%s is accessible, quiet and whole at 1280 and 390 px, with and without scripts', async (path) => {
    for (const reader of [desktop, phone]) {
      const response = await reader.page.goto(house.origin + path);
      expect(response?.status()).toBe(200);
      expect(await axeViolations(reader.page)).toEqual([]);
      expect(await overflow(reader.page)).toBe(0);
      expect(reader.complaints()).toEqual([]);
    }
    await plain.page.goto(house.origin + path);
    expect(await mainText(plain.page)).toBe(await mainText(desktop.page));
    expect(plain.complaints()).toEqual([]);
  });

  test.each(pages)('%s loses nothing at 200 %% zoom', async (path) => {
    await desktop.page.goto(house.origin + path);
    const whole = await mainText(desktop.page);
    await desktop.page.setViewportSize({ width: 640, height: 425 });
    expect(await overflow(desktop.page)).toBe(0);
    expect(await mainText(desktop.page)).toBe(whole);
    await desktop.page.setViewportSize({ width: 1280, height: 850 });
  });

  test('each has one heading, a title of its own and its language', async () => {
    const titles = new Map<string, string>();
    for (const path of pages) {
      await plain.page.goto(house.origin + path);
      expect(await plain.page.locator('h1').count()).toBe(1);
      expect(await plain.page.locator('html').getAttribute('lang')).toBe(path === '/en' || path.startsWith('/en/') ? 'en' : 'fr');
      if (!path.includes('?')) titles.set(path, await plain.page.title());
    }
    const french = [...titles].filter(([path]) => !path.startsWith('/en'));
    expect(new Set(french.map(([, title]) => title)).size).toBe(french.length);
  });
});

describe('addresses that lead nowhere', () => {
  test.each(missingPages)('%s answers 404 in the shell', async (path) => {
    for (const reader of [desktop, phone]) {
      const response = await reader.page.goto(house.origin + path);
      expect(response?.status()).toBe(404);
      expect(await reader.page.locator('nav').count()).toBeGreaterThan(0);
      expect(await axeViolations(reader.page)).toEqual([]);
      expect(reader.complaints()).toEqual([]);
    }
  });

  test('an unknown commune is answered with its neighbours', async () => {
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
    const response = await desktop.page.goto(`${broken.origin}/observatoire`);
    expect(response?.status()).toBe(500);
    const number = response?.headers()['x-request-id'] ?? '';
    expect(number).not.toBe('');
    expect(await desktop.page.locator('main').innerText()).toContain(number);
    expect(await desktop.page.content()).not.toContain('no figures today');
    expect(await axeViolations(desktop.page)).toEqual([]);
  } finally {
    desktop.complaints();
    await broken.close();
  }
});
