import ExcelJS from 'exceljs';
import JSZip from 'jszip';
import { extractText, getDocumentProxy, getMeta } from 'unpdf';
import { beforeAll, describe, expect, test } from 'vitest';
import { housePalette } from '../../src/platform/documents/svg/palette.ts';
import type { RenderedPdf } from '../../src/platform/documents/pdf.ts';
import type { Result } from '../../src/platform/result.ts';
import type { PackContent } from '../../src/steering/pack.content.ts';
import { packPdf } from '../../src/steering/pack.pdf.ts';
import { packPptx } from '../../src/steering/pack.pptx.ts';
import { packContent } from '../../src/steering/pack.rules.ts';
import { packXlsx } from '../../src/steering/pack.xlsx.ts';
import { geometry, hostile, packInput } from './fixture.ts';

const content = packContent(packInput);

function made<Value>(result: Result<Value, { code: string }>): Value {
  if (!result.ok) throw new Error(result.error.code);
  return result.value;
}

/** Spaces of any width and line ends read alike. */
const tight = (text: string): string => text.replaceAll(/[\s\u00a0\u202f]+/g, '');
/** What the face cannot draw prints as a question mark. */
const printed = (text: string): string => tight(text.replaceAll('😀', '?'));

describe('PDF', () => {
  let rendered: RenderedPdf;
  let text: string;

  beforeAll(async () => {
    rendered = made(packPdf(content, geometry, housePalette));
    text = tight((await extractText(await getDocumentProxy(new Uint8Array(rendered.bytes)), { mergePages: true })).text);
  });

  test('one tagged page, titled, in French, claiming PDF/UA-1', async () => {
    const document = await getDocumentProxy(new Uint8Array(rendered.bytes));
    expect(document.numPages).toBe(1);
    expect(await document.getMarkInfo()).toMatchObject({ Marked: true });
    expect(JSON.stringify(await (await document.getPage(1)).getStructTree())).toContain('"TH"');
    const { info } = await getMeta(document);
    expect(info).toMatchObject({ Title: expect.stringContaining('Comité de pilotage'), Author: 'Ancrage', Language: 'fr' });
    expect(rendered.bytes.toString('latin1')).toContain('pdfuaid:part');
  });

  test('every picture has its text', async () => {
    const tree = JSON.stringify(await (await (await getDocumentProxy(new Uint8Array(rendered.bytes))).getPage(1)).getStructTree());
    // t.number and t.interval have three values or more, and there is one map.
    expect(tree.split('"alt":').length - 1).toBe(3);
    expect(tree).toContain('dans le classeur');
  });

  test('head lines are paragraphs', async () => {
    const page = await (await getDocumentProxy(new Uint8Array(rendered.bytes))).getPage(1);
    const tree = await page.getStructTree();
    const roles = (node: { role?: string; children?: unknown[] }): string[] => [node.role ?? '', ...(node.children ?? []).flatMap((child) => roles(child as { role?: string; children?: unknown[] }))];
    const found = roles(tree as { role?: string; children?: unknown[] });
    // Territory, date, subtitle, summary.
    expect(found.slice(0, found.indexOf('Table')).filter((role) => role === 'P').length).toBeGreaterThanOrEqual(4);
  });

  test('what nothing gives has no row, and stands in its line', () => {
    expect(text).toContain(printed(content.unavailable ?? ''));
    expect(text).not.toContain(printed('Source attendue'));
  });

  test.each(content.figures.filter(({ available }) => available))('$indicator: value, unit, period, target, state, change, source, note', (figure) => {
    for (const part of [figure.label, figure.value, figure.unitAfter, figure.periodLabel, figure.target.text, figure.target.source, figure.state?.word, figure.trend.text, figure.source, figure.note]) {
      expect(text).toContain(printed(part ?? ''));
    }
  });

  test('head, summary, late actions and the content id', () => {
    for (const part of [content.territory.name, content.title, content.dateText, content.summary, content.contentId, 'l’astérisque marque', content.map?.title]) expect(text).toContain(printed(part ?? ''));
    for (const action of content.lateActions) for (const part of [action.title, action.due, action.late, action.comment]) expect(text).toContain(printed(part ?? ''));
  });

  test('a headline that counts invented actions has its asterisk', () => {
    expect(text).toContain(printed(`${content.summary}*`));
    expect(text).toContain(printed(`${content.actionsText}*`));
  });

  test('the same content gives the same bytes', () => {
    expect(made(packPdf(content, geometry, housePalette)).bytes.equals(rendered.bytes)).toBe(true);
  });

  test('many late actions and long texts still hold on one page', () => {
    const [action] = content.lateActions;
    const lateActions = Array.from({ length: 30 }, () => ({ ...action!, title: 'mot '.repeat(200), comment: 'mot '.repeat(200) }));
    expect(made(packPdf({ ...content, figures: [...content.figures, ...content.figures.slice(0, 3)], lateActions }, geometry, housePalette)).pages).toBe(1);
  });

  /** Figures of which every text has as many words as asked, and thirty late actions. */
  const extreme = (words: number, count = 12): PackContent => {
    const long = 'mot '.repeat(words);
    const shown = content.figures.find(({ indicator }) => indicator === 't.number')!;
    const figures = Array.from({ length: count }, (_, at) => ({ ...shown, indicator: `t.${at}`, label: long, source: long, note: long, target: { ...shown.target, text: long, source: long } }));
    return { ...content, subtitle: long, unavailable: long, cautions: [long, long], figures, lateActions: Array.from({ length: 30 }, () => ({ ...content.lateActions[0]!, title: long, lead: long, owner: long, comment: long })) };
  };

  test.each([10, 30, 300])('twelve figures whose every text has %d words hold on one page, which says what it cuts', async (words) => {
    const full = made(packPdf(extreme(words), geometry, housePalette));
    expect(full.pages).toBe(1);
    const said = tight((await extractText(await getDocumentProxy(new Uint8Array(full.bytes)), { mergePages: true })).text);
    expect(said.split(tight('1\u202f100')).length - 1).toBeGreaterThanOrEqual(12);
    expect(said.includes(tight('Textes abrégés'))).toBe(said.includes('…'));
  });

  test('what no page can hold is said, not thrown', () => {
    expect(packPdf(extreme(30, 60), geometry, housePalette)).toEqual({ ok: false, error: { code: 'pack.tooFull' } });
  });
});

