/**
 * `npm run bench:people [-- count rounds]`: list, search and file among 500,000 persons, with the two walls and without, turn by
 * turn in one run. Pages: the whole site as the app's role, against the same site as the tables' owner, whom row-level
 * security lets through (a service's own check is a look-up in memory). Statements: the use cases alone, against plain
 * queries of the owner. Fails when a page's p95 passes 200 ms, or the walls cost a page more than a quarter.
 */
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { openDatabase } from '../src/platform/database/database.ts';
import { migrate } from '../src/platform/database/migrate.ts';
import { joinServer } from '../src/platform/database/server.ts';
import type { Actor } from '../src/platform/permission/actor.ts';
import { measurePages, openSite } from './people-pages.ts';
import { samplePersons } from './people-sample.ts';
import { seedPersons } from './people-seed.ts';
import { measureStatements } from './people-statements.ts';

const [count = 500_000, rounds = 200] = process.argv.slice(2).map(Number);
if (!Number.isInteger(count) || !Number.isInteger(rounds)) throw new Error('usage: npm run bench:people -- [persons] [rounds]');
const [mostP95, mostRatio] = [200, 1.25];
const territory = '200039865';

const scratch = mkdtempSync(join(tmpdir(), 'ancrage-bench-'));
chmodSync(scratch, 0o755);
const server = await joinServer({ ANCRAGE_DATA: join(scratch, 'data'), DATABASE_URL: undefined, DATABASE_OWNER_URL: undefined }, { projectRoot: resolve(import.meta.dirname, '..') });
if (!server.ok) throw new Error(JSON.stringify(server.error));
let failed = false;
try {
  const { appUrl, ownerUrl } = server.value;
  const migrated = await migrate(ownerUrl, new URL(appUrl).username);
  if (!migrated.ok) throw new Error(JSON.stringify(migrated.error));
  const [db, owner] = [openDatabase(appUrl, { max: 4 }), openDatabase(ownerUrl, { max: 4 })];
  const started = performance.now();
  const seeded = await seedPersons(owner, count, territory);
  console.log(`${count} persons seeded in ${((performance.now() - started) / 1000).toFixed(0)} s`);
  for (const { name, role, organisation, account, scope } of [
    { name: 'adviser, six files in ten', role: 'lettingAdviser', organisation: seeded.letting, account: seeded.adviser, scope: 'organisation' },
    { name: 'data protection officer, all', role: 'dataProtectionOfficer', organisation: seeded.metropole, account: seeded.officer, scope: 'territory' },
  ] as const) {
    const actor: Actor = { accountId: account, role, territory, organisationId: organisation, commune: null, personId: null };
    const asked = await samplePersons(owner, actor, scope, rounds + 1);
    const [walls, bare] = [await openSite(db, appUrl, account), await openSite(owner, ownerUrl, account)];
    for (const line of await measurePages(walls, bare, asked, rounds)) {
      const fine = line.walls.p95 < mostP95 && line.walls.p50 <= line.bare.p50 * mostRatio;
      failed ||= !fine;
      console.log(`${fine ? '✓' : '✗'} page, ${name}, ${line.name}: ${line.text}`);
    }
    await Promise.all([walls.close(), bare.close()]);
    for (const line of await measureStatements(db, owner, actor, scope, asked, rounds)) {
      const fine = line.p95 < mostP95;
      failed ||= !fine;
      console.log(`${fine ? '✓' : '✗'} statements, ${name}, ${line.name}: ${line.text}`);
    }
  }
  await Promise.all([db.destroy(), owner.destroy()]);
} finally {
  await server.value.leave();
  rmSync(scratch, { recursive: true, force: true });
}
process.exit(failed ? 1 : 0);
