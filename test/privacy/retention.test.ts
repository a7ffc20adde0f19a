import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { countStore } from '../../src/parties/privacy-count.store.ts';
import { retentionTasks } from '../../src/parties/index.ts';
import { fixedClock } from '../../src/platform/clock.ts';
import { asActor } from '../../src/platform/database/as-actor.ts';
import { sealAudit } from '../../src/platform/audit/seal.jobs.ts';
import { verifyAudit } from '../../src/platform/audit/verify.service.ts';
import { jobActor } from '../../src/platform/permission/actor.ts';
import { applyRetention } from '../../src/platform/privacy/retention.jobs.ts';
import { areas, elsewhere, everyRow, here, openPeople, retain, type PeopledDatabase } from './people.ts';

/** The past ends on 20 November 2025, behind the server's own clock, which no app may outrun to shorten the trace's life. */
const end = fixedClock(new Date('2025-11-20T11:00:00Z'));
let people: PeopledDatabase;
beforeEach(async () => { people = await openPeople(); });
afterEach(() => people.drop());

const at = (day: string): Date => new Date(`${day}T10:00:00Z`);
const run = (clock = end) => retain({ db: people.db, clock }, here);
/** When they were counted changes, the counts do not. */
const counts = async (clock = end) => (await asActor(people.db, jobActor(here), (tx) => countStore(tx, here).list(Number(clock.today().slice(0, 4))))).map((count) => ({ ...count, countedAt: null }));

/** Of a file: everything that hangs on it. */
async function furnish(personId: string, custodian: string, territory = here): Promise<Record<'note' | 'support' | 'consent' | 'event' | 'document' | 'invitation', string>> {
  const { owner } = people;
  const ids = { note: randomUUID(), support: randomUUID(), consent: randomUUID(), document: randomUUID(), invitation: randomUUID() };
  const of = { territory, person_id: personId, custodian_id: custodian };
  await owner.insertInto('party.note').values([{ ...of, id: ids.note, text: 'Appel', written_at: at('2024-06-01') }, { ...of, id: ids.support, compartment: 'socialSupport', text: 'Soutien', written_at: at('2024-06-01') }]).execute();
  await owner.insertInto('party.consent').values({ ...of, id: ids.consent, purpose: 'survey', wording: 'D’accord', given_at: at('2024-06-01') }).execute();
  await owner.insertInto('party.invitation').values({ territory, id: ids.invitation, organisation_id: custodian, person_id: personId, email: 'p@exemple.fr', role: 'employee', hash: Buffer.from(ids.invitation), created_at: at('2025-11-01'), expires_at: at('2025-11-08') }).execute();
  const event = await owner.insertInto('work.event').values({ territory, type: 'note.written', subject_id: ids.note, payload: '{}', occurred_on: '2024-06-01', recorded_at: at('2024-06-01'), handled_at: at('2024-06-01'), person_id: personId }).returning('id').executeTakeFirstOrThrow();
  await owner.transaction().execute(async (tx) => {
    await tx.insertInto('file.piece').values({ ...of, document_id: ids.document, position: 1, sealed: Buffer.from('x') }).execute();
    await tx.insertInto('file.document').values({ ...of, id: ids.document, purpose: 'lease', name: 'bail.pdf', media_type: 'application/pdf', bytes: 1, pieces: 1, sha256: Buffer.from('x'), created_at: at('2024-06-01') }).execute();
  });
  return { ...ids, event: String(event.id) };
}

