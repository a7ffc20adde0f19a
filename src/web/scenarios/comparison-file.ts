import { parameters, parameterText } from '../../needs/index.ts';
import type { PlainDate } from '../../platform/clock.ts';
import { csvCell } from '../../platform/csv-cell.rules.ts';
import { housePalette } from '../../platform/documents/svg/palette.ts';
import { numberFormat, renderWorkbook, type SheetCell } from '../../platform/documents/xlsx.ts';
import type { Territory } from '../../territory/index.ts';
import { scenarioWords } from '../messages/scenarios.ts';
import { comparedLines, type Comparison } from './comparison.ts';
import { lineWords } from './line-words.ts';
import { components, netNeed, seriesText } from './written.ts';

const words = scenarioWords.comparison;
type Value = string | number | null;

/** What the files carry: the table as it is on the page with its exact numbers, then every year of every scenario. */
function tablesOf({ mode, scenarios }: Comparison): { summary: Value[][]; years: Value[][] } {
  const unlike = scenarios.map(({ unlikeFirst, estimate }) => unlikeFirst.map((name) => `${parameters[name].label} : ${parameterText(estimate.parameters[name], parameters[name].unit)}`).join(' ; '));
  return {
    summary: [
      [words.series, ...scenarios.map(seriesText)], [words.source, ...scenarios.map(({ source, demonstration }) => [source ?? '', demonstration ? scenarioWords.demonstration : ''].filter(Boolean).join(' ; '))],
      [words.mode, ...scenarios.map(() => scenarioWords.mode.names[mode])],
      ...comparedLines(scenarios, lineWords).map(({ label, values }): Value[] => [label, ...values.map((value) => value ?? scenarioWords.notComputable)]),
      [words.unlike, ...unlike],
    ],
    years: scenarios.flatMap(({ name, estimate }) => (estimate.flow?.years ?? []).map((year): Value[] => [name, year.year, ...components.map((component) => year[component]), netNeed(year), year.parc])),
  };
}

const summaryHead = ({ scenarios }: Comparison): string[] => [words.line, ...scenarios.map(({ name }) => name)];
const yearsHead = [words.scenario, scenarioWords.one.year, ...components.map((component) => scenarioWords.components[component]), scenarioWords.one.need, scenarioWords.one.parc];

/** UTF-8 with its mark, semicolons, decimal commas; the two tables one after the other. */
export function comparisonCsv(comparison: Comparison): string {
  const { summary, years } = tablesOf(comparison);
  const written = (value: Value): string => csvCell(typeof value === 'number' ? String(value).replace('.', ',') : (value ?? ''), ';');
  const rows: Value[][] = [summaryHead(comparison), ...summary, [], yearsHead, ...years];
  return `\uFEFF${rows.map((row) => row.map(written).join(';')).join('\r\n')}\r\n`;
}

export function comparisonWorkbook(comparison: Comparison, territory: Pick<Territory, 'name' | 'colours'>, today: PlainDate): Promise<Buffer> {
  const { summary, years } = tablesOf(comparison);
  const cell = (value: Value): SheetCell => (typeof value === 'number' ? { number: value, format: Number.isInteger(value) && value > 1900 && value < 2300 ? '0' : numberFormat(0, 'plain') } : value);
  const preface = [`${words.title}, ${territory.name}`, scenarioWords.mode.text[comparison.mode], ...(comparison.scenarios.some(({ demonstration }) => demonstration) ? [scenarioWords.demonstration] : [])];
  return renderWorkbook({
    title: `${words.title}, ${territory.name}`, author: 'Ancrage', date: today, headColour: territory.colours?.structure ?? housePalette.structure,
    sheets: [
      { name: words.sheet, preface, columns: summaryHead(comparison).map((header, at) => ({ header, width: at === 0 ? 40 : 32, wrap: true })), rows: summary.map((row) => row.map(cell)) },
      { name: words.yearsSheet, preface, columns: yearsHead.map((header, at) => ({ header, width: at === 0 ? 40 : 16 })), rows: years.map((row) => row.map(cell)) },
    ],
  });
}

