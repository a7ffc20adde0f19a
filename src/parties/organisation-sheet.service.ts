import type { Actor } from '../platform/permission/actor.ts';
import { scopeOf } from '../platform/permission/permission.rules.ts';
import type { Permission } from '../platform/permission/matrix.ts';
import { failure, success } from '../platform/result.ts';
import { useCase } from '../platform/use-case.ts';
import { contactStore } from './contact.store.ts';
import { establishmentStore } from './establishment.store.ts';
import { invitationStore, type Invitation } from './invitation.store.ts';
import type { Member } from './membership.schema.ts';
import { membershipStore } from './membership.store.ts';
import { oneOrganisation, type Contact, type Establishment, type Organisation } from './organisation.schema.ts';
import { organisationStore } from './organisation.store.ts';
import { reaches } from './scope.store.ts';

/** An organisation's sheet; null for a part that the actor's role does not read. */
export interface OrganisationSheet {
  organisation: Organisation;
  establishments: Establishment[] | null;
  contacts: Contact[] | null;
  members: Member[] | null;
  invitations: Invitation[] | null;
}

const shownInvitations = 50;

/** What an actor may know of an organisation. */
export const openOrganisation = useCase('organisation.read', oneOrganisation, async ({ input, actor, scope, tx, clock }) => {
  const organisation = await organisationStore(tx, actor, scope).find(input.id);
  if (!organisation) return failure({ code: 'organisation.unknown' as const });
  const { id } = organisation;
  const sheet: OrganisationSheet = {
    organisation,
    establishments: readable(actor, 'establishment.read', id) ? await establishmentStore(tx, actor, scopeOf(actor.role, 'establishment.read')).ofOrganisation(id) : null,
    contacts: readable(actor, 'contact.read', id) ? await contactStore(tx, actor, scopeOf(actor.role, 'contact.read')).ofOrganisation(id) : null,
    members: readable(actor, 'membership.read', id) ? await membershipStore(tx, actor.territory).ofOrganisation(id) : null,
    invitations: readable(actor, 'invitation.read', id) ? await invitationStore(tx, actor.territory).ofOrganisation(id, clock.now(), shownInvitations) : null,
  };
  return success(sheet);
});

/** A commune's officials read the establishments that stand in it, whosever they are. */
const readable = (actor: Actor, permission: Permission, organisationId: string): boolean =>
  reaches(actor, permission, organisationId) || scopeOf(actor.role, permission) === 'commune';
