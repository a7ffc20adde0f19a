import type { Tx } from '../database/database.ts';
import type { Result } from '../result.ts';
import { normalEmail } from './account.store.ts';
import { throughDoor, type IdentityHouse } from './identity-door.ts';

/**
 * What an invitation says to who holds its link, and whether its address has an account already, which then joins.
 *
 * @param find reads the invitation, in the area that invites; undefined comes back when it opens nothing any more
 */
export const openInvitation = <Invitation extends { email: string; territory: string }>(
  house: IdentityHouse, find: (tx: Tx) => Promise<Result<Invitation, unknown>>,
): Promise<(Invitation & { hasAccount: boolean }) | undefined> =>
  throughDoor(house, async (tx) => {
    const found = await find(tx);
    if (!found.ok || found.value.territory !== house.territory) return undefined;
    const account = await tx.selectFrom('identity.account').where('territory', '=', house.territory).where('email', '=', normalEmail(found.value.email)).select('id').executeTakeFirst();
    return { ...found.value, hasAccount: account !== undefined };
  });
