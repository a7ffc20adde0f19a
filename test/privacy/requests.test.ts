import JSZip from 'jszip';
import { sql } from 'kysely';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { answerPrivacyRequest, copyPersonalData, eraseOnRequest, listPrivacyRequests, makePrivacyRequest, openPrivacyRequest } from '../../src/parties/index.ts';
import { countStore } from '../../src/parties/privacy-count.store.ts';
import { fixedClock } from '../../src/platform/clock.ts';
import { asActor } from '../../src/platform/database/as-actor.ts';
import { keepDocument } from '../../src/platform/files/document.service.ts';
import { jobActor, type Actor } from '../../src/platform/permission/actor.ts';
import type { Role } from '../../src/platform/permission/matrix.ts';
import { copyArchive } from '../../src/platform/privacy/copy.ts';
import { keyFor } from '../../src/platform/secret.ts';
import { areas, elsewhere, everyRow, here, openPeople, secret, type PeopledDatabase } from './people.ts';

const clock = fixedClock(new Date('2026-11-24T10:00:00Z'));
let people: PeopledDatabase;
let [letting, me, them] = ['', '', ''];
beforeEach(async () => {
  people = await openPeople();
  letting = await people.organisation('lettingService');
  me = await people.person(letting, { name: 'Müller <b>', email: 'moi@exemple.fr' });
  them = await people.person(letting, { name: 'Voisin', email: 'voisin@exemple.fr' });
});
afterEach(() => people.drop());

const as = (role: Role, more: Partial<Actor> = {}) => ({ db: people.db, clock, actor: { accountId: null, role, territory: here, organisationId: null, commune: null, personId: null, ...more } });
const herself = (personId = me) => as('employee', { personId });
const officer = () => as('dataProtectionOfficer', { organisationId: letting });
const valueOf = <Value>(done: { ok: true; value: Value } | { ok: false; error: unknown }): Value => {
  if (!done.ok) throw new Error(JSON.stringify(done.error));
  return done.value;
};
const ask = async (kind: string, session = herself()) => valueOf(await makePrivacyRequest(session, { kind, detail: 'Merci.' })).id;
const typesOf = async (personId: string) => (await sql<{ type: string }>`select type from audit.entry where person_id = ${personId} order by id`.execute(people.owner)).rows.map(({ type }) => type);

test('a request waits for its answer a month at most, is made once, and belongs to its person', async () => {
  expect(valueOf(await makePrivacyRequest(herself(), { kind: 'access' })).dueOn).toBe('2026-12-24');
  expect(await makePrivacyRequest(herself(), { kind: 'access' })).toEqual({ ok: false, error: { code: 'privacyRequest.waiting', dueOn: '2026-12-24' } });
  // Whoever she names, an employee asks for herself.
  expect(await makePrivacyRequest(herself(), { kind: 'objection', personId: them })).toMatchObject({ ok: true });
  expect(valueOf(await listPrivacyRequests(herself(), {})).requests.map(({ kind }) => kind).toSorted()).toEqual(['access', 'objection']);
  expect(valueOf(await listPrivacyRequests(herself(them), {})).requests).toEqual([]);
  expect(await makePrivacyRequest(herself(), { kind: 'forget' })).toMatchObject({ ok: false, error: { code: 'input.invalid' } });
  for (const role of ['lettingAdviser', 'hrManager', 'territoryAdmin', 'supportAdviser'] as const) expect(await listPrivacyRequests(as(role, { organisationId: letting }), {})).toEqual({ ok: false, error: { code: 'forbidden' } });
});

