import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { recorder } from '../../src/platform/audit/record.ts';
import { sealAudit } from '../../src/platform/audit/seal.jobs.ts';
import { systemClock } from '../../src/platform/clock.ts';
import { asActor } from '../../src/platform/database/as-actor.ts';
import { openDatabase } from '../../src/platform/database/database.ts';
import { jobActor } from '../../src/platform/permission/actor.ts';
import { freshDatabase, type TestDatabase } from '../support/database.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await freshDatabase();
  for (const territory of ['200039865', '245400676']) {
    const actor = jobActor(territory);
    await asActor(database.db, actor, async (tx) => {
      for (let at = 0; at < 3; at += 1) await recorder(tx, actor, systemClock).opened({ type: 'person.opened', subject: { kind: 'person', id: `${at}` } });
    });
    await sealAudit({ db: database.db, clock: systemClock }, territory);
  }
});
afterAll(() => database.drop());

const root = join(import.meta.dirname, '../..');
const verify = (...more: string[]) =>
  new Promise<{ code: number | null; answer: string }>((resolve, reject) => {
    const child = spawn(process.execPath, ['src/cli/main.ts', 'audit', 'verify', ...more], { cwd: root, env: { ...process.env, DATABASE_URL: database.appUrl, DATABASE_OWNER_URL: database.ownerUrl } });
    let answer = '';
    child.stdout.on('data', (text: Buffer) => { answer += text.toString(); });
    child.on('error', reject);
    child.on('close', (code) => resolve({ code, answer }));
  });

test('a whole trace ends with 0, a changed one with 1, and says where', async () => {
  const whole = await verify('--json');
  expect(whole.code).toBe(0);
  const [first] = JSON.parse(whole.answer) as { territory: string; entries: number; head: { hash: string } }[];
  expect(first).toMatchObject({ territory: '200039865', entries: 3, findings: [] });
  expect((await verify('--head', first!.head.hash)).code).toBe(0);
  expect((await verify('--head', '0'.repeat(64))).code).toBe(1);
  expect((await verify('--head', '3f8a')).code).toBe(2);

  const owner = openDatabase(database.ownerUrl, { max: 1 });
  await owner.updateTable('audit.entry').set({ reason: 'autre' }).where('id', '=', 2).execute();
  await owner.destroy();
  const changed = await verify();
  expect(changed.code).toBe(1);
  expect(changed.answer).toContain('✗ modifiée : bloc 1, trace n° 2');
  expect(changed.answer).toContain('✓ 245400676');
  expect((await verify('--territory', '245400676')).code).toBe(0);
});
