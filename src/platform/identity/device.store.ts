import type { Tx } from '../database/database.ts';
import { hashOf } from './hash.ts';

const remembered = 180 * 24 * 3_600_000;

/** Browsers that have signed in to an account, known by a cookie of their own; through the door. */
export const deviceStore = (tx: Tx) => ({
  isKnown: async (accountId: string, device: string | undefined, now: Date): Promise<boolean> =>
    device !== undefined && (await tx.selectFrom('identity.device').where('account_id', '=', accountId).where('hash', '=', hashOf(device))
      .where('last_used_at', '>', new Date(now.getTime() - remembered)).select('account_id').executeTakeFirst()) !== undefined,
  remember: (accountId: string, device: string, now: Date) =>
    tx.insertInto('identity.device').values({ account_id: accountId, hash: hashOf(device), last_used_at: now })
      .onConflict((conflict) => conflict.columns(['account_id', 'hash']).doUpdateSet({ last_used_at: now })).execute(),
  /** After a stolen password the thief's browser is not to stay a known one. */
  forgetOthers: (accountId: string, device: string | undefined) => {
    const all = tx.deleteFrom('identity.device').where('account_id', '=', accountId);
    return (device === undefined ? all : all.where('hash', '!=', hashOf(device))).execute();
  },
});
