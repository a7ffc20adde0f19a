import type { App } from '../../composition.ts';
import { latest, type IndicatorDefinition, type Reading } from '../../indicators/index.ts';
import { listDatasets, type Dataset, type SourceDescription } from '../../observatory/index.ts';
import type { Language } from '../../platform/i18n/format.ts';
import { readIndicators, sourcesOf } from './data.ts';
import { communeWithOf } from './name.rules.ts';
import { trendChart, type TrendDrawing } from './pictures.ts';
import { says } from './rows.rules.ts';

/** One indicator and, of one place, the figure that a reader came from with all its periods. */
export interface IndicatorCard {
  definition: IndicatorDefinition;
  sources: { source: SourceDescription; datasets: Dataset[] }[];
  /** `nameWithOf`: "de l’Eurométropole de Metz", "d’Augny". */
  place: { code: string; name: string; nameWithOf: string; isTerritory: boolean };
  /** The period asked, else the last that says something; undefined when none does. */
  reading: Reading | undefined;
  datasets: Dataset[];
  /** Newest first. */
  history: Reading[];
  trend: TrendDrawing | null;
}

/** Nothing when the indicator or the place is unknown. */
export async function indicatorCard(app: App, id: string, asked: { place: string | null; period: string | null }, language: Language): Promise<IndicatorCard | null> {
  const definition = app.indicators.find(id);
  const code = asked.place ?? app.territory.code;
  const isTerritory = code === app.territory.code;
  const name = isTerritory ? app.territory.name : app.territory.communes.get(code)?.name;
  if (!definition || name === undefined) return null;
  const [readings, datasets] = await Promise.all([readIndicators(app, [id]), listDatasets(app.db, app.clock.now())]);
  const loaded = new Set(readings.filter(says).map((reading) => reading.period));
  const own = readings.filter((reading) => reading.area === code && loaded.has(reading.period)).toSorted((a, b) => a.period.localeCompare(b.period));
  const reading = own.find((one) => one.period === asked.period) ?? latest(own, code) ?? own.at(-1);
  const drawn = definition.unit !== 'category' && own.filter(says).length > 1;
  return {
    definition,
    sources: sourcesOf(definition).map((source) => ({ source, datasets: datasets.filter((dataset) => dataset.source === source.id) })),
    place: { code, name, nameWithOf: isTerritory ? app.territory.nameWithOf : communeWithOf(name), isTerritory },
    reading,
    datasets: datasets.filter((dataset) => reading?.datasets.some((reference) => reference.id === dataset.id)),
    history: own.toReversed(),
    trend: drawn ? trendChart({ definition, territory: app.territory, language }, own, name) : null,
  };
}
