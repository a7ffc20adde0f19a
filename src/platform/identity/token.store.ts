import type { Tx } from '../database/database.ts';
import { hashOf } from './hash.ts';
import { newToken } from './random.ts';

export type TokenKind = 'signIn' | 'recovery';

/** How long a link opens. */
export const linkMinutes: Record<TokenKind, number> = { signIn: 15, recovery: 60 };

/** Links sent by mail, through the door: each opens once, and only its hash is kept. */
export const tokenStore = (tx: Tx) => {
  const usable = (kind: TokenKind, token: string, now: Date) =>
    tx.selectFrom('identity.token').where('hash', '=', hashOf(token)).where('kind', '=', kind).where('used_at', 'is', null).where('expires_at', '>', now).select('account_id as accountId');

  return {
    issue: async (kind: TokenKind, accountId: string, now: Date): Promise<string> => {
      const token = newToken();
      await tx.insertInto('identity.token').values({ hash: hashOf(token), kind, account_id: accountId, created_at: now, expires_at: new Date(now.getTime() + linkMinutes[kind] * 60_000) }).execute();
      return token;
    },
    /** Whose link it is, without using it: a page may be opened by a mail's scanner. */
    peek: async (kind: TokenKind, token: string, now: Date): Promise<string | undefined> => (await usable(kind, token, now).executeTakeFirst())?.accountId,
    /** The row stays locked until the transaction ends: of two clicks on one link, the second comes too late. */
    hold: async (kind: TokenKind, token: string, now: Date): Promise<string | undefined> => (await usable(kind, token, now).forUpdate().executeTakeFirst())?.accountId,
    /** Once one link served, those sent before open nothing. */
    spend: (kind: TokenKind, accountId: string, now: Date) =>
      tx.updateTable('identity.token').set({ used_at: now }).where('kind', '=', kind).where('account_id', '=', accountId).where('used_at', 'is', null).execute(),
    /** Whatever they were for. */
    spendAll: (accountId: string, now: Date) => tx.updateTable('identity.token').set({ used_at: now }).where('account_id', '=', accountId).where('used_at', 'is', null).execute(),
  };
};
