import { failure, success } from '../platform/result.ts';
import type { OrganisationKind } from '../platform/permission/matrix.ts';
import { administratorsStore } from '../platform/identity/administrators.store.ts';
import { mayGive } from '../platform/permission/permission.rules.ts';
import { useCase } from '../platform/use-case.ts';
import { leavesNobody } from './membership.rules.ts';
import { endedMembership } from './membership.schema.ts';
import { membershipStore } from './membership.store.ts';
import { organisationStore } from './organisation.store.ts';

/**
 * Ends what somebody does for an organisation: sessions read memberships at each request, so access ends at once. The
 * last one who could let others in names a successor first.
 */
export const endMembership = useCase('membership.update', endedMembership, async ({ input, actor, scope, tx, clock, record }) => {
  const administrators = administratorsStore(tx, actor.territory);
  await administrators.oneAtATime();
  const organisation = await organisationStore(tx, actor, scope).find(input.organisationId);
  if (!organisation) return failure({ code: 'organisation.unknown' as const });
  const memberships = membershipStore(tx, actor.territory);
  const current = await memberships.hold(organisation.id);
  const ending = current.find(({ id }) => id === input.id);
  if (!ending) return failure({ code: 'membership.unknown' as const });
  if (!mayGive(actor.role, organisation.kind as OrganisationKind, ending.role)) return failure({ code: 'membership.reserved' as const });
  // Whose account opens nothing can let nobody in.
  const able = current.filter(({ disabledAt }) => disabledAt === null);
  if (leavesNobody(actor.role, ending, able)) {
    const successor = able.find(({ id, accountId }) => id === input.successorId && accountId !== ending.accountId);
    if (!successor) return failure({ code: 'membership.last' as const });
    const id = await memberships.start({ account_id: successor.accountId, organisation_id: organisation.id, role: ending.role, since: clock.now() });
    await record.changed({ type: 'membership.started', subject: { kind: 'membership', id }, details: { role: ending.role } });
  }
  await memberships.end(organisation.id, ending.id, clock.now());
  if (ending.role === 'territoryAdmin' && !(await administrators.remain())) return failure({ code: 'membership.last' as const });
  await record.changed({ type: 'membership.ended', subject: { kind: 'membership', id: ending.id }, details: { role: ending.role } });
  return success(undefined);
});
