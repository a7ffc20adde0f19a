import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { asActor } from '../../src/platform/database/as-actor.ts';
import { openDatabase, type Db, type Tx } from '../../src/platform/database/database.ts';
import type { Actor } from '../../src/platform/permission/actor.ts';
import { compartments, matrix, roles, type Resource, type Role } from '../../src/platform/permission/matrix.ts';
import { freshDatabase, type TestDatabase } from '../support/database.ts';
import { elsewhere, here, makePlace, type Place } from './place.ts';

/**
 * Row-level security alone: plain queries without any WHERE clause, as a service that forgot everything would send.
 * The oracle is the matrix, read here row by row, never through the code that the services use.
 */
let database: TestDatabase;
let owner: Db;

/** Rows of every table: those of my organisation and person, of another organisation, of another territory. */
let mine: Place;
let other: Place;
let foreign: Place;

beforeAll(async () => {
  database = await freshDatabase();
  owner = openDatabase(database.ownerUrl, { max: 2 });
  mine = await makePlace(owner, { territory: here, commune: '57463', kind: 'employer' });
  other = await makePlace(owner, { territory: here, commune: '57751', kind: 'employer' });
  foreign = await makePlace(owner, { territory: elsewhere, commune: '54395', kind: 'employer' });
});
afterAll(async () => {
  await owner.destroy();
  await database.drop();
});

/** The same actor in every role: of my organisation, my commune, my file; its account is of nobody. */
const actor = (role: Role): Actor => ({ accountId: '00000000-0000-4000-8000-000000000099', role, territory: here, organisationId: mine.organisation, commune: mine.commune, personId: mine.person });
const count = async (tx: Tx, table: string): Promise<number> => Number((await sql<{ n: number }>`select count(*)::int as n from ${sql.table(table)}`.execute(tx)).rows[0]?.n);

/** table → its resource, and which scopes it has a column for. */
const tables: readonly { table: string; resource: Resource; own: boolean; organisation: boolean; commune: boolean; rows: number }[] = [
  { table: 'party.organisation', resource: 'organisation', own: false, organisation: true, commune: true, rows: 1 },
  { table: 'party.establishment', resource: 'establishment', own: false, organisation: true, commune: true, rows: 1 },
  { table: 'party.contact', resource: 'contact', own: false, organisation: true, commune: false, rows: 1 },
  { table: 'party.household', resource: 'household', own: true, organisation: true, commune: false, rows: 1 },
  { table: 'party.person', resource: 'person', own: true, organisation: true, commune: false, rows: 1 },
  { table: 'party.consent', resource: 'consent', own: true, organisation: true, commune: false, rows: 1 },
  { table: 'party.note', resource: 'note', own: true, organisation: true, commune: false, rows: 2 },
  { table: 'party.privacy_request', resource: 'privacyRequest', own: true, organisation: false, commune: false, rows: 3 },
  { table: 'party.membership', resource: 'membership', own: false, organisation: true, commune: false, rows: 1 },
  { table: 'party.invitation', resource: 'invitation', own: false, organisation: true, commune: false, rows: 1 },
  { table: 'party.yearly_count', resource: 'yearlyCount', own: false, organisation: false, commune: false, rows: 1 },
  { table: 'file.document', resource: 'file', own: true, organisation: true, commune: false, rows: 1 },
  { table: 'file.piece', resource: 'file', own: true, organisation: true, commune: false, rows: 1 },
  { table: 'needs.scenario', resource: 'needsScenario', own: false, organisation: false, commune: false, rows: 1 },
  { table: 'publishing.analysis', resource: 'analysis', own: false, organisation: false, commune: false, rows: 1 },
  { table: 'publishing.analysis_writer', resource: 'analysis', own: false, organisation: false, commune: false, rows: 1 },
  { table: 'audit.entry', resource: 'audit', own: true, organisation: false, commune: false, rows: 1 },
];

describe.each(tables)('$table', ({ table, resource, own, organisation, commune, rows }) => {
  test.each(roles)('%s sees the rows that the matrix gives, and no other', async (role) => {
    const read = (matrix[resource] as Record<string, Partial<Record<Role, string>>>)['read'] ?? {};
    const scope = read[role];
    const inScope = scope === 'territory' ? 2 : (scope === 'organisation' && organisation) || (scope === 'own' && own) || (scope === 'commune' && commune) ? 1 : 0;
    const sealedOff = table === 'party.note' && !(compartments.socialSupport as readonly Role[]).includes(role);
    expect(await asActor(database.db, actor(role), (tx) => count(tx, table))).toBe(inScope * (sealedOff ? 1 : rows));
  });
});

