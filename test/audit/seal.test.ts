import { sql } from 'kysely';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { recorder } from '../../src/platform/audit/record.ts';
import { sealAudit } from '../../src/platform/audit/seal.jobs.ts';
import { sealStore } from '../../src/platform/audit/seal.store.ts';
import { tracedTerritories, verifyAudit } from '../../src/platform/audit/verify.service.ts';
import { fixedClock, type Clock } from '../../src/platform/clock.ts';
import { asActor } from '../../src/platform/database/as-actor.ts';
import { openDatabase, type Db } from '../../src/platform/database/database.ts';
import { jobActor, type Actor } from '../../src/platform/permission/actor.ts';
import { freshDatabase, type TestDatabase } from '../support/database.ts';

/** The owner may write anything: what it changes behind the trace's back must be found. */
let database: TestDatabase;
let owner: Db;
beforeEach(async () => {
  database = await freshDatabase();
  owner = openDatabase(database.ownerUrl, { max: 2 });
});
afterEach(async () => {
  await owner.destroy();
  await database.drop();
});

const [here, elsewhere] = ['200039865', '245400676'];
const now = new Date('2026-11-24T10:00:00Z');
const later = new Date('2026-11-24T12:00:00Z');
const adviser: Actor = { accountId: '00000000-0000-4000-8000-000000000021', role: 'lettingAdviser', territory: here, organisationId: null, commune: null, personId: null };

const act = (count: number, { clock = fixedClock(now), actor = adviser }: { clock?: Clock; actor?: Actor } = {}) =>
  asActor(database.db, actor, async (tx) => {
    for (let at = 0; at < count; at += 1) await recorder(tx, actor, clock).opened({ type: 'person.opened', subject: { kind: 'person', id: `${at}` }, reason: 'Suivi « é »\nligne', details: { at } });
  });
const seal = (at = now, territory = here) => sealAudit({ db: database.db, clock: fixedClock(at) }, territory);
const verify = (at = later, noted?: string) => verifyAudit(database.db, here, at, noted);
const told = async () => (await verify()).findings.map(({ kind, segment, entryId }) => `${kind} ${segment} ${entryId}`).toSorted();

test('each sealing makes a segment of what is new; nothing new makes none; territories apart', async () => {
  expect(await seal()).toEqual({ entries: 0, head: null });
  await act(3);
  expect(await seal()).toMatchObject({ entries: 3, head: { number: 1 } });
  expect(await seal()).toMatchObject({ entries: 0, head: { number: 1 } });
  await act(2);
  await act(1, { actor: { ...adviser, territory: elsewhere } });
  expect(await seal(later)).toMatchObject({ entries: 2, head: { number: 2 } });
  expect(await seal(later, elsewhere)).toMatchObject({ entries: 1, head: { number: 1 } });
  expect(await verify()).toMatchObject({ segments: 2, expired: 0, entries: 5, head: { number: 2 }, findings: [] });
  expect(await tracedTerritories(database.db)).toEqual([here, elsewhere]);
});

test.each([
  ['an edited row', `update audit.entry set type = 'person.closed' where id = 2`, ['edited 1 2']],
  ['an edited moment, by a microsecond', `update audit.entry set at = at + interval '1 microsecond' where id = 2`, ['edited 1 2']],
  ['an edited fact', `update audit.entry set details = '{"at": 8}' where id = 4`, ['edited 2 4']],
  ['a removed row', `delete from audit.entry where id = 3`, ['removed 1 3']],
  ['a removed row and its seal', `with gone as (delete from audit.sealed where entry_id = 3) delete from audit.entry where id = 3`, ['removed 1 null']],
  ['a whole removed segment', `with gone as (delete from audit.sealed where segment = 1), rows as (delete from audit.entry where id <= 3) delete from audit.segment where number = 1`, ['missing 1 null']],
  ['reordered rows', `update audit.sealed set position = case entry_id when 1 then 12 else 11 end where entry_id in (1, 2); update audit.sealed set position = position - 10 where position > 10`, ['reordered 1 1', 'reordered 1 2']],
  ['an added row, back in time', `insert into audit.entry (id, territory, at, role, type, subject_kind, subject_id, details) overriding system value values (0, '${here}', '2026-11-24', 'lettingAdviser', 'person.opened', 'person', '9', '{}')`, ['added null 0']],
  ['an added row that is sealed', `with one as (insert into audit.entry (id, territory, at, role, type, subject_kind, subject_id, details) overriding system value values (0, '${here}', '2026-11-24', 'x', 'x.x', 'x', '9', '{}')) insert into audit.sealed values (0, '${here}', 1, 4, '\\x00')`, ['added 1 0', 'reordered 1 0', 'reordered 1 1', 'reordered 1 2', 'reordered 1 3']],
  ['a segment’s hash', `update audit.segment set hash = '\\x00' where number = 1`, ['broken 1 null', 'unlinked 2 null']],
  ['a segment said to be expired before its time', `with gone as (delete from audit.sealed where segment = 1), rows as (delete from audit.entry where id <= 3) update audit.segment set expired_at = '2026-12-24' where number = 1`, ['expiredEarly 1 null']],
] as const)('verification tells %s', async (_, tampering, expected) => {
  await act(3);
  await seal();
  await act(2);
  await seal(new Date('2026-11-24T10:30:00Z'));
  expect(await told()).toEqual([]);
  await sql.raw(tampering).execute(owner);
  expect(await told()).toEqual(expected);
});

