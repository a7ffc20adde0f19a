import { svgElement, svgPicture, svgTitle, textWidth, type Picture, type Svg } from './element.ts';
import { hiddenStyle, label, secretPattern } from './marks.ts';
import type { Paint } from './palette.ts';
import { extentOf, linear, type ChartCell } from './scale.ts';

export interface Bar {
  /** Stable key: a commune's code, a year. */
  key: string;
  label: string;
  cell: ChartCell;
  text: string;
  /** The one that matters here. */
  highlighted?: boolean;
}

export interface BarChart extends Picture {
  bars: readonly Bar[];
  width: number;
  paint: Paint;
  target?: { value: number; text: string };
}

const ROW = 26;
const THICK = 14;

/** Rows from a zero baseline, each with its label before and its value after: no legend to look up. */
export function barChart(chart: BarChart): string {
  const top = chart.target ? 24 : 6;
  const height = top + chart.bars.length * ROW + 4;
  const named = Math.min(chart.width * 0.4, Math.max(0, ...chart.bars.map((bar) => textWidth(bar.label, 13))) + 10);
  const valued = Math.max(0, ...chart.bars.map((bar) => textWidth(bar.text, 13))) + 12;
  const extent = extentOf([...chart.bars.map((bar) => bar.cell), { kind: 'number', value: 0 }, ...(chart.target ? [{ kind: 'number' as const, value: chart.target.value }] : [])]) ?? [0, 1];
  const x = linear(extent[0] === extent[1] ? [0, 1] : extent, [named + (extent[0] < 0 ? valued : 0), chart.width - valued]);
  const rows = chart.bars.flatMap((bar, at) => drawBar(bar, top + at * ROW, named, x, chart));
  const baseline = svgElement('line', { x1: x(0), x2: x(0), y1: top, y2: height - 4, stroke: chart.paint.ink, 'stroke-width': 1, 'data-baseline': 0 });
  return svgPicture(chart, { width: chart.width, height }, [svgElement('defs', {}, [secretPattern(chart.id, chart.paint)]), ...rows, baseline, ...targetMark(chart, x, top, height)]);
}

function drawBar(bar: Bar, y: number, named: number, x: (value: number) => number, chart: BarChart): Svg[] {
  const middle = y + ROW / 2;
  const name = label({ x: named - 8, y: middle + 4.5, text: bar.label, size: 13, anchor: 'end', fill: chart.paint.ink, ...(bar.highlighted ? { weight: 700 } : {}) });
  const key = { 'data-key': bar.key, 'data-kind': bar.cell.kind, y: middle - THICK / 2, height: THICK };
  const title = svgTitle(bar.label, bar.text, chart);
  const colour = bar.highlighted ? chart.paint.accent : chart.paint.structure;
  const value = (end: number, muted = false): Svg => label({ x: end + 7, y: middle + 4.5, text: bar.text, size: 13, fill: muted ? chart.paint.muted : chart.paint.ink, weight: bar.highlighted ? 700 : 400 });
  switch (bar.cell.kind) {
    case 'number': {
      const [start, end] = [Math.min(x(0), x(bar.cell.value)), Math.max(x(0), x(bar.cell.value))];
      return [name, svgElement('rect', { ...key, x: start, width: end - start, fill: colour }, [title]), value(end)];
    }
    case 'interval': {
      const end = bar.cell.high === null ? chart.width - 12 : x(bar.cell.high);
      // What surely is, in full; what may be, pale. Nothing is sure where nothing bounds it below.
      const sure = x(bar.cell.low ?? 0);
      return [
        name,
        svgElement('rect', { ...key, x: x(0), width: Math.max(0, sure - x(0)), fill: colour }, [title]),
        svgElement('rect', { x: sure, width: Math.max(0, end - sure), y: key.y, height: THICK, fill: colour, opacity: 0.35 }),
        bar.cell.high === null ? label({ x: x(0) + 6, y: middle + 4.5, text: bar.text, size: 13, fill: chart.paint.paper }) : value(end),
      ];
    }
    case 'secret': case 'missing':
      return [name, svgElement('rect', { ...key, x: x(0) + 1, width: 22, ...hiddenStyle(bar.cell.kind, chart.id, chart.paint) }, [title]), value(x(0) + 22, true)];
    case 'category': return [name, value(x(0))];
  }
}

