import fc from 'fast-check';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { fixedClock, type Clock } from '../../src/platform/clock.ts';
import { asActor } from '../../src/platform/database/as-actor.ts';
import { openDatabase, type Db } from '../../src/platform/database/database.ts';
import { sendMailJob } from '../../src/platform/mail/mail.jobs.ts';
import { mailStore } from '../../src/platform/mail/mail.store.ts';
import { sendMail } from '../../src/platform/mail/mail.ts';
import { openTransport, type Transport } from '../../src/platform/mail/transport.ts';
import { openLog } from '../../src/platform/log.ts';
import { jobActor, type Actor } from '../../src/platform/permission/actor.ts';
import { freshDatabase, type TestDatabase } from '../support/database.ts';
import { mailServer } from './server.ts';

const territory = '200039865';
const employee: Actor = { accountId: null, role: 'employee', territory, organisationId: null, commune: null, personId: null };
const values = { link: 'https://ancrage.example/connexion/abc', minutes: 15 };
const later = (days: number): Clock => fixedClock(new Date(Date.now() + days * 86_400_000 + 1000));

let database: TestDatabase;
let owner: Db;
beforeAll(async () => {
  database = await freshDatabase();
  owner = openDatabase(database.ownerUrl, { max: 2 });
});
afterEach(() => owner.deleteFrom('work.mail').execute());
afterAll(async () => {
  await owner.destroy();
  await database.drop();
});

const post = (to: string, actor = employee) => asActor(database.db, actor, (tx) => sendMail(tx, { territory: actor.territory, to, language: 'fr', template: 'signIn', values, at: new Date() }));
const outbox = () => owner.selectFrom('work.mail').select(['recipient', 'sent_at', 'given_up_at', 'tries', 'failure', 'not_before', 'body']).orderBy('recipient').execute();
const sweep = async (transport: Transport | undefined, clock = later(0)): Promise<void> => {
  await sendMailJob(transport).sweep({ db: database.db, territory, clock, log: openLog('silent'), signal: new AbortController().signal });
};

test('a mail leaves once its transaction is committed, as text and as HTML, and once', async () => {
  const server = await mailServer();
  const transport = openTransport(server.url, 'ancrage@metz.example');
  await post('nadia@exemple.fr');
  await asActor(database.db, employee, async (tx) => {
    await sendMail(tx, { territory, to: 'personne@exemple.fr', language: 'fr', template: 'signIn', values, at: new Date() });
    throw new Error('undone');
  }).catch(() => {});
  await sweep(transport);
  await sweep(transport);
  expect(server.taken.map(({ from, to }) => ({ from, to }))).toEqual([{ from: 'ancrage@metz.example', to: ['nadia@exemple.fr'] }]);
  const raw = server.taken[0]?.raw ?? '';
  expect(raw).toMatch(/^Auto-Submitted: auto-generated\r$/m);
  expect(raw).toMatch(/^Message-ID: <[0-9a-f-]{36}@metz\.example>\r$/m);
  expect(raw).toContain('Content-Type: text/plain');
  expect(raw).toContain('Content-Type: text/html');
  expect(await outbox()).toMatchObject([{ recipient: 'nadia@exemple.fr', tries: 1, failure: null, given_up_at: null, sent_at: expect.any(Date) as Date }]);
  transport.close();
  await server.close();
});

test('two sweeps at the same time share the mails', async () => {
  const server = await mailServer();
  const transport = openTransport(server.url, 'ancrage@metz.example');
  for (let one = 0; one < 12; one += 1) await post(`p${one}@exemple.fr`);
  await Promise.all([sweep(transport), sweep(transport)]);
  expect(server.taken.map(({ to }) => to.join()).toSorted()).toEqual(Array.from({ length: 12 }, (_, one) => `p${one}@exemple.fr`).toSorted());
  transport.close();
  await server.close();
});

