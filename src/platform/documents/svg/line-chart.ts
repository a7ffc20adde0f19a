import { round, svgElement, svgPicture, svgText, svgTitle, textWidth, type Picture, type Svg } from './element.ts';
import { hiddenStyle, label, secretPattern, typeOf } from './marks.ts';
import type { Paint } from './palette.ts';
import { extentOf, isValued, linear, niceTicks, roomy, timeOf, type ChartCell } from './scale.ts';

export interface LinePoint {
  /** Year or day; places the point in time. */
  period: string;
  /** The period as read. */
  label: string;
  cell: ChartCell;
  /** The value as read: the chart never writes a number of its own. */
  text: string;
}

export interface LineChart extends Picture {
  /** Oldest first. */
  points: readonly LinePoint[];
  width: number;
  height: number;
  paint: Paint;
  /** How an axis mark is written. */
  tick: (value: number) => string;
  /** A level to reach, drawn across. */
  target?: { value: number; text: string };
  /** Periods from which figures are no longer comparable with those before (perimeter, method): the line stops there. */
  breaks?: readonly { period: string; text: string }[];
  /** Only the line and its last point, for a row of a table. */
  compact?: boolean;
  /** Drawn for a phone: larger type, for a width of about 340. */
  narrow?: boolean;
  /** What the axis spans at least; never less than a tenth of the values, so that a stable figure looks stable. */
  leastSpan?: number;
}

interface Frame {
  left: number;
  right: number;
  top: number;
  bottom: number;
  ticks: number[];
  /** Sizes of the axes' type and of the direct label's. */
  small: number;
  strong: number;
  x: (period: string) => number;
  y: (value: number) => number;
}

/** Fewer values than this are dots: two points make no trend. */
const LEAST_POINTS = 3;

/**
 * A trend. The vertical axis need not start at zero, so it is always labelled; an interval is a band; secret and missing
 * periods keep their place on the axis with their own mark, and the line stops before them and at every break.
 */
export function lineChart(chart: LineChart): string {
  const frame = frameOf(chart);
  const parts = [
    svgElement('defs', {}, [secretPattern(chart.id, chart.paint)]),
    ...(chart.compact ? [] : axes(chart, frame)),
    ...breakMarks(chart, frame),
    ...targetLine(chart, frame),
    ...runs(chart).flatMap((run) => drawRun(run, chart, frame)),
    ...chart.points.flatMap((point, at) => drawPoint(point, at === lastShown(chart.points), chart, frame)),
  ];
  return svgPicture(chart, chart, parts);
}

function frameOf(chart: LineChart): Frame {
  const { small, strong } = typeOf(chart.narrow);
  const values = extentOf([...chart.points.map((point) => point.cell), ...(chart.target ? [{ kind: 'number' as const, value: chart.target.value }] : [])]) ?? [0, 1];
  const extent = roomy(values, chart.leastSpan);
  const ticks = niceTicks(extent[0], extent[1], 3);
  const bounds: [number, number] = chart.compact ? extent : [ticks[0] ?? 0, ticks.at(-1) ?? 1];
  const last = textWidth(chart.points.at(-1)?.text ?? '', strong);
  const margin = chart.compact
    ? { left: 3, right: 4, top: 3.5, bottom: 3.5 }
    : { left: Math.max(...ticks.map((tick) => textWidth(chart.tick(tick), small))) + 10, right: besideLast(last, chart) ? 16 + last : 12, top: small + 10, bottom: small + 14 };
  const [left, right, top, bottom] = [margin.left, chart.width - margin.right, margin.top, chart.height - margin.bottom];
  const times = chart.points.map((point) => timeOf(point.period));
  const time = linear([Math.min(...times), Math.max(...times)], times.length > 1 ? [left + 4, right - 4] : [(left + right) / 2, (left + right) / 2]);
  return { left, right, top, bottom, ticks, small, strong, x: (period) => time(timeOf(period)), y: linear(bounds, [bottom, top]) };
}

/** The last value stands beside its point, or above it where it would take too much of the width. */
const besideLast = (width: number, chart: LineChart): boolean => width < chart.width * 0.25;

