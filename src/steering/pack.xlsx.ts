import { cellNumber, unitText, type Cell, type Unit } from '../indicators/index.ts';
import { numberFormat, renderWorkbook, type Sheet, type SheetCell } from '../platform/documents/xlsx.ts';
import type { PackContent, PackFigure } from './pack.content.ts';
import { packTexts } from './pack.texts.ts';

const { columns } = packTexts;

/** The page's figures as a workbook: each text as shown beside its exact number. */
export const packXlsx = (content: PackContent, headColour: string): Promise<Buffer> =>
  renderWorkbook({ title: `${content.title}, ${content.territory.name}`, author: packTexts.author, date: content.date, headColour, sheets: [figuresSheet(content), trendsSheet(content), mapSheet(content), actionsSheet(content)] });

const preface = (content: PackContent): string[] => [
  `${content.title}, ${content.territory.name}`,
  [content.subtitle, content.dateText, content.perimeter].join(' · '),
  [packTexts.contentId(content.contentId), content.demonstration && packTexts.demonstrationMark, content.stateRule].filter(Boolean).join(' · '),
];

function figuresSheet(content: PackContent): Sheet {
  return {
    name: packTexts.sheets.figures,
    preface: [...preface(content), packTexts.starred(content.summary, content.demonstration !== null)],
    columns: [
      { header: columns.figure, width: 44, wrap: true }, { header: columns.value, width: 24 }, { header: columns.number, width: 16 }, { header: columns.low, width: 14 }, { header: columns.high, width: 14 },
      { header: columns.unit, width: 14 }, { header: columns.period, width: 16 }, { header: columns.trend, width: 34, wrap: true }, { header: columns.target, width: 34, wrap: true },
      { header: columns.targetSource, width: 34, wrap: true }, { header: columns.state, width: 18 }, { header: columns.source, width: 56, wrap: true }, { header: columns.origin, width: 34, wrap: true }, { header: columns.note, width: 56, wrap: true },
    ],
    rows: content.figures.map((figure) => [
      figure.label, figure.value, ...numbers(figure.cell, figure), unitText(figure.unit, 'fr'), figure.periodLabel, figure.trend.text, figure.target.text,
      figure.target.source, figure.state?.word ?? columns.noState, figure.source, figure.origin, figure.note,
    ]),
  };
}

function trendsSheet(content: PackContent): Sheet {
  const rowsOf = (figure: PackFigure): SheetCell[][] => figure.trend.points.map((point) => [
    figure.label, point.label, point.text, ...numbers(point.cell, figure), unitText(figure.unit, 'fr'), figure.trend.breaks.find((mark) => mark.period === point.period)?.text ?? null,
  ]);
  return {
    name: packTexts.sheets.trends,
    preface: preface(content),
    columns: [
      { header: columns.figure, width: 44 }, { header: columns.period, width: 18 }, { header: columns.value, width: 24 }, { header: columns.number, width: 16 },
      { header: columns.low, width: 14 }, { header: columns.high, width: 14 }, { header: columns.unit, width: 14 }, { header: columns.note, width: 24 },
    ],
    rows: content.figures.flatMap(rowsOf),
  };
}

function mapSheet(content: PackContent): Sheet {
  const { map } = content;
  return {
    name: packTexts.sheets.map,
    preface: [...preface(content), map ? `${map.title} · ${map.source}` : packTexts.legend.noPosition],
    columns: [
      { header: columns.commune, width: 34 }, { header: columns.code, width: 10 }, { header: columns.value, width: 24 }, { header: columns.number, width: 16 },
      { header: columns.low, width: 14 }, { header: columns.high, width: 14 }, { header: columns.unit, width: 14 },
    ],
    rows: map ? map.values.map((value) => [value.name, value.code, value.text, ...numbers(value.cell, map), unitText(map.unit, 'fr')]) : [],
  };
}

function actionsSheet(content: PackContent): Sheet {
  return {
    name: packTexts.sheets.actions,
    preface: [...preface(content), packTexts.starred(content.actionsText, content.demonstration !== null)],
    columns: [
      { header: columns.action, width: 60, wrap: true }, { header: columns.lead, width: 30 }, { header: columns.owner, width: 32 }, { header: columns.state, width: 14 },
      { header: columns.due, width: 14 }, { header: columns.daysLate, width: 16 }, { header: columns.comment, width: 50, wrap: true },
    ],
    rows: content.lateActions.map((action) => [
      packTexts.starred(action.title, action.demonstration), action.lead, action.owner, action.state, { day: action.dueOn }, { number: action.daysLate, format: '0' }, action.comment,
    ]),
  };
}

/** Number, lower bound, upper bound: empty where nobody may or can say. */
function numbers(cell: Cell, style: { unit: Unit; digits: number }): SheetCell[] {
  const format = formatOf(style);
  const exact = cellNumber(cell);
  const bound = (value: number | null): SheetCell => (value === null ? null : { number: value, format });
  return [bound(exact), ...(cell.kind === 'interval' ? [bound(cell.low), bound(cell.high)] : [null, null])];
}

/** Excel's format of an indicator's numbers. */
export const formatOf = ({ unit, digits }: { unit: Unit; digits: number }): string =>
  numberFormat(digits, unit === 'fraction' ? 'fraction' : unit === 'eurosPerM2' || unit === 'eurosPerYear' ? 'euros' : 'plain');
