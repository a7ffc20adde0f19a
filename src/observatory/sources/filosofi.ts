import { success } from '../../platform/result.ts';
import { fullYear, known, oneColumn, requireColumns } from './columns.ts';
import type { Field, TableSource } from './table.ts';

/** Column → measure; percentages become fractions. */
const columnsOf = [
  ['NBMENFISC', 'income.fiscalHouseholds', false],
  ['NBPERSMENFISC', 'income.fiscalPersons', false],
  ['MED', 'income.median', false],
  ['TP60', 'income.povertyRate', true],
  ['TP60AGE1', 'income.povertyUnder30', true],
  ['TP60TOL1', 'income.povertyOwners', true],
  ['TP60TOL2', 'income.povertyTenants', true],
  ['PTSA', 'income.wageShare', true],
  ['D1', 'income.d1', false],
  ['D9', 'income.d9', false],
  ['RD', 'income.interdecileRatio', false],
] as const;

/** Filosofi by commune: `s` is secret, `nd` is not available; small communes have their median only. */
export const filosofi: TableSource = {
  id: 'filosofi',
  recognises: (columns) => !columns.includes('IRIS') && columns.filter((column) => /^(NBMENFISC|NBPERSMENFISC|MED|PIMP|TP60|D1|D9)\d\d$/.test(column)).length >= 2,
  separator: ';',
  latin1: false,
  plan: (columns) => {
    const median = oneColumn(columns, /^MED(\d\d)$/, 'MED et l’année, comme MED21');
    if (!median.ok) return median;
    const year = median.value.captured;
    const required = requireColumns(columns, ['CODGEO', ...columnsOf.map(([column]) => `${column}${year}`)]);
    if (!required.ok) return required;
    const period = fullYear(year);
    return success({
      source: known('filosofi'),
      vintage: period,
      notes: [],
      area: 'CODGEO',
      fields: columnsOf.map(([column, measure, percent]): Field => ({ column: `${column}${year}`, measure, period, percent, secret: ['s'], missing: ['nd'] })),
      check: (numberOf) => {
        const [d1, middle, d9] = [numberOf(`D1${year}`), numberOf(`MED${year}`), numberOf(`D9${year}`)];
        if (d1 !== undefined && middle !== undefined && d1 > middle) return { column: `D1${year}`, expected: 'un premier décile inférieur à la médiane' };
        if (d9 !== undefined && middle !== undefined && d9 < middle) return { column: `D9${year}`, expected: 'un neuvième décile supérieur à la médiane' };
        const [households, people] = [numberOf(`NBMENFISC${year}`), numberOf(`NBPERSMENFISC${year}`)];
        if (households !== undefined && people !== undefined && people < households) return { column: `NBPERSMENFISC${year}`, expected: 'au moins une personne par ménage' };
        return undefined;
      },
      blankPart: 'unknown',
    });
  },
};
