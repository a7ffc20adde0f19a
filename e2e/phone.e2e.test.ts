import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { cutFigures, launchBrowser, overflow, pictureTextSizes, visitor, type Visitor } from './support/browser.ts';
import { openHouse, type House } from './support/house.ts';

let house: House;
let browser: Browser;
let phone: Visitor;

beforeAll(async () => {
  [house, browser] = await Promise.all([openHouse(), launchBrowser()]);
  phone = await visitor(browser, house.origin, { width: 390, javaScript: false });
});

afterAll(async () => {
  await browser?.close();
  await house?.close();
});

describe('on a phone', () => {
  test.each(['/', '/regles', '/observatoire', '/convention', '/en/regles'])('%s: the doors are folded above the page, one key away and without scripts', async (path) => {
    const { page } = phone;
    await page.goto(house.origin + path);
    expect((await page.locator('.site-header').boundingBox())?.height).toBeLessThan(170);
    const menu = page.locator('.site-menu');
    await menu.locator('summary').focus();
    await page.keyboard.press('Enter');
    expect(await menu.getByRole('navigation').last().getByRole('link').count()).toBeGreaterThan(5);
    expect(await menu.getByRole('searchbox').isVisible()).toBe(true);
    expect(await page.locator('#search').isVisible()).toBe(false);
    expect(await overflow(page)).toBe(0);
  });

  test.each(['/', '/sources', '/convention', '/comite'])('%s: no table hides a column, and each cell says its own', async (path) => {
    await phone.page.goto(house.origin + path);
    expect(await phone.page.locator('table.stack-on-phone').count()).toBeGreaterThan(0);
    const found = await phone.page.evaluate(() => ({
      hidden: [...document.querySelectorAll('.scroll-x')].filter((region) => region.scrollWidth > region.clientWidth).length,
      outside: [...document.querySelectorAll('.stack-on-phone tbody td')].filter((cell) => cell.getBoundingClientRect().right > innerWidth).length,
      unnamed: [...document.querySelectorAll('.stack-on-phone tbody td')].filter((cell) => !(getComputedStyle(cell, '::before').content.length > 4)).length,
    }));
    expect(found).toEqual({ hidden: 0, outside: 0, unnamed: 0 });
    expect(await phone.page.getByRole('table').first().getByRole('columnheader').count()).toBeGreaterThan(2);
    expect(await phone.page.getByRole('table').first().getByRole('cell').count()).toBeGreaterThan(0);
  });

  test.each([390, 320])('a sheet cuts no number and no word at %i px', async (width) => {
    await phone.page.setViewportSize({ width, height: 850 });
    for (const code of ['57463', '57512']) {
      await phone.page.goto(`${house.origin}/observatoire/communes/${code}`);
      expect(await cutFigures(phone.page)).toEqual([]);
    }
    await phone.page.setViewportSize({ width: 390, height: 850 });
  });

  test.each(['/observatoire', '/observatoire?indicateur=private.structuralVacancyRate', '/observatoire?indicateur=income.median&affichage=barres', '/observatoire/communes/57463', '/observatoire/indicateurs/population.municipal'])('the pictures of %s are readable', async (path) => {
    await phone.page.goto(house.origin + path);
    const sizes = await pictureTextSizes(phone.page);
    expect(sizes.length).toBeGreaterThan(3);
    expect(Math.min(...sizes)).toBeGreaterThan(11);
  });
});

describe('on paper and in forced colours', () => {
  test.each(['57463', '57512'])('the sheet of %s is two pages', async (code) => {
    const desk = await visitor(browser, house.origin, { width: 1280 });
    await desk.page.goto(`${house.origin}/observatoire/communes/${code}`);
    const pdf = (await desk.page.pdf({ format: 'A4', preferCSSPageSize: true })).toString('latin1');
    expect(pdf.match(/\/Type\s*\/Page\b(?!s)/g)).toHaveLength(2);
    await desk.context.close();
  });

  test('the observatory’s map stands under its title, on the first page', async () => {
    const paper = await visitor(browser, house.origin, { width: 680 });
    await paper.page.emulateMedia({ media: 'print' });
    for (const indicator of ['private.structuralVacancy', 'income.median', 'zoning.abc']) {
      await paper.page.goto(`${house.origin}/observatoire?indicateur=${indicator}`);
      const map = await paper.page.locator('.observatory-picture svg:visible').boundingBox();
      // A4 less its margins: 265 mm.
      expect((map?.y ?? 0) + (map?.height ?? Infinity), indicator).toBeLessThan(265 * (96 / 25.4));
      expect(Math.min(...await pictureTextSizes(paper.page))).toBeGreaterThanOrEqual(12);
    }
    await paper.context.close();
  });

  test('the states’ shapes and the demonstration’s mark are printed', async () => {
    await phone.page.goto(`${house.origin}/convention`);
    const printed = await phone.page.evaluate(() => [
      ...[...document.querySelectorAll('.state')].map((state) => getComputedStyle(state, '::before').printColorAdjust),
      ...[...document.querySelectorAll('.demonstration')].map((mark) => getComputedStyle(mark).printColorAdjust),
    ]);
    expect(new Set(printed)).toEqual(new Set(['exact']));
  });

  test('forced colours underline the current door only', async () => {
    await phone.page.emulateMedia({ forcedColors: 'active' });
    await phone.page.goto(`${house.origin}/convention`);
    const borders = await phone.page.locator('.site-menu .site-door a').evaluateAll((links) => links.map((link) => [link.getAttribute('aria-current') === 'page', getComputedStyle(link).borderBottomWidth]));
    expect(borders.filter(([current]) => current)).toEqual([[true, '4px']]);
    expect(borders.filter(([current]) => !current).every(([, width]) => width === '0px')).toBe(true);
    await phone.page.emulateMedia({ forcedColors: 'none' });
  });
});
