import { cellText, type Cell, type IndicatorDefinition, type Reading } from '../indicators/index.ts';
import { formatNumber, formatPercent, formatPeriod, percentOf } from '../platform/i18n/format.ts';
import type { PackPoint, PackTrend } from './pack.content.ts';
import { packTexts } from './pack.texts.ts';

/** Below this relative change a figure is said stable. */
const STABLE = 0.01;
/** How far back a change is stated. */
const YEARS_BACK = 5;

/** Sources whose method changes from one vintage to the next, as their publishers warn: no change is stated from them. */
const changingMethods: ReadonlySet<string> = new Set(['lovac']);

/** Whether two periods of an indicator must not be compared without care. */
export const comparesWithCare = (definition: Pick<IndicatorDefinition, 'sources'>): boolean => definition.sources.some((source) => changingMethods.has(source));

/** The territory's series of one indicator, and what may be said of it. */
export function trendOf(definition: IndicatorDefinition, readings: readonly Reading[]): PackTrend {
  const series = trimmed(readings.toSorted((a, b) => a.period.localeCompare(b.period)));
  if (definition.unit === 'category' || !series.some((one) => one.cell.kind !== 'missing')) {
    return { points: [], breaks: [], direction: null, text: packTexts.noSeries };
  }
  const points = series.map((one): PackPoint => ({ period: one.period, label: formatPeriod(one.period, 'fr'), cell: one.cell, text: cellText(one.cell, definition, 'fr') }));
  return { points, breaks: breaksOf(series), ...changeOf(definition, series) };
}

/** Periods without any word from the source at either end say nothing. */
function trimmed(series: readonly Reading[]): Reading[] {
  const said = (one: Reading): boolean => one.cell.kind !== 'missing';
  return series.slice(Math.max(0, series.findIndex(said)), series.findLastIndex(said) + 1);
}

function breaksOf(series: readonly Reading[]): PackTrend['breaks'] {
  return series.flatMap((one, at) => {
    const before = series[at - 1]?.perimeter?.communes;
    const now = one.perimeter?.communes;
    return before !== undefined && now !== undefined && before !== now ? [{ period: one.period, text: packTexts.perimeterBreak(now) }] : [];
  });
}

function changeOf(definition: IndicatorDefinition, series: readonly Reading[]): Pick<PackTrend, 'direction' | 'text'> {
  const last = series.at(-1);
  const base = last && series.find((one) => yearOf(one) >= yearOf(last) - YEARS_BACK && one.cell.kind !== 'missing' && one.cell.kind !== 'secret');
  if (!last || !base || base === last) return { direction: null, text: packTexts.noTrend };
  if (comparesWithCare(definition)) return { direction: null, text: packTexts.trendWithCare };
  const direction = directionBetween(base.cell, last.cell, definition.unit === 'fraction');
  if (direction === null) return { direction, text: packTexts.trendUnknown };
  const since = formatPeriod(base.period, 'fr');
  const said = direction === 'stable' ? packTexts.stableSince(since) : packTexts.since(changeText(base.cell, last.cell, definition, direction), since);
  const [from, to] = [base.perimeter?.communes, last.perimeter?.communes];
  return { direction, text: from !== undefined && to !== undefined && from !== to ? `${said} (${packTexts.perimeterChanged(from, to)})` : said };
}

const yearOf = (reading: Reading): number => Number(reading.period.slice(0, 4));

/** Up or down only when every value that the bounds allow says so. */
function directionBetween(from: Cell, to: Cell, inPoints: boolean): PackTrend['direction'] {
  const [before, after] = [boundsOf(from), boundsOf(to)];
  if (!before || !after) return null;
  const margin = inPoints ? 0.001 : Math.abs(before.low) * STABLE;
  if (after.low > before.high + margin) return 'up';
  if (after.high < before.low - margin) return 'down';
  return from.kind === 'number' && to.kind === 'number' ? 'stable' : null;
}

function boundsOf(cell: Cell): { low: number; high: number } | null {
  if (cell.kind === 'number') return { low: cell.value, high: cell.value };
  return cell.kind === 'interval' ? { low: cell.low, high: cell.high ?? Infinity } : null;
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
