import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { personalAreas } from '../../src/composition.ts';
import * as needs from '../../src/needs/index.ts';
import { publishCube } from '../../src/indicators/index.ts';
import * as parties from '../../src/parties/index.ts';
import { readJournal } from '../../src/platform/audit/journal.service.ts';
import { eraseDocument, keepDocument, openDocument } from '../../src/platform/files/document.service.ts';
import { disableAccount, enableAccount, memberOf, resetSecondFactor } from '../../src/platform/identity/index.ts';
import type { Actor } from '../../src/platform/permission/actor.ts';
import { roles, type Permission, type Role } from '../../src/platform/permission/matrix.ts';
import type * as PermissionRules from '../../src/platform/permission/permission.rules.ts';
import { keyFor } from '../../src/platform/secret.ts';
import type { Session } from '../../src/platform/use-case.ts';
import * as publishing from '../../src/publishing/index.ts';
import { composeIndicators } from '../../src/composition.ts';
import { territoryOf } from '../observatory/files.ts';
import { small } from '../needs/territories.ts';
import { here, siret, type Place } from './place.ts';
import { reaches, scopeIn } from './reach.ts';
import { openWatchedHouse, type WatchedHouse } from './watched-house.ts';

/**
 * Every use case × every role × one's own rows, those of another organisation, those of another territory; first as it
 * stands, then with the services' check removed: every role is told that it may everything in the whole territory, and
 * the database alone is left to say no.
 */
const check = vi.hoisted(() => ({ removed: false }));
vi.mock(import('../../src/platform/permission/permission.rules.ts'), async (original) => {
  const rules: typeof PermissionRules = await original();
  return { ...rules, scopeOf: (role, permission) => (check.removed ? 'territory' : rules.scopeOf(role, permission)) };
});

type Run = (session: Session, input: unknown) => Promise<{ ok: boolean; value?: unknown; error?: unknown }>;
interface Case {
  permission: Permission;
  run: Run;
  input: (place: Place) => unknown;
  /** Roles that hold the line of the matrix, and yet not for this. */
  except?: readonly Role[];
  /** It shows rows and changes none; a list names no place. */
  lists?: true;
  reads?: true;
  /** Makes a row of one's own; there is no other place to name. */
  makes?: true;
  /** The person's file is closed first. */
  closed?: true;
  /** The analysis is a draft first. */
  drafted?: true;
  /** The organisation is closed first. */
  organisationClosed?: true;
  /** The member's account is disabled first. */
  disabled?: true;
  /** Not to the organisation for which one acts. */
  notMine?: true;
  /** The organisation and the person are of the demonstration. */
  demonstration?: true;
  /** It asks for its own scope: told the whole territory, it refuses. */
  byScope?: true;
  /** Roles of whom another case of the same name tells. */
  notHere?: readonly Role[];
}

const secret = 'a secret of the tests, long enough';
const areas = personalAreas(secret);
const files = keyFor(secret, 'files');
const origin = 'http://127.0.0.1:3000';
const identity = ({ mark }: Place) => ({ givenName: 'Dominique', familyName: mark, language: 'fr' });
const follower = { except: ['employee', 'dataProtectionOfficer', 'job'], byScope: true } as const;
const one = (name: keyof Place) => (place: Place) => ({ id: place[name] });
const lease = ({ person }: Place) => ({ personId: person, purpose: 'lease', name: 'bail.txt', allowed: ['text/plain'], mostBytes: 1_000, content: (async function* () { yield Buffer.from('bail'); })() });

const scenario = ({ mark, territory }: Place) => ({ name: `${mark} nouveau`, population: 'central', households: 'c', figures: { ...small, epciCode: territory } });

const note = ({ mark }: Place) => ({ title: `${mark} autre`, summary: 'Un résumé', body: 'Un texte.' });
const metz = territoryOf('metz');
const cube = ({ mark }: Place) => ({ id: `essai.${mark}`, title: mark, rule: 'persons', dimensions: [{ name: 'age', total: 'tous' }], rows: [{ at: { age: 'tous' }, value: 60 }, { at: { age: 'jeunes' }, value: 30 }, { at: { age: 'autres' }, value: 30 }] });

