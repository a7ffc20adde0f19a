import { pino } from 'pino';
import { expect } from 'vitest';
import { axeViolations, launchBrowser, overflow, visitor, type Visitor } from './browser.ts';
import { openHouse, type House } from './house.ts';

export interface Readers {
  house: House;
  /** On a phone, with scripts and without. */
  scripted: Visitor;
  plain: Visitor;
  /** Another reader, with scripts. */
  another(): Promise<Visitor>;
  /** Lines of the log that name an answer, and addresses asked of the house that hold one. */
  traces(): string[];
  close(): Promise<void>;
}

/** The house, and two readers of the simulator on their phones. */
export async function openReaders(): Promise<Readers> {
  const logged: string[] = [];
  const asked: string[] = [];
  const log = pino({ level: 'trace' }, { write: (line: string) => void logged.push(line) });
  const [house, browser] = await Promise.all([openHouse({ empty: true, change: (app) => ({ ...app, log }) }), launchBrowser()]);
  const reader = (javaScript: boolean): Promise<Visitor> => visitor(browser, house.origin, { width: 390, javaScript });
  const [scripted, plain] = await Promise.all([reader(true), reader(false)]);
  for (const { page } of [scripted, plain]) page.on('request', (request) => asked.push(request.url()));
  return {
    house, scripted, plain, another: () => reader(true),
    traces: () => {
      expect([asked.length > 30, logged.length > 0], 'something was asked, and the log is kept').toEqual([true, true]);
      return [
        ...asked.filter((url) => /personne-|logement-|emploi-|menage-|projet=/.test(url.split('#')[0] ?? '')),
        ...logged.filter((line) => /personne-|logement-|personne \. |projet=|reponse|apprentissage/.test(line)),
      ];
    },
    close: async () => {
      await browser.close();
      await house.close();
    },
  };
}

/** The page as it stands is accessible, fits its window and complains of nothing. */
export async function sound(visited: Visitor): Promise<void> {
  const { page } = visited;
  if (visited.scripts) expect(await axeViolations(page), page.url()).toEqual([]);
  expect(await overflow(page), page.url()).toBe(0);
  expect(visited.complaints()).toEqual([]);
}

export const press = ({ page }: Visitor, name: string | RegExp): Promise<void> => page.getByRole('button', { name }).first().click();
export const heading = async ({ page }: Visitor): Promise<string> => (await page.locator('h1').innerText()).replaceAll(/\s+/g, ' ');
export const main = async ({ page }: Visitor): Promise<string> => (await page.locator('main').innerText()).replaceAll(/\s+/g, ' ');

/** The answers that a page of the simulator carries. */
export const hidden = ({ page }: Visitor): Promise<string[]> =>
  page.locator('form[data-simulation] input[type=hidden]').evaluateAll((fields) => fields.map((field) => `${(field as HTMLInputElement).name}=${(field as HTMLInputElement).value}`));

/** Passes questions over until one has a field of this kind. */
export async function until({ page }: Visitor, selector: string): Promise<void> {
  for (let asks = 0; asks < 40 && (await page.locator(selector).count()) === 0; asks++) await page.getByRole('button', { name: 'Je ne sais pas' }).click();
  expect(await page.locator(selector).count()).toBeGreaterThan(0);
}
