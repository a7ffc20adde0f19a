import type { Browser } from 'playwright-core';
import { launchBrowser, visitor, type Visitor } from './browser.ts';
import { openHouse, type House } from './house.ts';

export interface Visits {
  house: House;
  browser: Browser;
  /** At a desk, with scripts. */
  reader: Visitor;
  /** At a desk, without scripts. */
  plain: Visitor;
  close: () => Promise<void>;
}

/** The house open, and two readers at its door. */
export async function openVisits(): Promise<Visits> {
  const [house, browser] = await Promise.all([openHouse(), launchBrowser()]);
  const [reader, plain] = await Promise.all([true, false].map((javaScript) => visitor(browser, house.origin, { width: 1280, javaScript }))) as [Visitor, Visitor];
  return {
    house, browser, reader, plain,
    close: async () => {
      await browser.close();
      await house.close();
    },
  };
}
