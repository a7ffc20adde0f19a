import type { IndicatorRegistry } from '../indicators/index.ts';
import { centroidsOf, contoursOf, sourceCatalogue } from '../observatory/index.ts';
import type { Clock } from '../platform/clock.ts';
import type { Db } from '../platform/database/database.ts';
import { success, type Result } from '../platform/result.ts';
import type { Territory } from '../territory/index.ts';
import type { PackContent } from './pack.content.ts';
import type { PackFormat } from './pack.layout.ts';
import type { PackFailure } from './pack.pdf.ts';
import type { PackGeometry } from './pack.pictures.ts';
import { printed } from './pack.press.ts';
import { packContent, packIndicators } from './pack.rules.ts';
import { readConvention, type ConventionFailure } from './convention.service.ts';

/** What the pack needs of the open house. */
export interface PackHouse {
  db: Db;
  clock: Clock;
  territory: Territory;
  indicators: IndicatorRegistry;
}

export interface Pack {
  content: PackContent;
  files: { format: PackFormat; name: string; bytes: Buffer }[];
}

/** What the committee's page says today, before any layout. */
export async function readPack(house: PackHouse): Promise<Result<PackContent, ConventionFailure>> {
  const { territory, indicators } = house;
  const convention = readConvention(territory, new Set(indicators.definitions.map(({ id }) => id)));
  if (!convention.ok) return convention;
  const chosen = packIndicators(convention.value, indicators.definitions);
  const readings = await indicators.read(house.db, { territory, asOf: house.clock.now(), indicators: [...new Set([...chosen.figures, ...chosen.maps])] });
  return success(packContent({
    territory, today: house.clock.today(), convention: convention.value, definitions: indicators.definitions, readings,
    sources: new Map(sourceCatalogue.map((source) => [source.id, source])),
  }));
}

/** The committee's pack in the formats asked: one content, read once, laid out in each. */
export async function makePack(house: PackHouse, request: { formats: readonly PackFormat[] }): Promise<Result<Pack, ConventionFailure | PackFailure>> {
  const content = await readPack(house);
  if (!content.ok) return content;
  const geometry = await readPackGeometry(house);
  const files: Pack['files'] = [];
  for (const format of request.formats) {
    const bytes = await printed({ format, content: content.value, geometry, colours: house.territory.colours });
    if (!bytes.ok) return bytes;
    files.push({ format, name: `comite.${format}`, bytes: bytes.value });
  }
  return success({ content: content.value, files });
}

/** Where the communes are, for the pictures. */
export async function readPackGeometry({ db, territory, clock }: Pick<PackHouse, 'db' | 'territory' | 'clock'>): Promise<PackGeometry> {
  const [centroids, contours] = await Promise.all([centroidsOf(db, territory, clock.now()), contoursOf(db, territory, clock.now())]);
  const geometry = new Map<string, { centroid?: readonly [number, number]; polygons?: (typeof contours)[number]['polygons'] }>();
  for (const one of centroids) geometry.set(one.commune, { centroid: [one.longitude, one.latitude] });
  for (const one of contours) geometry.set(one.commune, { ...geometry.get(one.commune), polygons: one.polygons });
  return geometry;
}