test('three years on: what must go is gone, and nothing else is touched', async () => {
  const { owner } = people;
  const [letting, association] = [await people.organisation('lettingService'), await people.organisation('association')];
  const stranger = await people.organisation('lettingService', elsewhere);

  // Files: the day after the last that must go, stays.
  const household = (await owner.insertInto('party.household').values({ territory: here, custodian_id: letting, adults: 2, created_at: at('2022-03-01') }).returning('id').executeTakeFirstOrThrow()).id;
  const open = await people.person(letting, { name: 'Ouvert', householdId: household });
  const oldClosed = await people.person(letting, { name: 'Ancien', closedOn: '2023-06-01', householdId: household, email: 'ancien@exemple.fr' });
  const lastToGo = await people.person(association, { name: 'Hier', closedOn: '2024-11-20' });
  const firstToStay = await people.person(association, { name: 'Demain', closedOn: '2024-11-21' });
  const away = await people.person(stranger, { territory: elsewhere, closedOn: '2022-06-01' });
  const lastHousehold = (await owner.selectFrom('party.person').select('household_id').where('id', '=', lastToGo).executeTakeFirstOrThrow()).household_id!;
  const gone = await furnish(oldClosed, letting);
  const goneToo = await furnish(lastToGo, association);
  await furnish(open, letting);
  await furnish(firstToStay, association);
  await furnish(away, stranger, elsewhere);

  // Notes by their own age, in a compartment too.
  const note = async (written: string, compartment: string | null): Promise<string> =>
    (await owner.insertInto('party.note').values({ territory: here, person_id: open, custodian_id: letting, text: 'x', compartment, written_at: new Date(written) }).returning('id').executeTakeFirstOrThrow()).id;
  const oldNotes = [await note('2023-11-20T10:59:00Z', null), await note('2022-01-01T00:00:00Z', 'socialSupport')];
  await note('2023-11-20T11:01:00Z', 'socialSupport');

  const contact = async (checkedOn: string): Promise<string> =>
    (await owner.insertInto('party.contact').values({ territory: here, organisation_id: letting, name: 'Contact', source: 'salon', checked_on: checkedOn, created_at: at('2020-01-01') }).returning('id').executeTakeFirstOrThrow()).id;
  const oldContact = await contact('2022-11-20');
  await contact('2022-11-21');

  const request = async (answeredAt: Date | null): Promise<string> =>
    (await owner.insertInto('party.privacy_request').values({ territory: here, person_id: open, kind: 'access', asked_at: at('2020-01-01'), due_on: '2020-02-01', answered_at: answeredAt }).returning('id').executeTakeFirstOrThrow()).id;
  const oldRequest = await request(at('2020-11-19'));
  await request(at('2020-11-21'));
  await request(null);

  const invitation = async (expires: string): Promise<string> => {
    const id = randomUUID();
    await owner.insertInto('party.invitation').values({ territory: here, id, organisation_id: letting, email: 'x@exemple.fr', role: 'lettingAdviser', hash: Buffer.from(id), created_at: at('2024-01-01'), expires_at: at(expires) }).execute();
    return id;
  };
  const oldInvitation = await invitation('2025-05-19');
  await invitation('2025-05-21');

  // Accounts: of a former member, of a present one, of accompanied persons, of somebody who is both.
  const member = async (email: string, endedAt: string | null, personId?: string): Promise<{ account: string; membership: string }> => {
    const account = await people.account(email, personId ? { personId } : {});
    const membership = (await owner.insertInto('party.membership').values({ territory: here, account_id: account, organisation_id: letting, role: 'lettingAdviser', since: at('2022-03-01'), ended_at: endedAt ? at(endedAt) : null }).returning('id').executeTakeFirstOrThrow()).id;
    return { account, membership };
  };
  const former = await member('former@exemple.fr', '2024-11-19');
  await member('justleft@exemple.fr', '2024-11-21');
  const present = await member('present@exemple.fr', null);
  const own = await people.account('ancien@exemple.fr', { personId: oldClosed });
  const both = await member('both@exemple.fr', null, lastToGo);
  await people.account('ouvert@exemple.fr', { personId: open });
  const idle = await people.account('idle@exemple.fr');
  await people.account('new@exemple.fr', { createdAt: '2025-11-01T10:00:00Z' });
  await owner.insertInto('identity.totp').values({ account_id: former.account, secret: Buffer.from('x') }).execute();
  const session = (accountId: string, name: string, expires: string, ended: string | null = null) =>
    owner.insertInto('identity.session').values({ hash: Buffer.from(name), id: randomUUID(), account_id: accountId, stage: 'open', device: name, created_at: at('2025-01-01'), last_seen_at: at('2025-01-01'), expires_at: at(expires), ended_at: ended ? at(ended) : null }).returning('id').executeTakeFirstOrThrow();
  const oldSession = await session(present.account, 'old', '2025-10-20');
  const endedSession = await session(present.account, 'ended', '2026-01-01', '2025-10-20');
  await session(present.account, 'live', '2025-12-20');
  const ownSession = await session(own, 'own', '2025-12-20');
  const token = (name: string, expires: string) => owner.insertInto('identity.token').values({ hash: Buffer.from(name), kind: 'signIn', account_id: present.account, created_at: at('2025-01-01'), expires_at: at(expires) }).execute();
  await token('oldToken', '2025-10-20');
  await token('newToken', '2025-11-19');
  const device = (name: string, used: string) => owner.insertInto('identity.device').values({ hash: Buffer.from(name), account_id: present.account, last_used_at: at(used) }).execute();
  await device('oldDevice', '2024-11-19');
  await device('newDevice', '2024-11-21');

  const event = async (recorded: string, handled: boolean): Promise<string> =>
    String((await owner.insertInto('work.event').values({ territory: here, type: 'organisation.created', subject_id: 'x', payload: '{}', occurred_on: '2024-01-01', recorded_at: at(recorded), handled_at: handled ? at(recorded) : null }).returning('id').executeTakeFirstOrThrow()).id);
  const oldEvent = await event('2024-11-19', true);
  await event('2024-11-21', true);
  await event('2024-01-01', false);
  const mail = async (to: string, sent: boolean, written = '2025-11-19'): Promise<string> =>
    (await owner.insertInto('work.mail').values({ territory: here, recipient: to, language: 'fr', template: 'signIn', subject: 's', body: 'b', created_at: at(written), not_before: at(written), sent_at: sent ? at(written) : null }).returning('id').executeTakeFirstOrThrow()).id;
  const sentMail = await mail('ancien@exemple.fr', true);
  const waitingMail = await mail('ancien@exemple.fr', false);
  await mail('ouvert@exemple.fr', false);
  const oldMails = { sent: await mail('ouvert@exemple.fr', true, '2025-10-20'), waiting: await mail('ouvert@exemple.fr', false, '2025-10-20') };
  await mail('ouvert@exemple.fr', true, '2025-10-22');
  const reminder = (subject: string, due: string) => owner.insertInto('work.reminder').values({ territory: here, recipient: 'r', subject, address: 'ouvert@exemple.fr', language: 'fr', content: '{}', due_at: at(due) }).execute();
  await reminder('old', '2024-11-19');
  await reminder('new', '2024-11-21');

  // Two sealed segments: one had its year, the other not yet.
  for (const day of ['2024-11-10', '2024-11-25']) {
    await owner.insertInto('audit.entry').values({ territory: here, at: at(day), role: 'lettingAdviser', type: 'person.opened', subject_kind: 'person', subject_id: open, person_id: open, details: '{}' }).execute();
    await sealAudit({ db: people.db, clock: fixedClock(at(day)) }, here);
  }

  const before = await everyRow(owner);
  const statistics = await counts();
  await run();
  const after = await everyRow(owner);

  const hex = (text: string): string => `\\x${Buffer.from(text).toString('hex')}`;
  const removed = [...before.keys()].filter((key) => !after.has(key));
  const named = (prefix: string) => (key: string): boolean => key.startsWith(prefix);
  expect(removed.filter((key) => !/^(identity\.(totp|device|recovery_code)|work\.reminder|file\.piece|party\.name_word|audit\.) ?/.test(key)).toSorted()).toEqual([
    ...[gone, goneToo].flatMap((one) => [`party.note ${one.note}`, `party.note ${one.support}`, `party.consent ${one.consent}`, `party.invitation ${one.invitation}`, `work.event ${one.event}`, `file.document ${one.document}`]),
    ...oldNotes.map((id) => `party.note ${id}`), `party.contact ${oldContact}`, `party.privacy_request ${oldRequest}`, `party.invitation ${oldInvitation}`,
    ...[former.account, own, idle].map((id) => `identity.account ${id}`), `party.membership ${former.membership}`, ...[oldSession, endedSession, ownSession].map(({ id }) => `identity.session ${id}`),
    `identity.token ${hex('oldToken')}`, `work.event ${oldEvent}`, `work.mail ${waitingMail}`, `work.mail ${oldMails.waiting}`,
  ].toSorted());
  expect(removed.filter(named('identity.device')).length).toBe(1);
  expect(removed.filter(named('identity.totp')).length).toBe(1);
  expect(removed.filter(named('work.reminder')).length).toBe(1);
  expect(removed.filter(named('file.piece')).length).toBe(2);
  expect(removed.filter(named('audit.')).toSorted()).toEqual(['audit.entry 1', expect.stringMatching(/^audit\.sealed 1/)]);
  expect(removed.filter(named('party.name_word')).toSorted()).toEqual([expect.stringContaining('ancien'), expect.stringContaining('hier')]);

  // The segment's line is told apart by its hash, which stays.
  const changed = [...before].filter(([key, line]) => after.has(key) && after.get(key) !== line).map(([key]) => key).toSorted();
  const segment = await owner.selectFrom('audit.segment').select('hash').where('territory', '=', here).where('number', '=', 1).executeTakeFirstOrThrow();
  expect(changed).toEqual([
    `party.person ${oldClosed}`, `party.person ${lastToGo}`, `party.household ${lastHousehold}`, `identity.account ${both.account}`, `work.mail ${sentMail}`, `work.mail ${oldMails.sent}`, `audit.segment \\x${segment.hash.toString('hex')}`,
  ].toSorted());
  // A year counted, and a trace for each task that did something.
  const added = [...after.keys()].filter((key) => !before.has(key)).map((key) => key.split(' ')[0]);
  expect(new Set(added)).toEqual(new Set(['party.yearly_count', 'audit.entry', 'work.event']));

  expect(await counts()).toEqual(statistics);
  const left = await owner.selectFrom('party.person').select(['given_name', 'family_name', 'birth_date', 'email', 'phone', 'search', 'household_id', 'commune', 'age_band', 'custodian_id', 'state']).where('id', '=', oldClosed).executeTakeFirstOrThrow();
  expect(left).toEqual({ given_name: '', family_name: '', birth_date: null, email: null, phone: null, search: '', household_id: null, commune: '57463', age_band: '25-34', custodian_id: letting, state: 'erased' });
  expect(await verifyAudit(people.db, here, new Date())).toMatchObject({ findings: [], expired: 1 });

  // Once more: nothing is left to do.
  expect(await run()).toEqual({});
});

