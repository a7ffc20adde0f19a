import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import {
  currentSession, enrol, enrolment, giveCode, memberOf, openRecovery, recover, recoveryCodesLeft, renewRecoveryCodes, requestLink, resetSecondFactor,
} from '../../src/platform/identity/index.ts';
import type { Actor } from '../../src/platform/permission/actor.ts';
import type { Role } from '../../src/platform/permission/matrix.ts';
import { codeOf, enrolled, entered, openScene, session, territory, visitor, type Scene } from './fixture.ts';

let scene: Scene;
let letting: string;
let commune: string;
let n = 0;
let email = '';
let accountId = '';
beforeAll(async () => {
  scene = await openScene();
  letting = await scene.organisation('Agence de location', 'lettingService');
  commune = await scene.organisation('Ville de Woippy', 'commune', '57751');
});
afterAll(() => scene?.close());
beforeEach(async () => {
  n += 1;
  email = `adviser${n}@exemple.fr`;
  accountId = await scene.account(email, [{ role: 'lettingAdviser', organisation: letting }]);
  scene.pass(60);
});

const notice = { language: 'fr', recoveryAddress: 'https://ancrage.example/mot-de-passe-oublie' } as const;

describe('setting up', () => {
  test('staff has nothing before it, and all after it; the token changes, the secret is stored encrypted', async () => {
    const first = await entered(scene, email);
    expect(first.missing).toBe('enrolment');
    expect((await session(scene, first.session)).missing).toBe('enrolment');
    const { key, codes, entered: after } = await enrolled(scene, first.session);
    expect(codes).toHaveLength(10);
    expect(new Set(codes).size).toBe(10);
    expect(await currentSession(scene.house, first.session), 'the token of before').toBeUndefined();
    expect(await session(scene, after.session)).toMatchObject({ stage: 'open', missing: undefined, actor: { role: 'lettingAdviser', organisationId: letting } });
    const stored = await scene.owner.selectFrom('identity.totp').where('account_id', '=', accountId).select('secret').executeTakeFirstOrThrow();
    const { Secret } = await import('otpauth');
    expect(stored.secret.includes(Buffer.from(Secret.fromBase32(key.replaceAll(' ', '')).bytes))).toBe(false);
    const kept = await scene.owner.selectFrom('identity.recovery_code').where('account_id', '=', accountId).select('hash').execute();
    expect(kept.some(({ hash }) => codes.some((code) => hash.includes(code)))).toBe(false);
  });

  test('a wrong code, or a form made for another account, sets nothing up; the form comes back with the same key', async () => {
    const mine = await session(scene, (await entered(scene, email)).session);
    const offer = await enrolment(scene.house, mine.account);
    expect((await enrolment(scene.house, mine.account, offer.sealed)).key).toBe(offer.key);
    expect(await enrol(scene.house, mine, { sealed: offer.sealed, code: '000000' }, visitor())).toMatchObject({ error: { code: 'code.wrong' } });
    const theirs = await enrolment(scene.house, { ...mine.account, id: '00000000-0000-4000-8000-0000000000aa' });
    expect(await enrol(scene.house, mine, { sealed: theirs.sealed, code: codeOf(scene, theirs.key) }, visitor())).toMatchObject({ error: { code: 'code.wrong' } });
    expect((await enrol(scene.house, mine, { sealed: offer.sealed, code: codeOf(scene, offer.key) }, visitor())).ok).toBe(true);
  });

  test('who holds a second factor cannot set up another, and a session opened without it ends', async () => {
    const [one, two] = [await entered(scene, email), await entered(scene, email)];
    const late = await session(scene, two.session);
    await enrolled(scene, one.session);
    expect(await currentSession(scene.house, two.session)).toBeUndefined();
    const offer = await enrolment(scene.house, late.account);
    expect(await enrol(scene.house, late, { sealed: offer.sealed, code: codeOf(scene, offer.key) }, visitor())).toMatchObject({ error: { code: 'secondFactor.present' } });
  });

  test('an employee who becomes staff meets it at the very next request', async () => {
    await scene.account(`person${n}@exemple.fr`, [], { personId: '00000000-0000-4000-8000-000000000031' });
    const { session: token } = await entered(scene, `person${n}@exemple.fr`);
    const current = await session(scene, token);
    expect(current.missing).toBeUndefined();
    await scene.owner.insertInto('party.membership').values({ territory, account_id: current.account.id, organisation_id: commune, role: 'communeOfficial', since: new Date() }).execute();
    expect((await session(scene, token)).missing).toBe('enrolment');
  });
});

