import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { closeOrganisation, endMembership } from '../../src/parties/index.ts';
import { currentSession, disableAccount, enableAccount, memberOf, openRecovery, requestLink } from '../../src/platform/identity/index.ts';
import type { Actor } from '../../src/platform/permission/actor.ts';
import type { Role } from '../../src/platform/permission/matrix.ts';
import { entered, openScene, territory, type Scene } from './fixture.ts';

let scene: Scene;
let letting: string;
let metropole: string;
beforeAll(async () => {
  scene = await openScene();
  [letting, metropole] = [await scene.organisation('Agence', 'lettingService'), await scene.organisation('Métropole', 'metropole')];
});
afterAll(() => scene.close());
beforeEach(async () => {
  await scene.owner.updateTable('party.membership').set({ ended_at: new Date('2026-11-24T09:00:00Z') }).where('role', '=', 'territoryAdmin').execute();
  await scene.owner.updateTable('party.organisation').set({ closed_on: null }).execute();
});

async function member(role: Role, organisation: string): Promise<{ email: string; accountId: string; membershipId: string; actor: Actor }> {
  const email = `${randomUUID()}@exemple.fr`;
  const accountId = await scene.account(email, [{ role, organisation }]);
  const { id } = await scene.owner.selectFrom('party.membership').where('account_id', '=', accountId).select('id').executeTakeFirstOrThrow();
  return { email, accountId, membershipId: id, actor: { accountId, role, territory, organisationId: organisation, commune: null, personId: null } };
}
const disable = (actor: Actor, membershipId: string, reason = 'ordinateur volé') => disableAccount({ ...scene.house, actor }, { membershipId, reason });
const enable = (actor: Actor, membershipId: string) => enableAccount({ ...scene.house, actor }, { membershipId });
const done = { ok: true, value: undefined };
const refusal = (code: string) => ({ ok: false, error: { code } });

test('a disabled account is out at its next request and comes in by no way; enabled, it is as before', async () => {
  const [admin, adviser] = [await member('territoryAdmin', metropole), await member('lettingAdviser', letting)];
  const { session } = await entered(scene, adviser.email);
  expect(await disable(admin.actor, adviser.membershipId)).toEqual(done);
  expect(await currentSession(scene.house, session)).toBeUndefined();
  await expect(entered(scene, adviser.email)).rejects.toThrow();
  const mails = (await scene.mails()).length;
  await requestLink(scene.house, { kind: 'recovery', email: adviser.email, ip: '192.0.2.9', language: 'fr', addressOf: (token) => `https://ancrage.exemple.fr/${token}` });
  expect((await scene.mails()).length).toBe(mails);
  expect((await scene.trace()).findLast(({ type }) => type === 'account.disabled')).toMatchObject({ subject_id: adviser.accountId, account_id: admin.accountId, reason: 'ordinateur volé' });
  expect(await memberOf({ ...scene.house, actor: admin.actor }, { membershipId: adviser.membershipId })).toEqual({ ok: true, value: { name: 'Camille Weber', disabledAt: scene.house.clock.now(), own: false } });

  expect(await disable(admin.actor, adviser.membershipId)).toEqual(done);
  expect(await enable(admin.actor, adviser.membershipId)).toEqual(done);
  expect(await currentSession(scene.house, session), 'the ended sessions stay ended').toBeUndefined();
  expect((await entered(scene, adviser.email)).session).toBeDefined();
  expect((await scene.trace()).filter(({ type, subject_id }) => type.startsWith('account.') && subject_id === adviser.accountId).map(({ type }) => type)).toEqual(['account.disabled', 'account.enabled']);
});

