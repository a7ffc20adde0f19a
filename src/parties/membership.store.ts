import type { Tx } from '../platform/database/database.ts';
import type { Role } from '../platform/permission/matrix.ts';
import type { Member } from './membership.schema.ts';

export type HeldMember = Pick<Member, 'id' | 'accountId' | 'role' | 'disabledAt'>;

/** Who acts for an organisation, and as what. Ended memberships stay, as history. */
export const membershipStore = (tx: Tx, territory: string) => {
  const all = tx.selectFrom('party.membership as m').innerJoin('identity.account as a', 'a.id', 'm.account_id').where('m.territory', '=', territory)
    .select(['m.id', 'm.account_id as accountId', 'a.name', 'a.email', 'm.role', 'm.since', 'm.ended_at as endedAt', 'a.disabled_at as disabledAt']);
  return {
    /** Those in force, then the ended ones. */
    ofOrganisation: async (organisationId: string): Promise<Member[]> =>
      (await all.where('m.organisation_id', '=', organisationId).orderBy('m.ended_at', (by) => by.desc().nullsFirst()).orderBy('a.name').orderBy('m.id').execute()) as Member[],
    /** Those in force, held until the transaction ends: of two managers who end each other, the second finds the first gone. */
    hold: async (organisationId: string): Promise<HeldMember[]> =>
      (await tx.selectFrom('party.membership as m').innerJoin('identity.account as a', 'a.id', 'm.account_id').where('m.territory', '=', territory).where('m.organisation_id', '=', organisationId).where('m.ended_at', 'is', null)
        .select(['m.id', 'm.account_id as accountId', 'm.role', 'a.disabled_at as disabledAt']).orderBy('m.id').forUpdate('m').execute()) as HeldMember[],
    isMember: async (organisationId: string, email: string, role: Role): Promise<boolean> =>
      (await all.where('m.organisation_id', '=', organisationId).where('a.email', '=', email).where('m.role', '=', role).where('m.ended_at', 'is', null).executeTakeFirst()) !== undefined,
    /** The one that stands already, if any. */
    start: async (membership: { account_id: string; organisation_id: string; role: Role; since: Date }): Promise<string> => {
      await tx.insertInto('party.membership').values({ ...membership, territory })
        .onConflict((conflict) => conflict.columns(['account_id', 'organisation_id', 'role']).where('ended_at', 'is', null).doNothing()).execute();
      return (await tx.selectFrom('party.membership').where('territory', '=', territory).where('account_id', '=', membership.account_id).where('organisation_id', '=', membership.organisation_id)
        .where('role', '=', membership.role).where('ended_at', 'is', null).select('id').executeTakeFirstOrThrow()).id;
    },
    end: async (organisationId: string, id: string, at: Date): Promise<void> => {
      await tx.updateTable('party.membership').set({ ended_at: at }).where('territory', '=', territory).where('organisation_id', '=', organisationId).where('id', '=', id).where('ended_at', 'is', null).execute();
    },
  };
};
