import { sql } from 'kysely';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { recorder } from '../../src/platform/audit/record.ts';
import { fixedClock, systemClock, type Clock } from '../../src/platform/clock.ts';
import { asActor } from '../../src/platform/database/as-actor.ts';
import { openDatabase, type Db } from '../../src/platform/database/database.ts';
import { handleEventsJob } from '../../src/platform/events/event.jobs.ts';
import type { Handling, Subscription } from '../../src/platform/events/subscription.ts';
import { openLog } from '../../src/platform/log.ts';
import { sendRemindersJob } from '../../src/platform/reminders/reminder.jobs.ts';
import { remind } from '../../src/platform/reminders/remind.ts';
import { jobActor, type Actor } from '../../src/platform/permission/actor.ts';
import { freshDatabase, type TestDatabase } from '../support/database.ts';

const territory = '200039865';
const adviser: Actor = { accountId: null, role: 'lettingAdviser', territory, organisationId: null, commune: null, personId: null };
const signal = new AbortController().signal;
let database: TestDatabase;
let owner: Db;
beforeAll(async () => {
  database = await freshDatabase();
  owner = openDatabase(database.ownerUrl, { max: 2 });
});
afterEach(async () => {
  await owner.deleteFrom('work.event').execute();
  await owner.deleteFrom('work.reminder').execute();
  await owner.deleteFrom('work.mail').execute();
});
afterAll(async () => {
  await owner.destroy();
  await database.drop();
});

const happened = (type: string, id: string) => asActor(database.db, adviser, (tx) => recorder(tx, adviser, systemClock).changed({ type, subject: { kind: 'thing', id } }));
const sweep = async (subscriptions: readonly Subscription[], clock: Clock = systemClock): Promise<void> => {
  await handleEventsJob(subscriptions).sweep({ db: database.db, territory, clock, log: openLog('silent'), signal });
};
const open = async (): Promise<number> => (await owner.selectFrom('work.event').select('id').where('handled_at', 'is', null).execute()).length;
const inAnHour = fixedClock(new Date(Date.now() + 3_600_000));

test('subscribers are told once, in order, in the transaction of their effects', async () => {
  const told: string[] = [];
  const subscription: Subscription = {
    type: 'thing.changed',
    handle: async ({ event, record }) => {
      told.push(event.subjectId);
      await record.changed({ type: 'thing.told', subject: { kind: 'thing', id: event.subjectId } });
    },
  };
  for (const id of ['a', 'b', 'a']) await happened('thing.changed', id);
  await happened('thing.unheard', 'c');
  await sweep([subscription]);
  await sweep([subscription]);
  expect(told).toEqual(['a', 'b', 'a']);
  expect((await owner.selectFrom('audit.entry').select(['role', 'subject_id']).where('type', '=', 'thing.told').orderBy('id').execute())).toEqual(['a', 'b', 'a'].map((id) => ({ role: 'job', subject_id: id })));
  expect(await open()).toBe(0);
});

test('a subscriber that fails leaves nothing behind and holds back its subject only, until it succeeds', async () => {
  const told: string[] = [];
  let broken = true;
  const notice = async ({ tx, event }: Handling): Promise<void> => {
    await sql`insert into work.reminder (territory, recipient, subject, address, language, content, due_at) values (${territory}, ${event.subjectId}, ${String(event.id)}, 'x', 'fr', '{}', now())`.execute(tx);
  };
  const subscriptions: Subscription[] = [
    { type: 'thing.changed', handle: notice },
    { type: 'thing.changed', handle: async ({ event }) => {
      if (broken && event.subjectId === 'a') throw new TypeError('it fails');
      told.push(event.subjectId);
    } },
  ];
  for (const id of ['a', 'a', 'b']) await happened('thing.changed', id);
  await sweep(subscriptions);
  expect([told, await open()]).toEqual([['b'], 2]);
  expect(await owner.selectFrom('work.reminder').select('recipient').execute()).toEqual([{ recipient: 'b' }]);
  expect(await owner.selectFrom('work.event').select(['tries', 'failure']).where('subject_id', '=', 'a').orderBy('id').execute()).toEqual([{ tries: 1, failure: 'TypeError' }, { tries: 0, failure: null }]);
  broken = false;
  await sweep(subscriptions);
  expect(told).toEqual(['b']);
  await sweep(subscriptions, inAnHour);
  expect([told, await open()]).toEqual([['b', 'a', 'a'], 0]);
});

test('only a job of the territory hears of its events', async () => {
  await happened('thing.changed', 'a');
  const seen = (actor: Actor) => asActor(database.db, actor, (tx) => tx.selectFrom('work.event').select('id').execute());
  expect([await seen(adviser), await seen(jobActor('245400676'))]).toEqual([[], []]);
  expect(await seen(jobActor(territory))).toHaveLength(1);
});

const reminder = { territory, recipient: '00000000-0000-4000-8000-000000000001', subject: 'answer:1', to: 'nadia@exemple.fr', language: 'fr', title: 'Une réponse est attendue', text: 'Une réponse est attendue.', link: 'https://ancrage.example/' } as const;
const sweepReminders = async (at: string): Promise<void> => {
  await sendRemindersJob.sweep({ db: database.db, territory, clock: fixedClock(new Date(at)), log: openLog('silent'), signal });
};
const mails = () => owner.selectFrom('work.mail').select(['recipient', 'subject', 'template']).execute();

test('one reminder for a person and a subject, whoever writes it and however often, at an allowed hour', async () => {
  const dueAt = new Date('2026-11-28T22:00:00+01:00');
  await asActor(database.db, adviser, async (tx) => {
    await remind(tx, { ...reminder, dueAt });
    await remind(tx, { ...reminder, dueAt: new Date('2026-11-24T10:00:00+01:00'), title: 'Encore' });
  });
  await sweepReminders('2026-11-28T22:00:00+01:00');
  await sweepReminders('2026-11-29T12:00:00+01:00');
  expect(await mails()).toEqual([]);
  await Promise.all([sweepReminders('2026-11-30T08:00:00+01:00'), sweepReminders('2026-11-30T08:00:00+01:00')]);
  await sweepReminders('2026-12-01T08:00:00+01:00');
  expect(await mails()).toEqual([{ recipient: 'nadia@exemple.fr', subject: 'Une réponse est attendue', template: 'reminder' }]);
  await asActor(database.db, adviser, (tx) => remind(tx, { ...reminder, dueAt }));
  await sweepReminders('2026-12-02T08:00:00+01:00');
  expect(await mails()).toHaveLength(1);
  // The ledger remembers that it was done, and no more.
  expect(await owner.selectFrom('work.reminder').select(['address', 'content']).execute()).toEqual([{ address: '', content: {} }]);
});

test('what is due after a night without a process waits for the morning', async () => {
  await asActor(database.db, adviser, (tx) => remind(tx, { ...reminder, dueAt: new Date('2026-11-24T19:00:00+01:00') }));
  await sweepReminders('2026-11-24T21:00:00+01:00');
  expect(await mails()).toEqual([]);
  await sweepReminders('2026-11-25T08:01:00+01:00');
  expect(await mails()).toHaveLength(1);
});
