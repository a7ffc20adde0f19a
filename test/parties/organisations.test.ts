import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  addContact, checkContact, closeEstablishment, closeOrganisation, closePerson, createPerson, createOrganisation, inviteMember, listOrganisations, moveEstablishment, openEstablishment, openOrganisation, optOutContact, renameOrganisation, reopenOrganisation, reopenPerson, updateContact, type OrganisationSheet,
} from '../../src/parties/index.ts';
import { fixedClock } from '../../src/platform/clock.ts';
import type { Session } from '../../src/platform/use-case.ts';
import { elsewhere, openStage, type Stage } from './fixture.ts';

let stage: Stage;
let officer: Session;
let hr: Session;
let otherHr: Session;
let stranger: Session;
let employer: string;

const siren = '732829320';
const sirets = ['73282932000074', '73282932000017', '73282932000025'] as const;

beforeAll(async () => {
  stage = await openStage();
  officer = await stage.acting('employerOfficer', await stage.organisation('metropole', 'Métropole'));
  const made = await createOrganisation(officer, { kind: 'employer', name: 'Forges de l’Est', siren: '732 829 320', commune: '57463' });
  employer = made.ok ? made.value.id : '';
  hr = await stage.acting('hrManager', employer);
  otherHr = await stage.acting('hrManager', await stage.organisation('employer', 'Autre employeur', { siren: '200039865' }));
  stranger = await stage.acting('employerOfficer', await stage.organisation('metropole', 'Ailleurs', { territory: elsewhere }), { territory: elsewhere });
});
afterAll(() => stage.close());

const sheet = async (session: Session, id = employer): Promise<OrganisationSheet> => {
  const answer = await openOrganisation(session, { id });
  if (!answer.ok) throw new Error(JSON.stringify(answer.error));
  return answer.value;
};

describe('an organisation', () => {
  test.each([
    ['an employer without a SIREN', { kind: 'employer', name: 'X' }, { siren: 'required' }],
    ['a wrong SIREN', { kind: 'employer', name: 'X', siren: '732829321' }, { siren: 'siren' }],
    ['a commune without its code', { kind: 'commune', name: 'Woippy' }, { commune: 'required' }],
    ['no kind', { name: 'X' }, { kind: 'choose' }],
  ])('is refused: %s', async (_, input, fields) => {
    expect(await createOrganisation(officer, input)).toEqual({ ok: false, error: { code: 'input.invalid', fields } });
  });

  test('is known once by its SIREN, in each territory', async () => {
    expect(await createOrganisation(officer, { kind: 'employer', name: 'Encore', siren })).toEqual({ ok: false, error: { code: 'organisation.known' } });
    expect(await createOrganisation(stranger, { kind: 'employer', name: 'Ailleurs', siren })).toMatchObject({ ok: true });
  });

  test('is found by words of its name or the start of its SIREN, kind by kind, page by page', async () => {
    for (const name of ['Établissements Zimmer', 'Ateliers Zimmer', 'zimmer transport']) await createOrganisation(officer, { kind: 'association', name });
    const names = async (asked: object, session = officer) => {
      const answer = await listOrganisations(session, asked);
      return answer.ok ? answer.value.organisations.map((one) => one.name) : answer.error;
    };
    expect(await names({ words: 'zimmer' })).toEqual(['Ateliers Zimmer', 'Établissements Zimmer', 'zimmer transport']);
    expect(await names({ words: 'ZIMMER etab' })).toEqual(['Établissements Zimmer']);
    expect(await names({ words: '732 8' })).toEqual(['Forges de l’Est']);
    expect(await names({ words: '%' })).toEqual(await names({}));
    expect(await names({ kind: 'association' })).toEqual(['Ateliers Zimmer', 'Établissements Zimmer', 'zimmer transport']);
    expect(await names({ words: 'zimmer' }, stranger)).toEqual([]);
    const first = await listOrganisations(officer, { words: 'zimmer', most: 2 });
    expect(await names({ words: 'zimmer', most: 2, after: first.ok ? first.value.after : '' })).toEqual(['zimmer transport']);
  });

  test('is renamed by who may; a manager of another, another territory find none', async () => {
    const manager = await stage.acting('organisationManager', employer);
    const otherManager = await stage.acting('organisationManager', otherHr.actor.organisationId);
    expect(await renameOrganisation(manager, { id: employer, name: 'Forges de l’Est SAS' })).toEqual({ ok: true, value: undefined });
    for (const session of [otherManager, stranger]) expect(await renameOrganisation(session, { id: employer, name: 'Volée' })).toEqual({ ok: false, error: { code: 'organisation.unknown' } });
    expect(await renameOrganisation(hr, { id: employer, name: 'Volée' })).toEqual({ ok: false, error: { code: 'forbidden' } });
    expect((await sheet(officer)).organisation.name).toBe('Forges de l’Est SAS');
    expect(await stage.trace(employer)).toEqual(['organisation.created', 'organisation.renamed']);
  });

  test('shows each role its own parts only', async () => {
    const parts = async (session: Session) => {
      const { establishments, contacts, members, invitations } = await sheet(session);
      return { establishments: establishments !== null, contacts: contacts !== null, members: members !== null, invitations: invitations !== null };
    };
    const admin = await stage.acting('territoryAdmin', officer.actor.organisationId);
    const committee = await stage.acting('committeeMember', officer.actor.organisationId);
    expect(await parts(admin)).toEqual({ establishments: true, contacts: true, members: true, invitations: true });
    expect(await parts(officer)).toEqual({ establishments: true, contacts: true, members: false, invitations: false });
    expect(await parts(hr)).toEqual({ establishments: true, contacts: true, members: false, invitations: false });
    expect(await parts(committee)).toEqual({ establishments: false, contacts: false, members: false, invitations: false });
    expect(await openOrganisation(otherHr, { id: employer })).toEqual({ ok: false, error: { code: 'organisation.unknown' } });
    expect(await openOrganisation(stranger, { id: employer })).toEqual({ ok: false, error: { code: 'organisation.unknown' } });
    const someone = await stage.acting('employee', null, { personId: '00000000-0000-4000-8000-000000000001' });
    expect(await openOrganisation(someone, { id: employer })).toEqual({ ok: false, error: { code: 'forbidden' } });
  });
});

