import { sql } from 'kysely';
import { PgBoss } from 'pg-boss';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { systemClock } from '../../src/platform/clock.ts';
import { asActor } from '../../src/platform/database/as-actor.ts';
import { openDatabase, type Db } from '../../src/platform/database/database.ts';
import type { Job } from '../../src/platform/jobs/job.ts';
import { runJobs, type RunningJobs } from '../../src/platform/jobs/run.ts';
import { wake } from '../../src/platform/jobs/wake.ts';
import { openLog } from '../../src/platform/log.ts';
import { jobActor } from '../../src/platform/permission/actor.ts';
import { freshDatabase, type TestDatabase } from '../support/database.ts';

const territory = '200039865';
let database: TestDatabase;
let owner: Db;
beforeAll(async () => {
  database = await freshDatabase();
  owner = openDatabase(database.ownerUrl, { max: 2 });
});
afterAll(async () => {
  await owner.destroy();
  await database.drop();
});

const run = (...jobs: Job[]): Promise<RunningJobs> => runJobs({ db: database.db, clock: systemClock, log: openLog('silent'), territory, url: database.appUrl }, jobs);
const ask = (queue: string) => asActor(database.db, jobActor(territory), (tx) => wake(tx, queue, territory));
const statesOf = async (queue: string): Promise<string[]> =>
  (await sql<{ state: string }>`select state::text from job.job where name = ${queue} order by created_on`.execute(owner)).rows.map(({ state }) => state);
const until = async (condition: () => boolean | Promise<boolean>): Promise<void> => {
  for (let left = 200; !(await condition()); left -= 1) {
    if (left === 0) throw new Error('it did not happen within 20 s');
    await new Promise((resolve) => { setTimeout(resolve, 100); });
  }
};

test('the app’s role works the queues, and can make no schema', async () => {
  await expect(sql`create schema mine`.execute(database.db)).rejects.toThrow(/permission denied/);
  await expect(sql`create table job.mine (id int)`.execute(database.db)).rejects.toThrow(/permission denied/);
});

test('a queue that nobody has opened is no failure, and asks nothing', async () => {
  await ask('unopened');
  expect(await statesOf('unopened')).toEqual([]);
});

test('what is asked in a transaction that rolls back is not done', async () => {
  let done = 0;
  const running = await run({ queue: 'counted', once: async () => void (done += 1) });
  await asActor(database.db, jobActor(territory), async (tx) => {
    await wake(tx, 'counted', territory);
    throw new Error('undone');
  }).catch(() => {});
  await ask('counted');
  await until(() => done > 0);
  await running.stop();
  expect([done, await statesOf('counted')]).toEqual([1, ['completed']]);
});

test('a job acts as the job of its territory, and its effects go with its failure', async () => {
  const seen: unknown[] = [];
  const running = await run({
    queue: 'failing',
    once: async ({ tx }) => {
      const { rows } = await sql`select permission.role() as role, permission.territory() as territory, permission.account() as account`.execute(tx);
      seen.push(rows[0]);
      await tx.insertInto('work.reminder').values({ territory, recipient: 'x', subject: 'x', address: 'x', language: 'fr', content: '{}', due_at: new Date() }).execute();
      throw new Error('it fails');
    },
  });
  await ask('failing');
  await until(async () => (await statesOf('failing'))[0] === 'retry');
  await running.stop();
  expect(seen[0]).toEqual({ role: 'job', territory, account: null });
  expect(await owner.selectFrom('work.reminder').selectAll().execute()).toEqual([]);
});

test('effects of a job that another process took over are undone', async () => {
  const other = new PgBoss({ connectionString: database.appUrl, schema: 'job', migrate: false, supervise: false, schedule: false });
  other.on('error', () => {});
  await other.start();
  let tries = 0;
  const running = await run({
    queue: 'stolen',
    once: async ({ tx }) => {
      tries += 1;
      await tx.insertInto('work.reminder').values({ territory, recipient: 'stolen', subject: String(tries), address: 'x', language: 'fr', content: '{}', due_at: new Date() }).execute();
      if (tries > 1) return;
      // The library gave up on this process and let the job go again, as after too long a silence.
      const { rows } = await sql<{ id: string }>`select id from job.job where name = 'stolen'`.execute(owner);
      await other.fail('stolen', rows[0]!.id);
    },
  });
  await ask('stolen');
  await until(async () => (await statesOf('stolen'))[0] === 'completed');
  await running.stop();
  await other.stop();
  expect([tries, (await owner.selectFrom('work.reminder').select('subject').where('recipient', '=', 'stolen').execute())]).toEqual([2, [{ subject: '2' }]]);
});

test('a stop lets the job under way finish', async () => {
  let finished = false;
  let started = false;
  const running = await run({
    queue: 'slow',
    once: async () => {
      started = true;
      await new Promise((resolve) => { setTimeout(resolve, 1500); });
      finished = true;
    },
  });
  await ask('slow');
  await until(() => started);
  await running.stop();
  expect([finished, await statesOf('slow')]).toEqual([true, ['completed']]);
});

test('schedules are those that this version declares', async () => {
  const schedules = async (): Promise<string[]> => (await sql<{ name: string }>`select name from job.schedule where key = ${territory} order by name`.execute(owner)).rows.map(({ name }) => name);
  const first = await run({ queue: 'old', every: '* * * * *', once: async () => {} }, { queue: 'kept', every: '0 3 * * *', once: async () => {} });
  await first.stop();
  expect(await schedules()).toEqual(['kept', 'old']);
  const second = await run({ queue: 'kept', every: '0 3 * * *', once: async () => {} });
  await second.stop();
  expect(await schedules()).toEqual(['kept']);
});
