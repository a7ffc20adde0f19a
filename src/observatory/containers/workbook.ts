import { createWriteStream } from 'node:fs';
import { once } from 'node:events';
import { finished } from 'node:stream/promises';
import { failure, success, type Result } from '../../platform/result.ts';
import type { ImportProblem } from '../import.messages.ts';
import type { Separator } from '../table.reader.ts';
import { zipContent, ZipFailure, type ZipEntry } from './zip.ts';

/** Notes that stand above a table. */
const maxPreface = 40;
/** A workbook's texts are kept in memory by its reader. */
const maxBytes = 512 * 1024 * 1024;
const maxTextBytes = 96 * 1024 * 1024;

export const isWorkbook = (entries: readonly ZipEntry[]): boolean => entries.some(({ name }) => name === 'xl/workbook.xml');

/** Where a workbook's table stands. */
export interface SheetTable {
  header: string;
  /** The sheet's row that holds it, from 1. */
  headerLine: number;
}

/**
 * Writes the first sheet whose header some source recognises as a CSV file whose lines have the sheet's own numbers.
 *
 * @param separatorFor the separator of the source that recognises a header
 */
export async function sheetAsCsv(
  path: string, entries: readonly ZipEntry[], target: string, separatorFor: (columns: readonly string[]) => Separator | undefined,
): Promise<Result<SheetTable, ImportProblem>> {
  const checked = await checkSizes(path, entries);
  if (!checked.ok) return checked;
  const { default: ExcelJS } = await import('exceljs');
  const tops: string[][] = [];
  let found: SheetTable | undefined;
  try {
    for await (const sheet of new ExcelJS.stream.xlsx.WorkbookReader(path, { worksheets: 'emit', sharedStrings: 'cache', styles: 'cache', hyperlinks: 'ignore' })) {
      // The reader removes its own temporary files only when it is let to its end.
      if (found) continue;
      let table: { output: ReturnType<typeof createWriteStream>; separator: Separator; width: number; found: SheetTable } | undefined;
      let line = 1;
      for await (const row of sheet) {
        const cells = textsOf(row.values);
        if (!table) {
          if (row.number > maxPreface) break;
          if (cells.length > 1) tops.push(cells);
          const separator = separatorFor(cells);
          if (separator === undefined) continue;
          table = { output: createWriteStream(target), separator, width: cells.length, found: { header: csvLine(cells, separator), headerLine: row.number } };
        }
        if (cells.every((cell) => cell === '')) continue;
        const { output, separator, width } = table;
        const padded = [...cells, ...Array.from({ length: Math.max(0, width - cells.length) }, () => '')];
        if (!output.write(`${'\n'.repeat(Math.max(0, row.number - line))}${csvLine(padded, separator)}\n`)) await once(output, 'drain');
        line = row.number + 1;
      }
      if (!table) continue;
      table.output.end();
      await finished(table.output);
      found = table.found;
    }
  } catch (error) {
    return failure({ code: 'workbook.damaged', detail: error instanceof Error ? error.message.split('\n')[0] ?? '' : '' });
  }
  if (found) return success(found);
  return failure({ code: 'source.unknown', detail: tops.toSorted((a, b) => b.length - a.length)[0]?.slice(0, 8).join(', ') ?? 'aucune' });
}

/** Every part is inflated once, and thrown away, before the workbook's reader may hold it. */
async function checkSizes(path: string, entries: readonly ZipEntry[]): Promise<Result<undefined, ImportProblem>> {
  let all = 0;
  for (const entry of entries) {
    const limit = entry.name === 'xl/sharedStrings.xml' || entry.name === 'xl/styles.xml' ? maxTextBytes : maxBytes;
    let bytes = 0;
    try {
      for await (const chunk of await zipContent(path, entry)) {
        bytes += (chunk as Buffer).length;
        all += (chunk as Buffer).length;
        if (bytes > limit || all > maxBytes) return failure({ code: 'workbook.tooLarge' });
      }
    } catch (error) {
      if (error instanceof ZipFailure) return failure(error.problem);
      return failure({ code: 'zip.damaged' });
    }
  }
  return success(undefined);
}

/** A row's values stand from index 1; a rich value is an object. */
function textsOf(values: unknown): string[] {
  const cells = Array.isArray(values) ? Array.from(values.slice(1), textOf) : [];
  while (cells.at(-1) === '') cells.pop();
  return cells;
}

function textOf(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'string') return value.replaceAll(/\s+/g, ' ').trim();
  if (typeof value === 'number') return numberText(value);
  if (typeof value === 'boolean') return String(value);
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? '' : value.toISOString().slice(0, 10);
  if (typeof value !== 'object') return '';
  if ('error' in value) return String(value.error);
  if ('result' in value) return textOf(value.result);
  if ('richText' in value && Array.isArray(value.richText)) return textOf(value.richText.map((part: unknown) => (typeof part === 'object' && part !== null && 'text' in part ? String(part.text) : '')).join(''));
  return 'text' in value ? textOf(value.text) : '';
}

/** Digits and a point: the exponent of a very small or very large number is written out. */
const numberText = (value: number): string => (/e/.test(String(value)) && Math.abs(value) < 1 ? value.toFixed(20).replace(/0+$/, '') : String(value));

const csvLine = (cells: readonly string[], separator: Separator): string =>
  cells.map((cell) => (/["\n\r]/.test(cell) || cell.includes(separator) ? `"${cell.replaceAll('"', '""')}"` : cell)).join(separator);
