import { renderDeck, tableHeight, textHeight, type Block, type Place, type Slide } from '../platform/documents/pptx.ts';
import { paintFor, type Palette } from '../platform/documents/svg/palette.ts';
import type { PackAction, PackContent, PackFigure } from './pack.content.ts';
import { hasTrend, isDrawable, mapPicture, type PackGeometry } from './pack.pictures.ts';
import { chartGrid, trendBlocks } from './pack.pptx.trends.ts';
import { packTexts } from './pack.texts.ts';
import { shortened } from './shorten.rules.ts';

type Table = Extract<Block, { kind: 'table' }>;

const { columns } = packTexts;
const left = 0.6;
const width = 12.13;
const top = 1.95;
/** Where the footer begins. */
const bottom = 6.95;
/** What a room reads; sources and notes are never under 10. */
const sizes = [20, 18, 16, 14] as const;
const source = 10;
const mostFigures = 6;
const longestText = 150;
/** Communes named beside the map. */
const mostHighest = 11;

/** The page's figures as a deck to show and edit: tables, native charts, the map, the late actions. */
export function packPptx(content: PackContent, geometry: PackGeometry, palette: Palette): Promise<Buffer> {
  return renderDeck({
    title: `${content.title}, ${content.territory.name}`, author: packTexts.author, date: content.date,
    colours: palette,
    footer: [content.territory.name, content.dateText, packTexts.contentId(content.contentId)].join(' · '),
    slides: [...figureAndTrendSlides(content, palette), ...mapSlide(content, geometry, palette), ...actionSlides(content, palette)],
  });
}

const numbered = (title: string, at: number, count: number): string => (count > 1 ? `${title} (${at + 1}/${count})` : title);

/** As many groups of about one size as asked: no slide is left with a single row. */
function balanced<Item>(items: readonly Item[], groups: number): Item[][] {
  const start = (at: number): number => Math.round((at * items.length) / groups);
  return Array.from({ length: groups }, (_, at) => items.slice(start(at), start(at + 1)));
}

/** Tables on the fewest slides that hold them, in the largest type. */
function tablesOf<Item>(items: readonly Item[], most: number, room: number, table: (items: readonly Item[], size: number) => Table): Table[] {
  for (let groups = Math.max(1, Math.ceil(items.length / most)); groups <= items.length; groups += 1) {
    const parts = balanced(items, groups);
    const size = sizes.find((one) => parts.every((part) => tableHeight(table(part, one)) <= room));
    if (size !== undefined) return parts.map((part) => airy(table(part, size), room));
  }
  return items.map((item) => table([item], sizes.at(-1) ?? 14));
}

/** What room a table leaves goes between its rows. */
function airy(table: Table, room: number): Table {
  const rows = table.rows.length + 1;
  return { ...table, air: Math.max(0, Math.min(0.1, (room - tableHeight(table)) / rows / 2)) };
}

function figureAndTrendSlides(content: PackContent, palette: Palette): Slide[] {
  const shown = content.figures.filter(({ available }) => available);
  const drawn = shown.filter(hasTrend);
  // Two figures would leave their slide half empty: their trends stand under them.
  const together = shown.length <= 2 && drawn.length > 0;
  const foot = [content.stateRule, ...content.cautions, content.demonstration && packTexts.demonstrationMark].filter(Boolean).join(' ');
  const footHeight = textHeight(foot, width, source);
  const below = [content.unavailable, content.lateActions.length === 0 && !content.summary.includes(content.actionsText) ? packTexts.starred(content.actionsText, content.demonstration !== null) : null].filter((text) => text !== null);
  const belowSize = shown.length <= 2 && !together ? 18 : 14;
  const belowHeight = below.reduce((height, text) => height + textHeight(text, width, belowSize) + 0.12, 0);
  const end = bottom - footHeight - 0.1;
  const room = (together ? Math.min(2.2, end - belowHeight - top) : end - belowHeight - top) - 0.2;
  const tables = shown.length === 0 ? [null] : tablesOf(shown, mostFigures, room, (figures, size) => figureTable(figures, content, size));
  const slides = tables.map((table, at): Slide => {
    const last = at === tables.length - 1;
    let y = together ? end - belowHeight : top + (table ? tableHeight(table) : 0) + 0.2;
    const lines = last ? below.map((text): Block => {
      const place = { x: left, y, w: width, h: textHeight(text, width, belowSize) };
      y += place.h + 0.12;
      return { kind: 'text', place, size: belowSize, text };
    }) : [];
    return {
      title: numbered(at === 0 ? content.title : packTexts.slides.figures, at, at === 0 ? 1 : tables.length),
      blocks: [
        { kind: 'text', place: { x: left, y: 1.15, w: width, h: 0.3 }, size: 14, colour: palette.muted, text: [content.subtitle, content.perimeter].join(' · ') },
        { kind: 'text', place: { x: left, y: 1.48, w: width, h: 0.35 }, size: 16, bold: true, text: packTexts.starred(content.summary, content.demonstration !== null) },
        ...(table ? [table] : []),
        ...(together ? trendBlocks(drawn, { x: left, y: top + (table ? tableHeight(table) : 0) + 0.25, w: width, h: end - belowHeight - top - (table ? tableHeight(table) : 0) - 0.3 }, palette) : []),
        ...lines,
        { kind: 'text', place: { x: left, y: bottom - footHeight, w: width, h: footHeight }, size: source, colour: palette.muted, text: foot },
      ],
    };
  });
  return together ? slides : [...slides, ...trendSlides(drawn, palette)];
}

