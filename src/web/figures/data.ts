import type { App } from '../../composition.ts';
import type { IndicatorDefinition, Reading } from '../../indicators/index.ts';
import { sourceCatalogue, type SourceDescription } from '../../observatory/index.ts';

export const readIndicators = (app: App, indicators?: readonly string[]): Promise<Reading[]> =>
  app.indicators.read(app.db, { territory: app.territory, asOf: app.clock.now(), ...(indicators ? { indicators } : {}) });

/** The sources that can give an indicator, and what to ask for at each. */
export const sourcesOf = (definition: IndicatorDefinition): SourceDescription[] =>
  sourceCatalogue.filter((source) => definition.sources.includes(source.id));
