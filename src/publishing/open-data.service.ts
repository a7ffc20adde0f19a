import type { IndicatorDefinition, IndicatorRegistry } from '../indicators/index.ts';
import { listDatasets, type Dataset } from '../observatory/index.ts';
import type { Clock } from '../platform/clock.ts';
import type { Db } from '../platform/database/database.ts';
import type { Territory } from '../territory/index.ts';
import { inDataset, openDatasets, type OpenDataset } from './open-data.catalogue.ts';
import { isOpen, type OpenLine } from './open-data.rules.ts';

/** What publishing needs of the open house. */
export interface PublishingHouse {
  db: Db;
  clock: Clock;
  territory: Territory;
  indicators: IndicatorRegistry;
}

/** One dataset as it can be given: its lines, and what they come from. */
export interface PublishedDataset {
  about: OpenDataset;
  lines: readonly OpenLine[];
  definitions: readonly IndicatorDefinition[];
  /** Files that its figures come from. */
  from: readonly Dataset[];
  /** Figures left out because a source's licence does not let others use them. */
  notOpen: number;
  /** First and last periods, as years. */
  years: { first: string; last: string } | null;
}

/** The datasets that have something to give; with slugs, these only. All are read at one moment. */
export async function readOpenData(house: PublishingHouse, slugs?: readonly string[]): Promise<PublishedDataset[]> {
  const { db, territory, indicators } = house;
  const asOf = house.clock.now();
  const asked = openDatasets.filter(({ slug }) => slugs === undefined || slugs.includes(slug));
  const ids = indicators.definitions.filter((definition) => asked.some((one) => inDataset(one, definition))).map(({ id }) => id);
  const [readings, datasets] = await Promise.all([indicators.read(db, { territory, asOf, indicators: ids }), listDatasets(db, asOf)]);
  const byIndicator = Map.groupBy(readings, (reading) => reading.indicator);
  return asked.flatMap((about) => {
    const definitions = indicators.definitions.filter((definition) => inDataset(about, definition));
    const all = definitions.flatMap((definition) => (byIndicator.get(definition.id) ?? []).map((reading): OpenLine => (
      { definition, reading, place: territory.communes.get(reading.area)?.name ?? territory.name })));
    const lines = all.filter(({ reading }) => isOpen(reading));
    if (lines.length === 0) return [];
    const used = new Set(lines.flatMap(({ reading }) => reading.datasets.map(({ id }) => id)));
    const years = [...new Set(lines.map(({ reading }) => reading.period.slice(0, 4)))].toSorted();
    const given = new Set(lines.map(({ definition }) => definition.id));
    return [{
      about, lines, definitions: definitions.filter(({ id }) => given.has(id)), from: datasets.filter(({ id }) => used.has(id)),
      notOpen: all.filter(({ reading }) => reading.datasets.length > 0).length - lines.length,
      years: years.length > 0 ? { first: years[0]!, last: years.at(-1)! } : null,
    }];
  });
}
