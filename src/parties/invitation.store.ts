import type { Tx } from '../platform/database/database.ts';
import type { Role } from '../platform/permission/matrix.ts';
import { invitationState, type InvitationState } from './membership.rules.ts';

export interface Invitation {
  id: string;
  organisationId: string;
  personId: string | null;
  email: string;
  role: Role;
  createdAt: Date;
  expiresAt: Date;
  state: InvitationState;
}

/** Invitations of a territory. Of their link, only a hash is kept. */
export const invitationStore = (tx: Tx, territory: string) => {
  const all = tx.selectFrom('party.invitation as i').where('i.territory', '=', territory).select([
    'i.id', 'i.organisation_id as organisationId', 'i.person_id as personId', 'i.email', 'i.role', 'i.created_at as createdAt', 'i.expires_at as expiresAt', 'i.accepted_at as acceptedAt', 'i.revoked_at as revokedAt',
  ]);
  const read = <Row extends { role: string; expiresAt: Date; acceptedAt: Date | null; revokedAt: Date | null }>({ acceptedAt, revokedAt, ...row }: Row, now: Date) =>
    ({ ...row, role: row.role as Role, state: invitationState({ expiresAt: row.expiresAt, acceptedAt, revokedAt }, now) });
  const open = tx.updateTable('party.invitation').where('territory', '=', territory).where('accepted_at', 'is', null).where('revoked_at', 'is', null);

  return {
    /** Those of an organisation's members to be, the latest first. */
    ofOrganisation: async (organisationId: string, now: Date, most: number): Promise<Invitation[]> =>
      (await all.where('i.organisation_id', '=', organisationId).where('i.person_id', 'is', null).orderBy('i.created_at', 'desc').orderBy('i.id').limit(most).execute()).map((row) => read(row, now)),
    latestOfPerson: async (personId: string, now: Date): Promise<Invitation | undefined> => {
      const row = await all.where('i.person_id', '=', personId).orderBy('i.created_at', 'desc').limit(1).executeTakeFirst();
      return row && read(row, now);
    },
    /** Held until the transaction ends: one link is accepted once. */
    byHash: async (hash: Buffer, now: Date): Promise<Invitation | undefined> => {
      const row = await all.where('i.hash', '=', hash).forUpdate().executeTakeFirst();
      return row && read(row, now);
    },
    insert: async (invitation: { organisation_id: string; person_id: string | null; email: string; role: Role; hash: Buffer; created_by: string | null; created_at: Date; expires_at: Date }): Promise<string> =>
      (await tx.insertInto('party.invitation').values({ ...invitation, territory }).returning('id').executeTakeFirstOrThrow()).id,
    accept: async (id: string, at: Date): Promise<void> => void (await open.set({ accepted_at: at }).where('id', '=', id).execute()),
    revoke: async (organisationId: string, id: string, at: Date): Promise<boolean> =>
      (await open.set({ revoked_at: at }).where('organisation_id', '=', organisationId).where('id', '=', id).executeTakeFirst()).numUpdatedRows > 0n,
    /** Those that wait, of members to be and of persons alike. */
    revokeAll: async (organisationId: string, at: Date): Promise<string[]> =>
      (await open.set({ revoked_at: at }).where('organisation_id', '=', organisationId).where('expires_at', '>', at).returning('id').execute()).map(({ id }) => id),
    /** A new invitation takes the place of the one that waits. */
    replace: async (same: { organisationId: string; email: string; role: Role; personId: string | null }, at: Date): Promise<void> => {
      const waiting = open.set({ revoked_at: at }).where('organisation_id', '=', same.organisationId);
      await (same.personId ? waiting.where('person_id', '=', same.personId) : waiting.where('email', '=', same.email).where('role', '=', same.role)).execute();
    },
  };
};
