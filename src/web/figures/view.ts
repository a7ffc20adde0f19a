import type { App } from '../../composition.ts';
import { openingPeriod, periodsOf, saysSomething, type IndicatorDefinition, type Reading } from '../../indicators/index.ts';
import type { SourceDescription } from '../../observatory/index.ts';
import { perimeterOf } from '../../territory/index.ts';
import { readIndicators, sourcesOf } from './data.ts';
import { firstIndicator, type ObservatoryQuery } from './query.rules.ts';
import { exclusionsOf, rowsOf, sortRows, type CommuneRow, type Exclusions } from './rows.rules.ts';

/** One indicator of a territory, as the observatory and its file show it. */
export interface ObservatoryView {
  definition: IndicatorDefinition;
  /** Oldest first; empty when no dataset gives the indicator. */
  periods: string[];
  period: string | null;
  /** A period that was asked and that this indicator does not have. */
  periodMissing: string | null;
  rows: CommuneRow[];
  /** The territory's reading of the period. */
  territory: Reading | undefined;
  exclusions: Exclusions;
  /** The selected commune's line, if one is selected. */
  selected: CommuneRow | undefined;
  /** Readings over time of the selected commune, else of the territory. */
  trend: Reading[];
  /** What to import when nothing is loaded. */
  sources: SourceDescription[];
}

/** Computes the view that the address asks for; nothing when the indicator is unknown. */
export async function observatoryView(app: App, query: ObservatoryQuery): Promise<ObservatoryView | null> {
  const definition = query.indicator === null ? firstIndicator(app.indicators.definitions) : app.indicators.find(query.indicator);
  if (!definition) return null;
  const readings = await readIndicators(app, [definition.id]);
  const periods = periodsOf(readings.filter(saysSomething));
  const asked = query.period !== null && periods.includes(query.period) ? query.period : null;
  const period = asked ?? openingPeriod(readings) ?? null;
  const perimeter = new Set(period === null ? [] : perimeterOf(app.territory, Number(period.slice(0, 4))).communes);
  const ofPeriod = readings.filter((reading) => reading.period === (period ?? ''));
  const rows = rowsOf(ofPeriod.filter((reading) => reading.level === 'commune'), app.territory.communes, perimeter);
  const selected = rows.find((row) => row.code === query.commune);
  const trendArea = selected?.code ?? app.territory.code;
  return {
    definition,
    periods,
    period,
    periodMissing: query.period !== null && asked === null && period !== null ? query.period : null,
    rows: sortRows(rows, query.sort, query.order, definition.categoryOrder),
    territory: ofPeriod.find((reading) => reading.level === 'intercommunality'),
    exclusions: exclusionsOf(rows),
    selected,
    trend: readings.filter((reading) => reading.area === trendArea && periods.includes(reading.period)).toSorted((a, b) => a.period.localeCompare(b.period)),
    sources: sourcesOf(definition),
  };
}
