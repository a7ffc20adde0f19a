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

test('a count of invented actions says so', async () => {
  const { page, context } = await visitor(browser, house.origin, { width: 1280, javaScript: false });
  await page.goto(house.origin);
  expect((await page.locator('.action-count').innerText()).replaceAll(/\s+/g, ' ')).toMatch(/^7 actions ouvertes ; \d actions? en retard\. Démonstration Ces actions sont inventées pour montrer le suivi\./);
  // The two counts stand on one line, on a desk and on a phone; where they do not hold, neither is cut.
  const lower = (): Promise<number> => page.locator('.action-count').evaluate((count) => (count.querySelector('.state')?.getBoundingClientRect().top ?? 0) - count.getBoundingClientRect().top);
  expect(await lower()).toBeLessThan(12);
  await page.setViewportSize({ width: 390, height: 850 });
  expect(await lower()).toBeLessThan(12);
  await page.setViewportSize({ width: 320, height: 640 });
  expect(await page.locator('.action-count .state').evaluate((late) => late.getBoundingClientRect().right)).toBeLessThan(320);
  await context.close();
});

test('on paper, three figures side by side, none cut by the end of a page', async () => {
  const { page, context } = await visitor(browser, house.origin, { width: 680 });
  await page.goto(house.origin);
  await page.emulateMedia({ media: 'print' });
  const rows = await page.locator('.picture-row').evaluateAll((all) => all.map((row) => ({
    columns: new Set([...row.children].map((card) => Math.round(card.getBoundingClientRect().left))).size,
    whole: [...row.children].every((card) => getComputedStyle(card).breakInside === 'avoid'),
  })));
  expect(rows).toEqual([{ columns: 3, whole: true }, { columns: 3, whole: true }]);
  await context.close();
});

test('one action has one word for its state and one name for its owners, on every page', async () => {
  const { page, context } = await visitor(browser, house.origin, { width: 1280, javaScript: false });
  await page.goto(`${house.origin}/convention`);
  const text = (await page.locator('main').innerText()).replaceAll(/\s+/g, ' ');
  const row = (await page.locator('#action-jeunes-actifs').innerText()).replaceAll(/\s+/g, ' ');
  expect(row).toContain('suspendue');
  expect(row).toContain('la métropole et Action Logement');
  expect(text).not.toMatch(/en pause|les deux parties/);
  // Sentences in a list keep one full stop, the last.
  expect(text).not.toMatch(/\. ;|\.\.(?!\.)/);
  await page.goto(`${house.origin}/comite`);
  expect(await page.locator('.pack-actions').innerText()).toMatch(/1\u00a0suspendue\./);
  await context.close();
});
