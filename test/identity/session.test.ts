import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { asActor } from '../../src/platform/database/as-actor.ts';
import { actFor, currentSession, endOtherSessions, endSession, holdsDemonstration, joinAnew, joinWithAccount, listSessions, rename } from '../../src/platform/identity/index.ts';
import { failure, success } from '../../src/platform/result.ts';
import { enrolled, entered, openScene, session, territory, visitor, type Scene } from './fixture.ts';

let scene: Scene;
let employer: string;
let landlord: string;
let n = 0;
let email = '';
beforeAll(async () => {
  scene = await openScene();
  employer = await scene.organisation('Fonderie de la Seille', 'employer', '57463');
  landlord = await scene.organisation('Habitat des Trois Rivières', 'landlord');
});
afterAll(() => scene?.close());
beforeEach(() => {
  n += 1;
  email = `member${n}@exemple.fr`;
});

const open = async (): Promise<string> => (await enrolled(scene, (await entered(scene, email)).session)).entered.session;

describe('for whom one acts', () => {
  test('one membership is the one; its end is felt at the very next request', async () => {
    const id = await scene.account(email, [{ role: 'hrManager', organisation: employer }]);
    const token = await open();
    expect((await session(scene, token)).actor).toMatchObject({ role: 'hrManager', organisationId: employer, commune: '57463' });
    await scene.owner.updateTable('party.membership').set({ ended_at: new Date() }).where('account_id', '=', id).execute();
    expect(await session(scene, token)).toMatchObject({ actor: null, account: { memberships: [] } });
  });

  test('so is the closing of the organisation', async () => {
    const closing = await scene.organisation('Atelier fermé', 'employer');
    await scene.account(email, [{ role: 'hrManager', organisation: closing }]);
    const token = await open();
    await scene.owner.updateTable('party.organisation').set({ closed_on: '2020-01-01' }).where('id', '=', closing).execute();
    expect((await session(scene, token)).actor).toBeNull();
  });

  test('a disabled account is out at the next request', async () => {
    const id = await scene.account(email, [{ role: 'hrManager', organisation: employer }]);
    const token = await open();
    await scene.owner.updateTable('identity.account').set({ disabled_at: new Date() }).where('id', '=', id).execute();
    expect(await currentSession(scene.house, token)).toBeUndefined();
  });

  test('of several one chooses, among one’s own only; the ended choice is not kept', async () => {
    const id = await scene.account(email, [{ role: 'hrManager', organisation: employer }, { role: 'landlordOfficer', organisation: landlord }]);
    const stranger = await scene.account(`stranger${n}@exemple.fr`, [{ role: 'organisationManager', organisation: landlord }]);
    const theirs = (await scene.owner.selectFrom('party.membership').where('account_id', '=', stranger).select('id').executeTakeFirstOrThrow()).id;
    const token = await open();
    const current = await session(scene, token);
    expect(current.actor).toBeNull();
    expect(await actFor(scene.house, current, theirs)).toBe(false);
    expect(await actFor(scene.house, current, null)).toBe(false);
    expect((await session(scene, token)).actor).toBeNull();
    const mine = current.account.memberships.find(({ role }) => role === 'landlordOfficer')?.id ?? '';
    expect(await actFor(scene.house, current, mine)).toBe(true);
    expect((await session(scene, token)).actor).toMatchObject({ role: 'landlordOfficer', organisationId: landlord });
    await scene.owner.updateTable('party.membership').set({ ended_at: new Date() }).where('id', '=', mine).execute();
    expect((await session(scene, token)).actor).toBeNull();
    expect(await actFor(scene.house, current, current.account.memberships.find(({ role }) => role === 'hrManager')?.id ?? '')).toBe(true);
    expect((await session(scene, token)).actor).toMatchObject({ accountId: id, role: 'hrManager', organisationId: employer });
  });

  test('one’s own file is apart from the organisation for which one works', async () => {
    const personId = '00000000-0000-4000-8000-000000000041';
    await scene.account(email, [{ role: 'hrManager', organisation: employer }], { personId });
    const token = await open();
    const current = await session(scene, token);
    expect(current.actor).toMatchObject({ role: 'employee', personId, organisationId: null });
    await actFor(scene.house, current, current.account.memberships[0]?.id ?? '');
    expect((await session(scene, token)).actor).toMatchObject({ role: 'hrManager', personId: null, organisationId: employer });
  });
});

