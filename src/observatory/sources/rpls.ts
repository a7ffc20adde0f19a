import { success } from '../../platform/result.ts';
import { known, requireColumns, vintageFrom } from './columns.ts';
import type { Field, TableSource } from './table.ts';

const parts = ['nb_loues', 'nb_vacants', 'nb_vides', 'nb_asso', 'nb_occup_finan', 'nb_occup_temp'] as const;

/** RPLS by commune: blank parts are secret (stocks of at most 10 dwellings), the total is always given. */
export const rpls: TableSource = {
  id: 'rpls',
  recognises: (columns) => columns.includes('nb_ls') || columns.filter((column) => parts.some((part) => part === column)).length >= 3,
  separator: ',',
  latin1: false,
  plan: (columns, hints) => {
    const required = requireColumns(columns, ['DEPCOM_ARM', ...parts, 'nb_ls']);
    if (!required.ok) return required;
    const dated = vintageFrom(hints, 'day', 'RPLS par commune');
    if (!dated.ok) return dated;
    const { vintage, notes } = dated.value;
    const part = (column: string, measure: string | null): Field => ({ column, measure, period: vintage, secret: [''], missing: [] });
    return success({
      source: known('rpls'),
      vintage,
      notes,
      area: 'DEPCOM_ARM',
      fields: [
        part('nb_loues', 'social.rented'),
        part('nb_vacants', 'social.vacantDwellings'),
        ...parts.slice(2).map((column) => part(column, null)),
        { column: 'nb_ls', measure: 'social.dwellings', period: vintage, secret: [], missing: [] },
      ],
      check: (numberOf) => {
        const total = numberOf('nb_ls') ?? 0;
        const known = parts.flatMap((column) => numberOf(column) ?? []);
        const listed = known.reduce((sum, value) => sum + value, 0);
        if (known.length === parts.length && listed !== total) return { column: 'nb_ls', expected: `la somme des parts de la ligne, ${listed}` };
        if (listed > total) return { column: 'nb_ls', expected: `au moins la somme des parts connues, ${listed}` };
        return undefined;
      },
      blankPart: 'unknown',
    });
  },
};
