import { round, svgElement, svgPicture, svgText, textWidth, type Picture, type Svg } from './element.ts';
import { hiddenStyle, label, secretPattern } from './marks.ts';
import type { Paint } from './palette.ts';
import { extentOf, linear, niceTicks, timeOf, type ChartCell } from './scale.ts';

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
  /** Periods from which figures are no longer comparable with those before (perimeter, method). */
  breaks?: readonly { period: string; text: string }[];
  /** Only the line and its last point, for a row of a table. */
  compact?: boolean;
}

interface Frame {
  left: number;
  right: number;
  top: number;
  bottom: number;
  x: (period: string) => number;
  y: (value: number) => number;
}

/**
 * A trend. The vertical axis need not start at zero, so it is always labelled; an interval is a band; secret and missing
 * periods keep their place on the axis with their own mark, and the line stops before them.
 */
export function lineChart(chart: LineChart): string {
  const frame = frameOf(chart);
  const parts = [
    svgElement('defs', {}, [secretPattern(chart.id, chart.paint)]),
    ...(chart.compact ? [] : axes(chart, frame)),
    ...breakMarks(chart, frame),
    ...targetLine(chart, frame),
    ...runs(chart).flatMap((run) => drawRun(run, chart, frame)),
    ...acrossBreaks(chart, frame),
    ...chart.points.flatMap((point, at) => drawPoint(point, at === lastShown(chart.points), chart, frame)),
  ];
  return svgPicture(chart, chart, parts);
}

function frameOf(chart: LineChart): Frame {
  const extent = extentOf([...chart.points.map((point) => point.cell), ...(chart.target ? [{ kind: 'number' as const, value: chart.target.value }] : [])]) ?? [0, 1];
  const ticks = niceTicks(extent[0], extent[1], 3);
  const bounds: [number, number] = chart.compact ? roomy(extent) : [ticks[0] ?? 0, ticks.at(-1) ?? 1];
  const margin = chart.compact
    ? { left: 3, right: 4, top: 3.5, bottom: 3.5 }
    : { left: Math.max(...ticks.map((tick) => textWidth(chart.tick(tick), 12))) + 10, right: 16 + textWidth(chart.points.at(-1)?.text ?? '', 13), top: 22, bottom: 26 };
  const [left, right, top, bottom] = [margin.left, chart.width - margin.right, margin.top, chart.height - margin.bottom];
  const times = chart.points.map((point) => timeOf(point.period));
  const time = linear([Math.min(...times), Math.max(...times)], times.length > 1 ? [left + 4, right - 4] : [(left + right) / 2, (left + right) / 2]);
  return { left, right, top, bottom, x: (period) => time(timeOf(period)), y: linear(bounds, [bottom, top]) };
}

/** A row's small line has no axis: a change of less than 5 % must not fill its height. */
function roomy([low, high]: readonly [number, number]): [number, number] {
  const least = Math.max(Math.abs(low), Math.abs(high)) * 0.05 || 1;
  const missing = Math.max(0, least - (high - low)) / 2;
  return [low - missing, high + missing];
}

function axes(chart: LineChart, frame: Frame): Svg[] {
  const extent = extentOf([...chart.points.map((point) => point.cell), ...(chart.target ? [{ kind: 'number' as const, value: chart.target.value }] : [])]);
  const ticks = extent ? niceTicks(extent[0], extent[1], 3) : [];
  const grid = ticks.flatMap((tick) => [
    svgElement('line', { x1: frame.left, x2: frame.right, y1: frame.y(tick), y2: frame.y(tick), stroke: chart.paint.line, 'stroke-width': tick === 0 ? 1.2 : 0.6 }),
    label({ x: frame.left - 6, y: frame.y(tick) + 4, text: chart.tick(tick), size: 12, anchor: 'end', fill: chart.paint.muted }),
  ]);
  let free = -Infinity;
  const last = chart.points.at(-1);
  const periods = chart.points.flatMap((point) => {
    const half = textWidth(point.label, 12) / 2;
    const at = Math.min(Math.max(frame.x(point.period), half), chart.width - half);
    const blocksLast = point !== last && last !== undefined && at + half + 8 > Math.min(frame.x(last.period), chart.width - textWidth(last.label, 12) / 2) - textWidth(last.label, 12) / 2;
    if (at - half < free || blocksLast) return [];
    free = at + half + 8;
    return [label({ x: at, y: chart.height - 7, text: point.label, size: 12, anchor: 'middle', fill: chart.paint.muted })];
  });
  return [...grid, ...periods];
}

