import { failure, success } from '../../platform/result.ts';
import { known, oneColumn, requireColumns } from './columns.ts';
import type { TableSource } from './table.ts';

const months = ['janvier', 'février', 'mars', 'avril', 'mai', 'juin', 'juillet', 'août', 'septembre', 'octobre', 'novembre', 'décembre'];

/** "5 septembre 2025" → "2025-09-05". */
export function frenchDate(text: string): string | undefined {
  const match = /(\d{1,2})(?:er)?\s+(\p{L}+)\s+(20\d\d)/u.exec(text);
  const month = months.indexOf((match?.[2] ?? '').toLowerCase().normalize('NFC'));
  if (!match || month === -1) return undefined;
  return `${match[3]}-${String(month + 1).padStart(2, '0')}-${(match[1] ?? '').padStart(2, '0')}`;
}

/** ABC zoning: the header of the zone's column carries the date, and changes with each order. */
export const abc: TableSource = {
  id: 'abc',
  recognises: (columns) => columns.some((column) => /^(zonage en vigueur|reclassement) /i.test(column)),
  separator: ';',
  latin1: false,
  plan: (columns) => {
    const required = requireColumns(columns, ['CODGEO']);
    if (!required.ok) return required;
    const zone = oneColumn(columns, /^zonage en vigueur (.*)$/i, 'Zonage en vigueur depuis le …');
    if (!zone.ok) return zone;
    const vintage = frenchDate(zone.value.captured);
    if (vintage === undefined) {
      return failure({ code: 'table.missingColumn', line: 1, column: zone.value.column, expected: 'la date dans l’en-tête, comme « Zonage en vigueur depuis le 5 septembre 2025 »' });
    }
    return success({
      source: known('abc'),
      vintage,
      notes: [],
      area: 'CODGEO',
      fields: [{ column: zone.value.column, measure: 'zoning.abc', period: vintage, secret: [], missing: [] }],
      blankPart: 'unknown',
    });
  },
};
