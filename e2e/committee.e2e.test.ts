import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import ExcelJS from 'exceljs';
import JSZip from 'jszip';
import { extractText, getDocumentProxy } from 'unpdf';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { launchBrowser, overflow, pictureTextSizes, visitor, type Visitor } from './support/browser.ts';
import { openHouse } from './support/house.ts';

/** The figures that the committee reads on screen, against each file that the same page gives. */
interface ScreenFigure { indicator: string; label: string; value: string }

let house: Awaited<ReturnType<typeof openHouse>>;
let browser: Awaited<ReturnType<typeof launchBrowser>>;
let reader: Visitor;
let figures: ScreenFigure[];
let contentId: string;

const plain = (text: string): string => text.replaceAll(/[\s\u00a0\u202f]+/g, ' ').trim();
const tight = (text: string): string => text.replaceAll(/[\s\u00a0\u202f\u00ad-]+/g, '');
const file = async (format: string): Promise<Buffer> => {
  const response = await fetch(`${house.origin}/comite.${format}`);
  expect(response.status).toBe(200);
  return Buffer.from(await response.arrayBuffer());
};

beforeAll(async () => {
  [house, browser] = await Promise.all([openHouse(), launchBrowser()]);
  reader = await visitor(browser, house.origin, { width: 1280, javaScript: false });
  await reader.page.goto(`${house.origin}/comite`);
  figures = [];
  for (const row of await reader.page.locator('li[data-indicator]').all()) {
    figures.push({
      indicator: (await row.getAttribute('data-indicator')) ?? '',
      label: plain(await row.locator('h3 a').innerText()),
      value: plain(await row.locator('[data-value]').innerText()),
    });
  }
  contentId = (await reader.page.locator('main').innerText()).match(/[0-9a-f]{12}/)?.[0] ?? '';
});

afterAll(async () => {
  await browser?.close();
  await house?.close();
});

