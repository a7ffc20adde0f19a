import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Check } from '../../src/cli/doctor/check.ts';
import { databaseChecks } from '../../src/cli/doctor/database.checks.ts';
import { machineChecks } from '../../src/cli/doctor/machine.checks.ts';
import { readConfig } from '../../src/platform/config.ts';
import { openDatabase, type Db } from '../../src/platform/database/database.ts';
import { mailServer } from '../mail/server.ts';
import { emptyDatabase, freshDatabase, type TestDatabase } from '../support/database.ts';

let database: TestDatabase;
let owner: Db;
let role: string;
beforeAll(async () => {
  database = await freshDatabase();
  owner = openDatabase(database.ownerUrl, { max: 2 });
  role = new URL(database.appUrl).username;
});
afterAll(async () => {
  await owner.destroy();
  await database.drop();
});

const examine = async (now = new Date(), appRole = role): Promise<Record<string, Check['state']>> =>
  Object.fromEntries((await databaseChecks(database.ownerUrl, appRole, now)).map(({ id, state }) => [id, state]));

test('a sound database has only its missing backup to be told', async () => {
  expect(await examine()).toEqual({ database: 'ok', roles: 'ok', migrations: 'ok', walls: 'ok', outbox: 'ok', jobs: 'ok', seals: 'ok', backup: 'warning' });
});

test('each fault is found', async () => {
  await sql`alter table party.note no force row level security`.execute(owner);
  await sql`insert into operation.backup (finished_at, rows, bytes, content) values (now() - interval '9 days', 1, 1, 'x')`.execute(owner);
  await owner.insertInto('work.mail').values({ territory: 'x', recipient: 'x', language: 'fr', template: 'signIn', subject: '', body: '', created_at: sql`now() - interval '2 hours'`, not_before: sql`now()` }).execute();
  await owner.insertInto('work.event').values({ territory: 'x', type: 'x', subject_id: 'x', payload: '{}', occurred_on: '2026-11-24', recorded_at: new Date(), tries: 4 }).execute();
  await owner.insertInto('audit.entry').values({ territory: 'x', at: sql`now() - interval '1 day'`, role: 'job', type: 'x', subject_kind: 'x', subject_id: 'x', details: '{}' }).execute();
  expect(await examine()).toEqual({ database: 'ok', roles: 'ok', migrations: 'ok', walls: 'failure', outbox: 'warning', jobs: 'failure', seals: 'warning', backup: 'warning' });
  await sql`alter table party.note force row level security`.execute(owner);
  expect((await examine(new Date(Date.now() + 120_000)))['clock']).toBe('failure');
});

test('an app’s role that is the owner, or is none, is a failure', async () => {
  expect((await examine(new Date(), new URL(database.ownerUrl).username))['roles']).toBe('failure');
  expect((await examine(new Date(), 'nobody_of_this_name'))['roles']).toBe('failure');
});

test('a database that was never opened, or is of another version, is said', async () => {
  const empty = await emptyDatabase();
  expect((await databaseChecks(empty.ownerUrl, role, new Date())).at(-1)).toMatchObject({ id: 'migrations', state: 'warning' });
  await empty.drop();
  await sql`insert into migration.kysely_migration (name, timestamp) values ('29991231000000-later', '2999-12-31')`.execute(owner);
  expect((await examine())['migrations']).toBe('failure');
  await sql`delete from migration.kysely_migration where name = '29991231000000-later'`.execute(owner);
});

test('settings and mail server', async () => {
  const server = await mailServer();
  const states = async (environment: Record<string, string>): Promise<Record<string, Check['state']>> => {
    const config = readConfig({ ANCRAGE_DATA: '/tmp', ANCRAGE_SECRET: 'a secret of these tests, long enough', ...environment });
    if (!config.ok) throw new Error(config.error.problems.join());
    return Object.fromEntries((await machineChecks(config.value)).map(({ id, state }) => [id, state]));
  };
  expect(await states({})).toMatchObject({ settings: 'warning', secret: 'ok', mail: 'warning' });
  expect(await states({ NODE_ENV: 'production', ANCRAGE_ORIGIN: 'https://ancrage.example', SMTP_URL: server.url, MAIL_FROM: 'a@exemple.fr' })).toMatchObject({ settings: 'ok', mail: 'ok' });
  await server.close();
  expect(await states({ NODE_ENV: 'production', ANCRAGE_ORIGIN: 'http://ancrage.example', SMTP_URL: server.url, MAIL_FROM: 'a@exemple.fr' })).toMatchObject({ settings: 'failure', mail: 'failure' });
});
