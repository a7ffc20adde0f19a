import { parse } from 'csv-parse/sync';
import type { Row } from './adapter.ts';

/** What the cells of an input column may be; a list is all the words that are possible. */
export type CellKind = keyof typeof KINDS | readonly string[];

/** A row that is not put to the rules: its facts cannot be read. */
export interface RefusedCell { line: number; column: string; given: string; expected: CellKind }

const isDay = (text: string): boolean => new Date(`${text}T00:00:00Z`).toJSON()?.startsWith(text) === true;

// What is let in goes into expressions of publicodes: it can be nothing but a figure, a day or a word.
const KINDS = {
  amount: (text: string) => /^-?\d+(?:\.\d+)?$/u.test(text),
  count: (text: string) => /^\d+$/u.test(text),
  flag: (text: string) => /^[01]$/u.test(text),
  day: (text: string) => /^\d{4}-\d\d-\d\d$/u.test(text) && isDay(text),
  month: (text: string) => /^\d{4}-\d\d$/u.test(text) && isDay(`${text}-01`),
  ages: (text: string) => /^\d+(?: \d+)*$/u.test(text),
  word: (text: string) => /^[\p{L}\d]+(?:_[\p{L}\d]+)*$/u.test(text),
} as const;

const fits = (kind: CellKind, text: string): boolean => (typeof kind === 'string' ? KINDS[kind](text) : kind.includes(text));

/** A number as a file writes it: 12.5, or 12,5 where a spreadsheet is French. */
const plainNumber = (text: string): string => text.trim().replace(/^(-?\d+),(\d+)$/u, '$1.$2');

/** The value that a file expects; undefined where its cell holds no number. An empty cell is not 0. */
export function numberIn(text: string): number | undefined {
  const plain = plainNumber(text);
  return KINDS.amount(plain) ? Number(plain) : undefined;
}

export interface Line { line: number; row: Row }

/**
 * Rows of a CSV file with a header, comma or semicolon, with or without a byte order mark.
 * @throws Error when the text is no CSV, or a line has not as many cells as the header
 */
export function linesOf(text: string): { columns: string[]; lines: Line[] } {
  const head = text.split(/\r?\n/u, 1)[0] ?? '';
  const delimiter = head.split(';').length > head.split(',').length ? ';' : ',';
  const [first, ...rest] = parse(text, { bom: true, delimiter, skip_empty_lines: true, info: true }) as unknown as { record: string[]; info: { lines: number } }[];
  const columns = (first?.record ?? []).map((name) => name.trim());
  return { columns, lines: rest.map(({ record, info }) => ({ line: info.lines, row: Object.fromEntries(columns.map((column, at) => [column, (record[at] ?? '').trim()])) })) };
}

/** The row with its numbers written as publicodes writes them, or the first of its input cells that is not of its column's kind. */
export function readInputs({ line, row }: Line, inputs: Readonly<Record<string, CellKind>>): { row: Row } | { refused: RefusedCell } {
  const read: Record<string, string> = { ...row };
  for (const [column, expected] of Object.entries(inputs)) {
    const given = row[column] ?? '';
    const text = expected === 'amount' ? plainNumber(given) : given;
    if (!fits(expected, text)) return { refused: { line, column, given, expected } };
    read[column] = text;
  }
  return { row: read };
}
