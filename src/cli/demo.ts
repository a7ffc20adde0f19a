import type { App } from '../composition.ts';
import * as observatory from '../observatory/index.ts';

type SeedIfEmpty = (app: App, report: (line: string) => void) => Promise<unknown>;

/** Loads the demonstration territory into an empty database. */
export async function seedDemo(app: App, report: (line: string) => void): Promise<void> {
  const { seedIfEmpty } = observatory as { seedIfEmpty?: SeedIfEmpty };
  await seedIfEmpty?.(app, report);
}
