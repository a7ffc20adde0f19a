import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { byDemonstration, byLink, byPassword, changePassword, currentSession, linkOpens, requestLink, signIn } from '../../src/platform/identity/index.ts';
import { entered, openScene, password, session, territory, visitor, type Scene } from './fixture.ts';

let scene: Scene;
let employer: string;
beforeAll(async () => {
  scene = await openScene();
  employer = await scene.organisation('Fonderie de la Seille', 'employer', '57463');
});
afterAll(() => scene?.close());

const wrongly = (email: string, given = 'not the password at all', who = visitor()) => signIn(scene.house, who, byPassword({ email, password: given }));

describe('a password', () => {
  test('opens a session whose token is kept nowhere', async () => {
    const id = await scene.account('ana@exemple.fr', [], { personId: '00000000-0000-4000-8000-000000000001' });
    const { session: token, missing } = await entered(scene, ' ANA@exemple.fr ');
    expect(missing).toBeUndefined();
    const current = await session(scene, token);
    expect(current.actor).toEqual({ accountId: id, role: 'employee', territory, organisationId: null, commune: null, personId: '00000000-0000-4000-8000-000000000001' });
    const rows = await scene.owner.selectFrom('identity.session').selectAll().execute();
    expect(JSON.stringify(rows.map((row) => ({ ...row, hash: row.hash.toString('base64url') })))).not.toContain(token);
    expect(rows[0]?.device).toBe('Firefox, Linux');
  });

  test('wrong, of an unknown address, of a disabled account, of another territory: the same answer, as late', async () => {
    await scene.account('bea@exemple.fr');
    const closed = await scene.account('closed@exemple.fr');
    await scene.owner.updateTable('identity.account').set({ disabled_at: new Date() }).where('id', '=', closed).execute();
    await scene.account('far@exemple.fr', [], { territory: '245400676' });
    for (const [email, given] of [['bea@exemple.fr', 'not the password at all'], ['nobody@exemple.fr', password], ['closed@exemple.fr', password], ['far@exemple.fr', password]] as const) {
      const start = performance.now();
      expect(await wrongly(email, given), email).toEqual({ ok: false, error: { code: 'signIn.wrong' } });
      expect(performance.now() - start, email).toBeGreaterThanOrEqual(395);
    }
  });

  test('five wrong ones from a network stop that network for that address, sent at once or not, and no other network', async () => {
    await scene.account('carl@exemple.fr');
    const attack = visitor({ ip: '198.51.100.9' });
    const answers = await Promise.all(Array.from({ length: 8 }, () => wrongly('carl@exemple.fr', 'wrong wrong wrong', attack)));
    expect(answers.filter((answer) => !answer.ok && answer.error.code === 'signIn.wrong')).toHaveLength(5);
    expect(await signIn(scene.house, attack, byPassword({ email: 'carl@exemple.fr', password }))).toMatchObject({ ok: false, error: { code: 'signIn.tooMany', minutes: 15 } });
    expect((await signIn(scene.house, visitor({ ip: '203.0.113.5' }), byPassword({ email: 'carl@exemple.fr', password }))).ok).toBe(true);
  });

  test('an address without account is counted alike', async () => {
    const attack = visitor({ ip: '198.51.100.10' });
    for (let n = 0; n < 5; n += 1) expect(await wrongly('ghost@exemple.fr', 'x', attack)).toMatchObject({ error: { code: 'signIn.wrong' } });
    expect(await wrongly('ghost@exemple.fr', 'x', attack)).toMatchObject({ error: { code: 'signIn.tooMany' } });
  });

  test('a device that signed in before is not stopped by an attack, even from its own network', async () => {
    await scene.account('dora@exemple.fr', [], { personId: '00000000-0000-4000-8000-000000000002' });
    const office = visitor({ ip: '198.51.100.11' });
    const { device } = await entered(scene, 'dora@exemple.fr', office);
    for (let n = 0; n < 7; n += 1) await wrongly('dora@exemple.fr', 'x', office);
    expect((await signIn(scene.house, office, byPassword({ email: 'dora@exemple.fr', password }))).ok).toBe(false);
    expect((await signIn(scene.house, { ...office, device }, byPassword({ email: 'dora@exemple.fr', password }))).ok).toBe(true);
    // A device is known to one account only, and has a limit of its own.
    for (let n = 0; n < 10; n += 1) await wrongly('dora@exemple.fr', 'x', { ...office, device });
    expect(await wrongly('dora@exemple.fr', password, { ...office, device })).toMatchObject({ error: { code: 'signIn.tooMany' } });
  });

  test('the limits’ table names nobody', async () => {
    await wrongly('eve@exemple.fr');
    const { rows } = await scene.owner.executeQuery<{ key: string }>(scene.owner.selectFrom('limits.throttle').select('key').compile());
    expect(rows.length).toBeGreaterThan(0);
    for (const { key } of rows) expect(key).toMatch(/^(password|network|device):[\w-]{43}$/);
  });
});

