import { renameSync, rmSync, writeFileSync } from 'node:fs';
import type { Protected, Shown, Table } from 'statistical-secrecy';
import { statusColumn } from './protect.reader.ts';

const statuses: Record<Shown['status'], string> = { shown: 'valeur', secret: 'secret', missing: 'non disponible' };

/** Places, value and status, and nothing else of the table: contributors would tell. */
export function csvOf({ dimensions, rows }: Table, valueColumn: string, { tables }: Protected): string {
  const lines = rows.map(({ at }, row) => {
    const shown = tables[0]!.rows[row]!;
    return [...dimensions.map((name) => at[name]!), shown.status === 'shown' ? String(shown.value) : '', statuses[shown.status]];
  });
  return `${[[...dimensions, valueColumn, statusColumn], ...lines].map((line) => line.map(field).join(',')).join('\n')}\n`;
}

/** Quoted where it must be; what a workbook would run as a formula is made text. */
function field(text: string): string {
  const safe = /^[=+\-@\t\r]/.test(text) && !/^-?\d+(\.\d+)?$/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

export interface FileToWrite { file: string; text: string; mode?: number }

/** Each file stands whole beside its place before the first one takes it; gives the one that could not be written. */
export function writeAll(files: readonly FileToWrite[]): { file: string; detail: string } | undefined {
  const partial = (file: string): string => `${file}.partiel`;
  let writing = '';
  try {
    for (const { file, text, mode = 0o666 } of files) {
      writing = file;
      writeFileSync(partial(file), text, { mode });
    }
    for (const { file } of files) {
      writing = file;
      renameSync(partial(file), file);
    }
    return undefined;
  } catch (error) {
    for (const { file } of files) rmSync(partial(file), { force: true });
    return { file: writing, detail: (error as { code?: string }).code ?? (error as Error).message };
  }
}