test('nobody in particular sees nothing', async () => {
  for (const { table } of [...tables, { table: 'identity.account' }, { table: 'work.mail' }]) {
    expect(await database.db.transaction().execute((tx) => count(tx, table)), table).toBe(0);
  }
});

test('an account sees itself and its own memberships, whatever its role', async () => {
  const seen = await asActor(database.db, { ...actor('hrManager'), accountId: mine.memberAccount, organisationId: null }, async (tx) => [await count(tx, 'identity.account'), await count(tx, 'party.membership'), await count(tx, 'party.organisation')]);
  expect(seen).toEqual([1, 1, 1]);
});

test('no row can be written outside one’s scope, nor moved out of it', async () => {
  const values = { territory: here, custodian_id: other.organisation, given_name: 'A', family_name: 'B', created_at: new Date(), last_contact_on: '2026-01-01' };
  await expect(asActor(database.db, actor('lettingAdviser'), (tx) => tx.insertInto('party.person').values(values).execute())).rejects.toThrow(/row-level security/);
  await expect(asActor(database.db, actor('lettingAdviser'), (tx) => tx.insertInto('party.person').values({ ...values, custodian_id: mine.organisation, territory: elsewhere }).execute())).rejects.toThrow(/row-level security/);
  await expect(asActor(database.db, actor('lettingAdviser'), (tx) => tx.updateTable('party.person').set({ custodian_id: other.organisation }).execute())).rejects.toThrow(/row-level security/);
  const moved = await asActor(database.db, actor('hrManager'), (tx) => tx.updateTable('party.person').set({ given_name: 'X' }).executeTakeFirst());
  expect(Number(moved.numUpdatedRows)).toBe(0);
});

test('the trace is appended to under one’s own name, and neither changed nor removed', async () => {
  const entry = { territory: here, at: new Date(), role: 'lettingAdviser', type: 'x', subject_kind: 'x', subject_id: 'x', details: '{}', account_id: actor('lettingAdviser').accountId };
  await asActor(database.db, actor('lettingAdviser'), (tx) => tx.insertInto('audit.entry').values(entry).execute());
  await expect(asActor(database.db, actor('lettingAdviser'), (tx) => tx.insertInto('audit.entry').values({ ...entry, role: 'housingOfficer' }).execute())).rejects.toThrow(/row-level security/);
  await expect(asActor(database.db, actor('lettingAdviser'), (tx) => tx.insertInto('audit.entry').values({ ...entry, account_id: mine.memberAccount }).execute())).rejects.toThrow(/row-level security/);
  await expect(asActor(database.db, actor('job'), (tx) => tx.updateTable('audit.entry').set({ type: 'y' }).execute())).rejects.toThrow(/permission denied/);
  await expect(asActor(database.db, actor('job'), (tx) => tx.deleteFrom('audit.entry').execute())).rejects.toThrow(/permission denied/);
});

test('notes of a compartment go unseen, by a job alone; a person alone is given her own', async () => {
  const own = (who: Actor) => asActor(database.db, who, async (tx) => (await sql`select id from party.own_notes()`.execute(tx)).rows.length);
  expect(await Promise.all([own(actor('employee')), own({ ...actor('employee'), personId: other.person }), own(actor('dataProtectionOfficer')), own(actor('lettingAdviser')), own(actor('job'))])).toEqual([2, 2, 0, 0, 0]);
  const erase = (who: Actor, person: string) => asActor(database.db, who, async (tx) => (await sql<{ n: number }>`select party.erase_notes(null, ${person}, 100) as n`.execute(tx)).rows[0]?.n);
  for (const role of roles.filter((one) => one !== 'job')) await expect(erase(actor(role), mine.person), role).rejects.toThrow(/only who erases notes/);
  expect(await erase(actor('job'), foreign.person)).toBe(0);
});

test('a role that reaches the whole territory is neither taken nor given from less than that', async () => {
  const manager = { ...actor('organisationManager'), accountId: mine.memberAccount };
  for (const role of ['territoryAdmin', 'dataProtectionOfficer']) {
    await expect(asActor(database.db, manager, (tx) => tx.updateTable('party.membership').set({ role }).where('id', '=', mine.member).execute()), role).rejects.toThrow(/row-level security/);
    await expect(asActor(database.db, manager, (tx) => tx.insertInto('party.membership').values({ territory: here, account_id: mine.memberAccount, organisation_id: mine.organisation, role, since: new Date() }).execute()), role).rejects.toThrow(/row-level security/);
    await expect(asActor(database.db, manager, (tx) => tx.insertInto('party.invitation').values({ territory: here, organisation_id: mine.organisation, email: 'x@exemple.fr', role, hash: Buffer.from(role), created_at: new Date(), expires_at: new Date() }).execute()), role).rejects.toThrow(/row-level security/);
  }
  const given = await asActor(database.db, actor('territoryAdmin'), (tx) => tx.insertInto('party.membership').values({ territory: here, account_id: other.memberAccount, organisation_id: mine.organisation, role: 'territoryAdmin', since: new Date() }).returning('id').executeTakeFirstOrThrow());
  await owner.deleteFrom('party.membership').where('id', '=', given.id).execute();
});

