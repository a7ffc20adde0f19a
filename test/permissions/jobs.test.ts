import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { composeJobs } from '../../src/composition.ts';
import type { Clock } from '../../src/platform/clock.ts';
import { openDatabase, type Db } from '../../src/platform/database/database.ts';
import type { Job } from '../../src/platform/jobs/job.ts';
import { openLog } from '../../src/platform/log.ts';
import { asActor } from '../../src/platform/database/as-actor.ts';
import { jobActor } from '../../src/platform/permission/actor.ts';
import { freshDatabase, type TestDatabase } from '../support/database.ts';
import { elsewhere, here, makePlace, type Place } from './place.ts';

/** Every job of the house works for its territory, and touches no row of another. */
let database: TestDatabase;
let owner: Db;
let places: readonly Place[];
/** Three years on, at an hour when people may be written to. */
const now = new Date('2029-11-27T10:00:00Z');
const clock: Clock = { now: () => now, today: () => now.toISOString().slice(0, 10) };
const delivered: string[] = [];
const jobs = composeJobs({ transport: { deliver: (mail) => Promise.resolve(void delivered.push(mail.recipient)), check: () => Promise.resolve(), close: () => {} }, secret: 'a secret of the tests, long enough' });

beforeAll(async () => {
  database = await freshDatabase();
  owner = openDatabase(database.ownerUrl, { max: 2 });
  places = [await makePlace(owner, { territory: here, commune: '57463', kind: 'lettingService' }), await makePlace(owner, { territory: elsewhere, commune: '54395', kind: 'lettingService' })];
  await owner.updateTable('party.person').set({ closed_on: '2027-01-01' }).execute();
  for (const { territory, mark } of places) {
    await owner.insertInto('work.mail').values({ territory, recipient: `${mark}@exemple.fr`, language: 'fr', template: 'x', subject: 'x', body: 'x', created_at: now, not_before: now }).execute();
    await owner.insertInto('work.event').values({ territory, type: 'x', subject_id: mark, payload: '{}', occurred_on: '2026-01-01', recorded_at: new Date() }).execute();
    await owner.insertInto('work.reminder').values({ territory, recipient: mark, subject: mark, address: `${mark}@exemple.fr`, language: 'fr', content: JSON.stringify({ title: 'Rappel', text: 'Rappel', link: 'http://127.0.0.1:3000/' }), due_at: new Date() }).execute();
  }
});
afterAll(async () => {
  await owner.destroy();
  await database.drop();
});

/** Each table's rows of a territory, as one line each. */
async function rowsOf(territory: string): Promise<Record<string, string>> {
  const { rows } = await sql<{ name: string }>`
    select distinct table_schema || '.' || table_name as name from information_schema.columns
    where column_name = 'territory' and table_schema in ('party', 'identity', 'audit', 'work', 'file', 'needs', 'publishing')`.execute(owner);
  const all: Record<string, string> = {};
  for (const { name } of rows) {
    const { rows: [found] } = await sql<{ all: string | null }>`select string_agg(t::text, chr(10) order by t::text) as all from ${sql.table(name)} t where territory = ${territory}`.execute(owner);
    all[name] = found?.all ?? '';
  }
  return all;
}

/** A table that each job is known to change, with all that is due. */
const works: Readonly<Record<string, string>> = { sendMail: 'work.mail', handleEvents: 'work.event', sendReminders: 'work.reminder', sealAudit: 'audit.segment', applyRetention: 'party.person' };

test('every job has its line here', () => {
  expect(jobs.map(({ queue }) => queue).toSorted()).toEqual(Object.keys(works).toSorted());
});

test.each(jobs.map((job) => ({ queue: job.queue, job })))('$queue works in its territory, and in no other', async ({ queue, job }) => {
  const [mineBefore, foreignBefore] = [await rowsOf(here), await rowsOf(elsewhere)];
  await run(job);
  const mineAfter = await rowsOf(here);
  expect(Object.keys(mineAfter).filter((name) => mineAfter[name] !== mineBefore[name])).toContain(works[queue]);
  expect(await rowsOf(elsewhere)).toEqual(foreignBefore);
  expect(delivered).not.toContain(`${places[1]?.mark}@exemple.fr`);
});

async function run(job: Job): Promise<void> {
  const house = { territory: here, clock, log: openLog('silent') };
  if ('sweep' in job) await job.sweep({ ...house, db: database.db, signal: new AbortController().signal });
  else await asActor(database.db, jobActor(here), (tx) => job.once({ ...house, tx }));
}
