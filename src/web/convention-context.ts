import type { App } from '../composition.ts';
import { readConvention, type Convention } from '../steering/index.ts';

/** The served territory's convention, null without a file; a broken file comes as its problems, for the page to say. */
export function conventionOf(app: App): { convention: Convention | null; problems: string[] } {
  const read = readConvention(app.territory, new Set(app.indicators.definitions.map((one) => one.id)));
  return read.ok ? { convention: read.value, problems: [] } : { convention: null, problems: read.error.problems };
}
