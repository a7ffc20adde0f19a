import { success } from '../../platform/result.ts';
import { known, oneColumn, requireColumns } from './columns.ts';
import type { TableSource } from './table.ts';

/** Employment zones by commune; the file ends with an empty row. */
export const employmentZones: TableSource = {
  id: 'employment-zones',
  recognises: (columns) => columns.some((column) => /^(libze|codze|ze_)20\d\d$/i.test(column)),
  separator: ',',
  latin1: false,
  plan: (columns) => {
    const required = requireColumns(columns, ['codgeo']);
    if (!required.ok) return required;
    const name = oneColumn(columns, /^libze(20\d\d)$/i, 'libze et l’année, comme libze2020');
    if (!name.ok) return name;
    const vintage = name.value.captured;
    return success({
      source: known('employment-zones'),
      vintage,
      notes: [],
      area: 'codgeo',
      junk: (code) => code === '' || code === '00000',
      fields: [{ column: name.value.column, measure: 'zoning.employmentZone', period: vintage, secret: [], missing: [] }],
      blankPart: 'unknown',
    });
  },
};
