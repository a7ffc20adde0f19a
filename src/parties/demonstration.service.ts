import { z } from 'zod';
import { demonstrationAccount } from '../platform/identity/demonstration.store.ts';
import { roles, type OrganisationKind } from '../platform/permission/matrix.ts';
import { mayGive } from '../platform/permission/permission.rules.ts';
import { failure, success } from '../platform/result.ts';
import { useCase } from '../platform/use-case.ts';
import { membershipStore } from './membership.store.ts';
import { organisationStore } from './organisation.store.ts';
import { personStore } from './person.store.ts';
import { email, line, uuid } from './text.schema.ts';

const member = z.object({ organisationId: uuid, role: z.enum(roles, 'choose'), email, name: line(200) });
const holder = z.object({ personId: uuid, email, name: line(200) });

/**
 * Gives a demonstration account its role, the account being made if need be: nobody is invited by mail, since nobody is
 * behind it. Such an account opens only where demonstration is on.
 */
export const joinDemonstration = useCase('membership.create', member, async ({ input, actor, scope, tx, clock, record }) => {
  const organisation = await organisationStore(tx, actor, scope).find(input.organisationId);
  // Anybody may enter such an account: it acts for organisations of the demonstration only.
  if (!organisation?.demonstration || organisation.closedOn) return failure({ code: 'organisation.unknown' as const });
  if (!mayGive(actor.role, organisation.kind as OrganisationKind, input.role)) return failure({ code: 'membership.reserved' as const });
  const account = await demonstrationAccount(tx, { territory: actor.territory, email: input.email, name: input.name, personId: null, at: clock.now() });
  if (!account) return failure({ code: 'account.exists' as const });
  if (account.made) await record.changed({ type: 'account.created', subject: { kind: 'account', id: account.id } });
  const membershipId = await membershipStore(tx, actor.territory).start({ account_id: account.id, organisation_id: organisation.id, role: input.role, since: clock.now() });
  await record.changed({ type: 'membership.started', subject: { kind: 'membership', id: membershipId }, details: { role: input.role } });
  return success({ accountId: account.id, membershipId });
});

/** Gives an accompanied person of the demonstration a space of her own. */
export const openDemonstrationSpace = useCase('person.update', holder, async ({ input, actor, scope, tx, clock, record }) => {
  const person = scope === 'organisation' ? await personStore(tx, actor, scope).find(input.personId) : undefined;
  if (!person?.demonstration) return failure({ code: 'person.unknown' as const });
  const account = await demonstrationAccount(tx, { territory: actor.territory, email: input.email, name: input.name, personId: person.id, at: clock.now() });
  if (!account?.made) return failure({ code: 'account.exists' as const });
  await record.changed({ type: 'account.created', subject: { kind: 'account', id: account.id }, personId: person.id });
  return success({ accountId: account.id });
});