const cases: Readonly<Record<string, Case>> = {
  readJournal: { permission: 'audit.read', run: readJournal, input: () => ({}), lists: true },
  keepDocument: { permission: 'file.create', run: keepDocument(files), input: lease },
  openDocument: { permission: 'file.read', run: openDocument, input: one('document'), reads: true },
  eraseDocument: { permission: 'file.erase', run: eraseDocument, input: one('document') },
  memberOf: { permission: 'membership.update', run: memberOf, input: ({ member }) => ({ membershipId: member }), reads: true },
  resetSecondFactor: { permission: 'membership.update', run: resetSecondFactor, input: ({ member }) => ({ membershipId: member, reason: 'Téléphone perdu', language: 'fr', recoveryAddress: `${origin}/mot-de-passe-oublie` }) },
  disableAccount: { permission: 'membership.update', run: disableAccount, except: ['organisationManager'], byScope: true, input: ({ member }) => ({ membershipId: member, reason: 'Ordinateur volé' }) },
  enableAccount: { permission: 'membership.update', run: enableAccount, except: ['organisationManager'], byScope: true, disabled: true, input: ({ member }) => ({ membershipId: member }) },
  saveScenario: { permission: 'needsScenario.create', run: needs.saveScenario, input: scenario, makes: true },
  changeScenario: { permission: 'needsScenario.update', run: needs.changeScenario, input: (place) => ({ ...scenario(place), id: place.scenario }) },
  duplicateScenario: { permission: 'needsScenario.create', run: needs.duplicateScenario, input: ({ scenario: id, mark }) => ({ id, name: `${mark} copie` }) },
  retainScenario: { permission: 'needsScenario.update', run: needs.retainScenario, input: ({ scenario: id }) => ({ id, retained: true }) },
  openScenario: { permission: 'needsScenario.read', run: needs.openScenario, input: one('scenario'), reads: true },
  removeScenario: { permission: 'needsScenario.erase', run: needs.removeScenario, input: one('scenario') },
  listScenarios: { permission: 'needsScenario.read', run: needs.listScenarios, input: () => ({}), lists: true },
  readRetainedScenario: { permission: 'needsScenario.read', run: needs.readRetainedScenario, input: () => ({}), lists: true },
  compareScenarios: { permission: 'needsScenario.read', run: needs.compareScenarios, input: ({ scenario: id }) => ({ ids: [id] }), reads: true },
  draftAnalysis: { permission: 'analysis.create', run: publishing.draftAnalysis, input: note, makes: true },
  editAnalysis: { permission: 'analysis.update', run: publishing.editAnalysis, input: (place) => ({ id: place.analysis, ...note(place) }) },
  submitAnalysis: { permission: 'analysis.update', run: publishing.submitAnalysis, drafted: true, input: one('analysis') },
  listAnalyses: { permission: 'analysis.read', run: publishing.listAnalyses, input: () => ({}), lists: true },
  openAnalysis: { permission: 'analysis.read', run: publishing.openAnalysis, input: one('analysis'), reads: true },
  publishAnalysis: { permission: 'publication.create', run: publishing.publishAnalysis({ get db() { return house.app.db; }, territory: metz, indicators: composeIndicators(metz) }), input: ({ analysis }) => ({ id: analysis, revision: 1 }) },
  withdrawAnalysis: { permission: 'publication.update', run: publishing.withdrawAnalysis, input: one('analysis') },
  publishCube: { permission: 'cube.create', run: publishCube, input: cube, makes: true },
  createPerson: { permission: 'person.create', run: parties.createPerson, input: identity, makes: true },
  updatePerson: { permission: 'person.update', run: parties.updatePerson, input: (place) => ({ id: place.person, ...identity(place) }) },
  closePerson: { permission: 'person.update', run: parties.closePerson, except: ['employee'], input: ({ person }) => ({ id: person, reason: 'housed' }) },
  reopenPerson: { permission: 'person.update', run: parties.reopenPerson, except: ['employee'], input: one('person'), closed: true },
  openPerson: { permission: 'person.read', run: parties.openPerson, input: one('person'), reads: true },
  listPersons: { permission: 'person.read', run: parties.listPersons, input: () => ({}), lists: true },
  findPersons: { permission: 'person.read', run: parties.findPersons, input: ({ mark }) => ({ words: mark }), reads: true },
  updateHousehold: { permission: 'household.update', run: parties.updateHousehold, input: ({ person }) => ({ personId: person, adults: 2, children: 3 }) },
  writeNote: { permission: 'note.create', run: parties.writeNote, input: ({ person }) => ({ personId: person, text: 'Visite faite' }) },
  giveConsent: { permission: 'consent.create', run: parties.giveConsent, input: ({ person }) => ({ personId: person, purpose: 'contactByPhone', wording: 'Oui' }) },
  withdrawConsent: { permission: 'consent.update', run: parties.withdrawConsent, input: ({ person, consent }) => ({ personId: person, id: consent }) },
  invitePerson: { permission: 'person.update', run: parties.invitePerson, ...follower, input: ({ person }) => ({ personId: person, origin }) },
  openDemonstrationSpace: { permission: 'person.update', run: parties.openDemonstrationSpace, ...follower, demonstration: true, input: ({ person, mark }) => ({ personId: person, email: `demo-${mark}@exemple.fr`, name: 'Démonstration' }) },
  createOrganisation: { permission: 'organisation.create', run: parties.createOrganisation, input: ({ mark }) => ({ kind: 'landlord', name: `${mark} nouvelle` }), makes: true },
  renameOrganisation: { permission: 'organisation.update', run: parties.renameOrganisation, input: ({ organisation, mark }) => ({ id: organisation, name: `${mark} renommée` }) },
  closeOrganisation: { permission: 'organisation.update', run: parties.closeOrganisation, except: ['organisationManager'], byScope: true, notMine: true, closed: true, input: one('organisation') },
  reopenOrganisation: { permission: 'organisation.update', run: parties.reopenOrganisation, except: ['organisationManager'], byScope: true, organisationClosed: true, input: one('organisation') },
  listOrganisations: { permission: 'organisation.read', run: parties.listOrganisations, input: () => ({}), lists: true },
  openOrganisation: { permission: 'organisation.read', run: parties.openOrganisation, input: one('organisation'), reads: true },
  inviteMember: { permission: 'invitation.create', run: parties.inviteMember, input: ({ organisation, memberRole, mark }) => ({ organisationId: organisation, role: memberRole, email: `nouveau-${mark}@exemple.fr`, origin }) },
  revokeInvitation: { permission: 'invitation.update', run: parties.revokeInvitation, input: ({ organisation, invitation }) => ({ organisationId: organisation, id: invitation }) },
  endMembership: { permission: 'membership.update', run: parties.endMembership, input: ({ organisation, member }) => ({ organisationId: organisation, id: member }) },
  joinDemonstration: { permission: 'membership.create', run: parties.joinDemonstration, demonstration: true, input: ({ organisation, memberRole, mark }) => ({ organisationId: organisation, role: memberRole, email: `demo-${mark}@exemple.fr`, name: 'Démonstration' }) },
  addContact: { permission: 'contact.create', run: parties.addContact, input: ({ organisation, mark }) => ({ organisationId: organisation, name: `${mark} nouveau`, source: 'visite', checkedOn: '2026-11-01' }) },
  updateContact: { permission: 'contact.update', run: parties.updateContact, input: ({ organisation, contact, mark }) => ({ organisationId: organisation, id: contact, name: `${mark} autre`, source: 'visite', checkedOn: '2026-11-01' }) },
  checkContact: { permission: 'contact.update', run: parties.checkContact, input: ({ organisation, contact }) => ({ organisationId: organisation, id: contact }) },
  optOutContact: { permission: 'contact.update', run: parties.optOutContact, input: ({ organisation, contact }) => ({ organisationId: organisation, id: contact }) },
  openEstablishment: { permission: 'establishment.create', run: parties.openEstablishment, input: ({ organisation, siren }) => ({ organisationId: organisation, siret: siret(siren), openedOn: '2020-01-01' }) },
  closeEstablishment: { permission: 'establishment.update', run: parties.closeEstablishment, input: ({ organisation, establishment }) => ({ organisationId: organisation, id: establishment, closedOn: '2026-06-30' }) },
  moveEstablishment: { permission: 'establishment.create', run: parties.moveEstablishment, input: ({ organisation, establishment, siren }) => ({ organisationId: organisation, id: establishment, siret: siret(siren), movedOn: '2026-06-30' }) },
  makePrivacyRequest: { permission: 'privacyRequest.create', run: parties.makePrivacyRequest, notHere: ['employee'], input: ({ person }) => ({ kind: 'rectification', detail: 'Le nom', personId: person }) },
  'makePrivacyRequest of one’s own': { permission: 'privacyRequest.create', run: parties.makePrivacyRequest, notHere: roles.filter((role) => role !== 'employee'), makes: true, byScope: true, input: () => ({ kind: 'rectification', detail: 'Le nom' }) },
  listYearlyCounts: { permission: 'yearlyCount.read', run: parties.listYearlyCounts, input: () => ({ year: 2025 }), lists: true },
  listPrivacyRequests: { permission: 'privacyRequest.read', run: parties.listPrivacyRequests, input: () => ({}), lists: true },
  openPrivacyRequest: { permission: 'privacyRequest.read', run: parties.openPrivacyRequest(areas), input: one('request'), reads: true },
  answerPrivacyRequest: { permission: 'privacyRequest.update', run: parties.answerPrivacyRequest, input: ({ request }) => ({ id: request, outcome: 'Répondu' }) },
  eraseOnRequest: { permission: 'privacyRequest.update', run: parties.eraseOnRequest(areas), input: ({ erasing }) => ({ id: erasing, confirmed: 'oui' }) },
  copyPersonalData: { permission: 'privacyRequest.read', run: parties.copyPersonalData(areas), notHere: ['employee'], input: ({ request }) => ({ requestId: request }), reads: true },
  'copyPersonalData of one’s own': { permission: 'privacyRequest.read', run: parties.copyPersonalData(areas), notHere: roles.filter((role) => role !== 'employee'), input: () => ({}), lists: true, byScope: true },
};

