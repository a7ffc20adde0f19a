import type { Tx } from '../database/database.ts';
import type { Language } from '../i18n/format.ts';
import { nextAllowed } from './quiet.rules.ts';

export interface Reminder {
  territory: string;
  /** An opaque id of whom it is for. */
  recipient: string;
  /** An opaque name of what it is about, `invitation:<uuid>`: one reminder ever for each recipient. */
  subject: string;
  to: string;
  language: Language;
  title: string;
  text: string;
  link: string;
  dueAt: Date;
}

/** Writes a reminder in the ledger, in the transaction that makes it due. Written again, it changes nothing. */
export async function remind(tx: Tx, { territory, recipient, subject, to, language, title, text, link, dueAt }: Reminder): Promise<void> {
  await tx.insertInto('work.reminder')
    .values({ territory, recipient, subject, address: to, language, content: JSON.stringify({ title, text, link }), due_at: nextAllowed(dueAt) })
    // Without naming the key: who writes may not read the ledger.
    .onConflict((conflict) => conflict.doNothing()).execute();
}