test('only the territory’s administrator does it, not to their own, not without a reason', async () => {
  const [admin, manager, adviser] = [await member('territoryAdmin', metropole), await member('organisationManager', letting), await member('lettingAdviser', letting)];
  expect(await disable(manager.actor, adviser.membershipId)).toEqual(refusal('forbidden'));
  expect(await enable(manager.actor, adviser.membershipId)).toEqual(refusal('forbidden'));
  expect(await disable(adviser.actor, manager.membershipId)).toEqual(refusal('forbidden'));
  expect(await disable({ ...admin.actor, territory: '245400676' }, adviser.membershipId)).toEqual(refusal('membership.unknown'));
  expect(await disable(admin.actor, admin.membershipId)).toEqual(refusal('account.own'));
  for (const reason of [' ', 'de la personne 2 85 05 57 463 123 45']) expect(await disable(admin.actor, adviser.membershipId, reason)).toMatchObject({ error: { code: 'input.invalid' } });
});

test('of two administrators who disable each other at once, one stays', async () => {
  const [one, two] = [await member('territoryAdmin', metropole), await member('territoryAdmin', metropole)];
  const answers = await Promise.all([disable(one.actor, two.membershipId), disable(two.actor, one.membershipId)]);
  expect(answers.map((answer) => (answer.ok ? 'done' : answer.error.code)).toSorted()).toEqual(['account.lastAdministrator', 'done']);
});

test('the territory keeps an administrator who can come in, whichever gestures meet', async () => {
  const second = await scene.organisation('Métropole bis', 'metropole');
  const end = (actor: Actor, { membershipId, actor: { organisationId } }: { membershipId: string; actor: Actor }, successorId = '') => endMembership({ ...scene.house, actor }, { organisationId, id: membershipId, successorId });
  const close = (actor: Actor, id: string) => closeOrganisation({ ...scene.house, actor }, { id });
  const able = async () => (await scene.owner.selectFrom('party.membership as m').innerJoin('identity.account as a', 'a.id', 'm.account_id').innerJoin('party.organisation as o', 'o.id', 'm.organisation_id')
    .where('m.role', '=', 'territoryAdmin').where('m.ended_at', 'is', null).where('a.disabled_at', 'is', null).where('o.closed_on', 'is', null).select('a.id').execute()).length;
  const anew = async (elsewhere = metropole) => {
    await scene.owner.updateTable('party.membership').set({ ended_at: new Date('2026-11-24T09:00:00Z') }).where('role', '=', 'territoryAdmin').execute();
    await scene.owner.updateTable('party.organisation').set({ closed_on: null }).execute();
    return [await member('territoryAdmin', metropole), await member('territoryAdmin', elsewhere)] as const;
  };

  // One after the other.
  const [kept, disabled] = await anew();
  expect(await disable(kept.actor, disabled.membershipId)).toEqual(done);
  expect(await end(kept.actor, kept)).toEqual(refusal('membership.last'));
  expect(await end(kept.actor, kept, disabled.membershipId), 'a disabled account takes nothing over').toEqual(refusal('membership.last'));
  expect(await able()).toBe(1);

  // At once.
  for (let round = 0; round < 3; round += 1) {
    const [a, b] = await anew();
    await Promise.all([disable(a.actor, b.membershipId), end(b.actor, a)]);
    expect(await able()).toBe(1);
    const [c, d] = await anew(second);
    await Promise.all([close(c.actor, second), close(d.actor, metropole)]);
    expect(await able()).toBe(1);
    const [e, f] = await anew(second);
    await Promise.all([disable(e.actor, f.membershipId), close(f.actor, metropole)]);
    expect(await able()).toBe(1);
  }
});

test('links sent before an account was disabled open nothing once it is enabled', async () => {
  const [admin, adviser] = [await member('territoryAdmin', metropole), await member('lettingAdviser', letting)];
  let link = '';
  await requestLink(scene.house, { kind: 'recovery', email: adviser.email, ip: '192.0.2.9', language: 'fr', addressOf: (token) => { link = token; return `https://ancrage.exemple.fr/${token}`; } });
  expect(await openRecovery(scene.house, link)).toBeDefined();
  expect(await disable(admin.actor, adviser.membershipId)).toEqual(done);
  expect(await enable(admin.actor, adviser.membershipId)).toEqual(done);
  expect(await openRecovery(scene.house, link)).toBeUndefined();
});