function axes(chart: LineChart, frame: Frame): Svg[] {
  const { small, ticks } = frame;
  const grid = ticks.flatMap((tick) => [
    svgElement('line', { x1: frame.left, x2: frame.right, y1: frame.y(tick), y2: frame.y(tick), stroke: chart.paint.line, 'stroke-width': tick === 0 ? 1.2 : 0.6 }),
    label({ x: frame.left - 6, y: frame.y(tick) + small / 3, text: chart.tick(tick), size: small, anchor: 'end', fill: chart.paint.muted }),
  ]);
  let free = -Infinity;
  const last = chart.points.at(-1);
  const periods = chart.points.flatMap((point) => {
    const half = textWidth(point.label, small) / 2;
    const at = Math.min(Math.max(frame.x(point.period), half), chart.width - half);
    const blocksLast = point !== last && last !== undefined && at + half + 8 > Math.min(frame.x(last.period), chart.width - textWidth(last.label, small) / 2) - textWidth(last.label, small) / 2;
    if (at - half < free || blocksLast) return [];
    free = at + half + 8;
    return [label({ x: at, y: chart.height - 7, text: point.label, size: small, anchor: 'middle', fill: chart.paint.muted })];
  });
  return [...grid, ...periods];
}

/** A mark at each break; what changes there is said in words beside the chart. */
function breakMarks(chart: LineChart, frame: Frame): Svg[] {
  const style = chart.compact ? { stroke: chart.paint.line, 'stroke-width': 0.8 } : { stroke: chart.paint.muted, 'stroke-width': 0.9, 'stroke-dasharray': '2 2' };
  return breaksOf(chart).map((mark) => {
    const x = breakPosition(mark.period, chart, frame);
    return svgElement('line', { x1: x, x2: x, y1: frame.top - (chart.compact ? 2 : 6), y2: frame.bottom + (chart.compact ? 2 : 0), ...style, 'data-break': mark.period }, [svgElement('title', {}, [svgText(mark.text)])]);
  });
}

/** One mark for each period, whatever changes there. */
function breaksOf(chart: LineChart): { period: string; text: string }[] {
  const byPeriod = new Map<string, string[]>();
  for (const { period, text } of chart.breaks ?? []) byPeriod.set(period, [...(byPeriod.get(period) ?? []), text]);
  return [...byPeriod].map(([period, texts]) => ({ period, text: texts.join(', ') })).toSorted((a, b) => a.period.localeCompare(b.period));
}

/** Half-way between the last comparable point and the first that no longer is. */
function breakPosition(period: string, chart: LineChart, frame: Frame): number {
  const at = chart.points.findIndex((point) => point.period >= period);
  const before = chart.points[at - 1];
  return before ? (frame.x(before.period) + frame.x(period)) / 2 : frame.x(period);
}

function targetLine(chart: LineChart, frame: Frame): Svg[] {
  if (!chart.target) return [];
  const y = frame.y(chart.target.value);
  const line = svgElement('line', { x1: frame.left, x2: frame.right, y1: y, y2: y, stroke: chart.paint.accent, 'stroke-width': chart.compact ? 1 : 1.6, 'stroke-dasharray': '5 3', 'data-target': chart.target.value });
  return chart.compact ? [line] : [line, label({ x: frame.left + 4, y: y - 5, text: chart.target.text, size: frame.small, fill: chart.paint.ink, halo: chart.paint.paper })];
}

type Run = { kind: 'number' | 'interval'; points: LinePoint[] };

/** Neighbours of the same form that may be joined: nothing joins across a gap or a break. */
function runs(chart: LineChart): Run[] {
  const made: Run[] = [];
  for (const [at, point] of chart.points.entries()) {
    const { kind } = point.cell;
    if (kind !== 'number' && kind !== 'interval') continue;
    const open = made.at(-1);
    const breaksHere = (chart.breaks ?? []).some((mark) => mark.period === point.period);
    if (open && open.kind === kind && !breaksHere && open.points.at(-1) === chart.points[at - 1]) open.points.push(point);
    else made.push({ kind, points: [point] });
  }
  return made;
}

const isTrend = (chart: LineChart): boolean => chart.points.filter(({ cell }) => isValued(cell)).length >= LEAST_POINTS;

