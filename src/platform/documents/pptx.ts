import { createRequire } from 'node:module';
import type PptxGenJS from 'pptxgenjs';
import type { PlainDate } from '../clock.ts';
import { settleArchive } from './archive.ts';
import { svgToPng } from './png.ts';
import { textWidth, xmlText } from './svg/element.ts';

/** Where a block stands on a slide, in inches of a 13.33 × 7.5 page. */
export interface Place {
  x: number;
  y: number;
  w: number;
  h: number;
}

/** One line of a chart, in its colour; null is a gap, never zero. */
export interface ChartSeries {
  name: string;
  /** `#rrggbb` */
  colour: string;
  values: readonly (number | null)[];
}

export type Block =
  | { kind: 'text'; place: Place; text: string; size: number; bold?: boolean; colour?: string }
  /** In a cell, the first line is the main one; the others are smaller. */
  | { kind: 'table'; place: Omit<Place, 'h'>; head: readonly string[]; rows: readonly (readonly string[])[]; widths: readonly number[]; size: number; /** Of the other lines; by default 3 under. */ small?: number; /** Room above and below each row, in inches. */ air?: number; rightAligned?: readonly number[] }
  /** A native chart: its numbers can be opened and edited. */
  | { kind: 'lineChart'; place: Place; alt: string; labels: readonly string[]; series: readonly ChartSeries[]; axis: { low: number; high: number; step: number }; format: string }
  | { kind: 'svg'; place: Place; alt: string; svg: string };

export interface Slide {
  title: string;
  blocks: readonly Block[];
}

export interface Deck {
  title: string;
  author: string;
  date: PlainDate;
  colours: { structure: string; accent: string; paper: string; ink: string; muted: string; line: string };
  /** Printed at the foot of every slide. */
  footer: string;
  slides: readonly Slide[];
}

const require = createRequire(import.meta.url);

/**
 * A library of its own for each deck: it numbers charts for as long as it lives, so that a second deck, or two made at
 * once, would carry other names. (Its ES build lacks `"type": "module"`; its CommonJS build is read without a warning.)
 */
function freshLibrary(): typeof PptxGenJS {
  const path = require.resolve('pptxgenjs');
  delete require.cache[path];
  return require(path) as typeof PptxGenJS;
}

/** A face that every reader's computer has: a deck carries no fonts. */
const FACE = 'Arial';
const LANGUAGE = 'fr-FR';
const PIXELS_PER_INCH = 220;

/** A 16:9 deck with real titles, native tables and charts, alternative texts, and the same bytes for the same content. */
export async function renderDeck(deck: Deck): Promise<Buffer> {
  const made = new (freshLibrary())();
  made.layout = 'LAYOUT_WIDE';
  made.title = xmlText(deck.title);
  made.author = xmlText(deck.author);
  made.company = xmlText(deck.author);
  made.subject = xmlText(deck.title);
  made.theme = { headFontFace: FACE, bodyFontFace: FACE };
  made.defineSlideMaster(master(deck));
  deck.slides.forEach((slide, at) => {
    const page = made.addSlide({ masterName: 'ANCRAGE' });
    page.addText(xmlText(slide.title), { placeholder: 'title', lang: LANGUAGE });
    page.addText(xmlText(`${deck.footer} · ${at + 1} / ${deck.slides.length}`), { x: 0.6, y: 7.03, w: 12.13, h: 0.3, fontSize: 10, fontFace: FACE, color: hex(deck.colours.muted), lang: LANGUAGE, margin: 0 });
    for (const block of slide.blocks) addBlock(page, block, deck);
  });
  const bytes = await made.write({ outputType: 'uint8array' });
  // The library knows no language for a paragraph's end, nor for a chart.
  return settleArchive(bytes as Uint8Array, deck.date, (xml) => xml.replaceAll(/(alt)?(L|l)ang="en-US"/g, `$1$2ang="${LANGUAGE}"`));
}

const hex = (colour: string): string => colour.slice(1).toUpperCase();

function master(deck: Deck): PptxGenJS.SlideMasterProps {
  return {
    title: 'ANCRAGE',
    background: { color: hex(deck.colours.paper) },
    objects: [
      { rect: { x: 0.6, y: 1.02, w: 0.9, h: 0.05, fill: { color: hex(deck.colours.accent) } } },
      { placeholder: { options: { name: 'title', type: 'title', x: 0.6, y: 0.35, w: 12.13, h: 0.65, margin: 0, fontFace: FACE, fontSize: 26, bold: true, color: hex(deck.colours.structure), align: 'left', valign: 'middle' }, text: '' } },
    ],
  };
}

