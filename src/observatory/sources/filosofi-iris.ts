import { failure, success } from '../../platform/result.ts';
import { incomeKinds, irisIncomeColumns, irisIncomeMeasure } from '../measures.iris.ts';
import { doubled, fullYear, known, oneColumn, requireColumns } from './columns.ts';
import type { Field, TableSource } from './table.ts';

const figure = /^(DEC|DISP)_[A-Z0-9]+\d\d$/;

/**
 * Filosofi by IRIS, declared (`DEC_…`) or disposable (`DISP_…`) income. `s` is secret; `ns` (not significant), `nd` (not
 * available) and `so` (does not apply) say that there is no figure.
 */
export const filosofiIris: TableSource = {
  id: 'filosofi-iris',
  recognises: (columns) => columns.some((column) => /^iris$/i.test(column)) && columns.some((column) => figure.test(column)),
  separator: ';',
  latin1: false,
  plan: (columns) => {
    const area = oneColumn(columns, /^iris$/i, 'IRIS');
    if (!area.ok) return area;
    const median = oneColumn(columns, /^((?:DEC|DISP)_MED\d\d)$/, 'DEC_MED et l’année, comme DEC_MED21');
    if (!median.ok) return median;
    const twice = doubled(columns, figure);
    if (twice) return failure(twice);
    const [prefix = '', rest = ''] = median.value.captured.split('_');
    const year = rest.slice(-2);
    const deciles = ['D1', 'D2', 'D3', 'D4', 'D6', 'D7', 'D8', 'D9'];
    const required = requireColumns(columns, ['TP60', ...deciles].map((name) => `${prefix}_${name}${year}`));
    if (!required.ok) return required;
    const kind = incomeKinds[prefix === 'DISP' ? 'DISP' : 'DEC'];
    const fields = irisIncomeColumns.flatMap(({ column, name, percent }): Field[] => {
      const given = `${prefix}_${column}${year}`;
      return columns.includes(given) ? [{ column: given, measure: irisIncomeMeasure(kind, name), period: fullYear(year), percent, secret: ['s'], missing: ['ns', 'nd', 'so', ''] }] : [];
    });
    const ladder = [...deciles.slice(0, 4), 'MED', ...deciles.slice(4)].map((name) => `${prefix}_${name}${year}`);
    return success({
      source: known('filosofi-iris'),
      vintage: fullYear(year),
      notes: [],
      grain: 'iris',
      area: area.value.column,
      fields,
      check: (numberOf) => {
        for (const [at, column] of ladder.entries()) {
          const [here, below] = [numberOf(column), at === 0 ? undefined : numberOf(ladder[at - 1] ?? '')];
          if (here !== undefined && below !== undefined && here < below) return { column, expected: `au moins ${ladder[at - 1] ?? ''}, ${below}` };
        }
        return undefined;
      },
      blankPart: 'unknown',
    });
  },
};
