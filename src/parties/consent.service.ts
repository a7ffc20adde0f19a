import { failure, success } from '../platform/result.ts';
import { useCase } from '../platform/use-case.ts';
import { consentStore } from './consent.store.ts';
import { newConsent, withdrawnConsent } from './person.schema.ts';
import { personStore } from './person.store.ts';

/** Keeps a consent with the very words that were shown. */
export const giveConsent = useCase('consent.create', newConsent, async ({ input, actor, scope, tx, clock, record }) => {
  const person = await personStore(tx, actor, scope).find(input.personId);
  if (!person) return failure({ code: 'person.unknown' as const });
  if (person.closedOn) return failure({ code: 'person.closed' as const });
  const id = await consentStore(tx, actor, scope).give({ person_id: person.id, custodian_id: person.custodianId, purpose: input.purpose, wording: input.wording, given_at: clock.now() });
  if (!id) return failure({ code: 'consent.alreadyGiven' as const });
  await record.changed({ type: 'consent.given', subject: { kind: 'consent', id }, personId: person.id, details: { purpose: input.purpose } });
  return success({ id });
});

/** As easy as giving it, a closed file included; what was done before stays lawful. */
export const withdrawConsent = useCase('consent.update', withdrawnConsent, async ({ input, actor, scope, tx, clock, record }) => {
  if (!(await consentStore(tx, actor, scope).withdraw(input.personId, input.id, clock.now()))) return failure({ code: 'consent.unknown' as const });
  await record.changed({ type: 'consent.withdrawn', subject: { kind: 'consent', id: input.id }, personId: input.personId });
  return success(undefined);
});
