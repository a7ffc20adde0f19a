import { failure, success } from '../../platform/result.ts';
import { notices } from '../import.messages.ts';
import { irisIndicator } from '../measures.iris.ts';
import { doubled, known, oneColumn } from './columns.ts';
import type { Field, TableSource } from './table.ts';

const code = /^(?:code|iris|code_iris)$/i;
/** `men_seul_pct_22`: a third party's name and the year. `men_vtcam_1622` is a change between two years: it can be computed again, and is left. */
const figure = /^((?:men|log|dsp_csp|dm|rev|eco)_[a-z0-9_]+)_(\d\d)$/i;
const population = /^P(\d\d)_POP$/;

/** Indicators by IRIS that a third party derived from the census and Filosofi; each keeps its own name. */
export const irisIndicators: TableSource = {
  id: 'iris-indicators',
  recognises: (columns) => columns.some((column) => code.test(column)) && columns.filter((column) => figure.test(column)).length >= 3,
  separator: ',',
  latin1: false,
  plan: (columns) => {
    const area = oneColumn(columns, code, 'code');
    if (!area.ok) return area;
    const twice = doubled(columns, /./);
    if (twice) return failure(twice);
    const fields = columns.flatMap((column): Field[] => {
      const [, name, year] = figure.exec(column) ?? [];
      const [, census] = population.exec(column) ?? [];
      const [stem, of] = census === undefined ? [name, year] : ['pop', census];
      if (stem === undefined || of === undefined) return [];
      return [{ column, measure: irisIndicator(stem), period: `20${of}`, secret: ['s'], missing: ['', 'ns', 'nd', 'so'] }];
    });
    const years = fields.map((field) => field.period).toSorted();
    return success({
      source: known('iris-indicators'),
      vintage: years.at(-1) ?? '',
      notes: [notices.columnsLeft(columns.length - fields.length - 1)],
      grain: 'iris',
      area: area.value.column,
      fields,
      blankPart: 'unknown',
    });
  },
};
