import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { closePerson, createPerson, findPersons, listPersons, openPerson, reopenPerson, updateHousehold, updatePerson, type PersonFile } from '../../src/parties/index.ts';
import { roles } from '../../src/platform/permission/matrix.ts';
import { elsewhere, here, openStage, type Stage } from './fixture.ts';
import type { Session } from '../../src/platform/use-case.ts';

let stage: Stage;
let letting: string;
let adviser: Session;
let colleagueElsewhere: Session;
let stranger: Session;
let officer: Session;

beforeAll(async () => {
  stage = await openStage();
  letting = await stage.organisation('lettingService', 'Service locatif');
  adviser = await stage.acting('lettingAdviser', letting);
  colleagueElsewhere = await stage.acting('associationWorker', await stage.organisation('association', 'Association'));
  stranger = await stage.acting('lettingAdviser', await stage.organisation('lettingService', 'Ailleurs', { territory: elsewhere }), { territory: elsewhere });
  officer = await stage.acting('dataProtectionOfficer', await stage.organisation('metropole', 'Métropole'));
});
afterAll(() => stage.close());

const identity = { givenName: 'Zoé', familyName: 'Müller' };
const opened = async (session: Session, id: string): Promise<PersonFile> => {
  const file = await openPerson(session, { id });
  if (!file.ok) throw new Error(JSON.stringify(file.error));
  return file.value;
};

describe('a file', () => {
  test('is opened for the organisation for which one acts, with its household, and traced', async () => {
    const made = await createPerson(adviser, { ...identity, birthDate: '1990-05-06', email: ' Zoe.Muller@Exemple.fr ', phone: '06 12 34 56 78', commune: '57463', adults: '2', children: '1' });
    const id = made.ok ? made.value.id : '';
    const file = await opened(adviser, id);
    expect(file.person).toMatchObject({ ...identity, birthDate: '1990-05-06', email: 'zoe.muller@exemple.fr', commune: '57463', custodianId: letting, lastContactOn: '2026-11-24' });
    expect(file.household).toMatchObject({ adults: 2, children: 1 });
    expect([file.organisations.get(letting), (await opened(officer, id)).organisations.get(letting)]).toEqual([undefined, 'Service locatif']);
    expect(file.openings).toBeNull();
    expect(await stage.trace(id)).toEqual(['person.created', 'person.opened', 'person.opened']);
    const stored = await stage.owner.selectFrom('party.person').where('id', '=', id).select(['search', 'territory']).executeTakeFirst();
    expect(stored).toEqual({ search: 'muller zoe', territory: here });
  });

  test.each([
    ['no name', { givenName: ' ', familyName: 'B' }, { givenName: 'required' }],
    ['a NIR in a name', { givenName: '2 55 08 14 168 025 38', familyName: 'B' }, { givenName: 'nir' }],
    ['an address that is none', { ...identity, email: 'zoe' }, { email: 'email' }],
    ['a number that is none', { ...identity, phone: 'appeler' }, { phone: 'phone' }],
    ['a commune that is none', { ...identity, commune: 'Metz' }, { commune: 'commune' }],
    ['a date that is none', { ...identity, birthDate: '31/12/1990' }, { birthDate: 'date' }],
    ['too many children', { ...identity, children: '21' }, { children: 'number' }],
    ['a name without end', { givenName: 'a'.repeat(101), familyName: 'B' }, { givenName: 'tooLong' }],
    ['a file instead of text', { givenName: new Blob(['x']), familyName: 'B' }, { givenName: 'required' }],
  ])('is refused with %s, each problem beside its field', async (_, input, fields) => {
    expect(await createPerson(adviser, input)).toEqual({ ok: false, error: { code: 'input.invalid', fields } });
  });

  test('never keeps control characters, nor a birth in the future', async () => {
    const id = await stage.person(adviser, { givenName: 'Zo\u0000é\u202e', familyName: 'Müller\n\tLe  Grand' });
    expect((await opened(adviser, id)).person).toMatchObject({ givenName: 'Zoé', familyName: 'Müller Le Grand' });
    expect(await createPerson(adviser, { ...identity, birthDate: '2026-11-25' })).toEqual({ ok: false, error: { code: 'person.birthDateAhead' } });
  });

  test('is rectified; the trace says which fields, never their values', async () => {
    const id = await stage.person(adviser);
    expect(await updatePerson(adviser, { id, ...identity, familyName: 'Meyer', phone: '0387000000' })).toEqual({ ok: true, value: undefined });
    expect((await opened(adviser, id)).person).toMatchObject({ familyName: 'Meyer', phone: '0387000000' });
    const entry = await stage.owner.selectFrom('audit.entry').where('subject_id', '=', id).where('type', '=', 'person.updated').select(['details', 'role', 'organisation_id', 'person_id']).executeTakeFirst();
    expect(entry).toEqual({ details: { fields: 'familyName phone' }, role: 'lettingAdviser', organisation_id: letting, person_id: id });
    expect(await updatePerson(adviser, { id, ...identity, familyName: 'Meyer', phone: '0387000000' })).toEqual({ ok: true, value: undefined });
    expect((await stage.trace(id)).filter((type) => type === 'person.updated')).toHaveLength(1);
    expect((await findPersons(adviser, { words: 'meyer' })).ok).toBe(true);
  });

  test('closed, it changes no more, until it is opened again', async () => {
    const id = await stage.person(adviser);
    expect(await closePerson(adviser, { id, reason: 'housed' })).toEqual({ ok: true, value: undefined });
    expect(await closePerson(adviser, { id, reason: 'housed' })).toEqual({ ok: false, error: { code: 'person.closed' } });
    expect(await updatePerson(adviser, { id, ...identity, familyName: 'X' })).toEqual({ ok: false, error: { code: 'person.closed' } });
    expect(await updateHousehold(adviser, { personId: id, adults: 3, children: 0 })).toEqual({ ok: false, error: { code: 'person.closed' } });
    expect((await opened(adviser, id)).person.closedOn).toBe('2026-11-24');
    expect(await reopenPerson(adviser, { id })).toEqual({ ok: true, value: undefined });
    expect((await opened(adviser, id)).person.closedOn).toBeNull();
    expect((await stage.trace(id)).filter((type) => type !== 'person.opened')).toEqual(['person.created', 'person.closed', 'person.reopened']);
  });

  test('a second one of the same household shares its counts', async () => {
    const first = await stage.person(adviser);
    const householdId = (await opened(adviser, first)).household?.id;
    const second = await createPerson(adviser, { givenName: 'Paul', familyName: 'Müller', householdId });
    const id = second.ok ? second.value.id : '';
    expect(await updateHousehold(adviser, { personId: id, adults: 2, children: 3 })).toEqual({ ok: true, value: undefined });
    const file = await opened(adviser, first);
    expect(file.household).toMatchObject({ adults: 2, children: 3 });
    expect(file.members).toEqual([{ id, familyName: 'Müller', givenName: 'Paul' }]);
    const other = await stage.acting('associationWorker', colleagueElsewhere.actor.organisationId);
    expect(await createPerson(other, { ...identity, householdId })).toEqual({ ok: false, error: { code: 'household.unknown' } });
  });
});

