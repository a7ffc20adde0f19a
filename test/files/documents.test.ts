import { createHash, randomBytes } from 'node:crypto';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { systemClock } from '../../src/platform/clock.ts';
import { asActor } from '../../src/platform/database/as-actor.ts';
import { openDatabase, type Db } from '../../src/platform/database/database.ts';
import { documentContent, eraseDocument, keepDocument, openDocument } from '../../src/platform/files/document.service.ts';
import type { MediaType } from '../../src/platform/files/content.rules.ts';
import type { Actor } from '../../src/platform/permission/actor.ts';
import type { Role } from '../../src/platform/permission/matrix.ts';
import { keyFor } from '../../src/platform/secret.ts';
import { freshDatabase, type TestDatabase } from '../support/database.ts';

let database: TestDatabase;
let owner: Db;
const here = '200039865';
const [mine, other] = ['00000000-0000-4000-8000-000000000001', '00000000-0000-4000-8000-000000000002'];
const [me, them] = ['00000000-0000-4000-8000-000000000011', '00000000-0000-4000-8000-000000000012'];
const key = keyFor('a secret of the tests, long enough', 'files');

beforeAll(async () => {
  database = await freshDatabase();
  owner = openDatabase(database.ownerUrl, { max: 2 });
  for (const [organisation, person] of [[mine, me], [other, them]] as const) {
    await owner.insertInto('party.organisation').values({ territory: here, id: organisation, kind: 'lettingService', name: 'Service', created_at: new Date() }).execute();
    await owner.insertInto('party.person').values({ territory: here, id: person, custodian_id: organisation, given_name: 'A', family_name: 'B', created_at: new Date(), last_contact_on: '2026-01-01' }).execute();
  }
});
afterAll(async () => {
  await owner.destroy();
  await database.drop();
});

const actor = (role: Role, more: Partial<Actor> = {}): Actor => ({ accountId: null, role, territory: here, organisationId: mine, commune: null, personId: null, ...more });
const session = (as: Actor) => ({ db: database.db, clock: systemClock, actor: as });
const adviser = actor('lettingAdviser');

async function* chunks(bytes: Uint8Array, size: number) {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}
const pdf = (length: number): Buffer => Buffer.concat([Buffer.from('%PDF-1.7\n'), randomBytes(length)]);
const png = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64');

const keep = (bytes: Uint8Array, { as = adviser, name = 'bail.pdf', allowed = ['application/pdf'] as MediaType[], mostBytes = 5_000_000, personId = me, size = 65_536 } = {}) =>
  keepDocument(key)(session(as), { personId, purpose: 'lease', name, allowed, mostBytes, content: chunks(bytes, size) });
const kept = async (...given: Parameters<typeof keep>) => {
  const done = await keep(...given);
  if (!done.ok) throw new Error(JSON.stringify(done.error));
  return done.value;
};
const read = async (document: { id: string; pieces: number }, as: Actor = adviser, withKey = key): Promise<Buffer> => {
  const pieces: Buffer[] = [];
  for await (const piece of documentContent({ db: database.db, actor: as }, withKey, document)) pieces.push(piece);
  return Buffer.concat(pieces);
};
const rows = async () => (await sql<{ n: number }>`select (select count(*) from file.document) + (select count(*) from file.piece) as n`.execute(owner)).rows[0]!.n;

test.each([[1, 1], [262_144 - 9, 262_144], [262_144, 100_000], [1_000_000, 33_333], [600_000, 1_000_000]])('a document of %d bytes that comes by %d is given back as it was', async (length, size) => {
  const bytes = pdf(length);
  const document = await kept(bytes, { size });
  expect(document).toMatchObject({ bytes: bytes.length, mediaType: 'application/pdf', pieces: Math.ceil(bytes.length / 262_144), sha256: createHash('sha256').update(bytes).digest('hex') });
  expect(Buffer.compare(await read(document), bytes)).toBe(0);
});

test('nothing of it is at rest in clear', async () => {
  const document = await kept(Buffer.concat([pdf(10), Buffer.from('Salaire de Camille')]));
  const { rows: pieces } = await sql<{ sealed: Buffer }>`select sealed from file.piece where document_id = ${document.id}`.execute(owner);
  expect(Buffer.concat(pieces.map(({ sealed }) => sealed)).includes('Camille')).toBe(false);
  await expect(read(document, adviser, keyFor('another secret, which is long too', 'files'))).rejects.toThrow(/not what was written/);
});

test.each([
  ['an image under a document’s name', png, 'image/png'], ['a page under a document’s name', Buffer.from('<!doctype html><script>alert(1)</script>'), 'unknown'], ['a program', Buffer.concat([Buffer.from('MZ'), Buffer.alloc(200)]), 'application/x-msdownload'],
] as const)('%s is refused by its content, and leaves nothing', async (_, bytes, found) => {
  const before = await rows();
  expect(await keep(bytes)).toEqual({ ok: false, error: { code: 'document.typeRefused', found, allowed: ['application/pdf'] } });
  expect(await rows()).toBe(before);
});

