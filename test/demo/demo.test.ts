import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { personsOfAYear } from '../../demo/index.ts';
import { fictitiousPrefix } from '../../demo/siren.ts';
import { fixedClock } from '../../src/platform/clock.ts';
import { asActor } from '../../src/platform/database/as-actor.ts';
import { demonstrationEntrances, type Entrance } from '../../src/platform/identity/index.ts';
import type { Actor } from '../../src/platform/permission/actor.ts';
import { roles } from '../../src/platform/permission/matrix.ts';
import { judgeFreeText } from '../../src/parties/free-text.rules.ts';
import { listOrganisations, listPersons, makePrivacyRequest } from '../../src/parties/index.ts';
import { generalNotes, supportNotes } from '../../demo/texts.ts';
import { now, openDemoHouse, storyOf, type DemoHouse } from './fixture.ts';

/** An eighth of the year's persons: what is asked here is in proportion. */
const persons = 300;
let house: DemoHouse;
let entrances: Entrance[];

beforeAll(async () => {
  house = await openDemoHouse();
  expect(await house.make({ persons })).toBe(true);
  entrances = await demonstrationEntrances({ db: house.database.db, clock: fixedClock(now), territory: house.territory.code, secret: 'a secret of the tests, long enough', demo: true });
}, 180_000);
afterAll(() => house.close());

/** Somebody who entered by one click in this role. */
async function actorOf(role: Actor['role']): Promise<Actor> {
  const entrance = entrances.find((one) => one.role === role);
  const membership = await house.owner.selectFrom('party.membership as m').innerJoin('party.organisation as o', 'o.id', 'm.organisation_id')
    .where('m.account_id', '=', entrance?.accountId ?? '').where('m.role', '=', role).select(['o.id', 'o.commune']).executeTakeFirstOrThrow();
  return { accountId: entrance?.accountId ?? null, role, territory: house.territory.code, organisationId: membership.id, commune: membership.commune, personId: null };
}