describe('who may', () => {
  test('another organisation, another territory: absent and not visible are the same, and leave no trace', async () => {
    const id = await stage.person(adviser);
    const before = await stage.traceCount();
    for (const session of [colleagueElsewhere, stranger]) {
      for (const answer of [
        await openPerson(session, { id }), await updatePerson(session, { id, ...identity }), await closePerson(session, { id, reason: 'other' }), await reopenPerson(session, { id }),
        await updateHousehold(session, { personId: id, adults: 1, children: 0 }),
      ]) expect(answer).toEqual({ ok: false, error: { code: 'person.unknown' } });
    }
    expect(await openPerson(adviser, { id: '00000000-0000-4000-8000-000000000000' })).toEqual({ ok: false, error: { code: 'person.unknown' } });
    expect(await stage.traceCount()).toBe(before);
  });

  test.each(roles.filter((role) => !['lettingAdviser', 'supportAdviser', 'associationWorker', 'employee', 'dataProtectionOfficer', 'job'].includes(role)))('%s opens no file', async (role) => {
    const session = await stage.acting(role, letting, { member: false });
    const id = await stage.person(adviser);
    for (const answer of [await openPerson(session, { id }), await listPersons(session, {}), await findPersons(session, { words: 'muller' }), await createPerson(session, identity), await updatePerson(session, { id, ...identity })]) {
      expect(answer).toEqual({ ok: false, error: { code: 'forbidden' } });
    }
  });

  test('a person opens and corrects her own file, and neither closes it nor sees another', async () => {
    const [id, other] = [await stage.person(adviser), await stage.person(adviser)];
    const herself = await stage.acting('employee', null, { personId: id });
    expect((await opened(herself, id)).person.id).toBe(id);
    expect(await updatePerson(herself, { id, ...identity, phone: '0612345678' })).toEqual({ ok: true, value: undefined });
    expect(await updateHousehold(herself, { personId: id, adults: 1, children: 2 })).toEqual({ ok: true, value: undefined });
    expect(await closePerson(herself, { id, reason: 'other' })).toEqual({ ok: false, error: { code: 'person.unknown' } });
    expect(await openPerson(herself, { id: other })).toEqual({ ok: false, error: { code: 'person.unknown' } });
    const list = await listPersons(herself, {});
    expect(list.ok && list.value.persons.map((person) => person.id)).toEqual([id]);
  });

  test('the data protection officer sees who opened a file, by name and organisation', async () => {
    const id = await stage.person(adviser);
    await opened(adviser, id);
    const { openings, organisations } = await opened(officer, id);
    expect(openings?.map(({ role, organisationId, name }) => ({ role, organisation: organisations.get(organisationId ?? ''), name }))).toEqual([
      { role: 'dataProtectionOfficer', organisation: 'Métropole', name: 'Compte dataProtectionOfficer' },
      { role: 'lettingAdviser', organisation: 'Service locatif', name: 'Compte lettingAdviser' },
    ]);
  });

  test('an erased file is absent', async () => {
    const id = await stage.person(adviser);
    await stage.owner.updateTable('party.person').set({ erased_at: new Date(), search: '' }).where('id', '=', id).execute();
    expect(await openPerson(adviser, { id })).toEqual({ ok: false, error: { code: 'person.unknown' } });
    expect(await updatePerson(adviser, { id, ...identity })).toEqual({ ok: false, error: { code: 'person.unknown' } });
  });
});

test('what fails leaves nothing: neither row, nor trace, nor event', async () => {
  const count = async () => [await stage.traceCount(), (await stage.owner.selectFrom('party.person').select('id').execute()).length, (await stage.owner.selectFrom('party.household').select('id').execute()).length, (await stage.owner.selectFrom('work.event').select('id').execute()).length];
  const before = await count();
  const broken = { ...adviser, clock: { ...adviser.clock, today: () => 'not a day' } };
  await expect(createPerson(broken, identity)).rejects.toThrow();
  expect(await count()).toEqual(before);
});
