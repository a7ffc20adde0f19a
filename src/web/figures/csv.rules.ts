import { cellText, type IndicatorDefinition, type Reading } from '../../indicators/index.ts';
import { csvCell } from '../../platform/csv-cell.rules.ts';
import { percentOf, type Language } from '../../platform/i18n/format.ts';

/** A line of a downloaded file: a reading with its indicator and its place. */
export interface CsvLine {
  definition: IndicatorDefinition;
  reading: Reading;
  place: string;
}

const heads: Record<Language, readonly string[]> = {
  fr: ['indicateur', 'libelle', 'code', 'lieu', 'periode', 'valeur', 'borne_basse', 'borne_haute', 'statut', 'unite', 'perimetre', 'source', 'millesime', 'producteur', 'licence'],
  en: ['indicator', 'label', 'code', 'place', 'period', 'value', 'low', 'high', 'status', 'unit', 'perimeter', 'source', 'edition', 'producer', 'licence'],
};

const statuses: Record<Language, Record<Reading['cell']['kind'], string>> = {
  fr: { number: 'valeur', interval: 'intervalle', category: 'categorie', secret: 'secret', missing: 'non disponible' },
  en: { number: 'value', interval: 'interval', category: 'category', secret: 'secret', missing: 'not available' },
};

const unitCodes: Record<IndicatorDefinition['unit'], string> = {
  persons: 'habitants', households: 'menages', dwellings: 'logements', eurosPerYear: 'EUR/an', eurosPerM2: 'EUR/m2', fraction: '%', ratio: 'rapport', perHundred: 'pour 100', count: 'nombre', category: '',
};

/** UTF-8 with its mark, semicolons, decimal commas: what a French spreadsheet opens without asking. */
export function csvOf(lines: readonly CsvLine[], language: Language): string {
  const rows = [heads[language], ...lines.map((line) => rowOf(line, language))];
  return `\uFEFF${rows.map((row) => row.map((text) => csvCell(text, ';')).join(';')).join('\r\n')}\r\n`;
}

function rowOf({ definition, reading, place }: CsvLine, language: Language): string[] {
  const { cell } = reading;
  const list = (of: (dataset: Reading['datasets'][number]) => string): string => [...new Set(reading.datasets.map(of))].join(' | ');
  return [
    definition.id, definition.label[language], reading.area, place, reading.period,
    cell.kind === 'number' ? decimal(cell.value, definition) : cell.kind === 'category' ? cell.value : cell.kind === 'secret' ? 's' : '',
    cell.kind === 'interval' && cell.low !== null ? decimal(cell.low, definition) : '',
    cell.kind === 'interval' && cell.high !== null ? decimal(cell.high, definition) : '',
    cell.kind === 'missing' ? cellText(cell, definition, language) : statuses[language][cell.kind],
    unitCodes[definition.unit],
    reading.perimeter ? `${reading.perimeter.communes} communes ${reading.perimeter.year}` : '',
    list((dataset) => dataset.title), list((dataset) => dataset.vintage), list((dataset) => dataset.producer), list((dataset) => dataset.licence),
  ];
}

/** The exact number; a fraction as the percentage that the screen shows. */
const decimal = (value: number, { unit }: IndicatorDefinition): string => String(unit === 'fraction' ? percentOf(value) : value).replace('.', ',');
