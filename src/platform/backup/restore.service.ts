import { Client } from 'pg';
import { migrate, migrateSchema, type MigrationFailure } from '../database/migrate.ts';
import { migrations } from '../database/migrations/index.ts';
import { failure, success, type Result } from '../result.ts';
import { partKey } from './backup.service.ts';
import { listMigrations, listTables, settle, type Table } from './catalogue.ts';
import { contentOf, type Manifest } from './manifest.ts';
import { readPart } from './part.ts';
import { readBackup, type OpenBackup, type ReadFailure } from './read-backup.ts';
import { contentSum, fillTable, rowTexts } from './rows.ts';

export type RestoreFailure =
  | ReadFailure
  | MigrationFailure
  /** A newer version of Ancrage made it, or another line of it. */
  | { code: 'restore.newerBackup'; version: string; unknown: string[] }
  | { code: 'restore.notEmpty'; table: string }
  /** An empty database that another version has already prepared. */
  | { code: 'restore.otherSchema' };

export interface RestoreRequest {
  ownerUrl: string;
  /** The app's role, which gets its rights anew. */
  appRole: string;
  secret: string;
  file: string;
  report?: (table: string) => void;
}

export interface RestoreDone {
  rows: number;
  tables: number;
  madeAt: string;
  content: string;
}

/**
 * Fills an empty database from a backup. The whole file is checked before anything is written; rows come in one
 * transaction, which ends only where the content is the same as when it was backed up; then the schema goes on to this version's.
 */
export async function restore(request: RestoreRequest): Promise<Result<RestoreDone, RestoreFailure>> {
  const read = await readBackup(request.file, request.secret);
  if (!read.ok) return read;
  const { manifest } = read.value;
  const known = Object.keys(migrations).toSorted();
  if (manifest.migrations.some((name, at) => name !== known[at])) return failure({ code: 'restore.newerBackup', version: manifest.version, unknown: manifest.migrations.filter((name) => !(name in migrations)) });
  const client = new Client({ connectionString: request.ownerUrl, connectionTimeoutMillis: 10_000 });
  client.on('error', () => {});
  await client.connect();
  try {
    // As every opening of the house does: nobody prepares nor fills it meanwhile.
    await client.query(`select pg_advisory_lock(hashtext('ancrage.opening'))`);
    await settle(client);
    const free = await refuseFilled(client, manifest);
    if (!free.ok) return free;
    const prepared = await migrateSchema(request.ownerUrl, manifest.migrations.at(-1));
    if (!prepared.ok) return prepared;
    await fill(client, read.value, request);
    const migrated = await migrate(request.ownerUrl, request.appRole);
    if (!migrated.ok) return migrated;
    return success({ rows: manifest.tables.reduce((sum, { rows }) => sum + rows, 0), tables: manifest.tables.length, madeAt: manifest.madeAt, content: manifest.content });
  } finally {
    await client.end();
  }
}

/** Nothing is ever replaced: a database with one row of anybody's is refused. */
async function refuseFilled(client: Client, manifest: Manifest): Promise<Result<undefined, RestoreFailure>> {
  for (const { name } of await listTables(client)) {
    if (((await client.query(`select 1 from ${name} limit 1`)).rowCount ?? 0) > 0) return failure({ code: 'restore.notEmpty', table: name });
  }
  const prepared = await listMigrations(client);
  return prepared.length > 0 && prepared.join() !== manifest.migrations.join() ? failure({ code: 'restore.otherSchema' }) : success(undefined);
}

async function fill(client: Client, { manifest, offsets }: OpenBackup, { file, secret, report }: RestoreRequest): Promise<void> {
  const parts = new Map(manifest.tables.map((part) => [part.name, part]));
  await client.query('begin');
  try {
    const tables = await listTables(client);
    for (const { name, columns } of tables) {
      const part = parts.get(name);
      if (part?.columns.join() !== columns.join()) throw new Error(`${name} has not the columns of the backup`);
      report?.(name);
      if (part.rows > 0) await fillTable(client, { name, columns }, readPart(file, partKey(secret, manifest.id, name), { offset: offsets.get(name) ?? 0, bytes: part.bytes }));
    }
    for (const { name, value, called } of manifest.sequences) await client.query('select pg_catalog.setval($1::regclass, $2::bigint, $3)', [name, value, called]);
    if (contentOf(await measure(client, tables)) !== manifest.content) throw new Error('the database does not hold what the backup holds');
    await client.query('commit');
  } catch (error) {
    await client.query('rollback').catch(() => {});
    throw error;
  }
}

async function measure(client: Client, tables: readonly Table[]): Promise<{ name: string; rows: number; content: string }[]> {
  const measured = [];
  for (const table of tables) {
    const content = contentSum();
    for await (const batch of rowTexts(client, table)) {
      for (const line of batch) content.add(line);
    }
    measured.push({ name: table.name, rows: content.rows(), content: content.hex() });
  }
  return measured;
}
