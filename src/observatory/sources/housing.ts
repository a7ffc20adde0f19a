import { failure, success } from '../../platform/result.ts';
import { housingColumns } from '../measures.ts';
import { doubled, fullYear, known, requireColumns } from './columns.ts';
import type { Field, TableSource } from './table.ts';

/** `P21_RP_LOCHLMV`: a figure of the census of 2021; `C21_…` (additional processing) is left. */
const figure = /^P(\d\d)_([A-Z0-9_]+)$/;

/** The census's housing base by commune (base-cc-logement): figures are sums of weights, with decimals, of up to three censuses. */
export const housing: TableSource = {
  id: 'census',
  recognises: (columns) => columns.filter((column) => /^P\d\d_(LOG|RP|RSECOCC|LOGVAC|RP_PROP|RP_LOC|RP_LOCHLMV)$/.test(column)).length >= 2,
  separator: ';',
  latin1: false,
  plan: (columns) => {
    const required = requireColumns(columns, ['CODGEO']);
    if (!required.ok) return required;
    const twice = doubled(columns, figure);
    if (twice) return failure(twice);
    const fields = columns.flatMap((column): Field[] => {
      const [, year = '', name = ''] = figure.exec(column) ?? [];
      const measure = housingColumns[name];
      return measure === undefined ? [] : [{ column, measure, period: fullYear(year), secret: ['s'], missing: ['', 'nd'] }];
    });
    const year = fields.map((field) => field.period).toSorted().at(-1) ?? '';
    const at = (name: string): string => `P${year.slice(2)}_${name}`;
    const whole = requireColumns(columns, ['LOG', 'RP', 'RSECOCC', 'LOGVAC', 'MEN'].map(at));
    if (!whole.ok) return whole;
    return success({
      source: known('census'),
      vintage: year,
      notes: [],
      area: 'CODGEO',
      fields,
      check: (numberOf) => {
        const [all, ...parts] = ['LOG', 'RP', 'RSECOCC', 'LOGVAC'].map((name) => numberOf(at(name)));
        if (all === undefined || parts.includes(undefined)) return undefined;
        const sum = parts.reduce<number>((total, part) => total + (part ?? 0), 0);
        // Sums of rounded weights.
        return Math.abs(sum - all) > Math.max(1, all * 0.001) ? { column: at('LOG'), expected: `la somme des résidences principales, secondaires et des logements vacants, ${sum.toFixed(1)}` } : undefined;
      },
      blankPart: 'gone',
    });
  },
};
