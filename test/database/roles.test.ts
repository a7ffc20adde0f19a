import { sql } from 'kysely';
import { Client } from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { migrate } from '../../src/platform/database/migrate.ts';
import { migrations } from '../../src/platform/database/migrations/index.ts';
import { freshDatabase, type TestDatabase } from '../support/database.ts';

let database: TestDatabase;
beforeAll(async () => { database = await freshDatabase(); });
afterAll(() => database.drop());

test('the app’s role is neither superuser nor owner, and passes under no row-level security', async () => {
  const { rows } = await sql<{ superuser: boolean; bypass: boolean; create: boolean }>`
    select rolsuper as superuser, rolbypassrls as bypass, has_database_privilege(current_database(), 'create') as create from pg_roles where rolname = current_user
  `.execute(database.db);
  expect(rows).toEqual([{ superuser: false, bypass: false, create: false }]);
});

test.each(['create table observatory.mine (id int)', 'drop table observatory.dataset', 'alter table observatory.dataset add column x int', 'delete from migration.kysely_migration'])('the app’s role may not: %s', async (statement) => {
  await expect(sql.raw(statement).execute(database.db)).rejects.toThrow(/permission denied|must be owner/);
});

test('a database that a newer version migrated is refused and left as it was', async () => {
  const owner = new Client({ connectionString: database.ownerUrl });
  await owner.connect();
  await owner.query(`insert into migration.kysely_migration (name, timestamp) values ('29991231000000-later', '2999-12-31')`);
  const migrated = await migrate(database.ownerUrl, 'nobody');
  const { rows } = await owner.query('select count(*)::int as count from migration.kysely_migration');
  await owner.query(`delete from migration.kysely_migration where name = '29991231000000-later'`);
  await owner.end();
  expect(migrated).toEqual({ ok: false, error: { code: 'database.newer', unknown: ['29991231000000-later'] } });
  // Each migration of this version, and the one that it does not know.
  expect(rows).toEqual([{ count: Object.keys(migrations).length + 1 }]);
});
