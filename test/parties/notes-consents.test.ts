import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { closePerson, giveConsent, openPerson, withdrawConsent, writeNote, type Consent, type Note } from '../../src/parties/index.ts';
import type { Session } from '../../src/platform/use-case.ts';
import { openStage, type Stage } from './fixture.ts';

let stage: Stage;
let adviser: Session;
let support: Session;
let other: Session;
let person: string;
let supported: string;

beforeAll(async () => {
  stage = await openStage();
  adviser = await stage.acting('lettingAdviser', await stage.organisation('lettingService', 'Service locatif'));
  support = await stage.acting('supportAdviser', await stage.organisation('supportService', 'Soutien social'));
  other = await stage.acting('associationWorker', await stage.organisation('association', 'Association'));
  [person, supported] = [await stage.person(adviser), await stage.person(support)];
});
afterAll(() => stage.close());

const fileOf = async (session: Session, id: string): Promise<{ notes: Note[]; consents: Consent[] }> => {
  const file = await openPerson(session, { id });
  if (!file.ok) throw new Error(JSON.stringify(file.error));
  return file.value;
};

describe('a note', () => {
  test('is signed, dated, traced, and moves the last contact', async () => {
    await stage.owner.updateTable('party.person').set({ last_contact_on: '2026-01-01' }).where('id', '=', person).execute();
    const written = await writeNote(adviser, { personId: person, text: ' Rappelée :\r\nvisite mardi à 18 h. ' });
    const id = written.ok ? written.value.id : '';
    const file = await openPerson(adviser, { id: person });
    expect(file.ok && file.value.person.lastContactOn).toBe('2026-11-24');
    expect(file.ok && file.value.notes[0]).toEqual({ id, text: 'Rappelée :\nvisite mardi à 18 h.', compartment: null, author: 'Compte lettingAdviser', writtenAt: adviser.clock.now() });
    expect(await stage.trace(id)).toEqual(['note.written']);
  });

  test('with a social-security number is refused, even confirmed, and nothing is kept', async () => {
    const before = await stage.traceCount();
    for (const confirmed of [false, true]) {
      expect(await writeNote(adviser, { personId: person, text: 'NIR : 2 55 08 14 168 025 38', confirmed })).toEqual({ ok: false, error: { code: 'note.nir' } });
    }
    expect(await stage.traceCount()).toBe(before);
    expect(await stage.owner.selectFrom('party.note').where('text', 'like', '%2 55 08%').select('id').execute()).toEqual([]);
  });

  test('on health waits for a confirmation; the trace says on what, never the words', async () => {
    const text = 'Elle est en arrêt maladie depuis mars.';
    expect(await writeNote(adviser, { personId: person, text })).toEqual({ ok: false, error: { code: 'note.toConfirm', findings: [{ subject: 'health', words: ['arret maladie'] }] } });
    const written = await writeNote(adviser, { personId: person, text, confirmed: 'oui' });
    const entry = await stage.owner.selectFrom('audit.entry').where('subject_id', '=', written.ok ? written.value.id : '').select(['details', 'reason']).executeTakeFirst();
    expect(entry).toEqual({ details: { compartment: null, confirmed: 'health' }, reason: null });
  });

  test('of social support is written and read from inside only', async () => {
    expect(await writeNote(support, { personId: supported, text: 'Dette de loyer, plan d’apurement.', compartment: 'socialSupport' })).toMatchObject({ ok: true });
    expect(await writeNote(support, { personId: supported, text: 'Visite mardi.' })).toMatchObject({ ok: true });
    expect((await fileOf(support, supported)).notes.map((note) => note.compartment)).toEqual(expect.arrayContaining(['socialSupport', null]));
    // Of the same organisation, in another role: what is inside does not even show.
    const neighbour = await stage.acting('associationWorker', support.actor.organisationId, { member: false });
    expect((await fileOf(neighbour, supported)).notes.map((note) => note.text)).toEqual(['Visite mardi.']);
    expect(await writeNote(neighbour, { personId: supported, text: 'x', compartment: 'socialSupport' })).toEqual({ ok: false, error: { code: 'note.compartment' } });
    const officer = await stage.acting('dataProtectionOfficer', await stage.organisation('metropole', 'Métropole'));
    expect((await fileOf(officer, supported)).notes.map((note) => note.text)).toEqual(['Visite mardi.']);
  });

  test('is for who follows the file, while it is open', async () => {
    expect(await writeNote(other, { personId: person, text: 'x' })).toEqual({ ok: false, error: { code: 'person.unknown' } });
    const herself = await stage.acting('employee', null, { personId: person });
    expect(await writeNote(herself, { personId: person, text: 'x' })).toEqual({ ok: false, error: { code: 'forbidden' } });
    const closed = await stage.person(adviser);
    await closePerson(adviser, { id: closed, reason: 'housed' });
    expect(await writeNote(adviser, { personId: closed, text: 'x' })).toEqual({ ok: false, error: { code: 'person.closed' } });
    expect(await writeNote(adviser, { personId: person, text: ' \n ' })).toEqual({ ok: false, error: { code: 'input.invalid', fields: { text: 'required' } } });
    expect(await writeNote(adviser, { personId: person, text: 'x'.repeat(2_001) })).toEqual({ ok: false, error: { code: 'input.invalid', fields: { text: 'tooLong' } } });
  });
});

describe('a consent', () => {
  const wording = 'J’accepte que mon dossier soit transmis au bailleur.';

  test('keeps the words that were shown, once at a time, and is withdrawn by the person herself', async () => {
    const given = await giveConsent(adviser, { personId: person, purpose: 'shareWithLandlord', wording });
    const id = given.ok ? given.value.id : '';
    expect(await giveConsent(adviser, { personId: person, purpose: 'shareWithLandlord', wording })).toEqual({ ok: false, error: { code: 'consent.alreadyGiven' } });
    const herself = await stage.acting('employee', null, { personId: person });
    expect(await withdrawConsent(herself, { personId: person, id })).toEqual({ ok: true, value: undefined });
    expect(await withdrawConsent(herself, { personId: person, id })).toEqual({ ok: false, error: { code: 'consent.unknown' } });
    expect(await giveConsent(herself, { personId: person, purpose: 'shareWithLandlord', wording: `${wording} Bis.` })).toMatchObject({ ok: true });
    const { consents } = await fileOf(adviser, person);
    expect(consents.map((one) => [one.wording, one.withdrawnAt !== null])).toEqual(expect.arrayContaining([[wording, true], [`${wording} Bis.`, false]]));
    expect(await stage.trace(id)).toEqual(['consent.given', 'consent.withdrawn']);
  });

  test('is nobody else’s', async () => {
    const given = await giveConsent(adviser, { personId: person, purpose: 'survey', wording });
    const id = given.ok ? given.value.id : '';
    expect(await withdrawConsent(other, { personId: person, id })).toEqual({ ok: false, error: { code: 'consent.unknown' } });
    expect(await giveConsent(other, { personId: person, purpose: 'contactByPhone', wording })).toEqual({ ok: false, error: { code: 'person.unknown' } });
    const [manager, someoneElse] = [await stage.acting('hrManager', adviser.actor.organisationId, { member: false }), await stage.acting('employee', null, { personId: supported })];
    expect(await giveConsent(manager, { personId: person, purpose: 'contactByPhone', wording })).toEqual({ ok: false, error: { code: 'forbidden' } });
    expect(await withdrawConsent(someoneElse, { personId: person, id })).toEqual({ ok: false, error: { code: 'consent.unknown' } });
    expect(await stage.trace(id)).toEqual(['consent.given']);
  });
});
