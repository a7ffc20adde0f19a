import type { Clock } from '../platform/clock.ts';
import { becomeActor } from '../platform/database/as-actor.ts';
import type { Tx } from '../platform/database/database.ts';
import { recorder } from '../platform/audit/record.ts';
import type { Role } from '../platform/permission/matrix.ts';
import { failure, success, type Result } from '../platform/result.ts';
import { invitationStore, type Invitation } from './invitation.store.ts';
import { membershipStore } from './membership.store.ts';

export type InvitationFailure = { code: 'invitation.unknown' | 'invitation.expired' };

export interface OpenInvitation {
  territory: string;
  email: string;
  role: Role;
  organisation: string;
  /** For an accompanied employee's own space. */
  personId: string | null;
}

/** What a link invites to. The transaction is the sign-in's (`identity-door.ts`): whoever holds the link is not known yet. */
export async function findInvitation(tx: Tx, hash: Buffer, clock: Clock): Promise<Result<OpenInvitation, InvitationFailure>> {
  const found = await open(tx, hash, clock);
  if (!found.ok) return found;
  const { territory, invitation, organisation } = found.value;
  return success({ territory, email: invitation.email, role: invitation.role, organisation, personId: invitation.personId });
}

/**
 * Lets an account in by the link sent to its address: a membership of the organisation or, for an accompanied employee,
 * her own file. From there on the transaction acts as that account in its new role, and the trace says so.
 */
export async function acceptInvitation(tx: Tx, hash: Buffer, accountId: string, clock: Clock): Promise<Result<{ membershipId: string | null }, InvitationFailure>> {
  const found = await open(tx, hash, clock);
  if (!found.ok) return found;
  const { territory, invitation } = found.value;
  const account = await tx.selectFrom('identity.account').where('id', '=', accountId).where('territory', '=', territory).where('disabled_at', 'is', null).select(['email', 'person_id as personId']).executeTakeFirst();
  // A link that was passed on lets nobody else in, and an account has one file of its own.
  if (account?.email !== invitation.email || (invitation.personId && account.personId && account.personId !== invitation.personId)) return failure({ code: 'invitation.unknown' });

  const organisationId = invitation.personId ? null : invitation.organisationId;
  await becomeActor(tx, { accountId, role: invitation.role, territory, organisationId, commune: null, personId: invitation.personId });
  const membershipId = organisationId ? await membershipStore(tx, territory).start({ account_id: accountId, organisation_id: organisationId, role: invitation.role, since: clock.now() }) : null;
  if (invitation.personId) await tx.updateTable('identity.account').set({ person_id: invitation.personId }).where('id', '=', accountId).execute();
  await invitationStore(tx, territory).accept(invitation.id, clock.now());
  await recorder(tx, { accountId, role: invitation.role, territory, organisationId, commune: null, personId: invitation.personId }, clock)
    .changed({ type: 'invitation.accepted', subject: { kind: 'invitation', id: invitation.id }, personId: invitation.personId, details: { role: invitation.role } });
  return success({ membershipId });
}

async function open(tx: Tx, hash: Buffer, clock: Clock): Promise<Result<{ territory: string; invitation: Invitation; organisation: string }, InvitationFailure>> {
  const place = await tx.selectFrom('party.invitation as i').innerJoin('party.organisation as o', 'o.id', 'i.organisation_id').where('i.hash', '=', hash).where('o.closed_on', 'is', null)
    .select(['i.territory', 'o.name']).executeTakeFirst();
  const invitation = place && (await invitationStore(tx, place.territory).byHash(hash, clock.now()));
  if (invitation?.state === 'expired') return failure({ code: 'invitation.expired' });
  if (!place || invitation?.state !== 'pending') return failure({ code: 'invitation.unknown' });
  return success({ territory: place.territory, invitation, organisation: place.name });
}