test('a last segment made anew is whole by itself, and betrayed by the hash noted elsewhere', async () => {
  await act(2);
  await seal();
  await act(1);
  const noted = (await seal()).head!.hash;
  expect(await verify(later, noted)).toMatchObject({ knowsNoted: true, findings: [] });
  await sql.raw(`delete from audit.sealed where segment = 2; delete from audit.segment where number = 2; update audit.entry set type = 'person.closed' where id = 3`).execute(owner);
  await seal();
  expect(await verify(later, noted)).toMatchObject({ knowsNoted: false, findings: [] });
});

test('nobody who writes waits for the sealing, and an entry whose transaction ends late comes with the next segment', async () => {
  let end = (): void => {};
  const ended = new Promise<void>((resolve) => { end = resolve; });
  let wrote = (): void => {};
  const written = new Promise<void>((resolve) => { wrote = resolve; });
  const slow = asActor(database.db, adviser, async (tx) => {
    await recorder(tx, adviser, fixedClock(now)).opened({ type: 'person.opened', subject: { kind: 'person', id: 'slow' } });
    wrote();
    await ended;
  });
  await written;
  await act(2);
  expect(await seal()).toMatchObject({ entries: 2 });
  // The sealing's lock is held meanwhile, and entries still go in.
  await asActor(database.db, jobActor(here), async (tx) => {
    await sealStore(tx, here).lock();
    await act(1);
  });
  end();
  await slow;
  expect(await seal()).toMatchObject({ entries: 2 });
  expect(await verify()).toMatchObject({ entries: 4, findings: [] });
});

test('two sealings at once seal each entry once', async () => {
  await act(40);
  const both = await Promise.all([seal(), seal()]);
  expect(both.map(({ entries }) => entries).toSorted((a, b) => a - b)).toEqual([0, 40]);
  expect(await verify()).toMatchObject({ segments: 1, findings: [] });
});

test('an expired segment goes whole, its hash stays and the chain holds; a young one is kept whatever the app says', async () => {
  const old = fixedClock(new Date('2024-01-10T10:00:00Z'));
  await act(2, { clock: old });
  await seal(old.now());
  await act(1, { clock: fixedClock(new Date()) });
  await seal(new Date());
  const asJob = <T>(work: (store: ReturnType<typeof sealStore>) => Promise<T>) => asActor(database.db, jobActor(here), (tx) => work(sealStore(tx, here)));
  // A clock that lies by years does not shorten the trace's life.
  expect(await asJob((store) => store.expire(2, new Date('2036-01-01')))).toBe(0);
  expect(await asJob((store) => store.expire(1, new Date()))).toBe(2);
  expect(await asJob((store) => store.expire(1, new Date()))).toBe(0);
  const { rows } = await sql<{ id: number }>`select id from audit.entry order by id`.execute(owner);
  expect(rows).toEqual([{ id: 3 }]);
  expect(await verify(new Date())).toMatchObject({ segments: 2, expired: 1, entries: 1, findings: [] });
  await expect(asActor(database.db, adviser, (tx) => sealStore(tx, here).expire(2, new Date()))).rejects.toThrow(/only a job/);
});
