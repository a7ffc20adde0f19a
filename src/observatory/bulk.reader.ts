import type { DuckDBConnection } from '@duckdb/node-api';
import { failure, success, type Result } from '../platform/result.ts';
import { duckDbError, sqlPath, sqlText, withDuckDb } from '../platform/duckdb.ts';
import type { Scan } from './file.scan.ts';
import type { ImportProblem } from './import.messages.ts';
import { problemLimit, type ReadOptions } from './parsed.ts';
import { readRows, type Separator } from './table.reader.ts';

/** A table of millions of rows: DuckDB adds it up, and the streaming reader says where a fault is. */
export interface BulkTable {
  scan: Scan;
  columns: readonly string[];
  separator: Separator;
  /** What is wrong with a row, if anything. Reads what the query's own checks read. */
  check: (text: (column: string) => string) => ImportProblem | undefined;
}

/** The file as a relation of DuckDB, every column a text. */
export const relationOf = ({ scan, columns, separator }: BulkTable): string => {
  // The header is skipped and named here: a name that the file pads with blanks stays the one that was recognised.
  const types = columns.map((column) => `${sqlText(column)}: 'VARCHAR'`).join(', ');
  return `read_csv(${sqlPath(scan.path)}, delim = ${sqlText(separator)}, quote = '"', escape = '"', skip = 1, header = false, auto_detect = false, hive_partitioning = false, `
    + `compression = ${scan.gzip ? "'gzip'" : "'none'"}, encoding = ${scan.utf8 ? "'utf-8'" : "'latin-1'"}, nullstr = '', max_line_size = 1048576, columns = {${types}})`;
};

/**
 * Adds a table up by `sum`, which answers with what the file gives and how many rows it found at fault; these are then
 * looked for, row by row, on the way to a refusal (or to the list of the rows left out).
 */
export async function readBulk<Summed extends { faults: number }>(
  table: BulkTable, options: ReadOptions, sum: (connection: DuckDBConnection, relation: string) => Promise<Summed>,
): Promise<Result<{ summed: Summed; problems: ImportProblem[] }, ImportProblem>> {
  let summed: Summed | undefined;
  let said = '';
  try {
    summed = await withDuckDb((connection) => sum(connection, relationOf(table)), { temp_directory: options.scratch });
    if (summed.faults === 0) return success({ summed, problems: [] });
  } catch (error) {
    said = duckDbError(error, table.scan);
  }
  const problems: ImportProblem[] = [];
  const places = new Map(table.columns.map((column, at) => [column, at]));
  const streamed = await readRows(table.scan, table.separator, table.columns.length, ({ line, fields }) => {
    const problem = table.check((column) => fields[places.get(column) ?? -1] ?? '');
    if (problem) problems.push({ ...problem, line });
    return options.partial || problems.length < problemLimit;
  });
  if (!streamed.ok) return streamed;
  // What stops one reader and not the other is no table that can be trusted.
  if (!summed || problems.length === 0) return problems[0] ? failure(problems[0]) : failure({ code: 'file.misshapen', detail: said });
  return success({ summed, problems });
}