describe('the committee’s page', () => {
  test('shows 8 to 12 figures and a content id', () => {
    expect(figures.length).toBeGreaterThanOrEqual(8);
    expect(figures.length).toBeLessThanOrEqual(12);
    expect(contentId).toMatch(/^[0-9a-f]{12}$/);
  });

  test('draws each series and the map, with their values behind', async () => {
    await reader.page.goto(`${house.origin}/comite`);
    const cards = await reader.page.locator('li[data-indicator]').evaluateAll((all) => all.map((card) => ({ drawn: card.querySelectorAll('.pack-trend svg').length, table: card.querySelectorAll('details tbody tr').length })));
    const drawn = cards.filter((card) => card.drawn === 1);
    expect(drawn.length).toBeGreaterThanOrEqual(5);
    // Two values make no trend, and still have their table.
    expect(drawn.every(({ table }) => table >= 3)).toBe(true);
    const map = reader.page.locator('.pack-map');
    const areas = await map.locator('.picture-wide [data-area]').count();
    expect(areas).toBe(house.app.territory.currentCommunes.length);
    expect(await map.locator('details tbody tr').count()).toBe(areas);
  });

  test('the map, its figure and the observatory show one period', async () => {
    await reader.page.goto(`${house.origin}/comite`);
    const figure = plain(await reader.page.locator('li[data-indicator="private.structuralVacancy"] .pack-unit').innerText()).replace('logements, ', '');
    expect(plain(await reader.page.locator('#carte').innerText())).toContain(`par commune, ${figure}`);
    await reader.page.locator('.pack-map .screen-only a').click();
    expect(plain(await reader.page.locator('h1').innerText())).toContain(figure);
  });

  test('on paper, neither buttons nor folded tables, and where the page for paper is', async () => {
    const desk = await visitor(browser, house.origin, { width: 1280 });
    await desk.page.goto(`${house.origin}/comite`);
    expect(await desk.page.locator('.print-only').isVisible()).toBe(false);
    await desk.page.emulateMedia({ media: 'print' });
    expect(await desk.page.locator('.pack-files').isVisible()).toBe(false);
    expect(await desk.page.locator('details:visible').count()).toBe(0);
    expect(await desk.page.locator('.print-only').innerText()).toContain('/comite.pdf');
    expect(await desk.page.locator('.pack-trend svg:visible').count()).toBeGreaterThanOrEqual(5);
    const pages = (await desk.page.pdf({ format: 'A4', preferCSSPageSize: true })).toString('latin1').match(/\/Type\s*\/Page\b(?!s)/g);
    expect(pages?.length).toBeLessThanOrEqual(2);
    await desk.context.close();
  });

  test('on a phone, one column that holds in the window', async () => {
    const phone = await visitor(browser, house.origin, { width: 390, javaScript: false });
    await phone.page.goto(`${house.origin}/comite`);
    expect(await overflow(phone.page)).toBe(0);
    const lefts = await phone.page.locator('li[data-indicator]').evaluateAll((cards) => cards.map((card) => card.getBoundingClientRect().left));
    expect(new Set(lefts).size).toBe(1);
    expect(await phone.page.locator('.pack-map .picture-narrow').isVisible()).toBe(true);
    await phone.context.close();
  });

  test.each([
    ['on a desk', 1280, 'screen'], ['on a phone', 390, 'screen'],
    // A4 between its margins.
    ['on paper', 680, 'print'],
  ] as const)('%s, the map’s words are readable', async (_where, width, media) => {
    const visited = await visitor(browser, house.origin, { width, javaScript: false });
    await visited.page.goto(`${house.origin}/comite`);
    await visited.page.emulateMedia({ media });
    const sizes = await pictureTextSizes(visited.page);
    expect(sizes.length).toBeGreaterThan(3);
    expect(Math.min(...sizes)).toBeGreaterThanOrEqual(12);
    await visited.context.close();
  });

  test('a headline that counts invented actions says so', async () => {
    await reader.page.goto(`${house.origin}/comite`);
    expect(await reader.page.locator('.lead .demonstration').innerText()).toBe('Démonstration');
  });

  test('the English page says that the documents are in French', async () => {
    await reader.page.goto(`${house.origin}/en/comite`);
    expect(await reader.page.locator('main').innerText()).toContain('The committee’s page and its documents are in French.');
  });

  test('says each figure as its own card does', async () => {
    for (const figure of figures) {
      await reader.page.goto(`${house.origin}/observatoire/indicateurs/${figure.indicator}`);
      expect(plain(await reader.page.locator('main').innerText()), figure.label).toContain(figure.value);
    }
  });

  test('and its PDF, tagged, say the same', async () => {
    const bytes = await file('pdf');
    const { text } = await extractText(await getDocumentProxy(new Uint8Array(bytes)), { mergePages: true });
    for (const figure of figures) expect(tight(text), figure.label).toContain(tight(figure.value));
    expect(text).toContain(contentId);
    const folder = mkdtempSync(join(tmpdir(), 'ancrage-pdf-'));
    writeFileSync(join(folder, 'comite.pdf'), bytes);
    const info = execFileSync('pdfinfo', [join(folder, 'comite.pdf')], { encoding: 'utf8' });
    rmSync(folder, { recursive: true });
    expect(info).toMatch(/Tagged:\s+yes/);
    expect(info).toMatch(/Pages:\s+1\n/);
  });

  test('and its slides say the same', async () => {
    const archive = await JSZip.loadAsync(await file('pptx'));
    const slides = Object.keys(archive.files).filter((name) => /^ppt\/slides\/slide\d+\.xml$/.test(name));
    const text = (await Promise.all(slides.map((name) => archive.file(name)!.async('text')))).join(' ').replaceAll(/<[^>]+>/g, ' ');
    for (const figure of figures) expect(tight(text), figure.label).toContain(tight(figure.value));
    expect(text).toContain(contentId);
    expect(Object.keys(archive.files).some((name) => /^ppt\/charts\/chart\d+\.xml$/.test(name))).toBe(true);
  });

  test('and its workbook say the same', async () => {
    const book = new ExcelJS.Workbook();
    await book.xlsx.load((await file('xlsx')) as unknown as ArrayBuffer);
    const cells: string[] = [];
    book.eachSheet((sheet) => sheet.eachRow((row) => row.eachCell((cell) => cells.push(tight(cell.text)))));
    for (const figure of figures) expect(cells.some((cell) => cell.includes(tight(figure.value))), `${figure.label}: ${figure.value}`).toBe(true);
    expect(cells.some((cell) => cell.includes(contentId))).toBe(true);
  });
});

describe('a territory that has little', () => {
  test('its figures without any value stand in one line, with the files that give them', async () => {
    const bare = await openHouse({ territory: '245400676' });
    try {
      await reader.page.goto(`${bare.origin}/comite`);
      const main = plain(await reader.page.locator('main').innerText());
      expect(main).toContain('Comité de pilotage : suivi de la convention');
      expect(main.split('Chiffres non disponibles').length - 1).toBe(1);
      expect(main).toContain('sources à importer');
      // None of those has a card.
      const values = await reader.page.locator('[data-value]').allInnerTexts();
      expect(values.length).toBeGreaterThan(0);
      expect(values.filter((value) => value === 'non disponible')).toEqual([]);
      expect(main).not.toMatch(/Metz|PLH|Action Logement/);
      await reader.page.goto(bare.origin);
      const home = plain(await reader.page.locator('main').innerText());
      expect(home).not.toMatch(/Metz|Action Logement/);
      expect(await reader.page.locator('.headline-value').count()).toBeGreaterThan(0);
    } finally {
      await bare.close();
    }
  });
});