let house: WatchedHouse;
beforeAll(async () => { house = await openWatchedHouse(); });
afterAll(() => house.close());

test('every use case of the sources has its case, under its own line of the matrix', () => {
  const declared = globSync(join(import.meta.dirname, '../../src/**/*.service.ts')).flatMap((file) =>
    [...readFileSync(file, 'utf8').matchAll(/(\w+) = (?:\([^()]*\) => )?useCase\('([\w.]+)'/g)].map(([, name, permission]) => `${name} ${permission}`));
  const uses = globSync(join(import.meta.dirname, '../../src/**/*.ts')).filter((file) => !file.endsWith('use-case.ts')).reduce((count, file) => count + (readFileSync(file, 'utf8').match(/\buseCase\(/g)?.length ?? 0), 0);
  expect(declared.length).toBe(uses);
  expect([...new Set(Object.entries(cases).map(([name, { permission }]) => `${name.split(' ')[0]} ${permission}`))].toSorted()).toEqual(declared.toSorted());
});

describe.each(Object.entries(cases))('%s', (_, of) => {
  const told = roles.filter((role) => !of.notHere?.includes(role));
  for (const removed of [false, true]) {
    test.each(told)(`%s acts in its scope, and only there${removed ? ', though the services check nothing' : ''}`, (role) => everywhere(role, of, removed));
  }
});

async function everywhere(role: Role, of: Case, removed: boolean): Promise<void> {
  const { mine, other, foreign, accountId } = await house.openWorld(role);
  const acts = role !== 'employee' && role !== 'job';
  const actor: Actor = { accountId, role, territory: here, organisationId: acts ? mine.organisation : null, commune: acts ? mine.commune : null, personId: role === 'employee' ? mine.person : null };
  const excepted = of.except?.includes(role) ?? false;
  // The database knows who reads and who changes, not what for; what it refuses is every row out of these.
  const held = removed && (of.reads || of.lists) ? (`${of.permission.split('.')[0]}.read` as Permission) : of.permission;
  const scope = excepted && !removed ? undefined : scopeIn(role, held);
  for (const place of [foreign, other, mine]) {
    if ((of.makes || of.lists) && place !== mine) continue;
    if (of.closed) await house.owner.updateTable('party.person').set({ closed_on: '2026-01-01' }).where('id', '=', place.person).execute();
    if (of.drafted) await house.owner.updateTable('publishing.analysis').set({ state: 'draft' }).where('id', '=', place.analysis).execute();
    if (of.disabled) await house.owner.updateTable('identity.account').set({ disabled_at: new Date() }).where('id', '=', place.memberAccount).execute();
    if (of.organisationClosed) await house.owner.updateTable('party.organisation').set({ closed_on: '2026-01-01' }).where('id', '=', place.organisation).execute();
    if (of.demonstration) for (const [table, id] of [['party.organisation', place.organisation], ['party.person', place.person]] as const) await house.owner.updateTable(table).set({ demonstration: true }).where('id', '=', id).execute();
    await house.changes();
    const outcome = await acting(removed, () => of.run({ db: house.app.db, clock: house.app.clock, actor }, of.input(place)));
    const changed = await house.changes();
    const allowed = of.makes || of.lists ? scope !== undefined : reaches(scope, place, mine) && !(of.notMine && place === mine);
    const told = JSON.stringify(outcome.value ?? null);
    const at = `${place === mine ? 'mine' : place === other ? 'other' : 'foreign'}: ${JSON.stringify(outcome.error ?? told).slice(0, 300)} ${changed.join(' ')}`;
    if (!allowed) {
      // A search finds nothing; everything else refuses.
      if (!removed && !(scope && of.run === parties.findPersons)) expect(outcome.ok, at).toBe(false);
      expect(changed, at).toEqual([]);
    } else if (!(removed && (excepted || of.byScope))) {
      expect(outcome.ok, at).toBe(true);
      if (of.reads) expect(told.includes(place.mark) || told.includes(place.document), at).toBe(true);
      else if (!of.lists) expect(changed.length, at).toBeGreaterThan(0);
    }
    if (of.makes) continue;
    const out = [mine, other, foreign].filter((one) => !reaches(scope, one, mine));
    expect(out.filter(({ mark, person, document }) => [mark, person, document].some((sign) => told.includes(sign))), at).toEqual([]);
  }
}

/** Row-level security refuses a write by an error; that is a refusal here. */
async function acting(removed: boolean, run: () => ReturnType<Run>): ReturnType<Run> {
  check.removed = removed;
  try {
    return await run();
  } catch (error) {
    if (!removed || !(error instanceof Error) || !/row-level security|permission denied/.test(error.message)) throw error;
    return { ok: false, error: error.message };
  } finally {
    check.removed = false;
  }
}