function breakMarks(chart: LineChart, frame: Frame): Svg[] {
  return (chart.breaks ?? []).flatMap((mark) => {
    const x = breakPosition(mark.period, chart, frame);
    const line = svgElement('line', { x1: x, x2: x, y1: frame.top - (chart.compact ? 2 : 6), y2: frame.bottom + (chart.compact ? 2 : 0), stroke: chart.compact ? chart.paint.line : chart.paint.muted, 'stroke-width': chart.compact ? 0.8 : 0.9, ...(chart.compact ? {} : { 'stroke-dasharray': '2 2' }), 'data-break': mark.period }, [svgElement('title', {}, [svgText(mark.text)])]);
    if (chart.compact) return [line];
    const width = textWidth(mark.text, 11);
    return [line, label({ x: Math.min(Math.max(x, frame.left + width / 2), chart.width - width / 2), y: frame.top - 10, text: mark.text, size: 11, anchor: 'middle', fill: chart.paint.muted })];
  });
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
  return chart.compact ? [line] : [line, label({ x: frame.left + 4, y: y - 5, text: chart.target.text, size: 11.5, fill: chart.paint.ink, halo: chart.paint.paper })];
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

/** Neighbours on either side of a break: a dotted join, seen as the same subject but not as the same measure. */
function acrossBreaks(chart: LineChart, frame: Frame): Svg[] {
  return (chart.breaks ?? []).flatMap((mark) => {
    const at = chart.points.findIndex((point) => point.period === mark.period);
    const [before, after] = [chart.points[at - 1], chart.points[at]];
    if (before?.cell.kind !== 'number' || after?.cell.kind !== 'number') return [];
    return [svgElement('line', {
      x1: frame.x(before.period), y1: frame.y(before.cell.value), x2: frame.x(after.period), y2: frame.y(after.cell.value),
      stroke: chart.paint.structure, 'stroke-width': chart.compact ? 1.1 : 1.6, 'stroke-dasharray': chart.compact ? '1.4 1.4' : '2.5 2.5',
    })];
  });
}

function drawRun(run: Run, chart: LineChart, frame: Frame): Svg[] {
  if (run.kind === 'interval') return drawBand(run.points, chart, frame);
  if (run.points.length < 2) return [];
  const path = run.points.map((point, at) => `${at === 0 ? 'M' : 'L'}${round(frame.x(point.period))} ${round(frame.y(point.cell.kind === 'number' ? point.cell.value : 0))}`).join('');
  return [svgElement('path', { d: path, fill: 'none', stroke: chart.paint.structure, 'stroke-width': chart.compact ? 1.5 : 2.2, 'stroke-linejoin': 'round', 'stroke-linecap': 'round' })];
}

function drawBand(points: readonly LinePoint[], chart: LineChart, frame: Frame): Svg[] {
  const bounds = points.map((point) => {
    const cell = point.cell as { low: number; high: number | null };
    return { x: frame.x(point.period), low: frame.y(cell.low), high: cell.high === null ? frame.top - 4 : frame.y(cell.high) };
  });
  const stems = bounds.map(({ x, low, high }) => svgElement('line', { x1: x, x2: x, y1: low, y2: high, stroke: chart.paint.structure, 'stroke-width': chart.compact ? 3 : 5, 'stroke-linecap': 'round', opacity: 0.55 }));
  if (bounds.length < 2) return stems;
  const outline = [...bounds.map(({ x, high }) => [x, high] as const), ...bounds.toReversed().map(({ x, low }) => [x, low] as const)];
  const path = `${outline.map(([x, y], at) => `${at === 0 ? 'M' : 'L'}${round(x)} ${round(y)}`).join('')}Z`;
  return [svgElement('path', { d: path, fill: chart.paint.structure, opacity: 0.2, stroke: 'none' }), ...stems];
}

/** The last period that shows a value or a bound: where the direct label stands. */
const lastShown = (points: readonly LinePoint[]): number => points.findLastIndex((point) => point.cell.kind === 'number' || point.cell.kind === 'interval');

function drawPoint(point: LinePoint, isLast: boolean, chart: LineChart, frame: Frame): Svg[] {
  const x = frame.x(point.period);
  const named = { 'data-period': point.period, 'data-kind': point.cell.kind };
  const title = svgElement('title', {}, [svgText(`${point.label} : ${point.text}`)]);
  if (point.cell.kind === 'secret' || point.cell.kind === 'missing') {
    const size = chart.compact ? 3 : 6;
    return [svgElement('rect', { ...named, x: x - size / 2, y: frame.bottom - size / 2, width: size, height: size, rx: point.cell.kind === 'missing' ? size / 2 : 0, ...hiddenStyle(point.cell.kind, chart.id, chart.paint) }, [title])];
  }
  if (point.cell.kind === 'category') return [];
  const y = frame.y(point.cell.kind === 'number' ? point.cell.value : point.cell.low);
  const radius = isLast ? (chart.compact ? 2.6 : 4.5) : chart.compact ? 0 : 2.6;
  const dot = point.cell.kind === 'number' && radius > 0
    ? [svgElement('circle', { ...named, cx: x, cy: y, r: radius, fill: isLast ? chart.paint.accent : chart.paint.structure, stroke: isLast ? chart.paint.structure : undefined, 'stroke-width': isLast ? (chart.compact ? 1 : 1.6) : undefined }, [title])]
    : [svgElement('circle', { ...named, cx: x, cy: y, r: chart.compact ? 0 : 4, fill: 'none' }, [title])];
  if (!isLast || chart.compact) return dot;
  return [...dot, label({ x: x + 9, y: y + 4.5, text: point.text, size: 13, weight: 600, fill: chart.paint.ink })];
}
