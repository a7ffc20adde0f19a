import { renderDeck, type Block, type Slide } from '../platform/documents/pptx.ts';
import { paintFor, type Palette } from '../platform/documents/svg/palette.ts';
import type { PackContent, PackFigure } from './pack.content.ts';
import { isDrawable, mapPicture, trendInWords, type PackGeometry } from './pack.pictures.ts';
import { packTexts } from './pack.texts.ts';
import { formatOf } from './pack.xlsx.ts';

const { columns } = packTexts;
const rowsASlide = 6;
const chartsASlide = 4;
const left = 0.6;
const width = 12.13;

/** The page's figures as a deck to show and edit: tables, native charts, the map, the late actions. */
export function packPptx(content: PackContent, geometry: PackGeometry, palette: Palette): Promise<Buffer> {
  return renderDeck({
    title: `${content.title}, ${content.territory.name}`, author: packTexts.author, date: content.date,
    colours: palette,
    footer: [content.territory.name, content.dateText, packTexts.contentId(content.contentId)].join(' · '),
    slides: [...figureSlides(content, palette), ...trendSlides(content, palette), ...mapSlide(content, geometry, palette), actionsSlide(content, palette)],
  });
}

const parts = <Item>(items: readonly Item[], size: number): Item[][] =>
  Array.from({ length: Math.ceil(items.length / size) }, (_, at) => items.slice(at * size, (at + 1) * size));

const numbered = (title: string, at: number, count: number): string => (count > 1 ? `${title} (${at + 1}/${count})` : title);

function figureSlides(content: PackContent, palette: Palette): Slide[] {
  const groups = parts(content.figures, rowsASlide);
  return groups.map((figures, at): Slide => ({
    title: at === 0 ? content.title : numbered(packTexts.slides.figures, at, groups.length),
    blocks: [
      { kind: 'text', place: { x: left, y: 1.18, w: width, h: 0.3 }, size: 13, colour: palette.muted, text: [content.subtitle, content.perimeter].join(' · ') },
      { kind: 'text', place: { x: left, y: 1.5, w: width, h: 0.35 }, size: 15, bold: true, text: content.summary },
      figureTable(figures),
      { kind: 'text', place: { x: left, y: 6.68, w: width, h: 0.3 }, size: 10, colour: palette.muted, text: [content.stateRule, figures.some((figure) => figure.note === packTexts.caution) ? packTexts.cautionOnce : null, content.demonstration].filter(Boolean).join(' ') },
    ],
  }));
}

const figureTable = (figures: readonly PackFigure[]): Block => ({
  kind: 'table', place: { x: left, y: 1.98, w: width }, size: 12, rightAligned: [1], widths: [4.6, 2.05, 2.35, 3.13],
  head: [columns.figure, columns.value, columns.trend, columns.target],
  rows: figures.map((figure) => [
    [figure.label, figure.source, figure.note === packTexts.caution ? null : figure.note].filter(Boolean).join('\n'),
    [figure.value, [figure.unitAfter, figure.periodLabel].filter(Boolean).join(', ')].filter(Boolean).join('\n'),
    figure.trend.text,
    [figure.state?.word, figure.target.text, figure.target.source].filter(Boolean).join('\n'),
  ]),
});

function trendSlides(content: PackContent, palette: Palette): Slide[] {
  const shown = content.figures.filter((figure) => figure.trend.points.length > 1);
  if (shown.length === 0) return [{ title: packTexts.slides.trends, blocks: [{ kind: 'text', place: { x: left, y: 1.4, w: width, h: 0.5 }, size: 16, text: packTexts.slides.none }] }];
  const groups = parts(shown, chartsASlide);
  return groups.map((figures, at): Slide => ({
    title: numbered(packTexts.slides.trends, at, groups.length),
    blocks: figures.flatMap((figure, place) => chartBlocks(figure, 0.6 + (place % 2) * 6.2, 1.25 + Math.floor(place / 2) * 2.85, palette)),
  }));
}

