import type { Tx } from '../database/database.ts';
import { takeTurn } from '../database/turn.ts';

/** Who administers the territory: somebody always can, or nobody could let anybody in any more. */
export const administratorsStore = (tx: Tx, territory: string) => ({
  /** Gestures that may take an administrator away go one after another: ending an access, disabling an account, closing an organisation. */
  oneAtATime: () => takeTurn(tx, 'administrators', territory),

  /** Whether somebody who can come in still administers it; asked after the gesture, which is undone if not. */
  remain: async (): Promise<boolean> => (await tx.selectFrom('identity.account as a')
    .innerJoin('party.membership as m', 'm.account_id', 'a.id').innerJoin('party.organisation as o', 'o.id', 'm.organisation_id')
    .where('a.territory', '=', territory).where('a.disabled_at', 'is', null).where('m.role', '=', 'territoryAdmin').where('m.ended_at', 'is', null).where('o.closed_on', 'is', null)
    .select('a.id').limit(1).executeTakeFirst()) !== undefined,
});
