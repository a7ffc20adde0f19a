import type { App } from '../../composition.ts';
import { latest, type IndicatorDefinition, type Reading } from '../../indicators/index.ts';
import { readIndicators } from './data.ts';
import { says } from './rows.rules.ts';

export interface TerritorySheet {
  code: string;
  name: string;
  communes: { code: string; name: string }[];
  /** Each indicator that a source gives for the whole territory, with its last figure. */
  figures: { definition: IndicatorDefinition; reading: Reading }[];
}

/** Everything known of the territory as a whole, in one reading of the indicators. */
export async function territorySheet(app: App): Promise<TerritorySheet> {
  const { territory } = app;
  const byIndicator = Map.groupBy(await readIndicators(app), ({ indicator }) => indicator);
  return {
    code: territory.code, name: territory.name,
    communes: territory.currentCommunes.map((code) => ({ code, name: territory.communes.get(code)?.name ?? code })).toSorted((a, b) => a.name.localeCompare(b.name, 'fr')),
    figures: app.indicators.definitions.flatMap((definition) => {
      const reading = latest(byIndicator.get(definition.id) ?? [], territory.code);
      return reading && says(reading) ? [{ definition, reading }] : [];
    }),
  };
}