describe('establishments', () => {
  test('open, move and close, and keep their history', async () => {
    const opened = await openEstablishment(officer, { organisationId: employer, siret: sirets[0], name: 'Usine', commune: '57463', address: '1 rue des Clercs', openedOn: '2010-01-01' });
    const id = opened.ok ? opened.value.id : '';
    expect(await openEstablishment(officer, { organisationId: employer, siret: sirets[0], openedOn: '2015-01-01' })).toEqual({ ok: false, error: { code: 'establishment.known' } });
    expect(await moveEstablishment(officer, { organisationId: employer, id, siret: sirets[1], commune: '57751', address: '2 rue de Metz', movedOn: '2009-12-31' })).toEqual({ ok: false, error: { code: 'establishment.datesCrossed' } });
    const moved = await moveEstablishment(officer, { organisationId: employer, id, siret: sirets[1], commune: '57751', address: '2 rue de Metz', movedOn: '2020-07-01' });
    const next = moved.ok ? moved.value.id : '';
    expect(await moveEstablishment(officer, { organisationId: employer, id, siret: sirets[2], movedOn: '2021-01-01' })).toEqual({ ok: false, error: { code: 'establishment.closed' } });
    expect(await closeEstablishment(hr, { organisationId: employer, id: next, closedOn: '2024-12-31' })).toEqual({ ok: true, value: undefined });
    expect((await sheet(hr)).establishments).toEqual([
      { id: next, siret: sirets[1], name: 'Usine', commune: '57751', address: '2 rue de Metz', openedOn: '2020-07-01', closedOn: '2024-12-31', movedFrom: id },
      { id, siret: sirets[0], name: 'Usine', commune: '57463', address: '1 rue des Clercs', openedOn: '2010-01-01', closedOn: '2020-07-01', movedFrom: null },
    ]);
    // The same address opens again later: a SIRET may live twice, never at once.
    expect(await openEstablishment(officer, { organisationId: employer, siret: sirets[0], openedOn: '2025-01-01' })).toMatchObject({ ok: true });
    expect(await stage.trace(next)).toEqual(['establishment.moved', 'establishment.closed']);
    const event = await stage.owner.selectFrom('work.event').where('subject_id', '=', next).where('type', '=', 'establishment.moved').select(['occurred_on', 'recorded_at']).executeTakeFirst();
    expect(event).toEqual({ occurred_on: '2020-07-01', recorded_at: officer.clock.now() });
  });

  test('bear their company’s SIREN, and are touched by who may', async () => {
    expect(await openEstablishment(officer, { organisationId: otherHr.actor.organisationId, siret: sirets[2], openedOn: '2020-01-01' })).toEqual({ ok: false, error: { code: 'establishment.otherSiren' } });
    expect(await openEstablishment(officer, { organisationId: employer, siret: '73282932000026', openedOn: '2020-01-01' })).toEqual({ ok: false, error: { code: 'input.invalid', fields: { siret: 'siret' } } });
    const opened = await openEstablishment(officer, { organisationId: employer, siret: sirets[2], openedOn: '2020-01-01' });
    const id = opened.ok ? opened.value.id : '';
    expect(await closeEstablishment(otherHr, { organisationId: employer, id, closedOn: '2026-01-01' })).toEqual({ ok: false, error: { code: 'establishment.unknown' } });
    expect(await closeEstablishment(stranger, { organisationId: employer, id, closedOn: '2026-01-01' })).toEqual({ ok: false, error: { code: 'establishment.unknown' } });
    expect(await moveEstablishment(hr, { organisationId: employer, id, siret: sirets[0], movedOn: '2026-01-01' })).toEqual({ ok: false, error: { code: 'forbidden' } });
    expect(await openEstablishment(stranger, { organisationId: employer, siret: sirets[0], openedOn: '2026-01-01' })).toEqual({ ok: false, error: { code: 'organisation.unknown' } });
    const official = await stage.acting('communeOfficial', await stage.organisation('commune', 'Woippy', { commune: '57751' }), { commune: '57751' });
    expect((await sheet(official)).establishments?.map((one) => one.commune)).toEqual(['57751']);
  });
});