describe('PPTX', () => {
  let archive: JSZip;
  let text: string;

  const partsOf = async (pattern: RegExp): Promise<string[]> =>
    Promise.all(Object.keys(archive.files).filter((name) => pattern.test(name)).toSorted((a, b) => a.localeCompare(b, 'en', { numeric: true })).map((name) => archive.file(name)!.async('string')));
  const unescape = (xml: string): string => xml.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&apos;', "'").replaceAll('&#39;', "'").replaceAll('&amp;', '&');
  const textOf = (xml: string): string => unescape([...xml.matchAll(/<a:t>([^<]*)<\/a:t>/g)].map(([, found]) => found).join(' '));

  beforeAll(async () => {
    archive = await JSZip.loadAsync(await packPptx(content, geometry, housePalette));
    text = tight((await partsOf(/^ppt\/slides\/slide\d+\.xml$/)).map(textOf).join(' '));
  });

  test.each(content.figures.filter(({ available }) => available))('$indicator: value, target, change, source', (figure) => {
    for (const part of [figure.label, figure.value, figure.unitAfter, figure.target.text, figure.state?.word, figure.trend.text, figure.source, figure.note]) expect(text).toContain(tight(part ?? ''));
  });

  test('each chart holds its series: a stretch stops at a break, and nothing stands where there is nothing', async () => {
    const charts = await partsOf(/^ppt\/charts\/chart\d+\.xml$/);
    const seriesOf = (chart: string) => [...chart.matchAll(/<c:ser>.*?<\/c:ser>/gs)].map(([series]) => ({
      colour: /<a:srgbClr val="([0-9A-F]{6})"/.exec(series)?.[1],
      values: [...series.match(/<c:val>.*?<\/c:val>/s)![0].matchAll(/<c:pt idx="(\d+)"><c:v>([^<]*)<\/c:v>/g)].flatMap(([, index, value]) => (value === '' ? [] : [[Number(index), Number(value)]])),
      labels: [...series.match(/<c:cat>.*?<\/c:cat>/s)![0].matchAll(/<c:v>([^<]*)<\/c:v>/g)].map(([, label]) => label),
    }));
    const structure = housePalette.structure.slice(1).toUpperCase();
    expect(charts.map(seriesOf)).toEqual([
      [
        { colour: structure, values: [[0, 1234]], labels: ['2021', '2022', '2023', '2024', '2025'] },
        { colour: structure, values: [[1, 1300], [4, 1100]], labels: ['2021', '2022', '2023', '2024', '2025'] },
      ],
      [
        { colour: structure, values: [[1, 2284], [2, 3000]], labels: ['2023', '2024', '2025'] },
        { colour: housePalette.scale[2].slice(1).toUpperCase(), values: [[0, 2300], [1, 2574], [2, 3100]], labels: ['2023', '2024', '2025'] },
      ],
    ]);
    // The axis spans more than the values: 1 100 to 1 300 does not fall its whole height.
    expect(charts[0]).toMatch(/<c:max val="1300"\/><c:min val="1100"\/>|<c:min val="1000"\/>/);
  });

  test('a room can read it: 14 points, 10 for sources; in French, and no ISO date', async () => {
    const parts = [...await partsOf(/^ppt\/slides\/slide\d+\.xml$/), ...await partsOf(/^ppt\/charts\/chart\d+\.xml$/)];
    for (const xml of parts) {
      expect([...xml.matchAll(/ sz="(\d+)"/g)].every(([, size]) => Number(size) >= 1000)).toBe(true);
      expect(xml).not.toContain('en-US');
      expect(textOf(xml)).not.toMatch(/\d{4}-\d{2}-\d{2}/);
    }
    for (const figure of content.figures.filter(({ available }) => available)) {
      const run = parts.join('').match(new RegExp(`<a:rPr[^>]*sz="(\\d+)"[^>]*>(?:(?!<a:rPr).)*<a:t>${figure.value.replaceAll('+', '\\+')}</a:t>`, 's'));
      expect(Number(run?.[1])).toBeGreaterThanOrEqual(1400);
    }
  });

  test('no slide is left with one or two of its figures', async () => {
    const tables = (await partsOf(/^ppt\/slides\/slide\d+\.xml$/)).flatMap((xml) => xml.match(/<a:tbl>.*?<\/a:tbl>/gs) ?? []).filter((table) => textOf(table).startsWith('Indicateur'));
    const perSlide = tables.map((table) => table.split('<a:tr ').length - 2);
    for (const count of perSlide) expect(count).toBeGreaterThanOrEqual(3);
    expect(perSlide.reduce((all, count) => all + count, 0)).toBe(8);
  });

  test('every slide has a title, the content id, and alternative texts on charts and pictures', async () => {
    let described = 0;
    for (const slide of await partsOf(/^ppt\/slides\/slide\d+\.xml$/)) {
      expect(slide).toContain('type="title"');
      expect(textOf(slide)).toContain(content.contentId);
      for (const [frame] of slide.matchAll(/<p:graphicFrame>(?:(?!<\/p:graphicFrame>).)*<c:chart.*?<\/p:graphicFrame>|<p:pic>.*?<\/p:pic>/gs)) {
        expect(frame).toMatch(/descr="[^"]{20,}"/);
        described += 1;
      }
    }
    // Two charts and the map.
    expect(described).toBe(3);
  });

  test('an asterisk is explained on each slide that shows one, and there only', async () => {
    const slides = (await partsOf(/^ppt\/slides\/slide\d+\.xml$/)).map(textOf);
    const starred = (slide: string): boolean => slide.includes('\u00a0*');
    expect(slides.filter(starred).length).toBeGreaterThan(1);
    expect(slides.some((slide) => !starred(slide))).toBe(true);
    for (const slide of slides) expect(slide.includes('l’astérisque marque')).toBe(starred(slide));
    expect(tight(slides[0] ?? '')).toContain(tight(`${content.summary}*`));
  });

  test('beside the map, how many communes are named of how many', async () => {
    const named = async (count: number): Promise<string> => {
      const values = Array.from({ length: count }, (_, at) => ({ ...content.map!.values[0]!, code: String(at), name: `Commune ${at}`, cell: { kind: 'number' as const, value: 100 - at } }));
      const places = new Map(values.map(({ code }, at) => [code, { centroid: [6 + at / 100, 49] as const }]));
      archive = await JSZip.loadAsync(await packPptx({ ...content, map: { ...content.map!, values } }, places, housePalette));
      return tight((await partsOf(/^ppt\/slides\/slide\d+\.xml$/)).map(textOf).join(' '));
    };
    const whole = archive;
    try {
      expect(await named(46)).toContain(tight('Les 11 plus élevées sur 46 communes'));
      expect(await named(11)).not.toContain(tight('plus élevées sur'));
    } finally {
      archive = whole;
    }
  });

  test('parts are well-formed XML, whatever the texts hold', async () => {
    for (const xml of await partsOf(/\.xml$/)) {
      expect(xml).not.toMatch(/&(?!amp;|lt;|gt;|quot;|apos;|#\d+;|#x[0-9a-f]+;)/i);
      expect(xml).not.toContain('<script>');
    }
  });

  test('two decks made at once are the same bytes', async () => {
    const [one, other] = await Promise.all([packPptx(content, geometry, housePalette), packPptx(content, geometry, housePalette)]);
    expect(one.equals(other)).toBe(true);
  });
});

describe('XLSX', () => {
  const book = new ExcelJS.Workbook();
  let bytes: Buffer;

  beforeAll(async () => {
    bytes = await packXlsx(content, housePalette.structure);
    await book.xlsx.load(bytes as unknown as ArrayBuffer);
  });

  const rowsOf = (name: string, head: string): Map<string, ExcelJS.CellValue>[] => {
    const rows: ExcelJS.CellValue[][] = [];
    book.getWorksheet(name)!.eachRow({ includeEmpty: false }, (row) => { rows.push((row.values as ExcelJS.CellValue[]).slice(1)); });
    const at = rows.findIndex(([first]) => first === head);
    return rows.slice(at + 1).map((row) => new Map(rows[at]!.map((column, index) => [column as string, row[index]])));
  };

  test('the figures: text as shown beside the exact number and the bounds', () => {
    const rows = rowsOf('Chiffres', 'Indicateur');
    expect(rows).toHaveLength(content.figures.length);
    for (const [at, figure] of content.figures.entries()) {
      const row = rows[at]!;
      expect([row.get('Indicateur'), row.get('Valeur'), row.get('Cible'), row.get('Évolution'), row.get('Source, millésime, périmètre')]).toEqual([figure.label, figure.value, figure.target.text, figure.trend.text, figure.source]);
      expect(row.get('Valeur numérique') ?? null).toBe(figure.cell.kind === 'number' ? figure.cell.value : null);
      expect([row.get('Borne basse') ?? null, row.get('Borne haute') ?? null]).toEqual(figure.cell.kind === 'interval' ? [figure.cell.low, figure.cell.high] : [null, null]);
    }
  });

  test('the trends, the map and the actions', () => {
    const points = content.figures.flatMap(({ label, trend }) => trend.points.map((point) => [label, point.label, point.text, point.cell.kind === 'number' ? point.cell.value : null]));
    expect(rowsOf('Évolutions', 'Indicateur').map((row) => [row.get('Indicateur'), row.get('Période'), row.get('Valeur'), row.get('Valeur numérique') ?? null])).toEqual(points);
    expect(rowsOf('Carte', 'Commune').map((row) => [row.get('Code'), row.get('Commune'), row.get('Valeur')])).toEqual(content.map!.values.map(({ code, name, text }) => [code, name, text]));
    expect(rowsOf('Actions en retard', 'Action').map((row) => [row.get('Échéance'), row.get('Jours de retard')])).toEqual([[new Date('2026-09-15T00:00:00Z'), 70], [new Date('2026-11-23T00:00:00Z'), 1]]);
    expect(JSON.stringify(book.getWorksheet('Chiffres')!.getColumn(1).values)).toContain(JSON.stringify(`${content.summary}\u00a0*`).slice(1, -1));
    expect(rowsOf('Chiffres', 'Indicateur')[0]?.get('Où la source est publiée')).toBe('statistiques');
  });

  test('no formula, and the content id on every sheet', async () => {
    const archive = await JSZip.loadAsync(bytes);
    for (const name of Object.keys(archive.files).filter((file) => file.startsWith('xl/worksheets/'))) expect(await archive.file(name)!.async('string')).not.toContain('<f>');
    for (const sheet of book.worksheets) expect(JSON.stringify(sheet.getColumn(1).values)).toContain(content.contentId);
    expect(rowsOf('Chiffres', 'Indicateur').some((row) => row.get('Indicateur') === hostile.formula)).toBe(true);
  });

  test('a frozen head', () => {
    for (const sheet of book.worksheets) expect(sheet.views[0]).toMatchObject({ state: 'frozen', xSplit: 1 });
  });

  test('the same content gives the same bytes', async () => {
    expect((await packXlsx(content, housePalette.structure)).equals(bytes)).toBe(true);
  });
});

test('without a convention, a map or a series, the three are made', async () => {
  const bare = packContent({ ...packInput, convention: null, readings: [], definitions: packInput.definitions.map((one, at) => ({ ...one, id: ['social.dwellings', 'private.vacant', 'rents.flat'][at] ?? one.id })) });
  expect(bare.figures).toHaveLength(3);
  expect(made(packPdf(bare, new Map(), housePalette)).pages).toBe(1);
  expect((await packPptx(bare, new Map(), housePalette)).length).toBeGreaterThan(1000);
  expect((await packXlsx(bare, '#0f5c66')).length).toBeGreaterThan(1000);
});