test('a refused address is told and not tried again; a busy server is, later', async () => {
  const server = await mailServer((address) => (address.startsWith('nobody') ? [550, 'no such user'] : address.startsWith('full') ? [452, 'mailbox full'] : undefined));
  const transport = openTransport(server.url, 'ancrage@metz.example');
  await post('nobody@exemple.fr');
  await post('full@exemple.fr');
  await sweep(transport);
  const [full, nobody] = await outbox();
  expect(nobody).toMatchObject({ failure: 'refused', sent_at: null, tries: 1, given_up_at: expect.any(Date) as Date });
  expect(full).toMatchObject({ failure: 'busy', sent_at: null, tries: 1, given_up_at: null });
  expect(full!.not_before.getTime()).toBeGreaterThan(Date.now() + 50_000);
  const told = await owner.selectFrom('work.event').select(['type', 'payload']).where('type', '=', 'mail.givenUp').execute();
  expect(told).toHaveLength(1);
  const { details } = await owner.selectFrom('audit.entry').select('details').where('type', '=', 'mail.givenUp').executeTakeFirstOrThrow();
  expect(details).toEqual({ failure: 'refused' });
  await sweep(transport, later(0.01));
  expect((await outbox()).map(({ tries }) => tries)).toEqual([2, 1]);
  transport.close();
  await server.close();
});

test('nobody answers: the mail waits; after three days its link is past and it is given up', async () => {
  const server = await mailServer();
  await server.close();
  const transport = openTransport(server.url, 'ancrage@metz.example');
  await post('nadia@exemple.fr');
  await sweep(transport);
  expect(await outbox()).toMatchObject([{ failure: 'unreachable', given_up_at: null }]);
  await sweep(transport, later(4));
  expect(await outbox()).toMatchObject([{ failure: 'stale', sent_at: null, given_up_at: expect.any(Date) as Date }]);
  transport.close();
});

test('without a server nothing leaves', async () => {
  await post('nadia@exemple.fr');
  await sweep(undefined);
  expect(await outbox()).toMatchObject([{ sent_at: null, given_up_at: null, tries: 0 }]);
});

test('nobody writes in another territory’s outbox, and only jobs read it', async () => {
  await post('nadia@exemple.fr');
  await expect(asActor(database.db, employee, (tx) => sendMail(tx, { territory: '245400676', to: 'a@exemple.fr', language: 'fr', template: 'signIn', values, at: new Date() }))).rejects.toThrow(/row-level security/);
  const seenBy = (actor: Actor) => asActor(database.db, actor, (tx) => tx.selectFrom('work.mail').select('id').execute());
  expect([await seenBy(employee), await seenBy({ ...employee, role: 'dataProtectionOfficer' }), await seenBy(jobActor('245400676'))]).toEqual([[], [], []]);
  expect(await seenBy(jobActor(territory))).toHaveLength(1);
});

test('no address nor name can add a header nor a recipient', async () => {
  const server = await mailServer();
  const transport = openTransport(server.url, 'ancrage@metz.example');
  const nasty = fc.string({ unit: fc.constantFrom('\r', '\n', ' ', ',', '<', '>', ':', 'Bcc: victim@exemple.fr', 'x', '@', '.fr', '"', '\0') });
  await fc.assert(fc.asyncProperty(nasty, nasty, async (name, address) => {
    await asActor(database.db, employee, (tx) => sendMail(tx, {
      territory, to: 'nadia@exemple.fr', language: 'fr', template: 'invitation', values: { organisation: name, role: name, link: values.link, expiresOn: '2026-12-01' }, at: new Date(),
    }));
    // What is no single address is no mail at all.
    if (/[\r\n ,<>:"\0]/.test(address)) await expect(post(address)).rejects.toThrow();
  }), { numRuns: 60 });
  await sweep(transport);
  expect(server.taken.length).toBeGreaterThanOrEqual(60);
  for (const { to, raw } of server.taken) {
    expect(to).toEqual(['nadia@exemple.fr']);
    const headers = raw.slice(0, raw.indexOf('\r\n\r\n')).replaceAll(/\r\n[ \t]+/g, ' ').split('\r\n').map((line) => line.replace(/:.*/, ''));
    expect(headers.toSorted()).toEqual(['Auto-Submitted', 'Content-Language', 'Content-Type', 'Date', 'From', 'MIME-Version', 'Message-ID', 'Subject', 'To']);
  }
  transport.close();
  await server.close();
});

test('what was said and to whom is erased; that it was sent stays', async () => {
  await post('nadia@exemple.fr');
  const erase = (limit: Date) => asActor(database.db, jobActor(territory), (tx) => mailStore(tx, territory).eraseBefore(limit));
  await erase(new Date(Date.now() - 60_000));
  expect((await outbox())[0]?.recipient).toBe('nadia@exemple.fr');
  await erase(new Date(Date.now() + 60_000));
  expect(await outbox()).toMatchObject([{ recipient: '', body: '' }]);
});
