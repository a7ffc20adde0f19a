import type { Tx } from '../database/database.ts';
import { hashOf } from './hash.ts';
import { newToken } from './random.ts';
import type { Stage } from './session.rules.ts';

export interface StoredSession {
  id: string;
  accountId: string;
  stage: Stage;
  membershipId: string | null;
  createdAt: Date;
  lastSeenAt: Date;
  expiresAt: Date;
}

/** Sessions, through the door. Only the hash of a cookie's token is kept. */
export const sessionStore = (tx: Tx) => {
  const live = tx.selectFrom('identity.session').where('ended_at', 'is', null)
    .select(['id', 'account_id as accountId', 'stage', 'membership_id as membershipId', 'device', 'created_at as createdAt', 'last_seen_at as lastSeenAt', 'expires_at as expiresAt']);
  const ending = (at: Date) => tx.updateTable('identity.session').set({ ended_at: at }).where('ended_at', 'is', null);

  return {
    byToken: async (token: string): Promise<StoredSession | undefined> => {
      const row = await live.where('hash', '=', hashOf(token)).executeTakeFirst();
      return row && { ...row, stage: row.stage as Stage };
    },
    open: async (session: { accountId: string; stage: Stage; membershipId: string | null; device: string; at: Date; expiresAt: Date }): Promise<string> => {
      const token = newToken();
      await tx.insertInto('identity.session').values({
        hash: hashOf(token), account_id: session.accountId, stage: session.stage, membership_id: session.membershipId, device: session.device,
        created_at: session.at, last_seen_at: session.at, expires_at: session.expiresAt,
      }).execute();
      return token;
    },
    /** The same session under a new token: a token that leaked before a change of stage opens nothing after it. */
    rotate: async (id: string, to: { stage: Stage; expiresAt: Date }): Promise<string> => {
      const token = newToken();
      await tx.updateTable('identity.session').set({ hash: hashOf(token), stage: to.stage, expires_at: to.expiresAt }).where('id', '=', id).where('ended_at', 'is', null).execute();
      return token;
    },
    seen: (id: string, at: Date) => tx.updateTable('identity.session').set({ last_seen_at: at }).where('id', '=', id).execute(),
    actFor: (id: string, membershipId: string | null) => tx.updateTable('identity.session').set({ membership_id: membershipId }).where('id', '=', id).execute(),
    ofAccount: (accountId: string, now: Date) => live.where('account_id', '=', accountId).where('expires_at', '>', now).where('stage', '=', 'open').orderBy('last_seen_at', 'desc').execute(),
    end: (id: string, accountId: string, at: Date) => ending(at).where('id', '=', id).where('account_id', '=', accountId).execute(),
    /** All of an account but the one that asks, if any. */
    endOthers: (accountId: string, keptId: string | null, at: Date) => {
      const all = ending(at).where('account_id', '=', accountId);
      return (keptId ? all.where('id', '!=', keptId) : all).execute();
    },
  };
};
