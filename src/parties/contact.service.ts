import { failure, success } from '../platform/result.ts';
import { useCase } from '../platform/use-case.ts';
import { contactStore } from './contact.store.ts';
import { changedContact, newContact, oneContact } from './organisation.schema.ts';
import { organisationStore } from './organisation.store.ts';

/** Adds a professional contact, with where it comes from and when it was last known to be right. */
export const addContact = useCase('contact.create', newContact, async ({ input, actor, scope, tx, clock, record }) => {
  const organisation = await organisationStore(tx, actor, scope).find(input.organisationId);
  if (!organisation) return failure({ code: 'organisation.unknown' as const });
  if (organisation.closedOn) return failure({ code: 'organisation.closed' as const });
  if (input.checkedOn && input.checkedOn > clock.today()) return failure({ code: 'contact.checkedAhead' as const });
  const { name, email, phone, source } = input;
  const id = await contactStore(tx, actor, scope).insert({
    organisation_id: organisation.id, name, function: input.function ?? '', email, phone, source, checked_on: input.checkedOn ?? clock.today(), created_at: clock.now(),
  });
  await record.changed({ type: 'contact.added', subject: { kind: 'contact', id } });
  return success({ id });
});

/** Corrects a contact, which is thereby checked. */
export const updateContact = useCase('contact.update', changedContact, async ({ input, actor, scope, tx, clock, record }) => {
  const contacts = contactStore(tx, actor, scope);
  const contact = await contacts.find(input.organisationId, input.id);
  if (!contact) return failure({ code: 'contact.unknown' as const });
  if (contact.optedOutAt) return failure({ code: 'contact.optedOut' as const });
  const { name, email, phone, source } = input;
  await contacts.update(contact.id, { name, function: input.function ?? '', email, phone, source, checked_on: clock.today() });
  await record.changed({ type: 'contact.updated', subject: { kind: 'contact', id: contact.id } });
  return success(undefined);
});

/** Says that a contact is still right today. */
export const checkContact = useCase('contact.update', oneContact, async ({ input, actor, scope, tx, clock, record }) => {
  const contacts = contactStore(tx, actor, scope);
  const contact = await contacts.find(input.organisationId, input.id);
  if (!contact) return failure({ code: 'contact.unknown' as const });
  if (contact.optedOutAt) return failure({ code: 'contact.optedOut' as const });
  await contacts.update(contact.id, { checked_on: clock.today() });
  await record.changed({ type: 'contact.checked', subject: { kind: 'contact', id: contact.id } });
  return success(undefined);
});

/** Keeps that somebody does not want to be contacted: the name stays so that nobody adds it again, the ways to reach it go. */
export const optOutContact = useCase('contact.update', oneContact, async ({ input, actor, scope, tx, clock, record }) => {
  const contacts = contactStore(tx, actor, scope);
  const contact = await contacts.find(input.organisationId, input.id);
  if (!contact) return failure({ code: 'contact.unknown' as const });
  if (contact.optedOutAt) return success(undefined);
  await contacts.update(contact.id, { opted_out_at: clock.now(), email: null, phone: null });
  await record.changed({ type: 'contact.optedOut', subject: { kind: 'contact', id: contact.id } });
  return success(undefined);
});
