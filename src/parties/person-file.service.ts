import { failure, success } from '../platform/result.ts';
import { scopeOf } from '../platform/permission/permission.rules.ts';
import { useCase, type Work } from '../platform/use-case.ts';
import { consentStore, type Consent } from './consent.store.ts';
import { householdStore, type Household } from './household.store.ts';
import { invitationStore, type Invitation } from './invitation.store.ts';
import { noteStore, type Note } from './note.store.ts';
import { onePerson, type Person } from './person.schema.ts';
import { openingStore, type Opening } from './opening.store.ts';
import { personStore } from './person.store.ts';

export interface PersonFile {
  person: Person;
  /** Names of the organisations that follow the file or opened it, as far as the reader may know them; who acts for its custodian needs none. */
  organisations: ReadonlyMap<string, string>;
  household: Household | null;
  /** Others of the household whose files the actor may open too. */
  members: { id: string; familyName: string; givenName: string }[];
  consents: Consent[];
  notes: Note[];
  /** To her own space, for those who invite her. */
  invitation: Invitation | null;
  /** Who opened the file, for those who may read the trace. */
  openings: Opening[] | null;
}

const shownNotes = 100;
const shownOpenings = 20;

/** Opens a person's file: a traced reading, as she may see. */
export const openPerson = useCase('person.read', onePerson, async ({ input, ...work }) => {
  const file = await personFile(work, input.id);
  return file ? success(file) : failure({ code: 'person.unknown' as const });
});

/** The file itself, in the transaction of whoever opens it. */
export async function personFile({ actor, scope, tx, clock, record }: Omit<Work<unknown>, 'input'>, id: string): Promise<PersonFile | undefined> {
  const persons = personStore(tx, actor, scope);
  const person = await persons.find(id);
  if (!person) return undefined;
  await record.opened({ type: 'person.opened', subject: { kind: 'person', id: person.id }, personId: person.id });
  const openings = scopeOf(actor.role, 'audit.read') ? await openingStore(tx, actor).ofPerson(person.id, shownOpenings) : null;
  return {
    person,
    openings,
    organisations: scope === 'organisation' ? new Map() : await persons.organisationNames([person.custodianId, ...(openings ?? []).map(({ organisationId }) => organisationId)]),
    household: person.householdId ? ((await householdStore(tx, actor, scope).find(person.householdId)) ?? null) : null,
    members: person.householdId ? await persons.ofHousehold(person.householdId, person.id) : [],
    consents: await consentStore(tx, actor, scopeOf(actor.role, 'consent.read')).ofPerson(person.id),
    notes: await noteStore(tx, actor, scopeOf(actor.role, 'note.read')).ofPerson(person.id, shownNotes),
    invitation: scopeOf(actor.role, 'person.update') === 'organisation' ? ((await invitationStore(tx, actor.territory).latestOfPerson(person.id, clock.now())) ?? null) : null,
  };
}
