import { communeShapes, sourceCatalogue, type CommuneShape } from '../../observatory/index.ts';
import type { IndicatorDefinition, Reading } from '../../indicators/index.ts';
import type { App } from '../../composition.ts';

export const readIndicators = (app: App, indicators: readonly string[]): Promise<Reading[]> =>
  app.indicators.read(app.db, { territory: app.territory, asOf: app.clock.now(), indicators });

export const readShapes = (app: App): Promise<CommuneShape[]> => communeShapes(app.db, app.territory, app.clock.now());

/** The sources that can give an indicator, and what to ask for at each. */
export const sourcesOf = (definition: IndicatorDefinition) => sourceCatalogue.filter((source) => definition.sources.includes(source.id));
export type SourceToImport = ReturnType<typeof sourcesOf>[number];