describe('sessions', () => {
  beforeEach(() => scene.account(email, [], { personId: '00000000-0000-4000-8000-000000000042' }));

  test('are listed with their device, and end one by one or all but the present', async () => {
    const tokens = [(await entered(scene, email)).session, (await entered(scene, email, visitor({ userAgent: 'Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) Safari/604.1' }))).session, (await entered(scene, email)).session];
    const [here = '', phone = '', third = ''] = tokens;
    const current = await session(scene, here);
    const listed = await listSessions(scene.house, current);
    expect(listed.map(({ device }) => device).toSorted()).toEqual(['Firefox, Linux', 'Firefox, Linux', 'Safari, iPhone']);
    expect(listed.filter((one) => one.here)).toHaveLength(1);
    await endSession(scene.house, current, listed.find(({ device }) => device === 'Safari, iPhone')?.id ?? '');
    expect(await currentSession(scene.house, phone)).toBeUndefined();
    expect(await currentSession(scene.house, third)).toBeDefined();
    await endOtherSessions(scene.house, current);
    expect(await currentSession(scene.house, third)).toBeUndefined();
    expect(await currentSession(scene.house, here)).toBeDefined();
  });

  test('nobody ends another’s', async () => {
    await scene.account(`other${n}@exemple.fr`, [], { personId: '00000000-0000-4000-8000-000000000043' });
    const mine = (await entered(scene, email)).session;
    const other = await session(scene, (await entered(scene, `other${n}@exemple.fr`)).session);
    await endSession(scene.house, other, (await session(scene, mine)).sessionId);
    expect(await currentSession(scene.house, mine)).toBeDefined();
  });

  test('end when idle, and are noted once a minute at most', async () => {
    const token = (await entered(scene, email)).session;
    const { sessionId } = await session(scene, token);
    const seen = async (): Promise<Date | undefined> => (await scene.owner.selectFrom('identity.session').where('id', '=', sessionId).select('last_seen_at').executeTakeFirst())?.last_seen_at;
    const before = await seen();
    scene.pass(0.5);
    await session(scene, token);
    expect(await seen()).toEqual(before);
    scene.pass(1);
    await session(scene, token);
    expect(await seen()).toEqual(scene.house.clock.now());
    scene.pass(7 * 24 * 60);
    expect(await currentSession(scene.house, token)).toBeUndefined();
  });

  test('a token that was never given opens nothing, and a session of another territory neither', async () => {
    expect(await currentSession(scene.house, 'x'.repeat(43))).toBeUndefined();
    const token = (await entered(scene, email)).session;
    expect(await currentSession({ ...scene.house, territory: '245400676' }, token)).toBeUndefined();
  });
});

describe('accounts', () => {
  test('an invited person gets one with what was accepted; a refused invitation leaves none', async () => {
    const accept = async () => success(undefined);
    const refuse = async () => failure({ code: 'invitation.unknown' as const });
    const given = { email, name: ' Lucie Noël ', password: 'quatre mirabelles sous la pluie', passwordNeeded: true };
    expect(await joinAnew(scene.house, given, refuse, visitor())).toEqual({ ok: false, error: { code: 'invitation.unknown' } });
    expect(await scene.owner.selectFrom('identity.account').where('email', '=', email).selectAll().execute()).toEqual([]);
    expect(await joinAnew(scene.house, { ...given, name: ' ' }, accept, visitor())).toMatchObject({ error: { code: 'name.missing' } });
    expect(await joinAnew(scene.house, { ...given, password: '' }, accept, visitor())).toMatchObject({ error: { code: 'password.tooShort' } });
    expect((await joinAnew(scene.house, given, accept, visitor())).ok).toBe(true);
    expect(await joinAnew(scene.house, given, accept, visitor())).toMatchObject({ error: { code: 'account.exists' } });
    expect(await joinWithAccount(scene.house, email, accept)).toEqual({ ok: true, value: undefined });
    expect(await joinWithAccount(scene.house, `not-${email}`, accept)).toMatchObject({ error: { code: 'account.unknown' } });
  });

  test('a space of one’s own needs no password', async () => {
    expect((await joinAnew(scene.house, { email, name: 'Lucie Noël', password: '', passwordNeeded: false }, async () => success(undefined), visitor())).ok).toBe(true);
  });

  test('one’s name is one’s own to change', async () => {
    await scene.account(email, [], { personId: '00000000-0000-4000-8000-000000000044' });
    const token = (await entered(scene, email)).session;
    expect(await rename(scene.house, await session(scene, token), '   ')).toMatchObject({ error: { code: 'name.missing' } });
    await rename(scene.house, await session(scene, token), ' Camille Weber-Klein ');
    expect((await session(scene, token)).account.name).toBe('Camille Weber-Klein');
  });

  test('demonstration accounts are seen whatever their territory', async () => {
    expect(await holdsDemonstration(scene.house)).toBe(false);
    await scene.account(email, [], { demonstration: true, territory: '245400676' });
    expect(await holdsDemonstration(scene.house)).toBe(true);
  });
});

test('nobody grants themselves a membership, nor reads accounts, secrets or sessions, whatever their role', async () => {
  const id = await scene.account(email, [{ role: 'hrManager', organisation: employer }]);
  await open();
  for (const role of ['employee', 'hrManager', 'territoryAdmin', 'dataProtectionOfficer', 'job'] as const) {
    const actor = { accountId: id, role, territory, organisationId: employer, commune: null, personId: null };
    for (const table of ['identity.session', 'identity.totp', 'identity.recovery_code', 'identity.token', 'identity.device'] as const) {
      expect(await asActor(scene.house.db, actor, (tx) => tx.selectFrom(table).selectAll().execute()), `${role} ${table}`).toEqual([]);
    }
  }
  const employee = { accountId: id, role: 'employee', territory, organisationId: null, commune: null, personId: null } as const;
  const grant = asActor(scene.house.db, employee, (tx) => tx.insertInto('party.membership').values({ territory, account_id: id, organisation_id: landlord, role: 'territoryAdmin', since: new Date() }).execute());
  await expect(grant).rejects.toThrow(/row-level security/);
  const raised = await asActor(scene.house.db, employee, (tx) => tx.updateTable('party.membership').set({ role: 'territoryAdmin' }).where('account_id', '=', id).executeTakeFirst());
  expect(Number(raised.numUpdatedRows)).toBe(0);
});
