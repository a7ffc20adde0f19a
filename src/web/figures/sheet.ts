import type { App } from '../../composition.ts';
import type { SourceDescription } from '../../observatory/index.ts';
import { latest, perimeterText, type Cell, type IndicatorDefinition, type Reading } from '../../indicators/index.ts';
import { formatInteger, formatPercent, formatPeriod, type Language } from '../../platform/i18n/format.ts';
import { observatoryMessages } from '../messages/observatory.ts';
import { readPackGeometry } from '../../steering/index.ts';
import { perimeterOf } from '../../territory/index.ts';
import { readIndicators, sourcesOf } from './data.ts';
import { comparison, locatorMap } from './pictures.ts';
import { says, standingAmong, type Standing } from './rows.rules.ts';

/** What a mayor reads first: comparable between a village and a city. */
const mainIndicators = ['population.yearlyGrowth', 'income.median', 'income.povertyRate', 'social.per100Households', 'private.structuralVacancyRate', 'rents.flat'] as const;

/** One indicator of a commune: its latest figure, and the territory's of the same period. */
export interface SheetFigure {
  definition: IndicatorDefinition;
  /** Undefined when no dataset says anything of the commune. */
  reading: Reading | undefined;
  territory: Reading | undefined;
  /** The communes that the territory's value counts, where they are not today's. */
  perimeter: string | null;
  /** A later period, in which other communes have a value and this one has none. */
  newest: string | null;
}

export interface MainFigure {
  figure: SheetFigure;
  /** Among today's communes, in the figure's own period. */
  standing: Standing;
  /** Its place on the line of all the communes. */
  picture: string | null;
}

export interface Sheet {
  code: string;
  name: string;
  /** What places the commune in a phrase: inhabitants, share, zoning. */
  facts: string[];
  locator: string | null;
  /** Today's communes of the territory. */
  communes: number;
  main: MainFigure[];
  figures: SheetFigure[];
  /** Where most figures are missing: the files that would give them. */
  toFetch: SourceDescription[];
}

/** Everything known of a commune, in one reading of the indicators. */
export async function communeSheet(app: App, code: string, language: Language): Promise<Sheet | null> {
  const commune = app.territory.communes.get(code);
  if (!commune) return null;
  const [readings, shapes] = await Promise.all([readIndicators(app), readPackGeometry(app)]);
  const byIndicator = Map.groupBy(readings, (reading) => reading.indicator);
  const communesIn = (year: number): string => perimeterOf(app.territory, year).communes.join();
  const today = communesIn(app.territory.listYear);
  const of = (definition: IndicatorDefinition): SheetFigure => {
    const own = byIndicator.get(definition.id) ?? [];
    const reading = latest(own, code);
    const territory = own.find((one) => one.area === app.territory.code && one.period === reading?.period);
    const last = own.filter((one) => one.level === 'commune' && says(one)).map((one) => one.period).toSorted().at(-1);
    return {
      definition, reading, territory,
      perimeter: territory?.perimeter && communesIn(territory.perimeter.year) !== today ? perimeterText(territory, language) : null,
      newest: reading && last !== undefined && last > reading.period ? last : null,
    };
  };
  const figures = app.indicators.definitions.filter((definition) => definition.grain === 'commune').map(of);
  const known = figures.filter((figure) => figure.reading);
  const sparse = known.length < figures.length / 2;
  const main = mainIndicators.flatMap((id) => (sparse ? known : figures).find((figure) => figure.definition.id === id) ?? []);
  return {
    code,
    name: commune.name,
    facts: factsOf(figures, language),
    locator: locatorMap(app.territory, code, shapes, language),
    communes: app.territory.currentCommunes.length,
    main: main.map((figure) => mainFigure(app, commune, figure, byIndicator, language)),
    figures: sparse ? known : figures,
    toFetch: sparse ? [...new Map(figures.filter((figure) => !figure.reading).flatMap(({ definition }) => sourcesOf(definition)).map((source) => [source.id, source])).values()] : [],
  };
}

function mainFigure(app: App, commune: { code: string; name: string }, figure: SheetFigure, byIndicator: ReadonlyMap<string, readonly Reading[]>, language: Language): MainFigure {
  const { definition, reading, territory } = figure;
  const today = new Set(app.territory.currentCommunes);
  const cells = (byIndicator.get(definition.id) ?? []).flatMap((one) => (today.has(one.area) && one.period === reading?.period ? [one.cell] : []));
  const cell: Cell = reading?.cell ?? { kind: 'missing', reason: 'notInSource' };
  const standing = standingAmong(cell, cells);
  const computed = territory && territory.cell.kind !== 'missing';
  const reference: { name: string; cell: Cell } = !computed && standing.median !== null
    ? { name: observatoryMessages[language].sheet.medianMark, cell: { kind: 'number', value: standing.median } }
    : { name: app.territory.name, cell: territory?.cell ?? { kind: 'missing', reason: 'neverAggregated' } };
  return { figure, standing, picture: reading ? comparison({ definition, territory: app.territory, language }, { ...commune, cell }, reference, cells) : null };
}

function factsOf(figures: readonly SheetFigure[], language: Language): string[] {
  const words = observatoryMessages[language].sheet;
  const find = (id: string) => figures.find((figure) => figure.definition.id === id);
  const population = find('population.municipal');
  const zone = find('zoning.abc')?.reading?.cell;
  const employment = find('zoning.employmentZone')?.reading?.cell;
  const facts: string[] = [];
  if (population?.reading?.cell.kind === 'number') {
    const inhabitants = population.reading.cell.value;
    facts.push(words.inhabitants(formatInteger(inhabitants, language), formatPeriod(population.reading.period, language)));
    if (population.territory?.cell.kind === 'number') facts.push(words.share(formatPercent(inhabitants / population.territory.cell.value, 1, language)));
  }
  if (zone?.kind === 'category') facts.push(words.zone(zone.value));
  if (employment?.kind === 'category') facts.push(words.employment(employment.value));
  return facts;
}
