import { failure, success } from '../../platform/result.ts';
import { doubled, fullYear, known, oneColumn } from './columns.ts';
import type { Field, TableSource } from './table.ts';

/** Columns of both layouts: `pp_total_24` until 2025, `ff_pp_total_25` from 2026. The year is that of 1 January. */
const figure = /^(?:ff_)?pp_(total|vacant|vacant_plus_2ans)_(\d\d)$/;
const measureOf: Record<string, string> = { total: 'private.dwellings', vacant: 'private.vacant', vacant_plus_2ans: 'private.structuralVacancy' };

/** LOVAC by commune: `s` for fewer than 11 (and for some stocks, by another rule); a real 0 is kept. */
export const lovac: TableSource = {
  id: 'lovac',
  recognises: (columns) => columns.some((column) => figure.test(column)),
  separator: ';',
  latin1: true,
  plan: (columns) => {
    const code = oneColumn(columns, /^CODGEO_(\d\d)$/, 'CODGEO et l’année, comme CODGEO_25');
    if (!code.ok) return code;
    const twice = doubled(columns, figure);
    if (twice) return failure(twice);
    const year = code.value.captured;
    const fields = columns.flatMap((column): Field[] => {
      const match = figure.exec(column);
      return match ? [{ column, measure: measureOf[match[1] ?? ''] ?? null, period: `${fullYear(match[2] ?? '')}-01-01`, secret: ['s'], missing: [''] }] : [];
    });
    const columnOf = (measure: string, period: string) => fields.find((field) => field.measure === measure && field.period === period)?.column;
    for (const [measure, label] of [['private.vacant', `pp_vacant_${year}`], ['private.structuralVacancy', `pp_vacant_plus_2ans_${year}`]] as const) {
      if (columnOf(measure, `${fullYear(year)}-01-01`) === undefined) return failure({ code: 'table.missingColumn', line: 1, column: label });
    }
    if (!fields.some((field) => field.measure === 'private.dwellings')) return failure({ code: 'table.missingColumn', line: 1, column: 'pp_total et l’année, comme pp_total_24' });
    const twiceGiven = fields.find((field, at) => fields.findIndex((other) => other.measure === field.measure && other.period === field.period) !== at);
    if (twiceGiven) return failure({ code: 'table.doubledColumn', line: 1, column: twiceGiven.column });
    const periods = [...new Set(fields.map((field) => field.period))];
    const chains = periods.map((period) => [columnOf('private.structuralVacancy', period), columnOf('private.vacant', period), columnOf('private.dwellings', period)]);
    return success({
      source: known('lovac'),
      vintage: fullYear(year),
      notes: [],
      area: code.value.column,
      fields,
      check: (numberOf) => {
        for (const [long, vacant, total] of chains) {
          const [a, b, c] = [long, vacant, total].map((column) => (column === undefined ? undefined : numberOf(column)));
          if (long !== undefined && a !== undefined && b !== undefined && a > b) return { column: long, expected: `au plus ${vacant ?? ''}, ${b}` };
          if (vacant !== undefined && b !== undefined && c !== undefined && b > c) return { column: vacant, expected: `au plus ${total ?? ''}, ${c}` };
        }
        return undefined;
      },
      blankPart: 'unknown',
    });
  },
};
