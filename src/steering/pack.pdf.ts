import { renderPdf, type RenderedPdf } from '../platform/documents/pdf.ts';
import { paintFor, type Paint, type Palette } from '../platform/documents/svg/palette.ts';
import { failure, success, type Result } from '../platform/result.ts';
import type { PackAction, PackContent, PackFigure } from './pack.content.ts';
import { isDrawable, mapPicture, trendInWords, trendPicture, type PackGeometry } from './pack.pictures.ts';
import { packTemplate } from './pack.template.ts';
import { packTexts } from './pack.texts.ts';
import { shortened } from './shorten.rules.ts';

/** From airy to tight, heights of the map in millimetres. */
const airs = [{ density: 1, mapHeight: 96 }, { density: 1, mapHeight: 86 }, { density: 1, mapHeight: 76 }, { density: 0.97, mapHeight: 70 }, { density: 0.95, mapHeight: 68 }, { density: 0.91, mapHeight: 62 }] as const;
/** The tightest still prints at 6 points. */
const tight = { density: 0.88, mapHeight: 54 };
const tightest = { density: 0.88, mapHeight: 40 };
/** Letters that each text keeps, where whole ones leave no room. */
const lengths = [120, 70, 40, 24] as const;
const mapWidth = 96;
/** Units of the drawing in a millimetre of paper: the labels of the map print at 7 points. */
const perMillimetre = 4.4;
const legendUnits = 78;
const mostActions = 5;
/** Of an action's texts, at any time. */
const longestOfAction = 150;

/** What a page cannot hold in any layout. */
export interface PackFailure {
  code: 'pack.tooFull';
}

interface Layout {
  density: number;
  mapHeight: number;
  /** Late actions shown; the workbook keeps them all. */
  actions: number;
  /** Letters of a text. */
  longest: number;
}

/** A full page first gives up air, then its least late actions, then the ends of its longest texts. */
function layoutsOf({ lateActions }: PackContent): Layout[] {
  const most = Math.min(mostActions, lateActions.length);
  const fewer = Array.from({ length: most + 1 }, (_, given) => most - given);
  return [
    ...airs.map((air) => ({ ...air, actions: most, longest: Infinity })),
    ...fewer.map((actions) => ({ ...tight, actions, longest: Infinity })),
    ...lengths.flatMap((longest) => [...new Set([most, Math.min(most, 2), 0])].map((actions) => ({ ...tightest, actions, longest }))),
  ];
}

/** The committee's page: one A4 page, tagged, its figures, their trends, a map and the late actions. */
export function packPdf(content: PackContent, geometry: PackGeometry, palette: Palette): Result<RenderedPdf, PackFailure> {
  const paint = paintFor(palette, 'document');
  const colours = { structure: palette.structure, accent: palette.accent, ink: palette.ink, muted: palette.muted, line: palette.line };
  for (const layout of layoutsOf(content)) {
    const rendered = renderPdf({
      title: `${content.title}, ${content.territory.name}`, author: packTexts.author, language: 'fr', date: content.date,
      template: packTemplate, data: { colours, ...pageOf(content, geometry, paint, layout) },
    });
    if (rendered.pages === 1) return success(rendered);
  }
  return failure({ code: 'pack.tooFull' });
}

function pageOf(content: PackContent, geometry: PackGeometry, paint: Paint, layout: Layout): Record<string, unknown> {
  let whole = true;
  const cutAt = (longest: number): Cut => (text) => {
    whole &&= text.length <= longest;
    return shortened(text, longest);
  };
  const cut = cutAt(layout.longest);
  // The lines as wide as the page hold more than a cell.
  const cutLine = cutAt(layout.longest * 4);
  const rest = content.lateActions.length - layout.actions;
  const page = {
    density: layout.density, mapHeight: layout.mapHeight,
    territory: cut(content.territory.name), title: cutLine(content.title), subtitle: cut(content.subtitle), perimeter: content.perimeter, dateText: content.dateText, summary: packTexts.starred(content.summary, content.demonstration !== null),
    columns: packTexts.columns,
    figures: content.figures.filter(({ available }) => available).map((figure) => figureRow(figure, content, trendPicture(figure, paint), cut)),
    unavailable: content.unavailable && cutLine(content.unavailable),
    map: mapOf(content, geometry, paint, layout, cut),
    actionsTitle: content.actionsTitle,
    actions: content.lateActions.slice(0, layout.actions).map((action) => actionLines(action, cut)),
    others: rest > 0 ? packTexts.othersInWorkbook(rest) : null,
    actionsText: packTexts.starred(content.actionsText, content.demonstration !== null),
    contentId: packTexts.contentId(content.contentId),
    cautions: content.cautions.map(cutLine),
  };
  return { ...page, foot: [whole ? null : packTexts.shortened, content.stateRule, ...page.cautions, content.demonstration && packTexts.demonstrationMark].filter(Boolean).join(' ') };
}

type Cut = (text: string) => string;

function figureRow(figure: PackFigure, content: PackContent, svg: string | null, cut: Cut): Record<string, unknown> {
  return {
    label: cut(figure.label), value: figure.value, large: figure.cell.kind === 'number', unitAfter: figure.unitAfter, periodLabel: figure.periodLabel,
    svg, alt: packTexts.trendAlt(figure.label, trendInWords(figure)), direction: figure.trend.direction, trend: figure.trend.text,
    state: figure.state, fixed: figure.target.kind === 'fixed', target: cut(figure.target.text), targetSource: figure.target.source && cut(figure.target.source), source: cut(figure.source),
    // The caution that several figures share stands once, at the foot.
    note: figure.note === null || content.cautions.includes(figure.note) ? null : cut(figure.note),
  };
}

function mapOf({ map }: PackContent, geometry: PackGeometry, paint: Paint, { mapHeight }: Layout, cut: Cut): Record<string, unknown> | null {
  if (!map) return null;
  const drawn = isDrawable(map, geometry);
  return {
    title: cut(map.title), alt: `${map.description} ${packTexts.valuesInWorkbook}`, drawn,
    source: drawn ? cut(map.source) : `${cut(map.source)}. ${packTexts.legend.highest}`,
    svg: mapPicture(map, geometry, paint, { width: mapWidth * perMillimetre, height: mapHeight * perMillimetre - legendUnits }),
  };
}

function actionLines(action: PackAction, cut: Cut): Record<string, unknown> {
  const short = (text: string): string => cut(shortened(text, longestOfAction));
  return {
    title: packTexts.starred(short(action.title), action.demonstration), late: action.late, due: packTexts.due(action.due),
    who: `${short(action.lead)}, ${cut(action.owner)}`, comment: action.comment && short(action.comment),
  };
}
