import type { Role } from '../permission/matrix.ts';
import { throughDoor, type IdentityHouse } from './identity-door.ts';

export interface Entrance {
  accountId: string;
  name: string;
  role: Role;
  /** Null for an accompanied employee's own space. */
  organisation: string | null;
}

/** One demonstration account for each organisation and role, and one with a space of its own, where demonstration is on; elsewhere none. */
export async function demonstrationEntrances(house: IdentityHouse): Promise<Entrance[]> {
  if (!house.demo) return [];
  return throughDoor(house, async (tx) => {
    const accounts = tx.selectFrom('identity.account as account').where('account.territory', '=', house.territory).where('account.demonstration', '=', true).where('account.disabled_at', 'is', null);
    const working = await accounts.innerJoin('party.membership as membership', 'membership.account_id', 'account.id').innerJoin('party.organisation as organisation', 'organisation.id', 'membership.organisation_id')
      .where('membership.ended_at', 'is', null).where('organisation.closed_on', 'is', null).where('membership.territory', '=', house.territory)
      .distinctOn(['organisation.name', 'organisation.id', 'membership.role']).orderBy('organisation.name').orderBy('organisation.id').orderBy('membership.role').orderBy('membership.since').orderBy('account.id')
      .select(['account.id as accountId', 'account.name', 'membership.role', 'organisation.name as organisation']).execute();
    const own = await accounts.where('account.person_id', 'is not', null).orderBy('account.created_at').orderBy('account.id').limit(1).select(['account.id as accountId', 'account.name']).execute();
    return [...working.map((one) => ({ ...one, role: one.role as Role })), ...own.map((one) => ({ ...one, role: 'employee' as const, organisation: null }))];
  });
}

/** Whether the database holds accounts that were made to be entered by anybody, of whatever territory: production does not start with them. */
export const holdsDemonstration = (house: Pick<IdentityHouse, 'db'>): Promise<boolean> =>
  throughDoor({ ...house, territory: '' }, async (tx) =>
    (await tx.selectFrom('identity.account').where('demonstration', '=', true).select('id').limit(1).executeTakeFirst()) !== undefined);
