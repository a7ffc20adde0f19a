import { boundsOf, cellText, number, seriesBreaks, spansYears, type Cell, type IndicatorDefinition, type Reading, type SeriesBreak } from '../indicators/index.ts';
import { formatNumber, formatPercent, formatPeriod, percentOf } from '../platform/i18n/format.ts';
import { perimeterOf, type Territory } from '../territory/index.ts';
import type { PackPoint, PackTrend } from './pack.content.ts';
import { packTexts } from './pack.texts.ts';

/** Below this relative change a figure is said stable. */
const STABLE = 0.01;
/** How far back a change is stated. */
const YEARS_BACK = 5;

export interface TrendInput {
  territory: Pick<Territory, 'code' | 'currentCommunes' | 'changes' | 'listYear'>;
  /** Of the indicator, the communes' too: a change is added up again where the perimeter changed. */
  readings: readonly Reading[];
}

/** The territory's series of one indicator, and what may be said of it. */
export function trendOf(definition: IndicatorDefinition, input: TrendInput): PackTrend {
  const series = trimmed(input.readings.filter((one) => one.area === input.territory.code).toSorted((a, b) => a.period.localeCompare(b.period)));
  if (definition.unit === 'category' || !series.some((one) => one.cell.kind !== 'missing')) {
    return { points: [], breaks: [], direction: null, text: packTexts.noSeries };
  }
  const points = series.map((one): PackPoint => ({ period: one.period, label: formatPeriod(one.period, 'fr'), cell: one.cell, text: cellText(one.cell, definition, 'fr') }));
  const breaks = seriesBreaks(definition, series);
  return { points, breaks: breaks.map(({ period, text }) => ({ period, text: text.fr })), ...changeOf(definition, series, breaks, input) };
}

/** Periods without any word from the source at either end say nothing. */
function trimmed(series: readonly Reading[]): Reading[] {
  const said = (one: Reading): boolean => one.cell.kind !== 'missing';
  return series.slice(Math.max(0, series.findIndex(said)), series.findLastIndex(said) + 1);
}

type Change = Pick<PackTrend, 'direction' | 'text'>;

const nothing = (text: string): Change => ({ direction: null, text });

function changeOf(definition: IndicatorDefinition, series: readonly Reading[], breaks: readonly SeriesBreak[], input: TrendInput): Change {
  const last = series.at(-1);
  const base = last && series.find((one) => yearOf(one) >= yearOf(last) - YEARS_BACK && one.cell.kind !== 'missing' && one.cell.kind !== 'secret');
  if (!last || !base || base === last) return nothing(packTexts.noTrend);
  if (breaks.some(({ kind, period }) => kind === 'method' && base.period < period)) return nothing(packTexts.trendWithCare);
  if (!changedPerimeter(base, last, input)) return between(base.cell, last.cell, definition, base.period) ?? nothing(packTexts.trendUnknown);
  const count = last.perimeter?.communes ?? 0;
  const change = atConstantPerimeter(definition, base, last, input);
  if (change) return { ...change, text: packTexts.constantPerimeter(change.text, count) };
  return nothing((spansYears(definition.id) ? packTexts.ownPerimeters : packTexts.notComparable)(base.perimeter?.communes ?? 0, count));
}

const yearOf = (reading: Reading): number => Number(reading.period.slice(0, 4));

const communesOf = ({ perimeter }: Reading, input: TrendInput): readonly string[] => (perimeter ? perimeterOf(input.territory, perimeter.year).communes : []);

function changedPerimeter(base: Reading, last: Reading, input: TrendInput): boolean {
  return base.perimeter?.communes !== last.perimeter?.communes || communesOf(base, input).toSorted().join() !== communesOf(last, input).toSorted().join();
}

/** The last perimeter's communes added up at both ends; null where one of them has no number, or where nothing adds up. */
function atConstantPerimeter(definition: IndicatorDefinition, base: Reading, last: Reading, input: TrendInput): Change | null {
  if (!definition.additive || definition.territoryValue !== 'computed') return null;
  const communes = communesOf(last, input);
  const sumAt = (period: string): number | null => {
    const found = new Map(input.readings.flatMap((one) => (one.period === period ? [[one.area, one.cell]] : [])));
    const values = communes.flatMap((code) => valueOf(found.get(code)) ?? []);
    return values.length === communes.length ? values.reduce((total, value) => total + value, 0) : null;
  };
  const [from, to] = [sumAt(base.period), sumAt(last.period)];
  return from === null || to === null ? null : between(number(from), number(to), definition, base.period);
}

/** A commune that the source need not list has none. */
function valueOf(cell: Cell | undefined): number | null {
  if (cell?.kind === 'missing' && cell.reason === 'noneListed') return 0;
  return cell?.kind === 'number' ? cell.value : null;
}

function between(from: Cell, to: Cell, definition: IndicatorDefinition, since: string): Change | null {
  const direction = directionBetween(from, to, definition.unit === 'fraction');
  if (direction === null) return null;
  const label = formatPeriod(since, 'fr');
  return { direction, text: direction === 'stable' ? packTexts.stableSince(label) : packTexts.since(changeText(from, to, definition, direction), label) };
}

/** Up or down only when every value that the bounds allow says so. */
function directionBetween(from: Cell, to: Cell, inPoints: boolean): PackTrend['direction'] {
  const [before, after] = [boundsOf(from), boundsOf(to)];
  if (!before || !after) return null;
  const margin = (value: number): number => (inPoints ? 0.001 : Math.abs(value) * STABLE);
  if (after.low > before.high + margin(before.high)) return 'up';
  if (after.high < before.low - margin(before.low)) return 'down';
  return from.kind === 'number' && to.kind === 'number' ? 'stable' : null;
}

function changeText(from: Cell, to: Cell, definition: IndicatorDefinition, direction: 'up' | 'down'): string {
  if (from.kind !== 'number' || to.kind !== 'number') return direction === 'up' ? 'en hausse' : 'en baisse';
  const sign = direction === 'up' ? '+' : '';
  if (definition.unit === 'fraction') {
    const points = percentOf(to.value - from.value);
    return `${sign}${formatNumber(points, 1, 'fr')}\u00a0point${Math.abs(points) >= 2 ? 's' : ''}`;
  }
  if (from.value === 0) return direction === 'up' ? 'en hausse' : 'en baisse';
  return `${sign}${formatPercent((to.value - from.value) / Math.abs(from.value), 1, 'fr')}`;
}