describe('a link by mail', () => {
  const ask = (email: string, ip = '192.0.2.50') => requestLink(scene.house, { kind: 'signIn', email, ip, language: 'fr', addressOf: (token) => `https://ancrage.example/connexion/lien/${token}` });
  const lastToken = async (): Promise<string> => /lien\/([\w-]{43})/.exec((await scene.mails()).at(-1)?.body ?? '')?.[1] ?? '';

  test('opens a session once, and is not used up by being looked at', async () => {
    await scene.account('felix@exemple.fr', [], { personId: '00000000-0000-4000-8000-000000000003', withoutPassword: true });
    await ask('Felix@exemple.fr');
    const token = await lastToken();
    for (let n = 0; n < 3; n += 1) expect(await linkOpens(scene.house, 'signIn', token)).toBe(true);
    const both = await Promise.all([1, 2].map(() => signIn(scene.house, visitor(), byLink(token))));
    expect(both.filter((one) => one.ok)).toHaveLength(1);
    expect(await linkOpens(scene.house, 'signIn', token)).toBe(false);
  });

  test('opens for fifteen minutes; the one that served shuts the others', async () => {
    await scene.account('gus@exemple.fr', [], { personId: '00000000-0000-4000-8000-000000000004' });
    await ask('gus@exemple.fr');
    const first = await lastToken();
    await ask('gus@exemple.fr');
    const second = await lastToken();
    scene.pass(14.9);
    expect(await linkOpens(scene.house, 'signIn', first)).toBe(true);
    expect((await signIn(scene.house, visitor(), byLink(second))).ok).toBe(true);
    expect(await linkOpens(scene.house, 'signIn', first)).toBe(false);
    await ask('gus@exemple.fr');
    scene.pass(15);
    expect(await signIn(scene.house, visitor(), byLink(await lastToken()))).toEqual({ ok: false, error: { code: 'link.over' } });
  });

  test('never skips the second factor of staff', async () => {
    await scene.account('hana@exemple.fr', [{ role: 'hrManager', organisation: employer }]);
    await ask('hana@exemple.fr');
    const signed = await signIn(scene.house, visitor(), byLink(await lastToken()));
    expect(signed).toMatchObject({ ok: true, value: { missing: 'enrolment' } });
    expect((await session(scene, signed.ok ? signed.value.session : '')).missing).toBe('enrolment');
  });

  test('an unknown address gets the same answer, as late, and no mail', async () => {
    const before = (await scene.mails()).length;
    const start = performance.now();
    expect(await ask('nobody.at.all@exemple.fr')).toEqual({ ok: true, value: undefined });
    expect(performance.now() - start).toBeGreaterThanOrEqual(395);
    expect((await scene.mails()).length).toBe(before);
  });

  test('an address gets five mails an hour at most, whoever asks; its owner keeps the links', async () => {
    await scene.account('ines@exemple.fr');
    for (let n = 0; n < 9; n += 1) expect((await ask('ines@exemple.fr', `203.0.113.${n}`)).ok).toBe(true);
    expect((await scene.mails()).filter(({ recipient }) => recipient === 'ines@exemple.fr')).toHaveLength(5);
  });

  test('one network asks twenty times', async () => {
    for (let n = 0; n < 20; n += 1) expect((await ask(`someone${n}@exemple.fr`, '203.0.113.77')).ok).toBe(true);
    expect(await ask('someone@exemple.fr', '203.0.113.77')).toMatchObject({ ok: false, error: { code: 'signIn.tooMany' } });
  });
});

describe('demonstration', () => {
  test('its accounts open only where demonstration is on, and no other account ever opens so', async () => {
    const demo = await scene.account('demo@exemple.fr', [{ role: 'hrManager', organisation: employer }], { demonstration: true });
    const real = await scene.account('real@exemple.fr', [{ role: 'hrManager', organisation: employer }]);
    expect((await signIn(scene.house, visitor(), byDemonstration(demo))).ok).toBe(false);
    const shown = { ...scene.house, demo: true };
    expect((await signIn(shown, visitor(), byDemonstration(real))).ok).toBe(false);
    const signed = await signIn(shown, visitor(), byDemonstration(demo));
    expect(signed).toMatchObject({ ok: true, value: { missing: undefined } });
    // A session left over from a demonstration opens nothing once it is off.
    const token = signed.ok ? signed.value.session : '';
    expect(await currentSession(shown, token)).toBeDefined();
    expect(await currentSession(scene.house, token)).toBeUndefined();
  });
});

test('a password changes with the present one, ends the other sessions, forgets the other devices, and is told', async () => {
  await scene.account('jo@exemple.fr', [], { personId: '00000000-0000-4000-8000-000000000005' });
  const [here, elsewhere] = [await entered(scene, 'jo@exemple.fr'), await entered(scene, 'jo@exemple.fr')];
  const current = await session(scene, here.session);
  const change = (present: string, next: string) => changePassword(scene.house, current, { present, next }, visitor({ device: here.device }), { language: 'fr', recoveryAddress: 'https://ancrage.example/mot-de-passe-oublie' });
  expect(await change('not this one', 'quatre mirabelles sous la pluie')).toMatchObject({ error: { code: 'password.wrong' } });
  expect(await change(password, 'motdepasse1234')).toMatchObject({ error: { code: 'password.weak' } });
  expect(await change(password, 'court')).toMatchObject({ error: { code: 'password.tooShort' } });
  const changed = await change(password, 'quatre mirabelles sous la pluie');
  expect(changed.ok).toBe(true);
  expect(await currentSession(scene.house, elsewhere.session)).toBeUndefined();
  expect(await currentSession(scene.house, here.session), 'the former token').toBeUndefined();
  expect(await currentSession(scene.house, changed.ok ? changed.value.session : '')).toMatchObject({ sessionId: current.sessionId });
  expect(await scene.owner.selectFrom('identity.device').where('account_id', '=', current.account.id).select('hash').execute()).toHaveLength(1);
  expect((await scene.mails()).at(-1)).toMatchObject({ template: 'passwordChanged', recipient: 'jo@exemple.fr' });
  expect((await scene.trace()).filter(({ subject_id }) => subject_id === current.account.id).map(({ type }) => type)).toEqual(['session.opened', 'session.opened', 'password.changed']);
  expect((await signIn(scene.house, visitor({ ip: '192.0.2.99' }), byPassword({ email: 'jo@exemple.fr', password: 'quatre mirabelles sous la pluie' }))).ok).toBe(true);
});