describe('giving a code', () => {
  test('a code serves once, in one session or another; a new one goes on', async () => {
    const { key } = await enrolled(scene, (await entered(scene, email)).session);
    const first = await entered(scene, email);
    expect(first.missing).toBe('code');
    expect((await session(scene, first.session)).missing).toBe('code');
    expect(await giveCode(scene.house, await session(scene, first.session), codeOf(scene, key), visitor()), 'the code of the setting-up').toMatchObject({ error: { code: 'code.wrong' } });
    scene.pass(1);
    const code = codeOf(scene, key);
    const second = await entered(scene, email);
    const both = await Promise.all([first, second].map(async ({ session: token }) => giveCode(scene.house, await session(scene, token), code, visitor())));
    expect(both.filter((one) => one.ok)).toHaveLength(1);
    const won = both.find((one) => one.ok);
    expect(won?.ok && (await session(scene, won.value.session)).missing).toBeUndefined();
  });

  test('five wrong codes stop whoever has the password, and not a device that signed in before', async () => {
    const home = await enrolled(scene, (await entered(scene, email)).session);
    const thief = visitor({ ip: '198.51.100.30' });
    for (let tries = 0; tries < 6; tries += 1) await giveCode(scene.house, await session(scene, (await entered(scene, email, thief)).session), '000000', thief);
    scene.pass(1);
    expect(await giveCode(scene.house, await session(scene, (await entered(scene, email, thief)).session), codeOf(scene, home.key), thief)).toMatchObject({ error: { code: 'signIn.tooMany' } });
    const owner = visitor({ device: home.entered.device });
    expect((await giveCode(scene.house, await session(scene, (await entered(scene, email, owner)).session), codeOf(scene, home.key), owner)).ok).toBe(true);
  });

  test('a recovery code replaces it once, is traced, and the set can be renewed', async () => {
    const { key, codes } = await enrolled(scene, (await entered(scene, email)).session);
    const [code = '', other = ''] = codes;
    const signed = await giveCode(scene.house, await session(scene, (await entered(scene, email)).session), code.toUpperCase().replace('-', ' '), visitor());
    expect(signed.ok).toBe(true);
    expect(await giveCode(scene.house, await session(scene, (await entered(scene, email)).session), code, visitor())).toMatchObject({ error: { code: 'code.wrong' } });
    const current = await session(scene, signed.ok ? signed.value.session : '');
    expect(await recoveryCodesLeft(scene.house, current)).toBe(9);
    scene.pass(1);
    const renewed = await renewRecoveryCodes(scene.house, current, codeOf(scene, key), visitor());
    expect(renewed.ok && renewed.value).toHaveLength(10);
    expect(await giveCode(scene.house, await session(scene, (await entered(scene, email)).session), other, visitor())).toMatchObject({ error: { code: 'code.wrong' } });
    expect((await scene.trace()).filter((row) => row.subject_id === accountId).map(({ type }) => type)).toEqual(['secondFactor.enrolled', 'session.opened', 'recoveryCode.used', 'session.opened', 'recoveryCode.renewed']);
  });
});

describe('recovery by mail', () => {
  const link = async (): Promise<string> => {
    await requestLink(scene.house, { kind: 'recovery', email, ip: `203.0.113.${n}`, language: 'fr', addressOf: (token) => `https://ancrage.example/nouveau-mot-de-passe/${token}` });
    return /passe\/([\w-]{43})/.exec((await scene.mails()).at(-1)?.body ?? '')?.[1] ?? '';
  };
  const next = 'quatre mirabelles sous la pluie';

  test('asks the second factor before anything changes; then all other sessions are out, and the link is used up', async () => {
    const home = await enrolled(scene, (await entered(scene, email)).session);
    const token = await link();
    expect(await openRecovery(scene.house, token)).toEqual({ hasSecondFactor: true });
    expect(await recover(scene.house, { token, password: next, code: '' }, visitor(), notice)).toMatchObject({ error: { code: 'code.wrong' } });
    expect(await entered(scene, email), 'the password still stands').toBeDefined();
    expect(await currentSession(scene.house, home.entered.session)).toBeDefined();
    scene.pass(1);
    expect(await recover(scene.house, { token, password: 'motdepasse1234', code: codeOf(scene, home.key) }, visitor(), notice)).toMatchObject({ error: { code: 'password.weak' } });
    const done = await recover(scene.house, { token, password: next, code: codeOf(scene, home.key) }, visitor(), notice);
    expect(done).toMatchObject({ ok: true, value: { missing: undefined } });
    expect(await currentSession(scene.house, home.entered.session)).toBeUndefined();
    expect(await openRecovery(scene.house, token)).toBeUndefined();
    expect(await recover(scene.house, { token, password: next, code: codeOf(scene, home.key) }, visitor(), notice)).toMatchObject({ error: { code: 'link.over' } });
    expect((await scene.mails()).at(-1)).toMatchObject({ template: 'passwordChanged', recipient: email });
  });

  test('staff without a second factor sets one up after it', async () => {
    expect(await recover(scene.house, { token: await link(), password: next, code: '' }, visitor(), notice)).toMatchObject({ ok: true, value: { missing: 'enrolment' } });
  });

  test('its link opens for an hour, and is no sign-in link', async () => {
    const token = await link();
    scene.pass(59);
    expect(await openRecovery(scene.house, token)).toBeDefined();
    scene.pass(1);
    expect(await openRecovery(scene.house, token)).toBeUndefined();
    expect(await openRecovery(scene.house, 'x'.repeat(43))).toBeUndefined();
  });
});

