import { createReadStream } from 'node:fs';
import { createGunzip } from 'node:zlib';
import { CsvError, parse } from 'csv-parse';
import { parse as parseAtOnce } from 'csv-parse/sync';
import { failure, success, type Result } from '../platform/result.ts';
import type { Scan } from './file.scan.ts';
import type { ImportProblem } from './import.messages.ts';

export interface TableRow {
  line: number;
  fields: readonly string[];
}

export const separators = [';', ',', '\t', '|'] as const;
export type Separator = (typeof separators)[number];

/** Columns of a header line cut by one separator; undefined where its quotes do not pair. */
export function headerColumns(firstLine: string, separator: Separator): string[] | undefined {
  try {
    const [columns] = parseAtOnce(firstLine, { delimiter: separator, relax_column_count: true, bom: true });
    return columns?.map((column) => column.trim());
  } catch {
    return undefined;
  }
}

/**
 * Streams the rows below the header, each checked to have the header's number of fields. `take` returns false to
 * stop. The answer is what made the file unreadable from a line on.
 */
export async function readRows(scan: Scan, separator: Separator, width: number, take: (row: TableRow) => boolean): Promise<Result<undefined, ImportProblem>> {
  const file = createReadStream(scan.path);
  const parser = parse({
    delimiter: separator, encoding: scan.utf8 ? 'utf8' : 'latin1', bom: true, info: true, relax_column_count: true, max_record_size: 1024 * 1024, from: 2,
    skip_empty_lines: scan.blankLines === 'skipped',
  });
  const bytes = scan.gzip ? file.pipe(createGunzip()) : file;
  bytes.on('error', (error: Error) => parser.destroy(error));
  bytes.pipe(parser);
  try {
    for await (const { record, info } of parser as AsyncIterable<{ record: string[]; info: { lines: number } }>) {
      const fields = record.map((field) => field.trim());
      // A blank line at the very end is no row.
      if (fields.length === 1 && fields[0] === '' && width > 1) {
        if (info.lines >= scan.lines) continue;
      }
      if (fields.length !== width) {
        return failure({
          code: 'table.fieldCount', line: info.lines, found: record.join(separator),
          expected: `${width} champs, ${fields.length} trouvés`,
        });
      }
      if (!take({ line: info.lines, fields })) break;
    }
    return success(undefined);
  } catch (error) {
    if (error instanceof CsvError) {
      const line = typeof error['lines'] === 'number' ? error['lines'] : undefined;
      return failure({ code: 'table.quote', ...(line === undefined ? {} : { line }) });
    }
    throw error;
  } finally {
    file.destroy();
    parser.destroy();
  }
}
