import { createHash, randomBytes, randomUUID } from 'node:crypto';
import type { Db } from '../../src/platform/database/database.ts';
import { documentStore, wholeTerritory } from '../../src/platform/files/document.store.ts';
import { hashOf } from '../../src/platform/identity/hash.ts';
import { rolesOfKind, type OrganisationKind, type Role } from '../../src/platform/permission/matrix.ts';
import { small } from '../needs/territories.ts';
import { keyFor } from '../../src/platform/secret.ts';

/** The secret of the houses of these tests (e2e/support/house.ts). */
const filesKey = keyFor('a secret of the tests, long enough', 'files');

export const here = '200039865';
export const elsewhere = '245400676';

/** One row of every table of people, of one organisation and one person; its `mark` stands in what pages show of it. */
export interface Place {
  territory: string;
  commune: string;
  mark: string;
  organisation: string;
  siren: string;
  establishment: string;
  contact: string;
  household: string;
  person: string;
  consent: string;
  /** An open request of the person. */
  request: string;
  /** Another open one, for the file to be erased. */
  erasing: string;
  /** Somebody of the organisation, whom its manager may send away and who has a second factor. */
  member: string;
  memberRole: Role;
  memberAccount: string;
  invitation: string;
  document: string;
  /** A note that waits for its review, written by the member; a former version of it is published, without the mark. */
  analysis: string;
  /** A scenario of the territory's needs, named by the mark. */
  scenario: string;
}

/** What somebody may be who is neither the one who asks nor reserved to the territory's administrator. */
const memberRoleOf = (kind: OrganisationKind): Role => rolesOfKind[kind].find((role) => !['territoryAdmin', 'dataProtectionOfficer', 'organisationManager'].includes(role)) ?? 'organisationManager';

