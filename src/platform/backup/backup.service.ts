import { randomUUID } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { link, mkdir, open, readdir, rename, rm, stat, type FileHandle } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { Client } from 'pg';
import { isOwnerAlive, ownerName } from '../../../bootstrap/owner.mjs';
import type { Clock } from '../clock.ts';
import { failure, success, type Result } from '../result.ts';
import { keyFor } from '../secret.ts';
import { archiveEnd, entryHeader, padding } from './archive.ts';
import { listMigrations, listSequences, listTables, settle } from './catalogue.ts';
import { contentOf, macName, macOf, manifestName, partName, type Manifest, type TablePart } from './manifest.ts';
import { writePart } from './part.ts';
import { contentSum, rowTexts } from './rows.ts';

export type BackupFailure =
  | { code: 'backup.exists'; file: string }
  | { code: 'backup.nothing' }
  | { code: 'backup.badPlace'; file: string; detail: string }
  | { code: 'backup.diskFull'; file: string };

export interface BackupRequest {
  ownerUrl: string;
  secret: string;
  clock: Clock;
  /** Ancrage's. */
  version: string;
  file: string;
  /** Replaces a file that is there. */
  force?: boolean;
  /** Told each table's name before it is read. */
  report?: (table: string) => void;
}

export interface BackupDone {
  file: string;
  rows: number;
  bytes: number;
  tables: number;
  content: string;
}

export const partKey = (secret: string, id: string, table: string): { key: Buffer; belongsTo: string } => ({ key: keyFor(secret, 'backup'), belongsTo: `${id} ${table}` });

/**
 * Writes every row as of one moment to a file, while others read and write. The file gets its name when it is whole: a
 * failure or a kill leaves none, and none that was there is replaced unless asked.
 */
export async function backup(request: BackupRequest): Promise<Result<BackupDone, BackupFailure>> {
  const file = resolve(request.file);
  if (!request.force && (await exists(file))) return failure({ code: 'backup.exists', file });
  const folder = join(dirname(file), `${basename(file)}.partial-${ownerName()}`);
  try {
    await sweepLeftovers(file);
    await mkdir(folder, { mode: 0o700 });
    const made = await atOneMoment(request.ownerUrl, (client) => writeParts(client, folder, request));
    if (!made) return failure({ code: 'backup.nothing' });
    const bytes = await writeArchive(join(folder, 'archive'), folder, made, request.secret);
    if (!(await name(join(folder, 'archive'), file, request.force ?? false))) return failure({ code: 'backup.exists', file });
    const done = { file, rows: made.tables.reduce((sum, { rows }) => sum + rows, 0), bytes, tables: made.tables.length, content: made.content };
    await remember(request, done);
    return success(done);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    if (code === 'ENOSPC') return failure({ code: 'backup.diskFull', file });
    if (['ENOENT', 'ENOTDIR', 'EACCES', 'EPERM', 'EROFS', 'EISDIR'].includes(code) && error instanceof Error && 'path' in error) return failure({ code: 'backup.badPlace', file, detail: error.message });
    throw error;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function atOneMoment<Value>(url: string, work: (client: Client) => Promise<Value>): Promise<Value> {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
  client.on('error', () => {});
  await client.connect();
  try {
    await settle(client);
    await client.query('begin transaction isolation level repeatable read, read only');
    return await work(client);
  } finally {
    await client.end();
  }
}

async function writeParts(client: Client, folder: string, { secret, clock, version, report }: BackupRequest): Promise<Manifest | undefined> {
  const migrations = await listMigrations(client);
  if (migrations.length === 0) return undefined;
  const id = randomUUID();
  const tables: TablePart[] = [];
  for (const table of await listTables(client)) {
    report?.(table.name);
    const content = contentSum();
    const part = await writePart(join(folder, table.name), partKey(secret, id, table.name), counting(rowTexts(client, table), (line) => content.add(line)));
    tables.push({ ...table, rows: content.rows(), ...part, content: content.hex() });
  }
  return { format: 1, version, madeAt: clock.now().toISOString(), id, migrations, tables, sequences: await listSequences(client), content: contentOf(tables) };
}

async function* counting(batches: AsyncIterable<string[]>, count: (line: string) => void): AsyncGenerator<string[]> {
  for await (const batch of batches) {
    for (const line of batch) count(line);
    yield batch;
  }
}

/** The manifest comes first, so that a reader knows every byte to come. */
async function writeArchive(archive: string, folder: string, manifest: Manifest, secret: string): Promise<number> {
  const handle = await open(archive, 'wx', 0o600);
  try {
    const text = Buffer.from(`${JSON.stringify(manifest, null, 1)}\n`);
    await append(handle, manifestName, text);
    await append(handle, macName, macOf(secret, text));
    for (const { name: table, bytes } of manifest.tables) {
      await handle.write(entryHeader(partName(table), bytes));
      for await (const chunk of createReadStream(join(folder, table)) as AsyncIterable<Buffer>) await handle.write(chunk);
      await handle.write(padding(bytes));
      await rm(join(folder, table));
    }
    await handle.write(archiveEnd);
    await handle.sync();
    return (await handle.stat()).size;
  } finally {
    await handle.close();
  }
}

async function append(handle: FileHandle, name: string, content: Buffer): Promise<void> {
  await handle.write(Buffer.concat([entryHeader(name, content.length), content, padding(content.length)]));
}

/** Gives the archive its name at once; false where another file got it meanwhile. */
async function name(archive: string, file: string, force: boolean): Promise<boolean> {
  try {
    await (force ? rename(archive, file) : link(archive, file));
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false;
    throw error;
  }
  const folder = await open(dirname(file));
  await folder.sync();
  await folder.close();
  return true;
}

/** What a killed backup to the same file left. */
async function sweepLeftovers(file: string): Promise<void> {
  const prefix = `${basename(file)}.partial-`;
  for (const found of await readdir(dirname(file))) {
    if (found.startsWith(prefix) && !isOwnerAlive(found.slice(prefix.length))) await rm(join(dirname(file), found), { recursive: true, force: true });
  }
}

/** For `ancrage doctor`. A database of before this record has nowhere to keep it. */
async function remember({ ownerUrl, clock }: BackupRequest, { rows, bytes, content }: BackupDone): Promise<void> {
  const client = new Client({ connectionString: ownerUrl, connectionTimeoutMillis: 10_000 });
  client.on('error', () => {});
  await client.connect();
  try {
    const { rows: [found] } = await client.query<{ table: string | null }>(`select to_regclass('operation.backup')::text as table`);
    if (found?.table) await client.query('insert into operation.backup (finished_at, rows, bytes, content) values ($1, $2, $3, $4)', [clock.now(), rows, bytes, content]);
  } finally {
    await client.end();
  }
}

const exists = (file: string): Promise<boolean> => stat(file).then(() => true, () => false);
