import type { App } from '../../composition.ts';
import type { IndicatorDefinition, Reading } from '../../indicators/index.ts';
import { centroidsOf, contoursOf, sourceCatalogue, type SourceDescription } from '../../observatory/index.ts';
import type { MapArea } from '../../platform/documents/svg/map-scale.ts';

export const readIndicators = (app: App, indicators?: readonly string[]): Promise<Reading[]> =>
  app.indicators.read(app.db, { territory: app.territory, asOf: app.clock.now(), ...(indicators ? { indicators } : {}) });

export type Shapes = ReadonlyMap<string, Pick<MapArea, 'centroid' | 'polygons'>>;

/** Where each commune stands, as far as centres and contours were imported. */
export async function readShapes(app: App): Promise<Shapes> {
  const [centroids, contours] = await Promise.all([
    centroidsOf(app.db, app.territory, app.clock.now()),
    contoursOf(app.db, app.territory, app.clock.now()),
  ]);
  const shapes = new Map<string, Pick<MapArea, 'centroid' | 'polygons'>>();
  for (const { commune, longitude, latitude } of centroids) shapes.set(commune, { centroid: [longitude, latitude] });
  for (const { commune, polygons } of contours) shapes.set(commune, { ...shapes.get(commune), polygons });
  return shapes;
}

/** The sources that can give an indicator, and what to ask for at each. */
export const sourcesOf = (definition: IndicatorDefinition): SourceDescription[] =>
  sourceCatalogue.filter((source) => definition.sources.includes(source.id));
