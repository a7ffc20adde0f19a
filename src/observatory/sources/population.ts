import { failure, success } from '../../platform/result.ts';
import { doubled, fullYear, known, requireColumns } from './columns.ts';
import type { Field, TableSource } from './table.ts';

const year = /^p(\d\d)_pop$/i;

/** Overseas codes have the department's three digits and the commune's three: 973353 is 97353. */
const overseas = (raw: string): string => (/^97\d{4}$/.test(raw) ? `${raw.slice(0, 2)}${raw.slice(3)}` : raw);

/** Municipal populations of several censuses; a commune that was merged has no value afterwards. */
export const population: TableSource = {
  id: 'population',
  recognises: (columns) => columns.filter((column) => year.test(column)).length >= 2,
  separator: ',',
  latin1: false,
  plan: (columns) => {
    const required = requireColumns(columns, ['codgeo']);
    if (!required.ok) return required;
    const twice = doubled(columns, year);
    if (twice) return failure(twice);
    const fields = columns.flatMap((column): Field[] => {
      const match = year.exec(column);
      return match ? [{ column, measure: 'population.municipal', period: fullYear(match[1] ?? ''), secret: [], missing: [''] }] : [];
    }).toSorted((a, b) => a.period.localeCompare(b.period));
    for (const [at, field] of fields.entries()) {
      const before = fields[at - 1];
      const next = before && String(Number(before.period) + 1);
      if (next !== undefined && next !== field.period) return failure({ code: 'table.missingColumn', line: 1, column: `p${next.slice(2)}_pop`, expected: 'des années qui se suivent' });
    }
    return success({
      source: known('population'),
      vintage: fields.at(-1)?.period ?? '',
      notes: [],
      area: 'codgeo',
      areaCode: overseas,
      fields,
      // Real series do jump when communes merge: only a value that leaves both its neighbours, or the last one, is absurd.
      check: (numberOf) => {
        for (const [at, field] of fields.entries()) {
          const [before, here, after] = [fields[at - 1], field, fields[at + 1]].map((one) => one && numberOf(one.column));
          const last = at === fields.length - 1;
          if (jumps(before, here) && (last || jumps(here, after))) return { column: field.column, expected: `une population proche de celle de l’année précédente, ${before ?? ''}` };
        }
        return undefined;
      },
      blankPart: 'gone',
    });
  },
};

/** More than three times as many, or as few; small numbers may do so. */
const jumps = (a: number | undefined, b: number | undefined): boolean => a !== undefined && b !== undefined && (a > 3 * b + 100 || b > 3 * a + 100);
