import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import ExcelJS from 'exceljs';
import JSZip from 'jszip';
import { extractText, getDocumentProxy } from 'unpdf';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { launchBrowser, visitor, type Visitor } from './support/browser.ts';
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
  for (const row of await reader.page.locator('tr[data-indicator]').all()) {
    figures.push({
      indicator: (await row.getAttribute('data-indicator')) ?? '',
      label: plain(await row.locator('th a').innerText()),
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