function addBlock(page: PptxGenJS.Slide, block: Block, deck: Deck): void {
  const base = { ...block.place, fontFace: FACE, color: hex(deck.colours.ink), lang: LANGUAGE, margin: 0 };
  switch (block.kind) {
    case 'text':
      page.addText(xmlText(block.text), { ...base, fontSize: block.size, bold: block.bold ?? false, color: hex(block.colour ?? deck.colours.ink), valign: 'top' });
      return;
    case 'table': addTable(page, block, deck); return;
    case 'lineChart': addLineChart(page, block, deck); return;
    case 'svg':
      page.addImage({ ...contained(block.place, block.svg), data: `image/png;base64,${svgToPng(block.svg, { width: Math.round(block.place.w * PIXELS_PER_INCH), background: deck.colours.paper }).toString('base64')}`, altText: xmlText(block.alt) });
  }
}

/** The picture's own proportions inside its place, from the top left. */
function contained(place: Place, svg: string): Place {
  const [, width = '1', height = '1'] = /viewBox="0 0 ([\d.]+) ([\d.]+)"/.exec(svg) ?? [];
  const scale = Math.min(place.w / Number(width), place.h / Number(height));
  return { ...place, w: Number(width) * scale, h: Number(height) * scale };
}

function addTable(page: PptxGenJS.Slide, table: Extract<Block, { kind: 'table' }>, deck: Deck): void {
  const rule = { type: 'solid' as const, pt: 0.5, color: hex(deck.colours.line) };
  const none = { type: 'none' as const };
  const align = (at: number): 'right' | 'left' => (table.rightAligned?.includes(at) ? 'right' : 'left');
  const cell = (text: string, at: number, head: boolean): PptxGenJS.TableCell => ({
    text: lines(text, head || at === 0, table, deck),
    options: { align: align(at), valign: 'top', color: hex(head ? deck.colours.structure : deck.colours.ink), border: [none, none, rule, none] },
  });
  page.addTable(
    [table.head.map((text, at) => cell(text, at, true)), ...table.rows.map((row) => row.map((text, at) => cell(text, at, false)))],
    { ...table.place, colW: [...table.widths], fontFace: FACE, fontSize: table.size, margin: [downOf(table), CELL_MARGIN.across, downOf(table), CELL_MARGIN.across] },
  );
}

const lines = (text: string, bold: boolean, table: Extract<Block, { kind: 'table' }>, deck: Deck): PptxGenJS.TableCell[] =>
  xmlText(text).split('\n').map((line, at, all) => ({
    text: line,
    options: { lang: LANGUAGE, breakLine: at < all.length - 1, fontSize: at === 0 ? table.size : smallOf(table), bold: bold && at === 0, ...(at === 0 ? {} : { color: hex(deck.colours.muted) }) },
  }));

const smallOf = (table: Pick<Extract<Block, { kind: 'table' }>, 'size' | 'small'>): number => table.small ?? table.size - 3;

/** Height that a text takes when it wraps to a width, in inches: an estimate, a little generous. */
export const textHeight = (text: string, width: number, size: number): number =>
  text === '' ? 0 : text.split('\n').reduce((lines, line) => lines + Math.max(1, Math.ceil((textWidth(line, size) * 1.04) / (width * 72))), 0) * ((size * 1.2) / 72);

const CELL_MARGIN = { across: 0.1, down: 0.04 };

const downOf = (table: Extract<Block, { kind: 'table' }>): number => CELL_MARGIN.down + (table.air ?? 0);

/** Height that a table takes, in inches, so that what stands below it does not touch it. */
export function tableHeight(table: Extract<Block, { kind: 'table' }>): number {
  const cell = (text: string, at: number): number => {
    const [first = '', ...others] = text.split('\n');
    const width = (table.widths[at] ?? 1) - 2 * CELL_MARGIN.across;
    return textHeight(first, width, table.size) + others.reduce((height, line) => height + textHeight(line, width, smallOf(table)), 0);
  };
  return [table.head, ...table.rows].reduce((height, row) => height + Math.max(...row.map(cell)) + 2 * downOf(table), 0);
}

function addLineChart(page: PptxGenJS.Slide, chart: Extract<Block, { kind: 'lineChart' }>, deck: Deck): void {
  // The library's types say numbers only; its writer leaves the value of a null empty, which readers show as a gap.
  const data = chart.series.map((one) => ({ name: xmlText(one.name), labels: chart.labels.map(xmlText), values: [...one.values] as number[] }));
  page.addChart('line', data, {
    ...chart.place, altText: xmlText(chart.alt), chartColors: chart.series.map(({ colour }) => hex(colour)), lineSize: 2.25, lineDataSymbolSize: 7, displayBlanksAs: 'gap',
    valAxisLabelFormatCode: chart.format, dataLabelFormatCode: chart.format, valAxisMinVal: chart.axis.low, valAxisMaxVal: chart.axis.high, valAxisMajorUnit: chart.axis.step, showValue: false, showLegend: false,
    catAxisLabelFontFace: FACE, catAxisLabelFontSize: 12, catAxisLabelColor: hex(deck.colours.muted), valAxisLabelFontFace: FACE, valAxisLabelFontSize: 12, valAxisLabelColor: hex(deck.colours.muted),
    valGridLine: { color: hex(deck.colours.line), size: 0.5 }, catGridLine: { style: 'none' }, valAxisLineShow: false,
  });
}
