import { cellText, latest, missing, missingReasonText, perimeterText, periodText, unitAfter, type Cell, type DatasetReference, type IndicatorDefinition, type MissingReason, type Reading } from '../indicators/index.ts';
import { formatPeriod } from '../platform/i18n/format.ts';
import type { Territory } from '../territory/index.ts';
import type { Convention } from './convention.schema.ts';
import type { PackFigure } from './pack.content.ts';
import { packState, packTarget } from './pack.target.rules.ts';
import { packTexts } from './pack.texts.ts';
import { trendOf } from './pack.trend.rules.ts';

export interface FigureInput {
  territory: Pick<Territory, 'code' | 'communes' | 'currentCommunes' | 'changes' | 'listYear'>;
  convention: Convention | null;
  /** The open-data sources, imported or not, by id. */
  sources: ReadonlyMap<string, { title: string; origin: string }>;
}

/** One figure of the territory, ready to be laid out; a figure that is missing says why and what to do. */
export function packFigure(definition: IndicatorDefinition, readings: readonly Reading[], input: FigureInput): PackFigure {
  const own = readings.filter((one) => one.indicator === definition.id);
  const ofTerritory = own.filter((one) => one.area === input.territory.code).toSorted((a, b) => a.period.localeCompare(b.period));
  const shown = latest(own, input.territory.code);
  const range = shown ? null : rangeOf(definition, own, input);
  const cell = shown?.cell ?? missing(reasonOf(definition, ofTerritory.at(-1)?.cell, range !== null));
  const target = packTarget(definition, input.convention);
  const state = packState(cell, target, definition.direction);
  const period = shown?.period ?? range?.period ?? null;
  const trend = trendOf(definition, { territory: input.territory, readings: own });
  return {
    indicator: definition.id, label: definition.label.fr, unit: definition.unit, digits: definition.digits, cell, available: isAvailable(cell, range !== null),
    value: cellText(cell, definition, 'fr'), unitAfter: isKnown(cell) ? unitAfter(definition.unit, 'fr') : '',
    period, periodLabel: period ? periodText(definition.id, period, 'fr') : '',
    target, trend, state,
    source: shown ? sourceLine([shown], perimeterText(shown, 'fr')) : range ? sourceLine(range.readings) : packTexts.expectedSource(sourceTitles(definition, input)),
    origin: [...new Set(definition.sources.flatMap((id) => input.sources.get(id)?.origin ?? []))].join(' ; '),
    note: noteOf(definition, cell, { range: range?.text, undecided: target.kind === 'fixed' && cell.kind === 'interval' && state === null }),
  };
}

const isKnown = (cell: Cell): boolean => cell.kind === 'number' || cell.kind === 'interval';

/** Nothing imported gives it: a sentence that names it says as much as a row. */
const isAvailable = (cell: Cell, hasRange: boolean): boolean => hasRange || cell.kind !== 'missing' || (cell.reason !== 'notLoaded' && cell.reason !== 'notInSource');

/** Titles of the sources that would give an indicator. */
export const sourceTitles = (definition: Pick<IndicatorDefinition, 'sources'>, input: Pick<FigureInput, 'sources'>): string[] => definition.sources.map((id) => input.sources.get(id)?.title ?? id);

function reasonOf(definition: IndicatorDefinition, last: Cell | undefined, communesKnown: boolean): MissingReason {
  if (last?.kind === 'missing') return last.reason;
  if (!communesKnown) return 'notLoaded';
  return definition.territoryValue === 'never' ? 'neverAggregated' : 'partial';
}

function noteOf(definition: IndicatorDefinition, cell: Cell, known: { range: string | undefined; undecided: boolean }): string | null {
  if (known.undecided) return packTexts.undecided;
  if (cell.kind === 'secret') return definition.secrecy?.fr ?? null;
  if (cell.kind !== 'missing') return definition.methodBreaks?.text.fr ?? null;
  switch (cell.reason) {
    case 'notLoaded': return packTexts.import;
    case 'noneListed':
    case 'notInSource': return packTexts.importOther;
    case 'neverAggregated': return known.range ?? packTexts.neverAggregated;
    default: return packTexts.missing(missingReasonText(cell.reason, 'fr'));
  }
}

/** A line never begins with the dot. */
const SEPARATOR = '\u00a0· ';

/** "RPLS · 2024 · 46 communes": source, vintage, perimeter; without a perimeter, the values are the communes' own. */
export const sourceLine = (readings: readonly Pick<Reading, 'datasets'>[], perimeter: string | null = null): string =>
  [vintages(readings.flatMap((one) => one.datasets)), perimeter ?? packTexts.communesEach].filter(Boolean).join(SEPARATOR);

/** Each source once, with the vintages that were used, unless its title says them: "LOVAC · 2024, 2025". */
function vintages(datasets: readonly DatasetReference[]): string {
  const byTitle = new Map<string, Set<string>>();
  for (const one of datasets) byTitle.set(one.title, (byTitle.get(one.title) ?? new Set()).add(one.vintage));
  const written = (title: string, found: ReadonlySet<string>): string => [...found].toSorted().map((vintage) => formatPeriod(vintage, 'fr')).filter((vintage) => !title.includes(vintage)).join(', ');
  return [...byTitle].map(([title, found]) => [title, written(title, found)].filter(Boolean).join(SEPARATOR)).toSorted().join(' ; ');
}

/** From the lowest to the highest commune, where no figure exists for the territory as a whole. */
function rangeOf(definition: IndicatorDefinition, own: readonly Reading[], input: FigureInput): { period: string; text: string; readings: Reading[] } | null {
  const current = new Set(input.territory.currentCommunes);
  const valued = own.flatMap((one) => (current.has(one.area) && one.cell.kind === 'number' ? [{ reading: one, value: one.cell.value }] : []));
  const period = valued.map(({ reading }) => reading.period).toSorted().at(-1);
  const ordered = valued.filter(({ reading }) => reading.period === period).toSorted((a, b) => a.value - b.value || a.reading.area.localeCompare(b.reading.area));
  const [lowest, highest] = [ordered[0], ordered.at(-1)];
  if (period === undefined || !lowest || !highest) return null;
  const name = ({ reading }: { reading: Reading }): string => input.territory.communes.get(reading.area)?.name ?? reading.area;
  const text = packTexts.range(cellText(lowest.reading.cell, definition, 'fr'), name(lowest), cellText(highest.reading.cell, definition, 'fr'), name(highest), formatPeriod(period, 'fr'));
  return { period, text, readings: ordered.map(({ reading }) => reading) };
}