test('who follows a file invites its person to her own space, and nobody to anything else', async () => {
  const invite = (row: { role: string; organisation_id?: string; person_id?: string | null }) => asActor(database.db, actor('lettingAdviser'), (tx) => tx.insertInto('party.invitation')
    .values({ territory: here, organisation_id: mine.organisation, person_id: mine.person, email: 'x@exemple.fr', hash: Buffer.from(JSON.stringify(row)), created_at: new Date(), expires_at: new Date(), ...row }).execute());
  await expect(invite({ role: 'employee' })).resolves.toBeDefined();
  for (const role of roles.filter((one) => one !== 'employee')) await expect(invite({ role }), role).rejects.toThrow(/row-level security/);
  await expect(invite({ role: 'employee', person_id: null })).rejects.toThrow(/row-level security/);
  await expect(invite({ role: 'employee', person_id: other.person })).rejects.toThrow(/row-level security/);
  await expect(invite({ role: 'employee', organisation_id: other.organisation })).rejects.toThrow(/row-level security/);
  await owner.deleteFrom('party.invitation').where('email', '=', 'x@exemple.fr').execute();
});

test('a published note is everybody’s until it is withdrawn, and its house’s after it; a cube is everybody’s, and nobody’s to change', async () => {
  const seen = (who?: Actor) => (who ? asActor(database.db, who, (tx) => count(tx, 'publishing.publication')) : database.db.transaction().execute((tx) => count(tx, 'publishing.publication')));
  expect(await seen()).toBe(3);
  await owner.updateTable('publishing.publication').set({ withdrawn_at: new Date() }).where('analysis_id', 'in', [mine.analysis, foreign.analysis]).execute();
  expect(await Promise.all([seen(), seen(actor('hrManager')), seen(actor('housingOfficer'))])).toEqual([1, 1, 2]);
  await owner.insertInto('publishing.cube').values({ territory: here, id: 'essai', day: '2026-01-01', title: 'x', dimensions: '[]', rows: '[]', rule: '{}', loss: '{}', made_at: new Date() }).execute();
  expect(await database.db.transaction().execute((tx) => count(tx, 'publishing.cube'))).toBe(1);
  const changed = await asActor(database.db, actor('job'), (tx) => tx.updateTable('publishing.cube').set({ rows: '[1]' }).executeTakeFirst());
  expect(changed.numUpdatedRows).toBe(0n);
});

test('the names that the search knows are read through it alone', async () => {
  await expect(asActor(database.db, actor('dataProtectionOfficer'), (tx) => sql`select party.words_like('zz', 5)`.execute(tx))).rejects.toThrow(/permission denied/);
});

test('search holds the same wall', async () => {
  const found = (who: Actor) => asActor(database.db, who, async (tx) => {
    const ids = [mine, other, foreign].map(async ({ mark }) => (await sql<{ id: string }>`select id from party.find_persons(${mark}, 10)`.execute(tx)).rows.map((row) => row.id));
    return [...new Set((await Promise.all(ids)).flat())];
  });
  expect(await found(actor('lettingAdviser'))).toEqual([mine.person]);
  expect((await found(actor('dataProtectionOfficer'))).toSorted()).toEqual([mine.person, other.person].toSorted());
  expect(await found(actor('hrManager'))).toEqual([]);
});

test('the app’s role is no superuser and bypasses nothing; every table of people forces row-level security', async () => {
  const { rows } = await sql<{ rolsuper: boolean; rolbypassrls: boolean }>`select rolsuper, rolbypassrls from pg_roles where rolname = current_user`.execute(database.db);
  expect(rows).toEqual([{ rolsuper: false, rolbypassrls: false }]);
  const { rows: bare } = await sql<{ name: string }>`
    select n.nspname || '.' || c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where c.relkind in ('r', 'p') and n.nspname in ('party', 'identity', 'audit', 'work', 'file', 'needs', 'publishing') and not (c.relrowsecurity and c.relforcerowsecurity)
  `.execute(database.db);
  expect(bare).toEqual([]);
});
