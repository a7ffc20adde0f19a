import { indicatorRegistry, type IndicatorRegistry } from './indicators/index.ts';
import { observatoryIndicatorsOf } from './observatory/index.ts';
import type { Clock } from './platform/clock.ts';
import type { Config } from './platform/config.ts';
import type { Db } from './platform/database/database.ts';
import type { Log } from './platform/log.ts';
import type { Territory } from './territory/index.ts';

/** What every door gets: the open house. */
export interface App {
  config: Config;
  db: Db;
  clock: Clock;
  log: Log;
  /** The territory that this process serves by default. */
  territory: Territory;
  /** Folder that holds `territories/<name>/`. */
  territoriesFolder: string;
  indicators: IndicatorRegistry;
}

/** Joins the areas: the only place that knows them all. */
export const composeIndicators = (territory: Pick<Territory, 'indicators'>): IndicatorRegistry => indicatorRegistry([observatoryIndicatorsOf(territory.indicators)]);
