import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { execFileSync } from 'node:child_process';
import { randomBytes, randomUUID } from 'node:crypto';
import { Client } from 'pg';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { backup, restore } from '../../src/platform/backup/index.ts';
import { readBackup } from '../../src/platform/backup/read-backup.ts';
import { rowTexts } from '../../src/platform/backup/rows.ts';
import { systemClock } from '../../src/platform/clock.ts';
import { openDatabase, type Db } from '../../src/platform/database/database.ts';
import { migrations } from '../../src/platform/database/migrations/index.ts';
import { emptyDatabase, freshDatabase, type TestDatabase } from '../support/database.ts';

const secret = 'a secret of these tests, long enough';
const territory = '200039865';
const folder = mkdtempSync(join(tmpdir(), 'ancrage-backup-'));
const inFolder = (name: string): string => join(folder, name);
let source: TestDatabase;
let owner: Db;

beforeAll(async () => {
  source = await freshDatabase();
  owner = openDatabase(source.ownerUrl, { max: 6 });
  await furnish(owner);
});
afterAll(async () => {
  await owner.destroy();
  await source.drop();
  rmSync(folder, { recursive: true, force: true });
});

const now = new Date('2026-11-24T10:00:00.123Z');
const nasty = 'a\u2028b\u2029c\r\nd\te"f\\g,(h)é\u202f\'i';

/** Rows of many types, with texts that formats stumble over. */
async function furnish(db: Db): Promise<void> {
  const organisation = await db.insertInto('party.organisation').values({ territory, kind: 'lettingService', name: nasty, created_at: now }).returning('id').executeTakeFirstOrThrow();
  const household = await db.insertInto('party.household').values({ territory, custodian_id: organisation.id, created_at: now }).returning('id').executeTakeFirstOrThrow();
  const base = { territory, custodian_id: organisation.id, created_at: now, last_contact_on: '2026-11-24' };
  await db.insertInto('party.person').values(Array.from({ length: 3_000 }, (_, at) => ({ ...base, household_id: household.id, given_name: `Prénom ${at}`, family_name: at % 2 ? nasty : 'N', search: `prenom ${at} nom`, birth_date: at % 3 ? null : '1990-02-28' }))).execute();
  // One refers to another of its own table, in an order that a table's own order does not give.
  const [old, recent] = ['00000000-0000-4000-8000-0000000000ff', '00000000-0000-4000-8000-000000000001'];
  for (const [id, from] of [[old, null], [recent, old]] as const) {
    await db.insertInto('party.establishment').values({ id, territory, organisation_id: organisation.id, siret: from ? '12345678901234' : '12345678901235', moved_from: from, recorded_at: now }).execute();
  }
  await sql`insert into identity.account (email, name, territory, password_hash, created_at) values ('a@exemple.fr', '', ${territory}, null, 'infinity')`.execute(db);
  await db.insertInto('audit.entry').values({ territory, at: now, role: 'job', type: 'x', subject_kind: 'x', subject_id: 'x', details: JSON.stringify({ a: nasty, n: null }) }).execute();
  await db.insertInto('observatory.dataset').values({ source: 's', vintage: 'v', title: 't', producer: 'p', licence: 'l', origin: 'o', file_name: 'f', sha256: 'x', rows_read: 1, rows_kept: 1, cells_secret: 0, rows_rejected: 0, notes: '', imported_at: now }).execute();
  await db.insertInto('observatory.observation').values([0.1, 1 / 3, 1e-300, -0, 123456789.12345679].map((value, at) => ({ dataset_id: 1, measure: `m${at}`, area: 'x', period: 'p', status: 'value', value }))).execute();
}

const save = (file: string, options: { force?: boolean; secret?: string } = {}) => backup({ ownerUrl: source.ownerUrl, secret, clock: systemClock, version: '1', file, ...options });
const load = (to: { ownerUrl: string; appUrl: string }, file: string, key = secret) => restore({ ownerUrl: to.ownerUrl, appRole: new URL(to.appUrl).username, secret: key, file });

