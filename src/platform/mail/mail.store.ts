import { sql } from 'kysely';
import type { Tx } from '../database/database.ts';

export interface WaitingMail {
  id: string;
  recipient: string;
  language: string;
  subject: string;
  body: string;
  createdAt: Date;
  tries: number;
}

/** The outbox, as a job sees it. */
export const mailStore = (tx: Tx, territory: string) => ({
  /** Takes one mail that is due; other processes pass over it until this transaction ends. */
  takeDue: async (now: Date): Promise<WaitingMail | undefined> => {
    const row = await tx.selectFrom('work.mail').select(['id', 'recipient', 'language', 'subject', 'body', 'created_at', 'tries'])
      .where('territory', '=', territory).where('sent_at', 'is', null).where('given_up_at', 'is', null).where('not_before', '<=', now)
      .orderBy('not_before').orderBy('created_at').limit(1).forUpdate().skipLocked().executeTakeFirst();
    if (!row) return undefined;
    const { created_at: createdAt, ...mail } = row;
    return { ...mail, createdAt };
  },

  sent: (id: string, now: Date) => tx.updateTable('work.mail').set({ sent_at: now, tries: sql`tries + 1`, failure: null }).where('territory', '=', territory).where('id', '=', id).execute(),

  tryAgain: (id: string, notBefore: Date, failure: string) =>
    tx.updateTable('work.mail').set({ not_before: notBefore, tries: sql`tries + 1`, failure }).where('territory', '=', territory).where('id', '=', id).execute(),

  giveUp: (id: string, now: Date, failure: string) =>
    tx.updateTable('work.mail').set({ given_up_at: now, tries: sql`tries + 1`, failure }).where('territory', '=', territory).where('id', '=', id).execute(),

  /** The latest mails, for the demonstration's page. */
  latest: (most: number) =>
    tx.selectFrom('work.mail').select(['id', 'recipient', 'language', 'template', 'subject', 'body', 'created_at as createdAt', 'sent_at as sentAt', 'given_up_at as givenUpAt'])
      .where('territory', '=', territory).where('body', '!=', '').orderBy('created_at', 'desc').orderBy('id').limit(most).execute(),

  /** What was said and to whom goes; that a mail of this kind left on this day stays. */
  eraseBefore: (limit: Date) =>
    tx.updateTable('work.mail').set({ recipient: '', subject: '', body: '' }).where('territory', '=', territory).where('created_at', '<', limit).where('body', '!=', '').execute(),
});
