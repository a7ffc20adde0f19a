import { cellNumber, cellText, perimeterText, periodText, unitText, type IndicatorDefinition } from '../../indicators/index.ts';
import type { PlainDate } from '../../platform/clock.ts';
import { housePalette } from '../../platform/documents/svg/palette.ts';
import { numberFormat, renderWorkbook, type SheetCell } from '../../platform/documents/xlsx.ts';
import { formatPeriod, type Language } from '../../platform/i18n/format.ts';
import type { Territory } from '../../territory/index.ts';
import { observatoryMessages } from '../messages/observatory.ts';
import type { CsvLine } from './csv.rules.ts';

/** The table shown as a workbook: each text as shown beside its exact number. */
export function workbookOf(lines: readonly CsvLine[], definition: IndicatorDefinition, territory: Pick<Territory, 'name' | 'colours'>, today: PlainDate, language: Language): Promise<Buffer> {
  const { table, trend, source, vintage, workbook: words } = observatoryMessages[language];
  const title = definition.label[language];
  return renderWorkbook({
    title: `${title}, ${territory.name}`,
    author: 'Ancrage',
    date: today,
    headColour: territory.colours?.structure ?? housePalette.structure,
    sheets: [{
      name: words.sheet,
      preface: [`${title}, ${territory.name}`, definition.definition[language], ...(definition.secrecy ? [definition.secrecy[language]] : []), ...(definition.methodBreaks ? [definition.methodBreaks.text[language]] : [])],
      columns: [
        { header: table.commune, width: 32 }, { header: words.code, width: 12 }, { header: trend.period, width: 18 }, { header: words.text, width: 24 }, { header: words.number, width: 16 },
        { header: words.low, width: 14 }, { header: words.high, width: 14 }, { header: words.unit, width: 16 }, { header: words.perimeter, width: 24 }, { header: source, width: 70, wrap: true },
      ],
      rows: lines.map(({ reading, place }) => [
        place, reading.area, periodText(definition.id, reading.period, language), cellText(reading.cell, definition, language), ...numbersOf(reading.cell, definition), unitText(definition.unit, language),
        perimeterText(reading, language),
        reading.datasets.map((dataset) => `${dataset.producer}, ${dataset.title}, ${vintage(formatPeriod(dataset.vintage, language))} (${dataset.licence})`).join(' | '),
      ]),
    }],
  });
}

/** Number, lower bound, upper bound: empty where nobody may or can say. */
function numbersOf(cell: CsvLine['reading']['cell'], { unit, digits }: IndicatorDefinition): SheetCell[] {
  const format = numberFormat(digits, unit === 'fraction' ? 'fraction' : unit === 'eurosPerM2' || unit === 'eurosPerYear' ? 'euros' : 'plain');
  const written = (value: number | null): SheetCell => (value === null ? null : { number: value, format });
  return [written(cellNumber(cell)), ...(cell.kind === 'interval' ? [written(cell.low), written(cell.high)] : [null, null])];
}
