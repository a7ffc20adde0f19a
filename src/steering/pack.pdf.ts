import { renderPdf, type RenderedPdf } from '../platform/documents/pdf.ts';
import { paintFor, type Palette } from '../platform/documents/svg/palette.ts';
import type { PackAction, PackContent, PackFigure } from './pack.content.ts';
import { isDrawable, mapPicture, trendInWords, trendPicture, type PackGeometry } from './pack.pictures.ts';
import { packTemplate } from './pack.template.ts';
import { packTexts } from './pack.texts.ts';

/** From airy to tight, heights of the map in millimetres: the first that holds on one page is taken. The tightest still prints at 6 points. */
const layouts = [{ density: 1, mapHeight: 96 }, { density: 1, mapHeight: 86 }, { density: 1, mapHeight: 76 }, { density: 0.97, mapHeight: 70 }, { density: 0.95, mapHeight: 68 }, { density: 0.91, mapHeight: 62 }, { density: 0.88, mapHeight: 54 }] as const;
const mapWidth = 96;
/** Units of the drawing in a millimetre of paper: the labels of the map print at 7 points. */
const perMillimetre = 4.4;
const legendUnits = 78;
const mostActions = 5;
const longestText = 150;

/** The committee's page: one A4 page, tagged, its figures, their trends, a map and the late actions. */
export function packPdf(content: PackContent, geometry: PackGeometry, palette: Palette): RenderedPdf {
  const paint = paintFor(palette, 'document');
  const data = {
    colours: { structure: palette.structure, accent: palette.accent, ink: palette.ink, muted: palette.muted, line: palette.line },
    territory: content.territory.name, title: content.title, subtitle: content.subtitle, perimeter: content.perimeter, dateText: content.dateText, summary: content.summary,
    columns: packTexts.columns,
    figures: content.figures.filter(({ available }) => available).map((figure) => figureRow(figure, content, trendPicture(figure, paint))),
    unavailable: content.unavailable,
    map: content.map && { title: content.map.title, alt: `${content.map.description} ${packTexts.valuesInWorkbook}`, drawn: isDrawable(content.map, geometry), source: isDrawable(content.map, geometry) ? content.map.source : `${content.map.source}. ${packTexts.legend.highest}`, svg: '' },
    actionsTitle: content.actionsTitle,
    actionsText: content.actionsText,
    contentId: packTexts.contentId(content.contentId),
    foot: [content.stateRule, ...content.cautions, content.demonstration && packTexts.demonstrationMark].filter(Boolean).join(' '),
  };
  for (const layout of layouts) {
    const map = content.map && { ...data.map, svg: mapPicture(content.map, geometry, paint, { width: mapWidth * perMillimetre, height: layout.mapHeight * perMillimetre - legendUnits }) };
    // A full page first gives up air; only the tightest gives up the least late of its actions, which the workbook keeps.
    const most = Math.min(mostActions, content.lateActions.length);
    for (let shown = most; shown >= (layout === layouts.at(-1) ? 0 : most); shown -= 1) {
      const rendered = renderPdf({ title: `${content.title}, ${content.territory.name}`, author: packTexts.author, language: 'fr', date: content.date, template: packTemplate, data: { ...data, ...layout, map, ...actionsShown(content, shown) } });
      if (rendered.pages === 1) return rendered;
    }
  }
  throw new Error('the committee’s page does not hold on one page');
}

function figureRow(figure: PackFigure, content: PackContent, svg: string | null): Record<string, unknown> {
  return {
    label: figure.label, value: figure.value, large: figure.cell.kind === 'number', unitAfter: figure.unitAfter, periodLabel: figure.periodLabel,
    svg, alt: packTexts.trendAlt(figure.label, trendInWords(figure)), direction: figure.trend.direction, trend: figure.trend.text,
    state: figure.state, fixed: figure.target.kind === 'fixed', target: figure.target.text, targetSource: figure.target.source, source: figure.source,
    // The caution that several figures share stands once, at the foot.
    note: figure.note !== null && content.cautions.includes(figure.note) ? null : figure.note,
  };
}

function actionsShown(content: PackContent, count: number): Record<string, unknown> {
  const rest = content.lateActions.length - count;
  return { actions: content.lateActions.slice(0, count).map(actionLines), others: rest > 0 ? packTexts.othersInWorkbook(rest) : null };
}

function actionLines(action: PackAction): Record<string, unknown> {
  return {
    title: shortened(action.title) + (action.demonstration ? '\u00a0*' : ''), late: action.late, due: packTexts.due(action.due),
    who: `${shortened(action.lead)}, ${action.owner}`, comment: action.comment && shortened(action.comment),
  };
}

const shortened = (text: string): string => (text.length <= longestText ? text : `${text.slice(0, longestText - 1).trimEnd()}…`);