function drawRun(run: Run, chart: LineChart, frame: Frame): Svg[] {
  const joined = isTrend(chart) && run.points.length > 1;
  if (run.kind === 'interval') return drawBand(run.points, joined, chart, frame);
  if (!joined) return [];
  const path = run.points.map((point, at) => `${at === 0 ? 'M' : 'L'}${round(frame.x(point.period))} ${round(frame.y(point.cell.kind === 'number' ? point.cell.value : 0))}`).join('');
  return [svgElement('path', { d: path, fill: 'none', stroke: chart.paint.structure, 'stroke-width': chart.compact ? 1.5 : 2.2, 'stroke-linejoin': 'round', 'stroke-linecap': 'round' })];
}

function drawBand(points: readonly LinePoint[], joined: boolean, chart: LineChart, frame: Frame): Svg[] {
  const bounds = points.flatMap(({ period, cell }) => (cell.kind === 'interval' ? [{ x: frame.x(period), ...ends(cell, frame) }] : []));
  const stems = bounds.map(({ x, low, high }) => svgElement('line', { x1: x, x2: x, y1: low, y2: high, stroke: chart.paint.structure, 'stroke-width': chart.compact ? 3 : 5, 'stroke-linecap': 'round', opacity: joined ? 0.55 : 0.8 }));
  if (!joined) return stems;
  const outline = [...bounds.map(({ x, high }) => [x, high] as const), ...bounds.toReversed().map(({ x, low }) => [x, low] as const)];
  const path = `${outline.map(([x, y], at) => `${at === 0 ? 'M' : 'L'}${round(x)} ${round(y)}`).join('')}Z`;
  return [svgElement('path', { d: path, fill: chart.paint.structure, opacity: 0.2, stroke: 'none' }), ...stems];
}

/** A side that nothing bounds goes on to the drawing's edge. */
const ends = (cell: Extract<ChartCell, { kind: 'interval' }>, frame: Frame): { low: number; high: number } =>
  ({ low: cell.low === null ? frame.bottom + 2 : frame.y(cell.low), high: cell.high === null ? frame.top - 4 : frame.y(cell.high) });

/** The last period that shows a value or a bound: where the direct label stands. */
const lastShown = (points: readonly LinePoint[]): number => points.findLastIndex((point) => isValued(point.cell));

function drawPoint(point: LinePoint, isLast: boolean, chart: LineChart, frame: Frame): Svg[] {
  const x = frame.x(point.period);
  const named = { 'data-period': point.period, 'data-kind': point.cell.kind };
  const title = svgTitle(point.label, point.text, chart);
  if (point.cell.kind === 'secret' || point.cell.kind === 'missing') {
    const size = chart.compact ? 3 : 6;
    return [svgElement('rect', { ...named, x: x - size / 2, y: frame.bottom - size / 2, width: size, height: size, rx: point.cell.kind === 'missing' ? size / 2 : 0, ...hiddenStyle(point.cell.kind, chart.id, chart.paint) }, [title])];
  }
  if (point.cell.kind === 'category') return [];
  const y = frame.y(point.cell.kind === 'number' ? point.cell.value : point.cell.low ?? point.cell.high);
  const alone = chart.compact && !(isTrend(chart) && runs(chart).some((run) => run.points.length > 1 && run.points.includes(point)));
  const radius = isLast ? (chart.compact ? 2.6 : 4.5) : chart.compact ? (alone ? 1.3 : 0) : 2.6;
  const dot = point.cell.kind === 'number' && radius > 0
    ? [svgElement('circle', { ...named, cx: x, cy: y, r: radius, fill: isLast ? chart.paint.accent : chart.paint.structure, stroke: isLast ? chart.paint.structure : undefined, 'stroke-width': isLast ? (chart.compact ? 1 : 1.6) : undefined }, [title])]
    : [svgElement('circle', { ...named, cx: x, cy: y, r: chart.compact ? 0 : 4, fill: 'none' }, [title])];
  if (!isLast || chart.compact) return dot;
  const text = { text: point.text, size: frame.strong, weight: 600, fill: chart.paint.ink };
  if (besideLast(textWidth(point.text, frame.strong), chart)) return [...dot, label({ ...text, x: x + 9, y: y + frame.strong / 3 })];
  const above = point.cell.kind === 'interval' ? ends(point.cell, frame).high : y;
  return [...dot, label({ ...text, x: chart.width - 3, y: Math.max(above - 9, frame.top - 1), anchor: 'end', halo: chart.paint.paper })];
}