test('the officer reads them by due date, notes one that came by letter, opens and answers; the person sees it', async () => {
  const second = await ask('access');
  const first = valueOf(await makePrivacyRequest({ ...officer(), clock: fixedClock(new Date('2026-11-01T10:00:00Z')) }, { kind: 'rectification', personId: them })).id;
  expect(valueOf(await listPrivacyRequests(officer(), {})).requests.map(({ id, personName }) => [id, personName])).toEqual([[first, 'Camille Voisin'], [second, 'Camille Müller <b>']]);
  expect(valueOf(await openPrivacyRequest(areas)(officer(), { id: second })).request).toMatchObject({ id: second, detail: 'Merci.' });
  expect(valueOf(await answerPrivacyRequest(officer(), { id: second, outcome: 'Voici votre copie.' }))).toEqual({ mailed: true });
  expect(await answerPrivacyRequest(officer(), { id: second, outcome: 'Encore.' })).toEqual({ ok: false, error: { code: 'privacyRequest.answered' } });
  expect(valueOf(await listPrivacyRequests(herself(), {})).requests[0]).toMatchObject({ outcome: 'Voici votre copie.' });
  expect(valueOf(await listPrivacyRequests(officer(), { state: 'answered' })).requests.map(({ id }) => id)).toEqual([second]);
  expect(await typesOf(me)).toEqual(['privacyRequest.made', 'privacyRequest.opened', 'privacyRequest.answered']);
  const mail = await people.owner.selectFrom('work.mail').select(['recipient', 'body']).execute();
  expect(mail).toEqual([{ recipient: 'moi@exemple.fr', body: expect.stringContaining('Voici votre copie.') }]);
  // Elsewhere is nowhere.
  expect(await openPrivacyRequest(areas)(as('dataProtectionOfficer', { territory: elsewhere }), { id: first })).toEqual({ ok: false, error: { code: 'privacyRequest.unknown' } });
  expect(await answerPrivacyRequest(herself(), { id: first, outcome: 'x' })).toEqual({ ok: false, error: { code: 'forbidden' } });
});

async function furnish(): Promise<void> {
  const { owner } = people;
  for (const [personId, name] of [[me, 'moi'], [them, 'voisin']] as const) {
    const of = { territory: here, person_id: personId, custodian_id: letting };
    await owner.insertInto('party.note').values([{ ...of, text: `Note de ${name}`, written_at: clock.now() }, { ...of, text: `Soutien de ${name}`, compartment: 'socialSupport', written_at: clock.now() }]).execute();
    await owner.insertInto('party.consent').values({ ...of, purpose: 'survey', wording: `Accord de ${name}`, given_at: clock.now() }).execute();
    const account = await people.account(`${name}@exemple.fr`, { personId });
    await owner.insertInto('identity.session').values({ hash: Buffer.from(name), account_id: account, stage: 'open', device: `Téléphone de ${name}`, created_at: clock.now(), last_seen_at: clock.now(), expires_at: new Date('2027-01-01') }).execute();
    await owner.insertInto('identity.totp').values({ account_id: account, secret: Buffer.from('TOTPSECRET') }).execute();
    const kept = await keepDocument(keyFor(secret, 'files'))(as('lettingAdviser', { organisationId: letting, accountId: account }), {
      personId, purpose: 'lease', name: `bail-${name}.pdf`, allowed: ['application/pdf'], mostBytes: 1_000, content: (async function* () { yield Buffer.from(`%PDF-1.7 ${name}`); })(),
    });
    if (!kept.ok) throw new Error(JSON.stringify(kept.error));
  }
}

async function unpacked(copy: Parameters<typeof copyArchive>[0]): Promise<Map<string, string>> {
  const archive = await JSZip.loadAsync(await copyArchive(copy));
  return new Map(await Promise.all(Object.values(archive.files).filter(({ dir }) => !dir).map(async (file) => [file.name, await file.async('string')] as const)));
}

test('the copy holds everything of the person, to read and to carry elsewhere, and nothing of anybody else', async () => {
  await furnish();
  const files = await unpacked(valueOf(await copyPersonalData(areas)(herself(), {})));
  expect([...files.keys()].toSorted()).toEqual(['acces.json', 'compte.json', 'documents.json', 'documents/1-bail-moi.pdf', 'dossier.json', 'lisez-moi.html']);
  expect(files.get('documents/1-bail-moi.pdf')).toBe('%PDF-1.7 moi');
  const page = files.get('lisez-moi.html')!;
  for (const told of ['Note de moi', 'Soutien de moi', 'Accord de moi', 'Téléphone de moi', 'moi@exemple.fr', 'bail-moi.pdf', '5\u00a0mai 1990', 'Dépôt d’un document', 'Müller &lt;b&gt;', 'Conseiller location']) expect(page).toContain(told);
  expect(page).not.toContain('<b>');
  const all = [...files.values()].join('\n');
  for (const never of ['voisin', 'Voisin', 'HASHED', 'TOTPSECRET', Buffer.from('TOTPSECRET').toString('base64')]) expect(all).not.toContain(never);
  const file = JSON.parse(files.get('dossier.json')!) as Record<string, unknown[]>;
  expect(file['party.person']).toEqual([expect.objectContaining({ given_name: 'Camille', birth_date: '1990-05-05' })]);
  expect(file['party.note']).toHaveLength(2);
  expect((await typesOf(me)).at(-1)).toBe('person.exported');
});