function figureTable(figures: readonly PackFigure[], content: PackContent, size: number): Table {
  return {
    kind: 'table', place: { x: left, y: top, w: width }, size, small: size > 14 ? 12 : source, rightAligned: [1], widths: [4.9, 2.35, 2.45, 2.43],
    head: [columns.figure, columns.value, columns.trend, columns.target],
    rows: figures.map((figure) => [
      [figure.label, figure.source, figure.note !== null && content.cautions.includes(figure.note) ? null : figure.note].filter(Boolean).join('\n'),
      [figure.value, [figure.unitAfter, figure.periodLabel].filter(Boolean).join(', ')].filter(Boolean).join('\n'),
      figure.trend.text,
      [figure.state?.word, figure.target.text, figure.target.source].filter(Boolean).join('\n'),
    ]),
  };
}

function trendSlides(figures: readonly PackFigure[], palette: Palette): Slide[] {
  const groups = figures.length === 0 ? [] : balanced(figures, Math.ceil(figures.length / chartGrid.most));
  return groups.map((part, at): Slide => ({
    title: numbered(packTexts.slides.trends, at, groups.length),
    blocks: trendBlocks(part, { x: left, y: 1.25, w: width, h: bottom - 1.3 }, palette),
  }));
}

function mapSlide(content: PackContent, geometry: PackGeometry, palette: Palette): Slide[] {
  const { map } = content;
  if (!map) return [];
  const highest = map.values
    .flatMap((value) => (value.cell.kind === 'number' ? [{ ...value, number: value.cell.value }] : []))
    .toSorted((a, b) => b.number - a.number || a.name.localeCompare(b.name, 'fr'))
    .slice(0, mostHighest);
  // Bars already name the highest.
  const drawn = isDrawable(map, geometry);
  const beside = drawn && highest.length > 0;
  const picture: Place = { x: left, y: 1.6, w: beside ? 7.4 : width, h: 4.95 };
  return [{
    title: packTexts.sections.map,
    blocks: [
      { kind: 'text', place: { x: left, y: 1.18, w: width, h: 0.35 }, size: 16, bold: true, text: map.title },
      // Drawn small, so that its words are as large as the slide's.
      { kind: 'svg', place: picture, alt: `${map.description} ${packTexts.valuesInWorkbook}`, svg: mapPicture(map, geometry, paintFor(palette, 'document'), { width: drawn ? 470 : 640, height: 270 }) },
      ...(beside ? [
        { kind: 'text', place: { x: 8.4, y: 1.62, w: 4.33, h: 0.3 }, size: 14, colour: palette.muted, text: highest.length < map.values.length ? packTexts.highestOf(highest.length, map.values.length) : '' },
        { kind: 'table', place: { x: 8.4, y: 1.95, w: 4.33 }, size: 14, rightAligned: [1], widths: [2.8, 1.53], head: [columns.commune, columns.value], rows: highest.map(({ name, text }) => [name, text]) },
      ] satisfies Block[] : []),
      { kind: 'text', place: { x: left, y: 6.65, w: width, h: 0.3 }, size: source, colour: palette.muted, text: drawn ? map.source : `${map.source}. ${packTexts.legend.highest}` },
    ],
  }];
}

/** The late actions, all of them; where none is late, the first slide says so. */
function actionSlides(content: PackContent, palette: Palette): Slide[] {
  if (content.lateActions.length === 0) return [];
  const tables = tablesOf(content.lateActions, 6, 4.9, actionTable);
  return tables.map((table, at): Slide => ({
    title: numbered(content.actionsTitle, at, tables.length),
    blocks: [
      table,
      { kind: 'text', place: { x: left, y: 6.3, w: width, h: 0.3 }, size: 16, text: packTexts.starred(content.actionsText, content.demonstration !== null) },
      { kind: 'text', place: { x: left, y: 6.72, w: width, h: 0.2 }, size: source, colour: palette.muted, text: content.demonstration ? packTexts.demonstrationMark : '' },
    ],
  }));
}

const actionTable = (actions: readonly PackAction[], size: number): Table => ({
  kind: 'table', place: { x: left, y: 1.3, w: width }, size, small: Math.max(12, size - 4), widths: [5.4, 2.75, 2.13, 1.85],
  head: [columns.action, columns.owner, columns.due, columns.delay],
  rows: actions.map((action) => [
    [packTexts.starred(shortened(action.title, longestText), action.demonstration), action.comment && shortened(action.comment, longestText)].filter(Boolean).join('\n'), `${shortened(action.lead, longestText)}, ${action.owner}`, action.due, action.late,
  ]),
});
