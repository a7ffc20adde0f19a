import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { backupBeforeUpgrade } from '../../src/platform/backup/index.ts';
import { readBackup } from '../../src/platform/backup/read-backup.ts';
import { fixedClock } from '../../src/platform/clock.ts';
import { openDatabase, type Db } from '../../src/platform/database/database.ts';
import { migrations } from '../../src/platform/database/migrations/index.ts';
import { emptyDatabase, freshDatabase, type TestDatabase } from '../support/database.ts';

const secret = 'a secret of these tests, long enough';
const parent = mkdtempSync(join(tmpdir(), 'ancrage-upgrade-'));
const folder = join(parent, 'backups');
const clock = fixedClock(new Date('2026-11-24T10:00:00Z'));
const known = [...Object.keys(migrations), '29991231000000-later'];
let database: TestDatabase;
let owner: Db;
beforeAll(async () => {
  database = await freshDatabase();
  owner = openDatabase(database.ownerUrl, { max: 2 });
});
afterAll(async () => {
  await owner.destroy();
  await database.drop();
  rmSync(parent, { recursive: true, force: true });
});

const said: string[] = [];
const guard = (options: { wanted?: string | false; folder?: string; known?: readonly string[]; ownerUrl?: string }) =>
  backupBeforeUpgrade({ ownerUrl: database.ownerUrl, secret, clock, version: '1', report: (file) => void said.push(file), wanted: undefined, folder: undefined, known, ...options });
const saved = (): string[] => { try { return readdirSync(folder); } catch { return []; } };

test('what holds nobody, or has nothing to migrate, is upgraded without a word', async () => {
  const empty = await emptyDatabase();
  expect(await guard({ folder, ownerUrl: empty.ownerUrl })).toEqual({ ok: true, value: undefined });
  await empty.drop();
  expect(await guard({ folder })).toEqual({ ok: true, value: undefined });
  await owner.insertInto('identity.account').values({ email: 'a@exemple.fr', name: 'A', territory: '200039865', created_at: clock.now() }).execute();
  expect(await guard({ folder, known: Object.keys(migrations) })).toEqual({ ok: true, value: undefined });
  expect([said, saved()]).toEqual([[], []]);
});

test('people are saved before the schema changes: in the data folder, where it is said, or by the operator', async () => {
  expect(await guard({})).toEqual({ ok: false, error: { code: 'upgrade.needsBackup', pending: 1 } });
  expect(await guard({ wanted: false })).toEqual({ ok: true, value: undefined });
  expect(saved()).toEqual([]);
  expect(await guard({ folder })).toEqual({ ok: true, value: undefined });
  const file = join(folder, 'avant-mise-a-jour-2026-11-24-10-00-00.tar');
  expect(said).toEqual([file]);
  const read = await readBackup(file, secret);
  expect(read.ok && read.value.manifest.tables.find(({ name }) => name === 'identity.account')?.rows).toBe(1);
  // A backup that cannot be made stops the upgrade.
  expect(await guard({ folder })).toEqual({ ok: false, error: { code: 'backup.exists', file } });
  expect(await guard({ wanted: join(parent, 'chosen.tar') })).toEqual({ ok: true, value: undefined });
});