describe('contacts', () => {
  test('say where they come from and when they were checked; one who opts out can no longer be reached', async () => {
    const added = await addContact(hr, { organisationId: employer, name: 'Claire Weber', function: 'DRH', email: 'C.Weber@exemple.fr', phone: '0387000001', source: 'Salon de l’emploi', checkedOn: '2024-05-01' });
    const id = added.ok ? added.value.id : '';
    const contact = async () => (await sheet(officer)).contacts?.find((one) => one.id === id);
    expect(await contact()).toMatchObject({ name: 'Claire Weber', email: 'c.weber@exemple.fr', source: 'Salon de l’emploi', checkedOn: '2024-05-01', optedOutAt: null });
    expect(await checkContact(officer, { organisationId: employer, id })).toEqual({ ok: true, value: undefined });
    expect((await contact())?.checkedOn).toBe('2026-11-24');
    expect(await updateContact({ ...officer, clock: fixedClock(new Date('2026-12-01T09:00:00Z')) }, { organisationId: employer, id, name: 'Claire Weber', source: 'Appel' })).toEqual({ ok: true, value: undefined });
    expect(await contact()).toMatchObject({ email: null, source: 'Appel', checkedOn: '2026-12-01' });
    expect(await optOutContact(hr, { organisationId: employer, id })).toEqual({ ok: true, value: undefined });
    expect(await contact()).toMatchObject({ name: 'Claire Weber', email: null, phone: null, optedOutAt: hr.clock.now() });
    for (const change of [checkContact, updateContact]) expect(await change(hr, { organisationId: employer, id, name: 'X', source: 'Y' })).toEqual({ ok: false, error: { code: 'contact.optedOut' } });
    expect(await stage.trace(id)).toEqual(['contact.added', 'contact.checked', 'contact.updated', 'contact.optedOut']);
  });

  test('are another employer’s no more than another territory’s', async () => {
    const added = await addContact(hr, { organisationId: employer, name: 'Paul', source: 'Appel' });
    const id = added.ok ? added.value.id : '';
    for (const session of [otherHr, stranger]) {
      for (const change of [checkContact, optOutContact]) expect(await change(session, { organisationId: employer, id })).toEqual({ ok: false, error: { code: 'contact.unknown' } });
      expect(await addContact(session, { organisationId: employer, name: 'X', source: 'Y' })).toEqual({ ok: false, error: { code: 'organisation.unknown' } });
    }
    expect(await addContact(hr, { organisationId: employer, name: 'X', source: 'Y', checkedOn: '2027-01-01' })).toEqual({ ok: false, error: { code: 'contact.checkedAhead' } });
    expect(await addContact(hr, { organisationId: employer, name: 'X' })).toEqual({ ok: false, error: { code: 'input.invalid', fields: { source: 'required' } } });
    expect(await stage.trace(id)).toEqual(['contact.added']);
  });
});

test('a name holds no address of a site: it stands in the mails of the house', async () => {
  for (const name of ['Votre compte expire : https://exemple.invalid/connexion', 'Voir www.exemple.invalid']) {
    expect(await createOrganisation(officer, { kind: 'landlord', name })).toEqual({ ok: false, error: { code: 'input.invalid', fields: { name: 'link' } } });
  }
});

