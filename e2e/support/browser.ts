import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core';
import { chromiumPath } from '../../scripts/support/system-tools.ts';

/** Debian's Chromium, silent on the network, with settings of its own where a reader has some. */
export const launchBrowser = (...settings: readonly string[]): Promise<Browser> =>
  chromium.launch({
    executablePath: chromiumPath(),
    args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync', ...settings],
  });

export interface Visitor {
  page: Page;
  context: BrowserContext;
  /** Whether its pages run scripts. */
  scripts: boolean;
  /** What went wrong since the last call: console errors, refused resources, requests to another site. */
  complaints(): string[];
}

/** A reader with a screen of `width`, whose page is watched. */
export async function visitor(browser: Browser, origin: string, options: { width: number; javaScript?: boolean }): Promise<Visitor> {
  const context = await browser.newContext({ viewport: { width: options.width, height: 850 }, javaScriptEnabled: options.javaScript ?? true, locale: 'fr-FR', reducedMotion: 'reduce' });
  const page = await context.newPage();
  let found: string[] = [];
  page.on('console', (message) => {
    // A page that answers 404 or 500 on purpose is no complaint; its missing parts would be.
    if (message.type() === 'error' && !(message.text().startsWith('Failed to load resource') && message.location().url === page.url())) found.push(`console: ${message.text()}`);
  });
  page.on('pageerror', (error) => found.push(`script: ${error.message}`));
  page.on('request', (request) => {
    if (!request.url().startsWith(`${origin}/`) && !request.url().startsWith('data:')) found.push(`third party: ${request.url()}`);
  });
  page.on('requestfailed', (request) => {
    const reason = request.failure()?.errorText ?? '';
    // Going to another page cuts what the former one was still fetching.
    if (reason !== 'net::ERR_ABORTED') found.push(`failed: ${request.url()} ${reason}`);
  });
  return {
    page,
    context,
    scripts: options.javaScript ?? true,
    complaints: () => {
      const seen = found;
      found = [];
      return seen;
    },
  };
}

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** Violations of the page as it stands, one line each. The engine comes through the debugger, so that the page's own policy stays in force. */
export async function axeViolations(page: Page): Promise<string[]> {
  await page.evaluate(axeSource);
  const results = await page.evaluate<AxeResults, string[]>((runOnly) => (globalThis as unknown as { axe: { run(context: Document, options: object): Promise<AxeResults> } }).axe.run(document, { runOnly, resultTypes: ['violations'] }), tags);
  return results.violations.map((violation) => `${violation.id}: ${violation.help} (${violation.nodes.map((node) => node.html.slice(0, 120)).slice(0, 3).join(' | ')})`);
}

/** Pixels that the page is wider than its window. */
export const overflow = (page: Page): Promise<number> => page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

/** Words that lie over others in a part of the page, in pairs. */
export const overlaps = (page: Page, part: string): Promise<string[]> => page.locator(part).evaluate((root) => {
  const words: { text: string; box: DOMRect }[] = [];
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (!node.textContent?.trim() || !node.parentElement?.checkVisibility() || node.parentElement.closest('.visually-hidden')) continue;
    const range = document.createRange();
    range.selectNodeContents(node);
    for (const box of range.getClientRects()) if (box.width > 0) words.push({ text: node.textContent.trim(), box });
  }
  const over = (a: DOMRect, b: DOMRect): boolean => Math.min(a.right, b.right) - Math.max(a.left, b.left) > 1 && Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 4;
  return words.flatMap((one, at) => words.slice(at + 1).filter((other) => other.text !== one.text && over(one.box, other.box)).map((other) => `${one.text} / ${other.text}`));
});

/** What a reader reads in the page's main part, without what only serves scripts; pictures are drawn apart for a phone. */
export const mainText = async (page: Page): Promise<string> => {
  const text = await page.locator('main').evaluate((main) => {
    const pictures = [...main.querySelectorAll<HTMLElement>('.picture-wide, .picture-narrow')];
    for (const picture of pictures) picture.style.display = 'none';
    const read = (main as HTMLElement).innerText;
    for (const picture of pictures) picture.style.display = '';
    return read;
  });
  return text.replaceAll(/\s+/g, ' ').replace(/ ?(Imprimer la fiche|Print the sheet)/, '').trim();
};

/** Sizes in pixels of the words of the pictures that show. */
export const pictureTextSizes = (page: Page): Promise<number[]> => page.evaluate(() =>
  [...document.querySelectorAll<SVGTextElement>('main svg text')].filter((text) => text.getBoundingClientRect().width > 0)
    .map((text) => Number.parseFloat(getComputedStyle(text).fontSize) * (text.getScreenCTM()?.a ?? 1)));

/** Figures of which a number, or a word, is cut by the end of a line. */
export const cutFigures = (page: Page): Promise<string[]> => page.evaluate(() => {
  const cut: string[] = [];
  for (const figure of document.querySelectorAll('main .figures, main .no-figure')) {
    const walker = document.createTreeWalker(figure, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      for (const word of (node.textContent ?? '').matchAll(/[^ ]+/g)) {
        const range = document.createRange();
        range.setStart(node, word.index);
        range.setEnd(node, word.index + word[0].trimEnd().length);
        const lines = new Set([...range.getClientRects()].filter(({ width }) => width > 0).map(({ top }) => Math.round(top)));
        if (lines.size > 1) cut.push(word[0]);
      }
    }
  }
  return cut;
});
