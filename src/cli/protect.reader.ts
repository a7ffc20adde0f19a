import { CsvError, parse } from 'csv-parse/sync';
import { z } from 'zod';
import type { Row, Spec, Table } from 'statistical-secrecy';
import { failure, success, type Result } from '../platform/result.ts';

const share = z.number().min(0);
const parents = z.record(z.string(), z.string());

/** A spec file: the package's spec, and which columns of the table say what. */
export const specFile = z.strictObject({
  dimensions: z.array(z.strictObject({ name: z.string(), total: z.string(), parents: z.union([parents, z.array(parents)]).optional() })).min(1),
  rules: z.strictObject({
    kind: z.enum(['frequency', 'magnitude']),
    threshold: z.number().min(0).optional(),
    contributors: z.number().min(0).optional(),
    dominance: z.number().gt(0).max(1).optional(),
    zeros: z.enum(['shown', 'secret']).optional(),
    absent: z.enum(['missing', 'zero']).optional(),
    whole: z.boolean().optional(),
  }),
  protection: z.strictObject({ relative: share.optional(), absolute: share.optional() }).optional(),
  loss: z.enum(['cells', 'values']).optional(),
  method: z.enum(['auto', 'exact', 'heuristic']).optional(),
  columns: z.strictObject({ value: z.string(), contributors: z.string().optional(), largest: z.string().optional(), low: z.string().optional(), high: z.string().optional(), public: z.string().optional() }),
  /** What stands in the value's column where there is none. */
  marks: z.strictObject({ secret: z.array(z.string()).default(['s', 'c']), missing: z.array(z.string()).default(['']) }).default({ secret: ['s', 'c'], missing: [''] }),
});

export type SpecFile = z.infer<typeof specFile>;

export type ReadFailure =
  | { code: 'spec.notJson'; detail: string }
  | { code: 'spec.invalid'; path: string; detail: string }
  | { code: 'spec.repeatedColumn'; column: string }
  | { code: 'table.notReadable'; line: number; why: 'columns' | 'quotes' | 'other' }
  | { code: 'table.repeatedColumn'; column: string }
  | { code: 'table.noColumn'; column: string; columns: readonly string[] }
  | { code: 'table.notNumber'; line: number; column: string; given: string };

export function readSpec(text: string): Result<SpecFile, ReadFailure> {
  let given: unknown;
  try {
    given = JSON.parse(text);
  } catch (error) {
    return failure({ code: 'spec.notJson', detail: (error as Error).message });
  }
  const read = specFile.safeParse(given);
  if (read.success) {
    // What is written has these columns, and the status.
    const written = [...read.data.dimensions.map(({ name }) => name), read.data.columns.value, statusColumn];
    const column = repeatedIn(written);
    return column === undefined ? success(read.data) : failure({ code: 'spec.repeatedColumn', column });
  }
  const [issue] = read.error.issues;
  return failure({ code: 'spec.invalid', path: issue?.path.join('.') || '(racine)', detail: issue?.code === 'unrecognized_keys' ? issue.keys.join(', ') : (issue?.message ?? '') });
}

/** The column that a protected table has besides its own. */
export const statusColumn = 'statut';

const repeatedIn = (names: readonly string[]): string | undefined => names.find((name, at) => name !== '' && names.indexOf(name) !== at);

/** The package's own part of a spec file. */
export const specOf = ({ dimensions, rules, protection, loss, method }: SpecFile): Spec => JSON.parse(JSON.stringify({ dimensions, rules, protection, loss, method })) as Spec;

/** A CSV's rows; commas or semicolons, the header's first. */
export function readTable(name: string, text: string, { dimensions, columns, marks }: SpecFile): Result<Table, ReadFailure> {
  let lines: { record: Record<string, string>; info: { lines: number } }[];
  let columnsRead: readonly string[] = [];
  const header = text.split(/\r?\n/, 1)[0] ?? '';
  try {
    lines = parse(text, { columns: (names: string[]) => (columnsRead = names, names), bom: true, info: true, trim: true, skip_empty_lines: true, delimiter: header.split(';').length > header.split(',').length ? ';' : ',' }) as unknown as typeof lines;
  } catch (error) {
    return failure(unreadable(error));
  }
  const repeated = repeatedIn(columnsRead);
  if (repeated !== undefined) return failure({ code: 'table.repeatedColumn', column: repeated });
  const known = Object.keys(lines[0]?.record ?? {});
  for (const column of [...dimensions.map((one) => one.name), ...Object.values(columns).filter((one) => one !== undefined)]) {
    if (lines.length > 0 && !known.includes(column)) return failure({ code: 'table.noColumn', column, columns: known });
  }
  const rows: Row[] = [];
  for (const { record, info: { lines: line } } of lines) {
    const numbers: Partial<Record<'value' | 'contributors' | 'largest' | 'low' | 'high', number>> = {};
    const given = record[columns.value] ?? '';
    const status = marks.secret.includes(given) ? 'secret' : marks.missing.includes(given) ? 'missing' : undefined;
    for (const key of ['value', 'contributors', 'largest', 'low', 'high'] as const) {
      const column = columns[key];
      const raw = column === undefined ? '' : (record[column] ?? '');
      if (raw === '' || (key === 'value' && status)) continue;
      const plain = raw.replaceAll(/[\s\u00a0\u202f]/g, '').replace(',', '.');
      const value = Number(plain);
      if (!decimal.test(plain)) return failure({ code: 'table.notNumber', line, column: column ?? key, given: raw });
      numbers[key] = value;
    }
    const isPublic = columns.public !== undefined && ['1', 'oui', 'true'].includes((record[columns.public] ?? '').toLowerCase());
    rows.push({ at: Object.fromEntries(dimensions.map((one) => [one.name, record[one.name] ?? ''])), line, ...(status ? { status } : {}), ...numbers, ...(isPublic ? { public: true } : {}) });
  }
  return success({ name, dimensions: dimensions.map((one) => one.name), rows });
}

/** Decimal, with an exponent at most: 0x10 is no 16 for who typed it. */
const decimal = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i;

function unreadable(error: unknown): ReadFailure {
  const { code, lines } = error instanceof CsvError ? (error as CsvError & { lines?: number }) : { code: '', lines: 1 };
  return { code: 'table.notReadable', line: lines ?? 1, why: /QUOTE/.test(code) ? 'quotes' : /INCONSISTENT/.test(code) ? 'columns' : 'other' };
}