test('text is taken where it is allowed, and only what is text to its end', async () => {
  const text = Buffer.from(`${'Été à Metz\n'.repeat(40_000)}`);
  expect((await kept(text, { allowed: ['text/plain'], name: 'note.txt' })).mediaType).toBe('text/plain');
  expect(await keep(Buffer.concat([text, Buffer.from([0])]), { allowed: ['text/plain'] })).toMatchObject({ ok: false, error: { code: 'document.typeRefused' } });
  expect(await keep(Buffer.concat([text, Buffer.from([0xc3])]), { allowed: ['text/plain'] })).toMatchObject({ ok: false, error: { code: 'document.typeRefused' } });
  expect((await kept(png, { allowed: ['image/png', 'text/plain'], name: '../../x.png' })).name).toBe('x.png');
});

test('an empty one, and one too large by a byte, are refused and leave nothing', async () => {
  const before = await rows();
  expect(await keep(new Uint8Array())).toEqual({ ok: false, error: { code: 'document.empty' } });
  expect(await keep(pdf(991), { mostBytes: 999 })).toEqual({ ok: false, error: { code: 'document.tooLarge', mostBytes: 999 } });
  expect(await keep(pdf(990), { mostBytes: 999 })).toMatchObject({ ok: true });
  expect(await keep(pdf(3_000_000), { mostBytes: 1_000_000 })).toMatchObject({ ok: false });
  expect(await rows()).toBe(before + 2);
});

test.each([
  ['a changed byte', 'update file.piece set sealed = set_byte(sealed, 40, get_byte(sealed, 40) # 1) where document_id = '],
  ['pieces that changed places', 'update file.piece set position = 3 - position where document_id = '],
  ['a lost last piece', 'delete from file.piece where position = 2 and document_id = '],
])('%s is never given back', async (_, tampering) => {
  const document = await kept(pdf(400_000));
  await sql.raw(tampering.includes('3 - position') ? `set constraints all deferred; update file.piece set position = position + 10 where document_id = '${document.id}'; update file.piece set position = 13 - position where document_id = '${document.id}'` : `${tampering}'${document.id}'`).execute(owner);
  await expect(read(document)).rejects.toThrow(/not what was written/);
  // Nor as a shorter one, whatever the list says.
  await expect(read({ ...document, pieces: 1 })).rejects.toThrow(/not what was written/);
});

test('behind the two walls: each role by the matrix, each document by its scope', async () => {
  const document = await kept(pdf(10));
  const reads = async (as: Actor) => (await openDocument(session(as), { id: document.id })).ok;
  expect(await Promise.all([
    reads(actor('lettingAdviser')), reads(actor('lettingAdviser', { organisationId: other })), reads(actor('employee', { organisationId: null, personId: me })), reads(actor('employee', { organisationId: null, personId: them })),
    reads(actor('hrManager')), reads(actor('landlordOfficer')), reads(actor('dataProtectionOfficer', { organisationId: null })), reads({ ...actor('lettingAdviser'), territory: '245400676' }),
  ])).toEqual([true, false, true, false, false, false, true, false]);
  // The database alone, for a query that forgot everything.
  const seen = (as: Actor) => asActor(database.db, as, async (tx) => (await sql<{ n: number }>`select (select count(*) from file.document where id = ${document.id}) + (select count(*) from file.piece where document_id = ${document.id}) as n`.execute(tx)).rows[0]!.n);
  expect(await Promise.all([seen(actor('lettingAdviser')), seen(actor('lettingAdviser', { organisationId: other })), seen(actor('hrManager')), seen(actor('employee', { personId: them }))])).toEqual([2, 0, 0, 0]);
  expect(await keep(pdf(10), { personId: them })).toEqual({ ok: false, error: { code: 'person.unknown' } });
  expect(await keep(pdf(10), { as: actor('hrManager') })).toEqual({ ok: false, error: { code: 'forbidden' } });
});

test('keeping, opening and erasing are traced with the person’s file; an erased document is gone with its bytes', async () => {
  const document = await kept(pdf(300_000));
  await openDocument(session(adviser), { id: document.id });
  expect(await eraseDocument(session(actor('lettingAdviser', { organisationId: other })), { id: document.id })).toEqual({ ok: false, error: { code: 'document.unknown' } });
  expect(await eraseDocument(session(adviser), { id: document.id })).toMatchObject({ ok: true });
  expect(await openDocument(session(adviser), { id: document.id })).toEqual({ ok: false, error: { code: 'document.unknown' } });
  const { rows: traced } = await sql<{ type: string }>`select type from audit.entry where subject_id = ${document.id} and person_id = ${me} order by id`.execute(owner);
  expect(traced.map(({ type }) => type)).toEqual(['document.kept', 'document.opened', 'document.erased']);
  const { rows: left } = await sql`select 1 from file.piece where document_id = ${document.id}`.execute(owner);
  expect(left).toEqual([]);
});