function targetMark(chart: BarChart, x: (value: number) => number, top: number, height: number): Svg[] {
  if (!chart.target) return [];
  const at = x(chart.target.value);
  const half = textWidth(chart.target.text, 12) / 2;
  return [
    svgElement('line', { x1: at, x2: at, y1: top - 4, y2: height - 4, stroke: chart.paint.accent, 'stroke-width': 2, 'stroke-dasharray': '5 3', 'data-target': chart.target.value }),
    label({ x: Math.min(Math.max(at, half), chart.width - half), y: top - 10, text: chart.target.text, size: 12, anchor: 'middle', fill: chart.paint.ink }),
  ];
}

export interface DotOnLine extends Picture {
  width: number;
  paint: Paint;
  /** The place whose value is shown. */
  value: { label: string; cell: ChartCell; text: string };
  /** The territory, for comparison. */
  reference: { label: string; cell: ChartCell; text: string };
  /** What the line spans: usually the lowest and highest commune. */
  extent: { low: number; lowText: string; high: number; highText: string };
}

/** One value on the line of all the communes, with the territory's as a tick: a comparison without a gauge. */
export function dotOnLine(chart: DotOnLine): string {
  const height = 58;
  const y = 30;
  const x = linear([chart.extent.low, chart.extent.high], [10, chart.width - 10]);
  const end = (at: number, text: string, anchor: 'start' | 'end'): Svg => label({ x: at, y: height - 6, text, size: 11.5, anchor, fill: chart.paint.muted });
  const parts = [
    svgElement('defs', {}, [secretPattern(chart.id, chart.paint)]),
    svgElement('line', { x1: 10, x2: chart.width - 10, y1: y, y2: y, stroke: chart.paint.line, 'stroke-width': 3, 'stroke-linecap': 'round' }),
    end(4, chart.extent.lowText, 'start'), end(chart.width - 4, chart.extent.highText, 'end'),
    ...mark(chart.reference, 'reference'), ...mark(chart.value, 'value'),
  ];
  return svgPicture(chart, { width: chart.width, height }, parts);

  function mark(of: DotOnLine['value'], role: 'value' | 'reference'): Svg[] {
    const title = svgTitle(of.label, of.text, chart);
    const named = { 'data-role': role, 'data-kind': of.cell.kind };
    if (of.cell.kind === 'number') {
      const at = x(of.cell.value);
      return role === 'value'
        ? [svgElement('circle', { ...named, cx: at, cy: y, r: 6.5, fill: chart.paint.accent, stroke: chart.paint.structure, 'stroke-width': 2 }, [title])]
        : [svgElement('line', { ...named, x1: at, x2: at, y1: y - 10, y2: y + 10, stroke: chart.paint.ink, 'stroke-width': 1.6 }, [title]), label({ x: clampMiddle(at, of.label), y: 14, text: of.label, size: 11.5, anchor: 'middle', fill: chart.paint.muted })];
    }
    if (of.cell.kind === 'interval') {
      const [from, to] = [of.cell.low === null ? 10 : x(of.cell.low), of.cell.high === null ? chart.width - 10 : x(of.cell.high)];
      return [svgElement('line', { ...named, x1: from, x2: to, y1: y, y2: y, stroke: role === 'value' ? chart.paint.structure : chart.paint.ink, 'stroke-width': role === 'value' ? 9 : 3, opacity: 0.5 }, [title])];
    }
    if (role === 'reference' || of.cell.kind === 'category') return [];
    return [svgElement('rect', { ...named, x: chart.width / 2 - 12, y: y - 6, width: 24, height: 12, ...hiddenStyle(of.cell.kind, chart.id, chart.paint) }, [title])];
  }

  function clampMiddle(at: number, text: string): number {
    const half = textWidth(text, 11.5) / 2;
    return Math.min(Math.max(at, half), chart.width - half);
  }
}