/** An oracle of its own: every row of every area's table, as text, sorted. */
async function hashOf(url: string): Promise<string> {
  const client = new Client({ connectionString: url });
  await client.connect();
  await client.query(`set timezone = 'UTC'`);
  const { rows } = await client.query<{ name: string }>(`select format('%I.%I', schemaname, tablename) as name from pg_tables where schemaname in ('observatory', 'party', 'identity', 'audit', 'work', 'limits', 'file', 'needs', 'publishing') order by 1`);
  const hashes: string[] = [];
  for (const { name } of rows) hashes.push(`${name} ${String((await client.query<{ hash: string }>(`select count(*) || md5(coalesce(string_agg(md5(t::text), '' order by md5(t::text)), '')) as hash from ${name} t`)).rows[0]?.hash)}`);
  await client.end();
  return hashes.join('\n');
}

const rowsOf = async (url: string, query: string): Promise<Record<string, unknown>[]> => {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(query)).rows;
  } finally {
    await client.end();
  }
};

test('what was saved is what is restored, in an empty database, with its walls and its numbers', async () => {
  const before = await hashOf(source.ownerUrl);
  const saved = await save(inFolder('whole.tar'));
  const empty = await emptyDatabase();
  const restored = await load(empty, inFolder('whole.tar'));
  expect([saved, restored]).toMatchObject([{ ok: true, value: { rows: 6_014 } }, { ok: true, value: { rows: 6_014 } }]);
  expect(await hashOf(empty.ownerUrl)).toBe(before);
  const again = await backup({ ownerUrl: empty.ownerUrl, secret, clock: systemClock, version: '1', file: inFolder('again.tar') });
  expect(again.ok && saved.ok && again.value.content).toBe(saved.ok && saved.value.content);
  // The next number follows the last: an entry of the trace never takes another's.
  const [entry] = await rowsOf(empty.ownerUrl, `insert into audit.entry (territory, at, role, type, subject_kind, subject_id, details) values ('x', now(), 'job', 'x', 'x', 'x', '{}') returning id::int as id`);
  expect(entry).toEqual({ id: 2 });
  expect(await rowsOf(empty.appUrl, 'select count(*)::int as persons from party.person')).toEqual([{ persons: 0 }]);
  expect(await rowsOf(empty.ownerUrl, `select count(*)::int as bare from pg_class c join pg_namespace n on n.oid = c.relnamespace where c.relkind = 'r' and n.nspname in ('party', 'identity', 'audit', 'work', 'file', 'needs', 'publishing') and not c.relforcerowsecurity`)).toEqual([{ bare: 0 }]);
  await empty.drop();
});

test('a backup during writes is of one moment', async () => {
  let writing = true;
  let written = 0;
  const organisation = await owner.selectFrom('party.organisation').select('id').executeTakeFirstOrThrow();
  // Two rows of two tables, always together; the later table is read first or last, either way both or none must be there.
  const writer = async (): Promise<void> => {
    while (writing) {
      const email = `w${written}@exemple.fr`;
      written += 1;
      await owner.transaction().execute(async (tx) => {
        const account = await tx.insertInto('identity.account').values({ email, name: 'w', territory, created_at: now }).returning('id').executeTakeFirstOrThrow();
        await tx.insertInto('party.membership').values({ territory, account_id: account.id, organisation_id: organisation.id, role: 'lettingAdviser', since: now }).execute();
        await tx.insertInto('work.event').values({ territory, type: 'w', subject_id: account.id, payload: '{}', occurred_on: '2026-11-24', recorded_at: now }).execute();
      });
    }
  };
  const writers = [writer(), writer(), writer()];
  while (written < 30) await new Promise((resolve) => { setTimeout(resolve, 5); });
  const saved = await save(inFolder('during.tar'));
  const after = written;
  writing = false;
  await Promise.all(writers);
  expect(saved.ok).toBe(true);
  expect(after).toBeGreaterThan(30);
  const empty = await emptyDatabase();
  expect((await load(empty, inFolder('during.tar'))).ok).toBe(true);
  const [counts] = await rowsOf(empty.ownerUrl, `select (select count(*)::int from identity.account where name = 'w') as accounts, (select count(*)::int from party.membership) as memberships, (select count(*)::int from work.event where type = 'w') as events`);
  expect(counts?.['accounts']).toBeGreaterThanOrEqual(27);
  expect(counts).toEqual({ accounts: counts?.['accounts'], memberships: counts?.['accounts'], events: counts?.['accounts'] });
  await empty.drop();
});