describe('what is there', () => {
  test('fifteen organisations of the convention and sixty employers, at the size of a metropole', async () => {
    expect(await house.count('party.organisation', `kind <> 'employer'`)).toBe(15);
    expect(await house.count('party.organisation', `kind = 'employer'`)).toBe(60);
    expect(await house.count('party.person')).toBe(persons);
    expect(personsOfAYear).toBe(2_400);
    const accountsMade = await house.count('identity.account');
    expect(accountsMade).toBeGreaterThanOrEqual(60);
    expect(accountsMade).toBeLessThanOrEqual(90);
    expect(house.lines.at(-1)).toMatch(/^Démonstration prête : 75 organismes, \d+ comptes, 300\u00a0personnes suivies/);
    expect(house.lines.at(-1)).toContain(` ${accountsMade} comptes`);
  });

  test('every role has an account that one click opens', () => {
    const held = new Set(entrances.map(({ role }) => role));
    expect([...roles].filter((role) => role !== 'job' && !held.has(role))).toEqual([]);
  });

  test('all is marked as demonstration', async () => {
    for (const table of ['party.organisation', 'party.person', 'identity.account']) expect(await house.count(table, 'not demonstration'), table).toBe(0);
  });

  test('people write in working hours', async () => {
    expect(await house.count('party.note', `extract(hour from written_at at time zone 'UTC') not between 7 and 16 or extract(isodow from written_at at time zone 'UTC') > 5`)).toBe(0);
  });

  test('no address, number or firm is anybody’s', async () => {
    expect(await house.count('party.organisation', `kind = 'employer' and siren not like '${fictitiousPrefix}%'`)).toBe(0);
    expect(await house.count('party.organisation', `kind <> 'employer' and siren is not null`)).toBe(0);
    expect(await house.count('party.establishment', `siret not like '${fictitiousPrefix}%'`)).toBe(0);
    for (const table of ['party.person', 'party.contact', 'identity.account', 'party.invitation']) expect(await house.count(table, `email not like '%.example'`), table).toBe(0);
    expect(await house.count('party.person', `phone not like '06 39 98 %'`)).toBe(0);
    expect(await house.count('party.contact', `phone not like '03 53 01 %'`)).toBe(0);
  });

  test('one person acts for two organisations, one has left, one invitation waits and one is over', async () => {
    const several = await sql`select account_id from party.membership where ended_at is null group by 1 having count(distinct organisation_id) > 1`.execute(house.owner);
    expect(several.rows).toHaveLength(1);
    expect(await house.count('party.membership', 'ended_at is not null')).toBe(1);
    expect(await house.count('identity.account', 'person_id is null and not exists (select 1 from party.membership m where m.account_id = account.id and m.ended_at is null)')).toBe(1);
    expect(await house.count('party.invitation', `expires_at > '${now.toISOString()}'`)).toBe(1);
    expect(await house.count('party.invitation', `expires_at < '${now.toISOString()}'`)).toBe(1);
    // Each mail is dated when it would have left, a week before its link ends.
    expect(await house.count('work.mail', 'exists (select 1 from party.invitation i where i.email = mail.recipient and i.created_at = mail.created_at and mail.not_before = mail.created_at)')).toBe(2);
    expect(await house.count('work.mail')).toBe(2);
  });

  test('establishments opened, moved and closed; contacts fresh, to check, stale and opposed', async () => {
    expect(await house.count('party.establishment', 'moved_from is not null')).toBeGreaterThan(2);
    expect(await house.count('party.establishment', 'closed_on is not null')).toBeGreaterThan(5);
    for (const where of [`checked_on > date '2025-11-24'`, `checked_on between '2024-11-24' and '2025-11-24'`, `checked_on < '2024-11-24'`, 'opted_out_at is not null']) expect(await house.count('party.contact', where), where).toBeGreaterThan(0);
  });

  test('persons live where people live', async () => {
    const { rows } = await sql<{ commune: string; n: number }>`select commune, count(*)::int as n from party.person group by 1 order by n desc`.execute(house.owner);
    expect(rows[0]?.commune).toBe('57463');
    expect((rows[0]?.n ?? 0) / persons).toBeGreaterThan(0.43);
    expect((rows[0]?.n ?? 0) / persons).toBeLessThan(0.63);
    expect(rows.every(({ commune }) => house.territory.currentCommunes.includes(commune))).toBe(true);
    expect(rows.length).toBeGreaterThan(20);
  });

  test('files are coherent: nothing before they open, nothing but withdrawals after they close', async () => {
    expect(await house.count('party.person', 'closed_on is not null') / persons).toBeGreaterThan(0.2);
    expect(await house.count('party.person', 'closed_on is not null') / persons).toBeLessThan(0.45);
    expect(await house.count('party.consent', 'withdrawn_at is not null')).toBeGreaterThan(0);
    expect(await house.count('party.consent', 'withdrawn_at <= given_at')).toBe(0);
    const { rows } = await sql<{ n: number }>`select count(*)::int as n from party.person p where p.last_contact_on > p.closed_on
      or exists (select 1 from party.note n where n.person_id = p.id and (n.written_at < p.created_at or n.written_at::date > p.closed_on or n.author = ''))
      or exists (select 1 from party.consent c where c.person_id = p.id and (c.given_at < p.created_at or c.given_at::date > p.closed_on))`.execute(house.owner);
    expect(rows[0]?.n).toBe(0);
    expect(await house.count('party.person', `created_at > '${now.toISOString()}' or created_at < timestamptz '${now.toISOString()}' - interval '1 year'`)).toBe(0);
  });

  test('notes speak of nothing that the service would question', () => {
    for (const text of [...generalNotes, ...supportNotes]) expect(judgeFreeText(text), text).toEqual({ kind: 'fine' });
  });

  test('the trace tells a year in the order of time', async () => {
    const { rows } = await sql<{ n: number }>`select count(*)::int as n from (select at, lag(at) over (order by id) as before from audit.entry) e where at < before`.execute(house.owner);
    expect(rows[0]?.n).toBe(0);
    expect(await house.count('audit.entry', `at > '${now.toISOString()}'`)).toBe(0);
  });
});