interface Followed { created: number; closed: number | null; born: number | null; commune: string; kind: string }

/** The oracle: counted by hand from what the files were before anything was erased. */
function oracle(files: readonly Followed[], year: number): Map<string, number> {
  const found = new Map<string, number>();
  for (const { created, closed, born, commune, kind } of files) {
    if (created > year || (closed !== null && closed < year)) continue;
    const age = born === null ? null : year - born;
    const band = age === null ? 'unknown' : age < 25 ? 'under25' : age < 35 ? '25-34' : age < 50 ? '35-49' : age < 65 ? '50-64' : '65+';
    const key = [year, commune, kind, band].join(' ');
    found.set(key, (found.get(key) ?? 0) + 1);
  }
  return found;
}

async function follow(): Promise<Followed[]> {
  const custodians = { lettingService: await people.organisation('lettingService'), association: await people.organisation('association') };
  const files: Followed[] = [];
  // A fixed spread of years, ages, communes and kinds, birth dates at both ends of the year.
  for (let n = 0; n < 90; n += 1) {
    const created = 2020 + (n % 4);
    const closed = n % 5 === 0 ? null : created + (n % 3);
    const born = n % 11 === 0 ? null : 1955 + ((n * 7) % 48);
    const commune = ['57463', '57751', ''][n % 3]!;
    const kind = n % 2 === 0 ? 'lettingService' as const : 'association' as const;
    await people.person(custodians[kind], {
      createdAt: `${created}-02-03T10:00:00Z`, closedOn: closed === null ? null : `${closed}-${n % 2 === 0 ? '12-31' : '06-30'}`,
      birthDate: born === null ? null : `${born}-${n % 4 === 0 ? '12-31' : '01-01'}`, commune: commune || null,
    });
    files.push({ created, closed, born, commune, kind });
  }
  return files;
}

