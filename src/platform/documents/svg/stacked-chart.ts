import { svgElement, svgPicture, svgTitle, textWidth, type Picture, type Svg } from './element.ts';
import { label, typeOf } from './marks.ts';
import type { Paint } from './palette.ts';
import { linear, niceTicks } from './scale.ts';

export interface StackedColumn {
  /** Stable key: a year. */
  key: string;
  label: string;
  /** One value for each series, in their order; what is taken away is negative. */
  values: readonly number[];
  /** The values as read, in the same order. */
  texts: readonly string[];
  /** What they come to, drawn as a dot. */
  total: { value: number; text: string };
}

export interface StackedChart extends Picture {
  /** Names of the series; each keeps its category's fill. */
  series: readonly string[];
  columns: readonly StackedColumn[];
  /** Name of the total. */
  totalName: string;
  width: number;
  height: number;
  paint: Paint;
  /** How an axis mark is written. */
  tick: (value: number) => string;
  /** What the axis covers at least, so that charts side by side are of one scale. */
  extent: readonly [number, number];
  /** A column that closes something, with its words: a dashed line after it. */
  mark?: { key: string; text: string };
  narrow?: boolean;
}

/** Lowest and highest ends of the stacks, zero among them: the extent to share between charts. */
export function stackedExtent(columns: readonly Pick<StackedColumn, 'values' | 'total'>[]): [number, number] {
  const ends = columns.flatMap(({ values, total }) => [sum(values.filter((value) => value < 0)), sum(values.filter((value) => value > 0)), total.value]);
  return [Math.min(0, ...ends), Math.max(0, ...ends)];
}

/** A column for each period, its parts stacked from a zero baseline, upwards what is added and downwards what is taken away; a dot is what they come to. */
export function stackedChart(chart: StackedChart): string {
  const { small } = typeOf(chart.narrow);
  const ticks = niceTicks(chart.extent[0], chart.extent[1], 4);
  const left = Math.max(...ticks.map((tick) => textWidth(chart.tick(tick), small))) + 10;
  const [top, bottom] = [chart.mark ? small + 14 : 8, chart.height - small - 14];
  const y = linear([ticks[0] ?? 0, ticks.at(-1) ?? 1], [bottom, top]);
  const step = (chart.width - left - 4) / Math.max(1, chart.columns.length);
  const middle = (at: number): number => left + (at + 0.5) * step;
  const grid = ticks.flatMap((tick) => [
    svgElement('line', { x1: left, x2: chart.width, y1: y(tick), y2: y(tick), stroke: chart.paint.line, 'stroke-width': 0.6 }),
    label({ x: left - 6, y: y(tick) + small / 3, text: chart.tick(tick), size: small, anchor: 'end', fill: chart.paint.muted }),
  ]);
  const columns = chart.columns.flatMap((column, at) => drawColumn(column, { x: middle(at), width: Math.max(1, step * 0.72), y }, chart));
  const baseline = svgElement('line', { x1: left, x2: chart.width, y1: y(0), y2: y(0), stroke: chart.paint.ink, 'stroke-width': 1, 'data-baseline': 0 });
  const dots = chart.columns.map(({ key, label: name, total }, at) => svgElement('circle', {
    'data-total': key, cx: middle(at), cy: y(total.value), r: Math.min(3, Math.max(1.6, step * 0.24)), fill: chart.paint.paper, stroke: chart.paint.ink, 'stroke-width': 1.2,
  }, [svgTitle(`${name}, ${chart.totalName}`, total.text, chart)]));
  return svgPicture(chart, chart, [...grid, ...columns, baseline, ...dots, ...periods(chart, middle, small), ...markOf(chart, middle, step, [top, bottom], small)]);
}

function drawColumn(column: StackedColumn, place: { x: number; width: number; y: (value: number) => number }, chart: StackedChart): Svg[] {
  const reached = { up: 0, down: 0 };
  return column.values.flatMap((value, at) => {
    if (value === 0) return [];
    const side = value > 0 ? 'up' : 'down';
    const from = reached[side];
    reached[side] += value;
    const [high, low] = [place.y(Math.max(from, reached[side])), place.y(Math.min(from, reached[side]))];
    return [svgElement('rect', {
      'data-key': column.key, 'data-series': at, x: place.x - place.width / 2, width: place.width, y: high, height: low - high, fill: chart.paint.categories[at], stroke: chart.paint.paper, 'stroke-width': 0.4,
    }, [svgTitle(`${column.label}, ${chart.series[at] ?? ''}`, column.texts[at] ?? '', chart)])];
  });
}

/** The first and last periods, and those between that have room. */
function periods(chart: StackedChart, middle: (at: number) => number, small: number): Svg[] {
  const last = chart.columns.length - 1;
  const half = Math.max(0, ...chart.columns.map((column) => textWidth(column.label, small))) / 2;
  const centre = (at: number): number => Math.min(Math.max(middle(at), half), chart.width - half);
  let free = -Infinity;
  return chart.columns.flatMap((column, at) => {
    const crowdsLast = at !== last && centre(at) + half + 10 > centre(last) - half;
    if (centre(at) - half < free || crowdsLast) return [];
    free = centre(at) + half + 10;
    return [label({ x: centre(at), y: chart.height - 6, text: column.label, size: small, anchor: 'middle', fill: chart.paint.muted })];
  });
}

function markOf(chart: StackedChart, middle: (at: number) => number, step: number, [top, bottom]: readonly [number, number], small: number): Svg[] {
  const at = chart.columns.findIndex(({ key }) => key === chart.mark?.key);
  if (!chart.mark || at < 0) return [];
  const x = middle(at) + step / 2;
  const beyond = x > chart.width / 2;
  return [
    svgElement('line', { x1: x, x2: x, y1: top - 8, y2: bottom, stroke: chart.paint.ink, 'stroke-width': 1, 'stroke-dasharray': '3 3', 'data-mark': chart.mark.key }),
    label({ x: beyond ? x - 5 : x + 5, y: small, text: chart.mark.text, size: small, anchor: beyond ? 'end' : 'start', fill: chart.paint.ink, halo: chart.paint.paper }),
  ];
}

const sum = (values: readonly number[]): number => values.reduce((so, value) => so + value, 0);
