import { failure, success } from '../platform/result.ts';
import { useCase } from '../platform/use-case.ts';
import { householdStore } from './household.store.ts';
import { changedPerson, closedPerson, newPerson, onePerson } from './person.schema.ts';
import { organisationStore } from './organisation.store.ts';
import { personStore } from './person.store.ts';
import { searchText } from './search-text.rules.ts';

/** Opens a file, with its household or in one that stands. It belongs to the organisation for which the actor acts. */
export const createPerson = useCase('person.create', newPerson, async ({ input, actor, scope, tx, clock, record }) => {
  if (!actor.organisationId) return failure({ code: 'person.noOrganisation' as const });
  if (input.birthDate && input.birthDate > clock.today()) return failure({ code: 'person.birthDateAhead' as const });
  if (!(await organisationStore(tx, actor, scope).staysOpen(actor.organisationId))) return failure({ code: 'organisation.closed' as const });
  const households = householdStore(tx, actor, scope);
  if (input.householdId && !(await households.find(input.householdId))) return failure({ code: 'household.unknown' as const });
  const householdId = input.householdId ?? (await households.insert({ custodian_id: actor.organisationId, adults: input.adults, children: input.children, created_at: clock.now() }));
  const id = await personStore(tx, actor, scope).insert({
    ...row(input), custodian_id: actor.organisationId, household_id: householdId, created_at: clock.now(), last_contact_on: clock.today(), demonstration: input.demonstration,
  });
  await record.changed({ type: 'person.created', subject: { kind: 'person', id }, personId: id });
  return success({ id });
});

/** Rectification: what stands in the file is made right. The trace says which fields changed, never their values. */
export const updatePerson = useCase('person.update', changedPerson, async ({ input, actor, scope, tx, clock, record }) => {
  const persons = personStore(tx, actor, scope);
  const person = await persons.find(input.id);
  if (!person) return failure({ code: 'person.unknown' as const });
  if (person.closedOn) return failure({ code: 'person.closed' as const });
  if (input.birthDate && input.birthDate > clock.today()) return failure({ code: 'person.birthDateAhead' as const });
  const { id, ...given } = input;
  const changed = (Object.keys(given) as (keyof typeof given)[]).filter((field) => given[field] !== person[field]);
  if (changed.length === 0) return success(undefined);
  await persons.update(id, { ...row(given), last_contact_on: clock.today() });
  await record.changed({ type: 'person.updated', subject: { kind: 'person', id }, personId: id, details: { fields: changed.join(' ') } });
  return success(undefined);
});

/** Ends the following: the file is kept for as long as the retention says, and changes no more. */
export const closePerson = useCase('person.update', closedPerson, async ({ input, actor, scope, tx, clock, record }) => {
  const persons = personStore(tx, actor, scope);
  const person = await persons.find(input.id);
  if (!person || scope === 'own') return failure({ code: 'person.unknown' as const });
  if (person.closedOn) return failure({ code: 'person.closed' as const });
  await persons.update(input.id, { closed_on: clock.today() });
  await record.changed({ type: 'person.closed', subject: { kind: 'person', id: input.id }, personId: input.id, reason: input.reason });
  return success(undefined);
});

/** Undoes a closing: the person came back, or it was a mistake. */
export const reopenPerson = useCase('person.update', onePerson, async ({ input, actor, scope, tx, clock, record }) => {
  const persons = personStore(tx, actor, scope);
  const person = await persons.find(input.id);
  if (!person || scope === 'own') return failure({ code: 'person.unknown' as const });
  if (!person.closedOn) return success(undefined);
  if ((await organisationStore(tx, actor, scope).find(person.custodianId))?.closedOn) return failure({ code: 'organisation.closed' as const });
  await persons.update(input.id, { closed_on: null, last_contact_on: clock.today() });
  await record.changed({ type: 'person.reopened', subject: { kind: 'person', id: input.id }, personId: input.id });
  return success(undefined);
});

const row = (person: { givenName: string; familyName: string; birthDate: string | null; email: string | null; phone: string | null; commune: string | null; language: string }) => ({
  given_name: person.givenName, family_name: person.familyName, birth_date: person.birthDate, email: person.email, phone: person.phone, commune: person.commune, language: person.language,
  search: searchText(person),
});