const asMap = (rows: Awaited<ReturnType<typeof counts>>): Map<string, number> => new Map(rows.map((row) => [[row.year, row.commune, row.custodianKind, row.ageBand].join(' '), row.persons]));
const expected = (files: readonly Followed[]): Map<string, number> => new Map([2020, 2021, 2022, 2023, 2024, 2025].flatMap((year) => [...oracle(files, year)]));
const sorted = (counted: Map<string, number>): [string, number][] => [...counted].toSorted(([a], [b]) => (a < b ? -1 : 1));

test('yearly statistics are the same before and after, in one leap of three years or month after month', async () => {
  const files = await follow();
  expect(sorted(asMap(await counts()))).toEqual(sorted(expected(files)));
  for (let month = 0; month <= 36; month += 1) await run(fixedClock(new Date(Date.UTC(2022, 10 + month, 20, 10))));
  expect(sorted(asMap(await counts()))).toEqual(sorted(expected(files)));
  const { rows } = await sql<{ state: string; n: number }>`select state, count(*)::int as n from party.person group by 1 order by 1`.execute(people.owner);
  expect(rows).toEqual([{ state: 'erased', n: files.filter(({ closed }) => closed !== null && closed <= 2024).length - lateIn2024(files) }, { state: 'open', n: 18 }, { state: 'closed', n: lateIn2024(files) + files.filter(({ closed }) => closed === 2025).length }].filter(({ n }) => n > 0).toSorted((a, b) => (a.state < b.state ? -1 : 1)));
});