test('the officer makes the copy that was asked for, without what is behind the wall of social support, and says so', async () => {
  await furnish();
  const access = await ask('access');
  const erasure = await ask('erasure');
  const files = await unpacked(valueOf(await copyPersonalData(areas)(officer(), { requestId: access })));
  const all = [...files.values()].join('\n');
  expect(all).toContain('Note de moi');
  expect(all).not.toContain('Soutien de moi');
  expect(files.get('lisez-moi.html')).toContain('Les notes du service de soutien social');
  for (const input of [{}, { requestId: erasure }, { requestId: them }]) expect(await copyPersonalData(areas)(officer(), input)).toEqual({ ok: false, error: { code: 'person.unknown' } });
  expect(await copyPersonalData(areas)(as('lettingAdviser', { organisationId: letting }), {})).toEqual({ ok: false, error: { code: 'forbidden' } });
});

test('an erasure takes what the law lets go, says what stays, and changes nobody else', async () => {
  await furnish();
  const id = await ask('erasure');
  // When they were counted changes, the counts do not.
  const counts = async () => (await asActor(people.db, jobActor(here), (tx) => countStore(tx, here).list(2026))).map((count) => ({ ...count, countedAt: null }));
  const [before, statistics] = [await everyRow(people.owner), await counts()];
  expect(await eraseOnRequest(areas)(officer(), { id })).toEqual({ ok: false, error: { code: 'privacyRequest.toConfirm' } });
  expect(await everyRow(people.owner)).toEqual(before);

  const { outcome, mailed } = valueOf(await eraseOnRequest(areas)(officer(), { id, confirmed: 'oui' }));
  expect(mailed).toBe(true);
  for (const told of ['24\u00a0novembre 2026', 'trace', 'un an après chaque acte', 'cinq ans', 'CNIL']) expect(outcome).toContain(told);
  expect(await counts()).toEqual(statistics);

  const after = await everyRow(people.owner);
  // Nothing that names her is left, but the answer in its envelope, on its way to her.
  const left = [...after].filter(([key, line]) => !key.startsWith('work.mail') && /moi@exemple|Müller|note de moi|soutien de moi|téléphone de moi|bail-moi/i.test(line)).map(([key]) => key);
  expect(left).toEqual([]);
  expect([...before].filter(([key, line]) => line.includes('oisin') && after.get(key) !== line)).toEqual([]);
  expect(await eraseOnRequest(areas)(officer(), { id, confirmed: 'oui' })).toEqual({ ok: false, error: { code: 'privacyRequest.answered' } });
  expect(await copyPersonalData(areas)(herself(), {})).toEqual({ ok: false, error: { code: 'person.unknown' } });
  const { rows } = await sql<{ type: string; role: string }>`select type, role from audit.entry where subject_id = ${me} and type = 'person.erased'`.execute(people.owner);
  expect(rows).toEqual([{ type: 'person.erased', role: 'dataProtectionOfficer' }]);
});

test('a failing area leaves everything as it was', async () => {
  await furnish();
  const id = await ask('erasure');
  const before = await everyRow(people.owner);
  const broken = { ...areas[0]!, forget: () => Promise.reject(new Error('area down')) };
  await expect(eraseOnRequest([...areas.slice(1), broken])(officer(), { id, confirmed: 'oui' })).rejects.toThrow('area down');
  expect(await everyRow(people.owner)).toEqual(before);
});

test('every table that names a person or an account is answered for by one area', async () => {
  const { rows } = await sql<{ name: string }>`select distinct table_schema || '.' || table_name as name from information_schema.columns
    where table_schema not in ('pg_catalog', 'information_schema') and (column_name in ('person_id', 'account_id') or table_schema || '.' || table_name in ('party.person', 'identity.account')) order by 1`.execute(people.owner);
  const answered = areas.flatMap(({ tables }) => tables);
  expect(new Set(answered).size).toBe(answered.length);
  expect(rows.map(({ name }) => name).filter((name) => !(answered as readonly string[]).includes(name))).toEqual([]);
});
