import { breaksInWords } from '../indicators/index.ts';
import { textHeight, type Block, type ChartSeries, type Place } from '../platform/documents/pptx.ts';
import type { Palette } from '../platform/documents/svg/palette.ts';
import { extentOf, niceTicks, roomy } from '../platform/documents/svg/scale.ts';
import type { PackFigure, PackPoint } from './pack.content.ts';
import { leastSpan, trendInWords } from './pack.pictures.ts';
import { packTexts } from './pack.texts.ts';
import { formatOf } from './pack.xlsx.ts';

/** Charts that a slide holds, and in how many columns. */
export const chartGrid = { most: 6, columns: (count: number): number => (count <= 3 ? count : count === 4 ? 2 : 3) };

const gap = 0.35;
const small = 10;

/** Native charts that fill a place: each with its title, its line, and what to make of it. */
export function trendBlocks(figures: readonly PackFigure[], place: Place, palette: Palette): Block[] {
  const columns = chartGrid.columns(figures.length);
  const rows = Math.ceil(figures.length / Math.max(1, columns));
  const [w, h] = [(place.w - gap * (columns - 1)) / columns, (place.h - gap * (rows - 1)) / rows];
  return figures.flatMap((figure, at) => chartBlocks(figure, { x: place.x + (at % columns) * (w + gap), y: place.y + Math.floor(at / columns) * (h + gap), w, h }, palette));
}

function chartBlocks(figure: PackFigure, { x, y, w, h }: Place, palette: Palette): Block[] {
  const said = [[[figure.value, figure.unitAfter].filter(Boolean).join(' '), figure.periodLabel].filter(Boolean).join(', '), figure.trend.text].join(' · ');
  const notes = [...breaksInWords(figure.trend.breaks, figure.trend.points.length, 'fr'), ...gapsInWords(figure), ...(hasBounds(figure) ? [packTexts.boundsShown] : []), figure.source].join(' · ');
  const heights = { title: textHeight(figure.label, w, 14), said: textHeight(said, w, 14), notes: textHeight(notes, w, small) };
  const chart = { x, y: y + heights.title, w, h: Math.max(1, h - heights.title - heights.said - heights.notes - 0.05) };
  return [
    { kind: 'text', place: { x, y, w, h: heights.title }, size: 14, bold: true, text: figure.label },
    { kind: 'lineChart', place: chart, alt: packTexts.chartAlt(figure.label, trendInWords(figure)), labels: axisLabels(figure.trend.points), series: seriesOf(figure, palette), axis: axisOf(figure), format: formatOf(figure) },
    { kind: 'text', place: { x, y: chart.y + chart.h + 0.03, w, h: heights.said }, size: 14, text: said },
    { kind: 'text', place: { x, y: chart.y + chart.h + 0.03 + heights.said, w, h: heights.notes }, size: small, colour: palette.muted, text: notes },
  ];
}

const gapsInWords = (figure: PackFigure): string[] =>
  figure.trend.points.filter(({ cell }) => cell.kind === 'secret' || cell.kind === 'missing').map(({ label, text }) => `${label}\u00a0: ${text}`);

const hasBounds = (figure: PackFigure): boolean => figure.trend.points.some(({ cell }) => cell.kind === 'interval');

/** Under an axis of whole years the year is enough; the day stands in the texts. */
const axisLabels = (points: readonly PackPoint[]): string[] =>
  points.map(({ period, label }) => (points.every((point) => /^\d{4}(-01-01)?$/.test(point.period)) ? period.slice(0, 4) : label));

function axisOf(figure: PackFigure): { low: number; high: number; step: number } {
  const [low, high] = roomy(extentOf(figure.trend.points.map(({ cell }) => cell)) ?? [0, 1], leastSpan(figure));
  const ticks = niceTicks(low, high, 3);
  return { low: ticks[0] ?? 0, high: ticks.at(-1) ?? 1, step: (ticks[1] ?? 1) - (ticks[0] ?? 0) };
}

/** A series for each stretch between two breaks, so that no line crosses one; bounds are two series in two tones of one hue. */
function seriesOf(figure: PackFigure, palette: Palette): ChartSeries[] {
  const { points } = figure.trend;
  const stretches = stretchesOf(figure);
  const make = (name: string, colour: string, pick: (point: PackPoint) => number | null): ChartSeries[] =>
    stretches.flatMap((stretch) => {
      const values = points.map((point) => (stretch.includes(point) ? pick(point) : null));
      const years = [stretch[0]?.label, stretch.at(-1)?.label].filter((label, at, all) => all.indexOf(label) === at).join(' – ');
      return values.every((value) => value === null) ? [] : [{ name: stretches.length > 1 ? `${name}, ${years}` : name, colour, values }];
    });
  return [
    ...make(packTexts.series.value, palette.structure, ({ cell }) => (cell.kind === 'number' ? cell.value : null)),
    ...make(packTexts.series.low, palette.structure, ({ cell }) => (cell.kind === 'interval' ? cell.low : null)),
    ...make(packTexts.series.high, palette.scale[2], ({ cell }) => (cell.kind === 'interval' ? cell.high : null)),
  ];
}

function stretchesOf(figure: PackFigure): PackPoint[][] {
  const broken = new Set(figure.trend.breaks.map(({ period }) => period));
  const made: PackPoint[][] = [];
  for (const point of figure.trend.points) {
    const open = made.at(-1);
    if (open && !broken.has(point.period)) open.push(point);
    else made.push([point]);
  }
  return made;
}
