import type { IndicatorProvider } from '../indicators/index.ts';
import type { TerritoryIndicator } from '../territory/index.ts';
import { commutingIndicators } from './definitions/commuting.ts';
import { constructionIndicators } from './definitions/construction.ts';
import { incomeIndicators } from './definitions/income.ts';
import { localIndicator } from './definitions/local.ts';
import type { ObservatoryIndicator } from './definitions/indicator.ts';
import { populationIndicators } from './definitions/population.ts';
import { privateStockIndicators } from './definitions/private-stock.ts';
import { rentIndicators } from './definitions/rents.ts';
import { socialHousingIndicators } from './definitions/social-housing.ts';
import { zoningIndicators } from './definitions/zoning.ts';
import { computeReadings, measuresOf } from './readings.rules.ts';
import { datasetStore } from './dataset.store.ts';
import { observationStore } from './observation.store.ts';

const indicators: readonly ObservatoryIndicator[] = [
  ...populationIndicators,
  ...incomeIndicators,
  ...socialHousingIndicators,
  ...privateStockIndicators,
  ...rentIndicators,
  ...constructionIndicators,
  ...zoningIndicators,
  ...commutingIndicators,
];
/** The figures that open data gives, and those that the territory's folder defines. */
export function observatoryIndicatorsOf(own: readonly TerritoryIndicator[]): IndicatorProvider {
  const all = [...indicators, ...own.map(localIndicator)];
  const byId = new Map(all.map((one) => [one.definition.id, one]));
  return {
    definitions: all.map((one) => one.definition),
    read: async (db, { territory, asOf, indicators: asked }) => {
      const chosen = asked.flatMap((id) => byId.get(id) ?? []);
      const measures = [...new Set(chosen.flatMap((one) => measuresOf(one.formula)))];
      const areas = [...territory.communes.keys(), territory.code];
      const [observations, datasets] = await Promise.all([
        observationStore(db).latest({ areas, measures, asOf }),
        datasetStore(db).references(asOf),
      ]);
      return computeReadings({ territory, indicators: chosen, observations, datasets });
    },
  };
}
