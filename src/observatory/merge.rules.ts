import type { Measure } from './measures.ts';
import type { FieldCell } from './sources/table.ts';

/** One row of a file, placed under today's commune. */
export interface PlacedRow<Cells = readonly FieldCell[]> {
  /** The code that the file gives. */
  code: string;
  cells: Cells;
}

export type MergedCell = FieldCell | { status: 'merged' };

/** Municipal districts of Paris, Lyon and Marseille. */
const isDistrict = (code: string): boolean => /^(751|132|6938)\d+$/.test(code) && code.length === 5 && code !== '75056';

/** A file with a whole city and its districts would count it twice: the districts are set aside. */
export function withoutDistricts<Row extends { code: string }>(commune: string, rows: readonly Row[]): Row[] {
  return rows.some((row) => row.code === commune) ? rows.filter((row) => !isDistrict(row.code)) : [...rows];
}

/**
 * What several rows say of the one commune that they now are. Counts add up, and a secret part hides the sum;
 * medians, rates and rents of parts say nothing of the whole; a category stands when all parts share it.
 */
export function mergeCells(commune: string, rows: readonly PlacedRow<FieldCell>[], measure: Pick<Measure, 'additive' | 'kind'>, blankPart: 'gone' | 'unknown'): MergedCell {
  const [first, ...others] = rows;
  if (!first) return { status: 'missing' };
  if (others.length === 0 && first.code === commune) return first.cells;
  const cells = rows.map((row) => row.cells);
  if (measure.kind === 'category') {
    const categories = new Set(cells.map((cell) => ('category' in cell ? cell.category : undefined)));
    return categories.size === 1 && 'category' in first.cells ? first.cells : { status: 'merged' };
  }
  if (!measure.additive) return { status: 'merged' };
  if (cells.some((cell) => cell.status === 'secret')) return { status: 'secret' };
  const values = cells.flatMap((cell) => ('value' in cell ? [cell.value] : []));
  if (values.length === 0) return { status: 'missing' };
  if (values.length < cells.length && blankPart === 'unknown') return { status: 'merged' };
  return { status: 'value', value: values.reduce((sum, value) => sum + value, 0) };
}
