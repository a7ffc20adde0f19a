import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import type { Tx } from '../database/database.ts';
import type { Language } from '../i18n/format.ts';
import { wake } from '../jobs/wake.ts';
import { writeMail, type MailTemplate, type MailValues } from './templates.ts';

export interface Mail<Template extends MailTemplate> {
  /** The territory's code, as the transaction's actor has it. */
  territory: string;
  /** One address, never a list. */
  to: string;
  language: Language;
  template: Template;
  values: MailValues[Template];
  /** When it is written, by the clock of what it tells: a demonstration plays days that are past. */
  at: Date;
}

/** The queue that a mail in the outbox wakes. */
export const mailQueue = 'sendMail';

const address = z.email().max(254);

/**
 * Puts a mail in the outbox, in the transaction of what it tells: it leaves when that is committed, and never otherwise.
 *
 * @param tx a transaction whose settings name this territory
 */
export async function sendMail<Template extends MailTemplate>(tx: Tx, { territory, to, language, template, values, at }: Mail<Template>): Promise<void> {
  const written = writeMail(template, values, language);
  // Its id is drawn here: only jobs read the outbox, so the database may not give it back to whoever writes.
  await tx.insertInto('work.mail').values({
    id: randomUUID(), territory, recipient: address.parse(to), language, template, ...written, created_at: at, not_before: at,
  }).execute();
  await wake(tx, mailQueue, territory);
}