test('nothing is replaced silently, and a refused or failed backup leaves nothing', async () => {
  writeFileSync(inFolder('precious'), 'precious');
  expect(await save(inFolder('precious'))).toEqual({ ok: false, error: { code: 'backup.exists', file: inFolder('precious') } });
  expect(readFileSync(inFolder('precious'), 'utf8')).toBe('precious');
  expect(await save(inFolder('absent/x.tar'))).toMatchObject({ ok: false, error: { code: 'backup.badPlace' } });
  expect((await save(inFolder('precious'), { force: true })).ok).toBe(true);
  expect((await readBackup(inFolder('precious'), secret)).ok).toBe(true);
  expect(readdirSync(folder).filter((name) => name.includes('partial'))).toEqual([]);
  expect(statSync(inFolder('precious')).mode & 0o777).toBe(0o600);
});

test('one flipped byte anywhere is found, with its table, before anything is written', async () => {
  const file = inFolder('flipped.tar');
  if (!existsSync(inFolder('whole.tar'))) await save(inFolder('whole.tar'));
  const whole = readFileSync(inFolder('whole.tar'));
  const read = await readBackup(inFolder('whole.tar'), secret);
  if (!read.ok) throw new Error(read.error.code);
  const { tables } = read.value.manifest;
  const begins = tables.map(({ name }) => ({ name, at: read.value.offsets.get(name)! - 512 }));
  /** The part that a byte of the file belongs to: told apart from the reader. */
  const partAt = (at: number): string => (at < begins[0]!.at ? 'manifest.json' : at >= whole.length - 1024 ? 'end' : begins.findLast((one) => one.at <= at)!.name);
  const places = [
    0, 124, 300, 600, begins[0]!.at - 1, whole.length - 1, whole.length - 1024,
    // In each table: its header, its bytes, the zeros that fill its last block.
    ...tables.flatMap(({ name, bytes }) => { const at = read.value.offsets.get(name)!; return [at - 512, at - 100, at, at + Math.floor(bytes / 2), at + bytes - 1, at + bytes - 1 + ((512 - (bytes % 512)) % 512)]; }),
    ...Array.from({ length: 60 }, () => randomBytes(4).readUInt32BE() % whole.length),
  ];
  for (const at of places) {
    const changed = Buffer.from(whole);
    changed[at] = changed[at]! ^ (1 << at % 8);
    writeFileSync(file, changed);
    const found = await readBackup(file, secret);
    if (at < 13) expect(found, `byte ${at}`).toMatchObject({ ok: false, error: { code: 'backup.notOne' } });
    else expect(found, `byte ${at}`).toEqual({ ok: false, error: { code: 'backup.damaged', file, part: partAt(at) } });
  }
  for (const cut of [whole.length - 1, whole.length - 1024, Math.floor(whole.length / 2), 700, 512, 10]) {
    writeFileSync(file, whole.subarray(0, cut));
    expect((await readBackup(file, secret)).ok, `cut at ${cut}`).toBe(false);
  }
  writeFileSync(file, Buffer.concat([whole, Buffer.from('x')]));
  expect(await readBackup(file, secret)).toMatchObject({ error: { part: 'end' } });
  const changed = Buffer.from(whole);
  const person = read.value.offsets.get('party.person')! + 500;
  changed[person] = changed[person]! ^ 1;
  writeFileSync(file, changed);
  const empty = await emptyDatabase();
  expect(await load(empty, file)).toEqual({ ok: false, error: { code: 'backup.damaged', file, part: 'party.person' } });
  expect(await rowsOf(empty.ownerUrl, `select to_regnamespace('party')::text as made`)).toEqual([{ made: null }]);
  await empty.drop();
});

test('only an empty database is filled', async () => {
  if (!existsSync(inFolder('whole.tar'))) await save(inFolder('whole.tar'));
  const before = await hashOf(source.ownerUrl);
  expect(await load(source, inFolder('whole.tar'))).toMatchObject({ ok: false, error: { code: 'restore.notEmpty' } });
  expect(await hashOf(source.ownerUrl)).toBe(before);
  // Prepared and empty, as a first restore that was killed leaves it.
  const prepared = await freshDatabase();
  expect((await load(prepared, inFolder('whole.tar'))).ok).toBe(true);
  expect(await load(prepared, inFolder('whole.tar'))).toMatchObject({ ok: false, error: { code: 'restore.notEmpty' } });
  await prepared.drop();
});