export async function makePlace(owner: Db, { territory, commune, kind }: { territory: string; commune: string; kind: OrganisationKind }): Promise<Place> {
  const now = new Date();
  const at = { territory, created_at: now };
  const mark = `zz${randomBytes(6).toString('hex').replaceAll(/\d/g, (digit) => 'klmnopqrst'[Number(digit)] ?? '')}`;
  const place: Place = { territory, commune, mark, siren: newSiren(), memberRole: memberRoleOf(kind), erasing: '', organisation: '', establishment: '', contact: '', household: '', person: '', consent: '', request: '', member: '', memberAccount: '', invitation: '', scenario: '', analysis: '', document: randomUUID() };
  const add = async (name: Exclude<keyof Place, 'memberRole'>, made: Promise<{ id: unknown }>): Promise<void> => { place[name] = String((await made).id); };
  await owner.transaction().execute(async (tx) => {
    await add('organisation', tx.insertInto('party.organisation').values({ ...at, kind, name: `${mark} organisation`, siren: place.siren, commune }).returning('id').executeTakeFirstOrThrow());
    await add('household', tx.insertInto('party.household').values({ ...at, custodian_id: place.organisation }).returning('id').executeTakeFirstOrThrow());
    const person = { ...at, custodian_id: place.organisation, household_id: place.household, family_name: mark, search: mark, email: `${mark}@exemple.fr`, last_contact_on: now.toISOString().slice(0, 10), commune };
    await add('person', tx.insertInto('party.person').values({ ...person, given_name: 'Camille' }).returning('id').executeTakeFirstOrThrow());
    await add('establishment', tx.insertInto('party.establishment').values({ territory, organisation_id: place.organisation, siret: siret(place.siren), commune, opened_on: '2015-01-01', recorded_at: now }).returning('id').executeTakeFirstOrThrow());
    await add('contact', tx.insertInto('party.contact').values({ ...at, organisation_id: place.organisation, name: `${mark} contact`, source: 'essai', checked_on: '2026-01-01' }).returning('id').executeTakeFirstOrThrow());
    await add('consent', tx.insertInto('party.consent').values({ territory, person_id: place.person, custodian_id: place.organisation, purpose: 'survey', wording: 'x', given_at: now }).returning('id').executeTakeFirstOrThrow());
    for (const compartment of [null, 'socialSupport']) await tx.insertInto('party.note').values({ territory, person_id: place.person, custodian_id: place.organisation, compartment, text: `${mark} note`, written_at: now }).execute();
    await add('request', tx.insertInto('party.privacy_request').values({ territory, person_id: place.person, kind: 'access', detail: mark, asked_at: now, due_on: '2027-01-24' }).returning('id').executeTakeFirstOrThrow());
    await tx.insertInto('party.privacy_request').values({ territory, person_id: place.person, kind: 'objection', asked_at: now, due_on: '2027-01-24', answered_at: now, outcome: `${mark} réponse` }).execute();
    await add('erasing', tx.insertInto('party.privacy_request').values({ territory, person_id: place.person, kind: 'erasure', asked_at: now, due_on: '2027-01-24' }).returning('id').executeTakeFirstOrThrow());
    await add('memberAccount', tx.insertInto('identity.account').values({ ...at, email: `membre-${mark}@exemple.fr`, name: `${mark} membre` }).returning('id').executeTakeFirstOrThrow());
    await tx.insertInto('identity.totp').values({ account_id: place.memberAccount, secret: Buffer.from('x'), confirmed_at: now }).execute();
    await add('member', tx.insertInto('party.membership').values({ territory, account_id: place.memberAccount, organisation_id: place.organisation, role: place.memberRole, since: now }).returning('id').executeTakeFirstOrThrow());
    await add('invitation', tx.insertInto('party.invitation').values({ ...at, organisation_id: place.organisation, email: `invite-${mark}@exemple.fr`, role: place.memberRole, hash: hashOf(mark), expires_at: new Date(now.getTime() + 86_400_000) }).returning('id').executeTakeFirstOrThrow());
    await add('scenario', tx.insertInto('needs.scenario').values({ ...at, name: `${mark} scénario`, population: 'central', households: 'c', figures: JSON.stringify({ ...small, name: `${mark} scénario`, epciCode: territory }), changed_at: now }).returning('id').executeTakeFirstOrThrow());
    await add('analysis', tx.insertInto('publishing.analysis').values({ ...at, title: `${mark} analyse`, summary: 'x', body: 'x', state: 'review', slug: mark, changed_at: now }).returning('id').executeTakeFirstOrThrow());
    await tx.insertInto('publishing.analysis_writer').values({ territory, analysis_id: place.analysis, account_id: place.memberAccount }).execute();
    await tx.insertInto('publishing.publication').values({ territory, analysis_id: place.analysis, version: 1, slug: `note-${place.siren}`, title: 'x', summary: 'x', body: 'x', figures: JSON.stringify({ figures: {}, pictures: {}, sources: [], unknown: [] }), as_of: now }).execute();
    await tx.insertInto('party.yearly_count').values({ territory, year: 2025, commune, custodian_kind: mark, age_band: '25-34', persons: 1, counted_at: now }).execute();
    const document = { id: place.document, personId: place.person, custodianId: place.organisation };
    const content = Buffer.from(`${mark} bail`);
    const documents = documentStore(tx, wholeTerritory(territory));
    await documents.addPiece(document, filesKey, 1, true, content);
    await documents.add({ ...document, purpose: 'lease', name: 'bail.txt', mediaType: 'text/plain', bytes: content.length, pieces: 1, sha256: createHash('sha256').update(content).digest('hex'), createdAt: now }, null);
    await tx.insertInto('audit.entry').values({ territory, at: now, role: 'lettingAdviser', type: 'person.opened', subject_kind: 'person', subject_id: place.person, person_id: place.person, details: '{}' }).execute();
  });
  return place;
}

let next = 0;

/** Nine digits whose sum holds (Luhn). */
const newSiren = (): string => withKey(String(30_000_000 + (next += 1)));
/** Fourteen, of a company. */
export const siret = (siren: string): string => withKey(`${siren}${String((next += 1)).padStart(4, '0').slice(-4)}`);

function withKey(digits: string): string {
  const sum = Array.from(`${digits}0`).toReversed().reduce((total, digit, at) => {
    const value = Number(digit) * (at % 2 === 0 ? 1 : 2);
    return total + (value > 9 ? value - 9 : value);
  }, 0);
  return `${digits}${(10 - (sum % 10)) % 10}`;
}

/** The first kind of organisation that gives a role. */
export const kindOf = (role: Role): OrganisationKind => (Object.keys(rolesOfKind) as OrganisationKind[]).find((kind) => rolesOfKind[kind].includes(role)) ?? 'lettingService';
