import { actingAsHouse } from '../platform/privacy/acting-as-house.ts';
import { administratorsStore } from '../platform/identity/administrators.store.ts';
import type { Actor } from '../platform/permission/actor.ts';
import { mayGive } from '../platform/permission/permission.rules.ts';
import { failure, success } from '../platform/result.ts';
import { useCase } from '../platform/use-case.ts';
import { invitationStore } from './invitation.store.ts';
import { membershipStore, type HeldMember } from './membership.store.ts';
import { oneOrganisation, type Organisation } from './organisation.schema.ts';
import { organisationStore } from './organisation.store.ts';
import { personStore } from './person.store.ts';

/** Whether somebody inside holds a role that this one could neither give nor take. */
const isReserved = (actor: Actor, { kind }: Pick<Organisation, 'kind'>, members: readonly HeldMember[]): boolean => members.some(({ role }) => !mayGive(actor.role, kind, role));

/**
 * Ends an organisation for everybody at once: sessions act for no closed one, its waiting invitations are taken back. The
 * territory closes it, never its own manager; nobody closes the one for which they act; nobody followed is left alone.
 */
export const closeOrganisation = useCase('organisation.update', oneOrganisation, async ({ input, actor, scope, tx, clock, record }) => {
  if (scope !== 'territory') return failure({ code: 'forbidden' as const });
  const administrators = administratorsStore(tx, actor.territory);
  await administrators.oneAtATime();
  const organisations = organisationStore(tx, actor, scope);
  const organisation = await organisations.hold(input.id);
  if (!organisation) return failure({ code: 'organisation.unknown' as const });
  if (organisation.closedOn) return success(undefined);
  if (organisation.id === actor.organisationId) return failure({ code: 'organisation.own' as const });
  // What stands inside is not for who looks after organisations: the house counts it, and ends what waits.
  const inside = await actingAsHouse(tx, actor, async () => ({
    members: await membershipStore(tx, actor.territory).hold(organisation.id),
    openFiles: await personStore(tx, actor, scope).openOf(organisation.id),
    revoked: await invitationStore(tx, actor.territory).revokeAll(organisation.id, clock.now()),
  }));
  if (isReserved(actor, organisation, inside.members)) return failure({ code: 'organisation.reserved' as const });
  // How many they are is not for who sees no file.
  if (inside.openFiles > 0) return failure({ code: 'organisation.openFiles' as const });
  await organisations.setClosed(organisation.id, clock.today());
  if (inside.members.some(({ role }) => role === 'territoryAdmin') && !(await administrators.remain())) return failure({ code: 'organisation.reserved' as const });
  for (const id of inside.revoked) await record.changed({ type: 'invitation.revoked', subject: { kind: 'invitation', id } });
  await record.changed({ type: 'organisation.closed', subject: { kind: 'organisation', id: organisation.id } });
  return success(undefined);
});

/** Undoes a closing: accesses that nobody ended in between serve again; invitations have to be sent anew. */
export const reopenOrganisation = useCase('organisation.update', oneOrganisation, async ({ input, actor, scope, tx, record }) => {
  if (scope !== 'territory') return failure({ code: 'forbidden' as const });
  const organisations = organisationStore(tx, actor, scope);
  const organisation = await organisations.hold(input.id);
  if (!organisation) return failure({ code: 'organisation.unknown' as const });
  if (!organisation.closedOn) return success(undefined);
  const members = await actingAsHouse(tx, actor, () => membershipStore(tx, actor.territory).hold(organisation.id));
  if (isReserved(actor, organisation, members)) return failure({ code: 'organisation.reserved' as const });
  await organisations.setClosed(organisation.id, null);
  await record.changed({ type: 'organisation.reopened', subject: { kind: 'organisation', id: organisation.id } });
  return success(undefined);
});