test('a leap of three years at once counts as well', async () => {
  const files = await follow();
  await run();
  expect(sorted(asMap(await counts()))).toEqual(sorted(expected(files)));
});

/** Closed on 31 December 2024: less than a year before the end. */
const lateIn2024 = (files: readonly Followed[]): number => files.filter(({ closed }, n) => closed === 2024 && n % 2 === 0).length;

test('cut in the middle, it takes up the rest', async () => {
  await follow();
  const whole = retentionTasks(areas);
  let batches = 0;
  const failing = applyRetention(whole.map((task) => ({
    ...task, most: 7,
    run: (work) => {
      batches += 1;
      if (batches === 5) throw new Error('cut');
      return task.run({ ...work, most: 7 });
    },
  })));
  await expect(failing({ db: people.db, clock: end }, here)).rejects.toThrow('cut');
  const erased = async () => (await sql<{ n: number }>`select count(*)::int as n from party.person where state = 'erased'`.execute(people.owner)).rows[0]!.n;
  const first = await erased();
  expect(first).toBeGreaterThan(0);
  await run();
  expect(await erased()).toBeGreaterThan(first);
  expect(await run()).toEqual({});
  const { rows } = await sql<{ n: number }>`select count(*)::int as n from audit.entry where type = 'person.erased'`.execute(people.owner);
  expect(rows[0]!.n).toBe(await erased());
});

test('a territory’s run leaves the others alone', async () => {
  const custodian = await people.organisation('association', elsewhere);
  await people.person(custodian, { territory: elsewhere, closedOn: '2020-01-01' });
  const before = await everyRow(people.owner);
  await run();
  expect(await everyRow(people.owner)).toEqual(before);
});

test('counts of tries go once their time has passed', async () => {
  const now = end.now().getTime();
  await people.owner.insertInto('limits.throttle').values([{ key: 'over', points: 5, expire: now - 1 }, { key: 'running', points: 5, expire: now + 1_000 }]).execute();
  await run();
  expect((await people.owner.selectFrom('limits.throttle').select('key').execute()).map(({ key }) => key)).toEqual(['running']);
});
