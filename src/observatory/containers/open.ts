import { createWriteStream, mkdtempSync, openSync, readSync, closeSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, extname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { failure, success, type Result } from '../../platform/result.ts';
import { scanFile, type Scan } from '../file.scan.ts';
import { recognisesHeader, separatorFor } from '../file.reader.ts';
import type { ImportProblem } from '../import.messages.ts';
import { parquetAsCsv } from './parquet.ts';
import { isWorkbook, sheetAsCsv } from './workbook.ts';
import { zipContent, zipEntries, ZipFailure, type ZipEntry } from './zip.ts';

/** A file ready to be read, taken out of what it came in. `close` removes what was written to take it out. */
export interface OpenedFile {
  scan: Scan;
  /** Names that may tell a vintage or a product: the file's in an archive before the archive's. */
  names: string;
  /** A folder that lasts until `close`. */
  scratch: string;
  close: () => void;
}

const dataNames = /\.(csv|txt|tsv|json|geojson|parquet)$/i;

/** Opens a table, a zip archive that holds one, a workbook, or a Parquet file. */
export async function openFile(path: string, name: string): Promise<Result<OpenedFile, ImportProblem>> {
  const scratch = mkdtempSync(join(tmpdir(), 'ancrage-import-'));
  const close = (): void => rmSync(scratch, { recursive: true, force: true });
  const opened = await open(path, name, scratch);
  if (!opened.ok) close();
  return opened.ok ? success({ ...opened.value, scratch, close }) : opened;
}

async function open(path: string, name: string, scratch: string): Promise<Result<Omit<OpenedFile, 'close' | 'scratch'>, ImportProblem>> {
  if (isZip(path)) return openZip(path, name, scratch);
  const scan = await scanFile(path, name);
  return scan.ok ? openTable(scan.value, name, scratch) : scan;
}

/** A Parquet file with the columns of a table becomes that table; others are read as they are. */
async function openTable(scan: Scan, names: string, scratch: string): Promise<Result<Omit<OpenedFile, 'close' | 'scratch'>, ImportProblem>> {
  if (scan.kind !== 'parquet') return success({ scan, names });
  const target = join(scratch, 'table.csv');
  const header = await parquetAsCsv(scan, target, separatorFor);
  if (!header.ok) return header;
  if (header.value === undefined) return success({ scan, names });
  const table = await scanFile(target, scan.name);
  return table.ok ? success({ scan: { ...table.value, sha256: scan.sha256 }, names }) : table;
}

async function openZip(path: string, name: string, scratch: string): Promise<Result<Omit<OpenedFile, 'close' | 'scratch'>, ImportProblem>> {
  const entries = await zipEntries(path);
  if (!entries.ok) return entries;
  if (isWorkbook(entries.value)) return openWorkbook(path, name, entries.value, scratch);
  const inside = await chosenEntry(path, entries.value);
  if (!inside.ok) return inside;
  const entry = inside.value;
  const target = join(scratch, `inside${extname(entry.name)}`);
  try {
    await pipeline(await zipContent(path, entry), createWriteStream(target));
  } catch (error) {
    return failure(zipProblem(error));
  }
  const scan = await scanFile(target, `${name}, ${basename(entry.name)}`);
  return scan.ok ? openTable(scan.value, `${basename(entry.name)} ${name}`, scratch) : scan;
}

async function openWorkbook(path: string, name: string, entries: readonly ZipEntry[], scratch: string): Promise<Result<Omit<OpenedFile, 'close' | 'scratch'>, ImportProblem>> {
  const target = join(scratch, 'sheet.csv');
  const sheet = await sheetAsCsv(path, entries, target, separatorFor);
  if (!sheet.ok) return sheet;
  const scan = await scanFile(target, name);
  if (!scan.ok) return scan;
  const whole = await scanFile(path, name, 'bytes');
  if (!whole.ok) return whole;
  return success({ scan: { ...scan.value, sha256: whole.value.sha256, firstLine: sheet.value.header, headerLine: sheet.value.headerLine, blankLines: 'skipped' }, names: name });
}

/** The only data file of an archive; else the only one that some source recognises (the others are dictionaries). */
async function chosenEntry(path: string, entries: readonly ZipEntry[]): Promise<Result<ZipEntry, ImportProblem>> {
  const files = entries.filter(({ name }) => dataNames.test(name) && !/(^|\/)(__MACOSX\/|\.)/.test(name));
  const locked = files.find(({ encrypted, method }) => encrypted || ![0, 8].includes(method));
  if (locked) return failure({ code: 'zip.locked', found: locked.name });
  const [first, ...others] = files;
  const names = (list: readonly ZipEntry[]): string => list.slice(0, 8).map(({ name }) => name).join(', ');
  if (!first) return failure({ code: 'zip.noTable', detail: names(entries) });
  if (others.length === 0) return success(first);
  const recognised: ZipEntry[] = [];
  for (const file of files) {
    try {
      if (recognisesHeader(await headOf(path, file))) recognised.push(file);
    } catch (error) {
      return failure(zipProblem(error));
    }
  }
  const [one, ...more] = recognised;
  if (!one) return failure({ code: 'zip.noTable', detail: names(files) });
  return more.length > 0 ? failure({ code: 'zip.severalTables', detail: names(recognised) }) : success(one);
}

async function headOf(path: string, entry: ZipEntry): Promise<string> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of await zipContent(path, entry)) {
    chunks.push(chunk as Buffer);
    bytes += (chunk as Buffer).length;
    if (bytes > 64 * 1024) break;
  }
  return Buffer.concat(chunks).toString('utf8').replace(/^\uFEFF/, '').split(/\r?\n/, 1)[0] ?? '';
}

const zipProblem = (error: unknown): ImportProblem => (error instanceof ZipFailure ? error.problem : { code: 'zip.damaged' });

function isZip(path: string): boolean {
  let file: number;
  try {
    file = openSync(path, 'r');
  } catch {
    // Absent or closed: the scan says it.
    return false;
  }
  try {
    const head = Buffer.alloc(4);
    readSync(file, head, 0, 4, 0);
    return head.readUInt32LE(0) === 0x04034b50 || head.readUInt32LE(0) === 0x06054b50;
  } catch {
    return false;
  } finally {
    closeSync(file);
  }
}
