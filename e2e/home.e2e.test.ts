import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchBrowser, visitor } from './support/browser.ts';
import { openHouse, type House } from './support/house.ts';

let house: House;
let browser: Browser;

beforeAll(async () => {
  [house, browser] = await Promise.all([openHouse(), launchBrowser()]);
});

afterAll(async () => {
  await browser?.close();
  await house?.close();
});

test('figures side by side stand on one line, and so do their labels', async () => {
  const { page, context } = await visitor(browser, house.origin, { width: 1280, javaScript: false });
  await page.goto(house.origin);
  const rows = await page.locator('.picture-row').evaluateAll((all) => all.map((row) => ['.headline-value', '.headline-label', '.headline-source'].map((part) => {
    const tops = [...row.querySelectorAll(part)].map((one) => Math.round(one.getBoundingClientRect().top));
    return { count: tops.length, lines: new Set(tops).size };
  })));
  expect(rows).toHaveLength(2);
  for (const part of rows.flat()) {
    expect(part.count).toBeGreaterThan(1);
    expect(part.lines).toBe(1);
  }
  await context.close();
});

test('on a phone, no number is cut by the end of a line', async () => {
  const { page, context } = await visitor(browser, house.origin, { width: 390, javaScript: false });
  await page.goto(house.origin);
  const cut = await page.locator('.headline-value').evaluateAll((figures) => figures.flatMap((figure) => {
    const words = document.createTreeWalker(figure, NodeFilter.SHOW_TEXT);
    const found: string[] = [];
    for (let node = words.nextNode(); node; node = words.nextNode()) {
      for (const word of (node.textContent ?? '').matchAll(/[^ ]+/g)) {
        const range = document.createRange();
        range.setStart(node, word.index);
        range.setEnd(node, word.index + word[0].length);
        if (new Set([...range.getClientRects()].map(({ top }) => Math.round(top))).size > 1) found.push(word[0]);
      }
    }
    return found;
  }));
  expect(cut).toEqual([]);
  expect(await page.locator('.headline-value').count()).toBeGreaterThan(3);
  await context.close();
});

test('the text’s figures stand under the party that they are of', async () => {
  const { page, context } = await visitor(browser, house.origin, { width: 1280, javaScript: false });
  await page.goto(house.origin);
  expect(await page.locator('.stated th[scope="rowgroup"]').allInnerTexts()).toEqual(['Metz Métropole', 'Comité régional Action Logement Grand Est']);
  await page.goto(`${house.origin}/en`);
  expect(await page.locator('main').innerText()).toMatch(/\d+\u00a0actions open; /);
  await context.close();
});