describe('a second factor that is lost', () => {
  const actor = (role: Role, organisationId: string, more: Partial<Actor> = {}): Actor => ({ accountId: '00000000-0000-4000-8000-0000000000bb', role, territory, organisationId, commune: null, personId: null, ...more });
  const membershipOf = async (id: string): Promise<string> => (await scene.owner.selectFrom('party.membership').where('account_id', '=', id).select('id').executeTakeFirstOrThrow()).id;
  const reset = async (as: Actor, reason = 'téléphone perdu') =>
    resetSecondFactor({ ...scene.house, actor: as }, { membershipId: await membershipOf(accountId), reason, language: 'fr', recoveryAddress: notice.recoveryAddress });

  test.each([['organisationManager'], ['territoryAdmin']] as const)('the %s resets it: sessions end, the reason is traced, its owner is told', async (role) => {
    const home = await enrolled(scene, (await entered(scene, email)).session);
    expect(await reset(actor(role, letting))).toEqual({ ok: true, value: { name: 'Camille Weber' } });
    expect(await currentSession(scene.house, home.entered.session)).toBeUndefined();
    expect((await entered(scene, email)).missing).toBe('enrolment');
    expect((await scene.trace()).findLast(({ type }) => type === 'secondFactor.reset')).toMatchObject({ subject_id: accountId, role, reason: 'téléphone perdu' });
    expect((await scene.mails()).at(-1)).toMatchObject({ template: 'totpReset', recipient: email });
  });

  test('nobody else does: other roles, other organisations, one’s own, without a reason', async () => {
    const home = await enrolled(scene, (await entered(scene, email)).session);
    expect(await reset(actor('lettingAdviser', letting))).toEqual({ ok: false, error: { code: 'forbidden' } });
    expect(await reset(actor('organisationManager', commune))).toEqual({ ok: false, error: { code: 'membership.unknown' } });
    expect(await reset(actor('territoryAdmin', letting, { territory: '245400676' }))).toEqual({ ok: false, error: { code: 'membership.unknown' } });
    expect(await reset(actor('organisationManager', letting, { accountId }))).toEqual({ ok: false, error: { code: 'secondFactor.own' } });
    expect(await reset(actor('organisationManager', letting), ' ')).toMatchObject({ error: { code: 'input.invalid' } });
    expect(await memberOf({ ...scene.house, actor: actor('organisationManager', commune) }, { membershipId: await membershipOf(accountId) })).toEqual({ ok: false, error: { code: 'membership.unknown' } });
    expect(await currentSession(scene.house, home.entered.session)).toBeDefined();
    expect((await entered(scene, email)).missing).toBe('code');
  });

  test('a manager does not reset who also acts elsewhere; the territory does', async () => {
    await scene.owner.insertInto('party.membership').values({ territory, account_id: accountId, organisation_id: commune, role: 'communeOfficial', since: new Date() }).execute();
    await enrolled(scene, (await entered(scene, email)).session);
    const membershipId = (await scene.owner.selectFrom('party.membership').where('account_id', '=', accountId).where('organisation_id', '=', letting).select('id').executeTakeFirstOrThrow()).id;
    const ask = (as: Actor) => resetSecondFactor({ ...scene.house, actor: as }, { membershipId, reason: 'perdu', language: 'fr', recoveryAddress: notice.recoveryAddress });
    expect(await ask(actor('organisationManager', letting))).toEqual({ ok: false, error: { code: 'secondFactor.elsewhere' } });
    expect((await ask(actor('territoryAdmin', letting))).ok).toBe(true);
  });

  test('nor who acts for the whole territory, whose own file it is, or whose other organisation is closed', async () => {
    const membershipId = (await scene.owner.selectFrom('party.membership').where('account_id', '=', accountId).where('organisation_id', '=', letting).select('id').executeTakeFirstOrThrow()).id;
    const ask = () => resetSecondFactor({ ...scene.house, actor: actor('organisationManager', letting) }, { membershipId, reason: 'perdu', language: 'fr', recoveryAddress: notice.recoveryAddress });
    const refused = { ok: false, error: { code: 'secondFactor.elsewhere' } };
    await enrolled(scene, (await entered(scene, email)).session);
    await scene.owner.updateTable('party.membership').set({ role: 'dataProtectionOfficer' }).where('id', '=', membershipId).execute();
    expect(await ask()).toEqual(refused);
    await scene.owner.updateTable('party.membership').set({ role: 'lettingAdviser' }).where('id', '=', membershipId).execute();
    await scene.owner.updateTable('identity.account').set({ person_id: '00000000-0000-4000-8000-000000000041' }).where('id', '=', accountId).execute();
    expect(await ask()).toEqual(refused);
    await scene.owner.updateTable('identity.account').set({ person_id: null }).where('id', '=', accountId).execute();
    const closed = await scene.organisation('Fermée', 'association');
    await scene.owner.updateTable('party.organisation').set({ closed_on: '2026-01-01' }).where('id', '=', closed).execute();
    await scene.owner.insertInto('party.membership').values({ territory, account_id: accountId, organisation_id: closed, role: 'associationWorker', since: new Date() }).execute();
    expect(await ask()).toEqual(refused);
  });
});