describe('closing an organisation', () => {
  const origin = 'https://ancrage.exemple.fr';
  const refusal = (code: string, more: object = {}) => ({ ok: false, error: { code, ...more } });
  const isClosed = async (id: string) => (await stage.owner.selectFrom('party.organisation').where('id', '=', id).select('closed_on').executeTakeFirstOrThrow()).closed_on;
  let admin: Session;
  let agency: string;
  let adviser: Session;

  beforeAll(async () => {
    admin = await stage.acting('territoryAdmin', await stage.organisation('metropole', 'Autre métropole'));
    agency = await stage.organisation('lettingService', 'Agence à fermer');
    adviser = await stage.acting('lettingAdviser', agency);
  });

  test('one where the territory is administered is closed and reopened by its administration alone', async () => {
    const second = await stage.organisation('metropole', 'Métropole bis');
    await stage.acting('territoryAdmin', second);
    expect(await closeOrganisation(officer, { id: second })).toEqual(refusal('organisation.reserved'));
    expect(await closeOrganisation(admin, { id: second })).toEqual({ ok: true, value: undefined });
    expect(await reopenOrganisation(officer, { id: second })).toEqual(refusal('organisation.reserved'));
    expect(await reopenOrganisation(admin, { id: second })).toEqual({ ok: true, value: undefined });
  });

  test('waits for its open files, takes back its invitations, begins nothing more, and can be undone', async () => {
    const files = [await stage.person(adviser), await stage.person(adviser)];
    expect(await closeOrganisation(officer, { id: agency })).toEqual(refusal('organisation.openFiles'));
    for (const id of files) await closePerson(adviser, { id, reason: 'housed' });
    const invited = await inviteMember(admin, { organisationId: agency, email: 'suite@exemple.fr', role: 'lettingAdviser', origin });
    const invitation = invited.ok ? invited.value.id : '';

    expect(await closeOrganisation(officer, { id: agency })).toEqual({ ok: true, value: undefined });
    expect(await closeOrganisation(officer, { id: agency })).toEqual({ ok: true, value: undefined });
    expect(await isClosed(agency)).toBe('2026-11-24');
    expect(await stage.trace(agency)).toEqual(['organisation.closed']);
    expect(await stage.trace(invitation)).toEqual(['invitation.sent', 'invitation.revoked']);
    const closed = refusal('organisation.closed');
    expect(await createPerson(adviser, { givenName: 'Camille', familyName: 'Tardive' })).toEqual(closed);
    expect(await inviteMember(admin, { organisationId: agency, email: 'autre@exemple.fr', role: 'lettingAdviser', origin })).toEqual(closed);
    expect(await addContact(officer, { organisationId: agency, name: 'Claire', source: 'salon' })).toEqual(closed);
    expect(await openEstablishment(officer, { organisationId: agency, siret: sirets[2], openedOn: '2020-01-01' })).toEqual(closed);
    const protection = await stage.acting('dataProtectionOfficer', await stage.organisation('metropole', 'Protection'));
    expect(await reopenPerson(protection, { id: files[0] })).toEqual(closed);

    const named = async (state: string) => {
      const listed = await listOrganisations(officer, { words: 'agence a fermer', state });
      return listed.ok ? listed.value.organisations.map(({ id }) => id) : listed.error;
    };
    await renameOrganisation(officer, { id: agency, name: 'Agence à fermer' });
    expect([await named('open'), await named('closed')]).toEqual([[], [agency]]);

    expect(await reopenOrganisation(officer, { id: agency })).toEqual({ ok: true, value: undefined });
    expect(await isClosed(agency)).toBeNull();
    expect((await stage.trace(agency)).at(-1)).toBe('organisation.reopened');
    expect(await reopenPerson(protection, { id: files[0] })).toMatchObject({ ok: true });
  });

  test('is neither its manager’s, nor of the one for which one acts, nor of who administers the territory but by another of them', async () => {
    const manager = await stage.acting('organisationManager', employer);
    expect(await closeOrganisation(manager, { id: employer })).toEqual(refusal('forbidden'));
    expect(await reopenOrganisation(manager, { id: employer })).toEqual(refusal('forbidden'));
    const own = admin.actor.organisationId ?? '';
    expect(await closeOrganisation(admin, { id: own })).toEqual(refusal('organisation.own'));
    expect(await closeOrganisation(officer, { id: own })).toEqual(refusal('organisation.reserved'));
    expect(await closeOrganisation(stranger, { id: employer })).toEqual(refusal('organisation.unknown'));
    expect([await isClosed(own), await isClosed(employer)]).toEqual([null, null]);
    const another = await stage.acting('territoryAdmin', await stage.organisation('metropole', 'Troisième métropole'));
    expect(await closeOrganisation(another, { id: own })).toMatchObject({ ok: true });
  });
});
