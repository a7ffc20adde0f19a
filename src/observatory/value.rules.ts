import { failure, success, type Result } from '../platform/result.ts';
import type { ImportProblem } from './import.messages.ts';
import type { Measure } from './measures.ts';
import type { FieldCell } from './sources/table.ts';

export type Mark = ',' | '.';

/** The decimal sign of a file: the first that is met; the other one is then a mistake. */
export interface DecimalSign {
  seen: Mark | undefined;
}

const limit = new Intl.NumberFormat('fr-FR', { maximumFractionDigits: 2 });

/** "de 1 à 100", in the unit that the file writes. */
export const rangeText = (min: number, max: number): string => `un nombre de ${limit.format(min)} à ${limit.format(max)}`;

type Bounds = Pick<Measure, 'kind' | 'min' | 'max' | 'oneOf'>;

/** Columns that are only checked hold plain counts or amounts. */
export const checkedOnly: Bounds = { kind: 'number', min: 0, max: 3_000_000 };

/** Reads one cell by what its measure may be. `percent`: the file writes 24 for 0.24. */
export function readValue(raw: string, measure: Bounds, decimals: DecimalSign, percent: boolean): Result<FieldCell, ImportProblem> {
  if (measure.kind === 'category') return readCategory(raw, measure);
  const parsed = readNumber(raw, decimals);
  if (!parsed.ok) return parsed;
  const factor = percent ? 100 : 1;
  const [min, max] = [measure.min * factor, measure.max * factor];
  if (parsed.value < 0 && min >= 0) return failure({ code: 'row.negative', found: raw, expected: rangeText(min, max) });
  if (measure.kind === 'count' && !Number.isInteger(parsed.value)) return failure({ code: 'row.notWhole', found: raw });
  if (parsed.value < min || parsed.value > max) return failure({ code: 'row.outOfRange', found: raw, expected: rangeText(min, max) });
  // Shifted in writing: 68,6 % is 0.686, which 68.6 / 100 is not.
  return success({ status: 'value', value: percent ? Number(`${raw.replace(',', '.')}e-2`) : parsed.value });
}

/** A number as open data writes it: digits, one decimal comma or point, the same sign in the whole file. */
export function readNumber(raw: string, decimals: DecimalSign): Result<number, ImportProblem> {
  const match = /^-?\d{1,15}(?:([.,])(\d{1,20}))?$/.exec(raw);
  if (!match) {
    return failure(raw === '' ? { code: 'row.empty', expected: 'un nombre' } : { code: 'row.notANumber', found: raw, expected: 'un nombre, sans espace ni unité' });
  }
  const mark = match[1] as Mark | undefined;
  if (mark !== undefined) {
    decimals.seen ??= mark;
    if (decimals.seen !== mark) {
      return failure({ code: 'row.decimalMixed', found: raw, expected: decimals.seen === ',' ? 'une virgule, comme plus haut' : 'un point, comme plus haut' });
    }
  }
  // "-0" is zero.
  return success(Number(raw.replace(',', '.')) + 0);
}

function readCategory(raw: string, measure: Bounds): Result<FieldCell, ImportProblem> {
  if (raw === '') return failure({ code: 'row.empty', expected: measure.oneOf?.join(', ') ?? 'un texte' });
  if (measure.oneOf && !measure.oneOf.includes(raw)) return failure({ code: 'row.notInList', found: raw, expected: measure.oneOf.join(', ') });
  return success({ status: 'value', category: raw });
}