describe('the walls hold', () => {
  const seen = (actor: Actor, table: string, where = 'true'): Promise<number> => asActor(house.database.db, actor, async (tx) =>
    (await sql<{ n: number }>`select count(*)::int as n from ${sql.table(table)} where ${sql.raw(where)}`.execute(tx)).rows[0]?.n ?? Number.NaN);

  test('a letting adviser sees her service’s files and no note of social support', async () => {
    const adviser = await actorOf('lettingAdviser');
    const own = await house.count('party.person', `custodian_id = '${adviser.organisationId}'`);
    expect(own).toBeGreaterThan(persons / 2);
    expect(await seen(adviser, 'party.person')).toBe(own);
    expect(await seen(adviser, 'party.note', 'compartment is not null')).toBe(0);
    const listed = await listPersons({ db: house.database.db, clock: fixedClock(now), actor: adviser }, { most: 50 });
    expect(listed.ok && listed.value.persons.length).toBe(50);
  });

  test('social support sees its compartment, and employers see nobody', async () => {
    expect(await seen(await actorOf('supportAdviser'), 'party.note', `compartment = 'socialSupport'`)).toBe(await house.count('party.note', `compartment = 'socialSupport'`));
    expect(await house.count('party.note', `compartment = 'socialSupport'`)).toBeGreaterThan(0);
    for (const role of ['hrManager', 'landlordOfficer', 'communeOfficial'] as const) expect(await seen(await actorOf(role), 'party.person'), role).toBe(0);
  });

  test('what the sign-in’s door reaches is closed again to the next act', async () => {
    expect(await seen(await actorOf('hrManager'), 'identity.session')).toBe(0);
    expect(await seen(await actorOf('hrManager'), 'party.membership')).toBe(1);
  });

  test('an employee sees her own file, who opened it and what she asked', async () => {
    const account = await house.owner.selectFrom('identity.account').where('id', '=', entrances.find(({ role }) => role === 'employee')?.accountId ?? '').select(['id', 'person_id']).executeTakeFirstOrThrow();
    const employee: Actor = { accountId: account.id, role: 'employee', territory: house.territory.code, organisationId: null, commune: null, personId: account.person_id };
    expect(await seen(employee, 'party.person')).toBe(1);
    expect(await seen(employee, 'audit.entry', `type = 'person.opened'`)).toBeGreaterThanOrEqual(3);
    expect(await house.count('party.privacy_request', 'answered_at is null')).toBe(2);
    expect(await makePrivacyRequest({ db: house.database.db, clock: fixedClock(now), actor: employee }, { kind: 'objection' })).toMatchObject({ ok: true });
  });
});

describe('made once', () => {
  test('a second start changes nothing', async () => {
    const before = await storyOf(house.owner);
    expect(await house.make({ persons })).toBe(false);
    expect(await storyOf(house.owner)).toBe(before);
  });

  test('the same seed tells the same story, another tells another', async () => {
    const stories: string[] = [];
    for (const seed of ['one', 'one', 'two']) {
      const other = await openDemoHouse();
      await other.make({ persons: 40, seed });
      stories.push(await storyOf(other.owner));
      await other.close();
    }
    expect(stories[0]).toBe(stories[1]);
    expect(stories[2]).not.toBe(stories[0]);
  }, 180_000);

  test('stopped on the way, it leaves nothing and begins anew', async () => {
    const other = await openDemoHouse();
    const stop = new AbortController();
    await expect(other.make({ persons: 40, signal: stop.signal, report: (line) => { if (line.includes('50 %')) stop.abort(); } })).rejects.toThrow();
    for (const table of ['party.organisation', 'party.person', 'identity.account', 'audit.entry', 'work.event']) expect(await other.count(table), table).toBe(0);
    const made = await Promise.all([other.make({ persons: 40 }), other.make({ persons: 40 })]);
    expect(made.filter((one) => one)).toHaveLength(1);
    expect(await other.count('party.person')).toBe(40);
    await other.close();
  }, 180_000);

  test('without demonstration nothing is made', async () => {
    const other = await openDemoHouse();
    expect(await other.make({ demo: false })).toBe(false);
    expect(await other.count('party.organisation')).toBe(0);
    await other.close();
  });

  test.each([['245400676', 'Commune de Nancy', 4], ['200050532', 'Commune de Dzaoudzi', 2]])('territory %s works from its communes alone', async (code, commune, communes) => {
    const other = await openDemoHouse(code);
    expect(await other.make({ persons: 40 })).toBe(true);
    const admin: Actor = { accountId: null, role: 'territoryAdmin', territory: code, organisationId: null, commune: null, personId: null };
    const found = await listOrganisations({ db: other.database.db, clock: fixedClock(now), actor: admin }, { kind: 'commune' });
    expect(found.ok && found.value.organisations.map(({ name }) => name)).toContain(commune);
    expect(found.ok && found.value.organisations).toHaveLength(communes);
    await other.close();
  }, 120_000);
});
