import { success } from '../../platform/result.ts';
import { known, oneColumn, requireColumns, vintageFrom } from './columns.ts';
import type { TableSource } from './table.ts';

/** SNE: mean months between a request for social housing and its allocation, by intercommunality. Its header ends with empty columns. */
export const sneDelay: TableSource = {
  id: 'sne-delay',
  recognises: (columns) => columns.includes('SIRET') && columns.some((column) => /^délai d['’]attribution/i.test(column)),
  separator: ',',
  latin1: true,
  plan: (columns, hints) => {
    const required = requireColumns(columns, ['SIRET']);
    if (!required.ok) return required;
    const delay = oneColumn(columns, /^délai d['’]attribution/i, 'Délai d’attribution moyen');
    if (!delay.ok) return delay;
    const dated = vintageFrom(hints, 'year', 'délais d’attribution (SNE)');
    if (!dated.ok) return dated;
    const { vintage, notes } = dated.value;
    return success({
      source: known('sne-delay'),
      vintage,
      notes,
      grain: 'intercommunality',
      area: 'SIRET',
      // A SIRET is a SIREN and five digits.
      areaCode: (raw) => (/^\d{14}$/.test(raw) ? raw.slice(0, 9) : raw),
      // Paris stands under its commune's code, which is no intercommunality's.
      junk: (code) => code === '' || /^\d{5}$/.test(code),
      fields: [{ column: delay.value.column, measure: 'social.allocationDelay', period: vintage, secret: ['s'], missing: ['', 'nd', 'ns'] }],
      blankPart: 'unknown',
    });
  },
};
