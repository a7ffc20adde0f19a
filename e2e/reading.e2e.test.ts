import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { axeViolations, launchBrowser, overflow, overlaps, visitor, type Visitor } from './support/browser.ts';
import { openHouse, type House } from './support/house.ts';
import { press } from './support/simulator.ts';

let house: House;

beforeAll(async () => { house = await openHouse({ empty: true }); });
afterAll(() => house?.close());

const unfold = ({ page }: Visitor) => page.locator('details').evaluateAll((all) => all.forEach((one) => { (one as HTMLDetailsElement).open = true; }));

describe('on a phone, with letters twice as large', () => {
  let browser: Browser;
  let phone: Visitor;

  beforeAll(async () => {
    browser = await launchBrowser('--blink-settings=defaultFontSize=32');
    phone = await visitor(browser, house.origin, { width: 390 });
  });
  afterAll(() => browser?.close());

  test.each(['/simulateur', '/de/simulateur', '/regles', '/regles/visale', '/en/regles/visale', '/regles/plafonds-plus', '/'])('%s fits its window, and no words lie over others', async (path) => {
    await phone.page.goto(house.origin + path);
    expect([await overflow(phone.page), await overlaps(phone.page, '.site-header')]).toEqual([0, []]);
    await unfold(phone);
    expect([await overflow(phone.page), await overlaps(phone.page, '.site-header')]).toEqual([0, []]);
  });

  test('a journey fits its window to its result', async () => {
    await phone.page.goto(`${house.origin}/simulateur`);
    await press(phone, 'Louer un logement');
    await press(phone, 'Oui');
    for (let asked = 0; asked < 6; asked++) {
      expect([await overflow(phone.page), await overlaps(phone.page, '.site-header')]).toEqual([0, []]);
      await press(phone, 'Je ne sais pas');
    }
    await press(phone, 'Voir le résultat maintenant');
    await unfold(phone);
    expect(await overflow(phone.page)).toBe(0);
  });
});

describe('by ear', () => {
  let browser: Browser;
  let phone: Visitor;

  beforeAll(async () => {
    browser = await launchBrowser();
    phone = await visitor(browser, house.origin, { width: 390 });
  });
  afterAll(() => browser?.close());

  test.each(['/en/regles/plafonds-plus', '/de/regles/visale', '/regles/visale'])('%s names its tables and cells in their language', async (path) => {
    await phone.page.goto(house.origin + path);
    await unfold(phone);
    const regions = await phone.page.locator('main .scroll-x').evaluateAll((all) => all.map((region) => [region.hasAttribute('aria-label'), document.getElementById(region.getAttribute('aria-labelledby') ?? '')?.tagName]));
    expect(regions.length).toBeGreaterThan(0);
    expect(regions.filter(([labelled, by]) => labelled || by !== 'CAPTION')).toEqual([]);
    // A style cannot say in which language a word is: a French one stands in the page.
    const heads = await phone.page.locator('main th[scope=col][lang]').allTextContents();
    const printed = await phone.page.locator('main td').evaluateAll((all) => all.map((cell) => cell.getAttribute('data-label')));
    expect(printed.filter((label) => label !== null && heads.includes(label))).toEqual([]);
    const spoken = await phone.page.locator('main .cell-label').evaluateAll((all) => all.map((one) => [one.checkVisibility(), one.getAttribute('lang') ?? document.documentElement.lang]));
    expect(spoken.filter(([visible, lang]) => !visible || (path.includes('plafonds') && lang !== 'fr'))).toEqual([]);
    expect(await phone.page.locator('main pre[tabindex]').count()).toBe(0);
    expect(await axeViolations(phone.page)).toEqual([]);
  });

  test('a cell does not repeat its column’s name at a desk', async () => {
    const desk = await visitor(browser, house.origin, { width: 1280 });
    await desk.page.goto(`${house.origin}/en/regles/plafonds-plus`);
    await unfold(desk);
    expect(await desk.page.locator('main .cell-label').filter({ visible: true }).count()).toBe(0);
    expect(await desk.page.locator('main .cell-label').count()).toBeGreaterThan(0);
  });
});

describe('on paper', () => {
  let browser: Browser;
  let paper: Visitor;

  beforeAll(async () => {
    browser = await launchBrowser();
    paper = await visitor(browser, house.origin, { width: 680 });
    await paper.page.emulateMedia({ media: 'print' });
  });
  afterAll(() => browser?.close());

  test('the first page prints no title over nothing', async () => {
    await paper.page.goto(`${house.origin}/simulateur`);
    expect(await paper.page.locator('main h2').filter({ visible: true }).count()).toBe(0);
  });

  test('a question prints its answers', async () => {
    await paper.page.emulateMedia({ media: 'screen' });
    await paper.page.goto(`${house.origin}/simulateur`);
    await press(paper, 'Louer un logement');
    await paper.page.emulateMedia({ media: 'print' });
    expect(await paper.page.locator('.big-choices button').filter({ visible: true }).allInnerTexts()).toEqual(['Oui', 'Non']);
    expect(await paper.page.getByRole('button', { name: /Je ne sais pas|Voir le résultat/ }).filter({ visible: true }).count()).toBe(0);
  });

  test('a rule keeps a name with its table, and leaves its code on the screen', async () => {
    await paper.page.goto(`${house.origin}/regles/visale`);
    expect(await paper.page.locator('main pre').filter({ visible: true }).count()).toBe(0);
    expect(await paper.page.getByText('Le texte de la règle').filter({ visible: true }).count()).toBe(0);
    const breaks = await paper.page.locator('main summary').evaluateAll((all) => all.map((one) => getComputedStyle(one).breakAfter));
    expect(new Set(breaks)).toEqual(new Set(['avoid']));
  });
});