test('a backup says nothing to who has not its secret', async () => {
  if (!existsSync(inFolder('whole.tar'))) await save(inFolder('whole.tar'));
  const other = 'another secret, just as long as it';
  expect(await readBackup(inFolder('whole.tar'), other)).toEqual({ ok: false, error: { code: 'backup.otherSecret', file: inFolder('whole.tar') } });
  const extracted = execFileSync('tar', ['xOf', inFolder('whole.tar'), 'tables/party.person.gz.aes']);
  expect(extracted.includes('Prénom') || extracted.subarray(12, 14).equals(Buffer.from([0x1f, 0x8b]))).toBe(false);
});

test('what is no backup, or of a newer version, is said', async () => {
  expect(await readBackup(inFolder('nothing'), secret)).toMatchObject({ error: { code: 'backup.absent' } });
  writeFileSync(inFolder('text'), 'hello');
  expect(await readBackup(inFolder('text'), secret)).toMatchObject({ error: { code: 'backup.notOne' } });
  await sql`insert into migration.kysely_migration (name, timestamp) values ('29991231000000-later', '2999-12-31')`.execute(owner);
  await save(inFolder('newer.tar'));
  await sql`delete from migration.kysely_migration where name = '29991231000000-later'`.execute(owner);
  const empty = await emptyDatabase();
  expect(await load(empty, inFolder('newer.tar'))).toMatchObject({ error: { code: 'restore.newerBackup', unknown: ['29991231000000-later'] } });
  await empty.drop();
});

test('a backup of an older schema is restored, then brought to this version’s', async () => {
  const old = await emptyDatabase();
  const { migrateSchema } = await import('../../src/platform/database/migrate.ts');
  const [first = ''] = Object.keys(migrations).toSorted();
  expect((await migrateSchema(old.ownerUrl, first)).ok).toBe(true);
  await rowsOf(old.ownerUrl, `insert into observatory.dataset (source, vintage, title, producer, licence, origin, file_name, sha256, rows_read, rows_kept, cells_secret, rows_rejected, notes, imported_at)
    values ('s', 'v', 't', 'p', 'l', 'o', 'f', '${randomUUID()}', 1, 1, 0, 0, '', now())`);
  expect((await backup({ ownerUrl: old.ownerUrl, secret, clock: systemClock, version: '0', file: inFolder('old.tar') })).ok).toBe(true);
  const empty = await emptyDatabase();
  expect((await load(empty, inFolder('old.tar'))).ok).toBe(true);
  expect(await rowsOf(empty.ownerUrl, 'select name from migration.kysely_migration order by name')).toEqual(Object.keys(migrations).toSorted().map((name) => ({ name })));
  expect(await rowsOf(empty.appUrl, 'select source from observatory.dataset')).toEqual([{ source: 's' }]);
  const prepared = await freshDatabase();
  expect(await load(prepared, inFolder('old.tar'))).toMatchObject({ error: { code: 'restore.otherSchema' } });
  for (const one of [old, empty, prepared]) await one.drop();
});

test('a database that was never opened has nothing to save', async () => {
  const empty = await emptyDatabase();
  expect(await backup({ ownerUrl: empty.ownerUrl, secret, clock: systemClock, version: '1', file: inFolder('none.tar') })).toEqual({ ok: false, error: { code: 'backup.nothing' } });
  expect(existsSync(inFolder('none.tar'))).toBe(false);
  await empty.drop();
});

test('rows as heavy as pieces of documents are read a few at a time, light ones in thousands', async () => {
  const client = new Client({ connectionString: source.ownerUrl });
  await client.connect();
  await client.query(`begin; create temporary table heavy as select n as id, repeat('x', case when n <= 40 then 500000 else 5 end) as content from generate_series(1, 9000) n`);
  const batches: { rows: number; letters: number }[] = [];
  for await (const lines of rowTexts(client, { name: 'pg_temp.heavy', columns: ['id', 'content'] })) batches.push({ rows: lines.length, letters: lines.reduce((sum, line) => sum + line.length, 0) });
  await client.end();
  expect(batches.reduce((sum, { rows }) => sum + rows, 0)).toBe(9_000);
  expect(Math.max(...batches.map(({ letters }) => letters))).toBeLessThan(5_000_000);
  expect(Math.max(...batches.map(({ rows }) => rows))).toBe(2_000);
});