/** Title, native chart, and the line that says what to make of it. */
function chartBlocks(figure: PackFigure, x: number, y: number, palette: Palette): Block[] {
  const gaps = figure.trend.points.filter(({ cell }) => cell.kind === 'secret' || cell.kind === 'missing').map(({ label, text }) => `${label}\u00a0: ${text}`);
  const breaks = figure.trend.breaks.map(({ period, text }) => `${text} à partir de ${period}`);
  return [
    { kind: 'text', place: { x, y, w: 5.9, h: 0.26 }, size: 12, bold: true, text: figure.label },
    { kind: 'lineChart', place: { x, y: y + 0.26, w: 5.9, h: 2 }, alt: packTexts.chartAlt(figure.label, trendInWords(figure)), labels: figure.trend.points.map(({ label }) => label), series: seriesOf(figure), format: formatOf(figure) },
    { kind: 'text', place: { x, y: y + 2.28, w: 5.9, h: 0.42 }, size: 9, colour: palette.muted, text: [[[[figure.value, figure.unitAfter].filter(Boolean).join(' '), figure.periodLabel].filter(Boolean).join(', '), figure.trend.text, ...breaks, ...gaps].join(' · '), figure.source].join('\n') },
  ];
}

/** One series of values; two more for bounds where a period is known by an interval only. */
function seriesOf(figure: PackFigure): { name: string; values: (number | null)[] }[] {
  const { points } = figure.trend;
  const values = { name: packTexts.series.value, values: points.map(({ cell }) => (cell.kind === 'number' ? cell.value : null)) };
  if (!points.some(({ cell }) => cell.kind === 'interval')) return [values];
  const bounds = [
    { name: packTexts.series.low, values: points.map(({ cell }) => (cell.kind === 'interval' ? cell.low : null)) },
    { name: packTexts.series.high, values: points.map(({ cell }) => (cell.kind === 'interval' ? cell.high : null)) },
  ];
  return values.values.every((value) => value === null) ? bounds : [values, ...bounds];
}

function mapSlide(content: PackContent, geometry: PackGeometry, palette: Palette): Slide[] {
  const { map } = content;
  if (!map) return [];
  const highest = map.values
    .flatMap((value) => (value.cell.kind === 'number' ? [{ ...value, number: value.cell.value }] : []))
    .toSorted((a, b) => b.number - a.number || a.name.localeCompare(b.name, 'fr'))
    .slice(0, 10);
  return [{
    title: packTexts.sections.map,
    blocks: [
      { kind: 'text', place: { x: left, y: 1.18, w: width, h: 0.35 }, size: 15, bold: true, text: map.title },
      { kind: 'svg', place: { x: left, y: 1.6, w: 7, h: 4.95 }, alt: map.description, svg: mapPicture(map, geometry, paintFor(palette, 'document'), { width: 640, height: 380 }) },
      { kind: 'table', place: { x: 8.4, y: 1.62, w: 4.33 }, size: 12, rightAligned: [1], widths: [2.9, 1.43], head: [columns.commune, columns.value], rows: highest.map(({ name, text }) => [name, text]) },
      { kind: 'text', place: { x: left, y: 6.6, w: width, h: 0.36 }, size: 10, colour: palette.muted, text: isDrawable(map, geometry) ? map.source : `${map.source}. ${packTexts.legend.highest}` },
    ],
  }];
}

function actionsSlide(content: PackContent, palette: Palette): Slide {
  return {
    title: content.actionsTitle,
    blocks: [
      ...(content.lateActions.length > 0
        ? [{
            kind: 'table', place: { x: left, y: 1.4, w: width }, size: 12, widths: [5.2, 3, 2.1, 1.83],
            head: [columns.action, columns.owner, columns.due, columns.daysLate],
            rows: content.lateActions.map((action) => [
              [action.title + (action.demonstration ? '\u00a0*' : ''), action.comment].filter(Boolean).join('\n'), `${action.lead}, ${action.owner}`, action.due, action.late,
            ]),
          } satisfies Block]
        : []),
      { kind: 'text', place: { x: left, y: 6.3, w: width, h: 0.3 }, size: 12, text: content.actionsText },
      { kind: 'text', place: { x: left, y: 6.65, w: width, h: 0.3 }, size: 10, colour: palette.muted, text: content.demonstration ?? '' },
    ],
  };
}
