import { expect } from 'vitest';
import { axeViolations, overflow, type Visitor } from './browser.ts';

/** The page as it stands is accessible, fits at a desk, on a phone and enlarged fourfold, and nothing complained on the way. */
export async function expectSound(visitor: Visitor): Promise<void> {
  const { page, scripts } = visitor;
  for (const width of [1280, 390]) {
    await page.setViewportSize({ width, height: 850 });
    // The engine needs timers, which a page without scripts does not have; the page is the same.
    if (scripts) expect(await axeViolations(page), `${page.url()} at ${width} px`).toEqual([]);
    expect(await overflow(page), `${page.url()} at ${width} px`).toBe(0);
  }
  await page.setViewportSize({ width: 320, height: 640 });
  expect(await overflow(page), `${page.url()} at 320 px`).toBe(0);
  await page.setViewportSize({ width: 1280, height: 850 });
  expect(visitor.complaints()).toEqual([]);
}
