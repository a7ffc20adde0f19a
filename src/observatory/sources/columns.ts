import { failure, success, type Result } from '../../platform/result.ts';
import { notices, type ImportProblem } from '../import.messages.ts';
import { describeSource, type SourceDescription } from './catalogue.ts';
import type { Hints } from './table.ts';

/** Each name must stand in the header exactly once. */
export function requireColumns(columns: readonly string[], names: readonly string[]): Result<undefined, ImportProblem> {
  for (const name of names) {
    const count = columns.filter((column) => column === name).length;
    if (count === 0) return failure({ code: 'table.missingColumn', line: 1, column: name, expected: `les colonnes ${names.join(', ')}` });
    if (count > 1) return failure({ code: 'table.doubledColumn', line: 1, column: name });
  }
  return success(undefined);
}

/** The only column that matches, its captured part, or what is wrong. `label` names it for a person. */
export function oneColumn(columns: readonly string[], pattern: RegExp, label: string): Result<{ column: string; captured: string }, ImportProblem> {
  const found = columns.flatMap((column) => {
    const match = pattern.exec(column);
    return match ? [{ column, captured: match[1] ?? '' }] : [];
  });
  const [first, second] = found;
  if (!first) return failure({ code: 'table.missingColumn', line: 1, column: label });
  if (second) return failure({ code: 'table.doubledColumn', line: 1, column: second.column });
  return success(first);
}

/** First column given twice among those that match: a doubled year would be read once. */
export function doubled(columns: readonly string[], pattern: RegExp): ImportProblem | undefined {
  const seen = new Set<string>();
  for (const column of columns) {
    if (!pattern.test(column)) continue;
    if (seen.has(column)) return { code: 'table.doubledColumn', line: 1, column };
    seen.add(column);
  }
  return undefined;
}

const nameDate = /(?<!\d)(20\d\d)(?:[-_](0[1-9]|1[0-2]))?(?:[-_](0[1-9]|[12]\d|3[01]))?(?!\d)/;

/** For files whose content has no date: what the person says, else a date in the file's name (and it is said). */
export function vintageFrom(hints: Hints, form: 'year' | 'day', what: string): Result<{ vintage: string; notes: string[] }, ImportProblem> {
  const shape = (text: string): string => (form === 'year' ? text.slice(0, 4) : `${text}${'-01-01'.slice(text.length === 4 ? 0 : text.length === 7 ? 3 : 6)}`);
  if (hints.vintage !== undefined) return success({ vintage: shape(hints.vintage), notes: [] });
  const match = nameDate.exec(hints.fileName);
  if (!match) return failure({ code: 'vintage.needed', detail: what });
  const vintage = shape(match.slice(1).filter((part) => part !== undefined).join('-'));
  return success({ vintage, notes: [notices.vintageFromName(vintage)] });
}

/** `25` → `2025`. */
export const fullYear = (twoDigits: string): string => `20${twoDigits}`;

/** The catalogue's entry; every layout has one. */
export function known(id: string): SourceDescription {
  const source = describeSource(id);
  if (!source) throw new Error(`source ${id} is not in the catalogue`);
  return source;
}
