import { asActor } from '../database/as-actor.ts';
import type { Tx } from '../database/database.ts';
import type { Language } from '../i18n/format.ts';
import type { JobHouse, SweepJob } from '../jobs/job.ts';
import { sendMail } from '../mail/mail.ts';
import type { MailValues } from '../mail/templates.ts';
import { jobActor } from '../permission/actor.ts';
import { isQuiet } from './quiet.rules.ts';

/** Puts the reminders that are due in the outbox, each once; one that is late at night waits for the morning too. */
export const sendRemindersJob: SweepJob = {
  queue: 'sendReminders',
  every: '*/10 * * * *',
  sweep: async ({ db, signal, ...house }) => {
    let taken = true;
    while (taken && !signal.aborted && !isQuiet(house.clock.now())) taken = await asActor(db, jobActor(house.territory), (tx) => sendOne(tx, house));
  },
};

async function sendOne(tx: Tx, { territory, clock }: JobHouse): Promise<boolean> {
  const due = await tx.selectFrom('work.reminder').selectAll().where('territory', '=', territory).where('sent_at', 'is', null).where('due_at', '<=', clock.now())
    .orderBy('due_at').limit(1).forUpdate().skipLocked().executeTakeFirst();
  if (!due) return false;
  await sendMail(tx, { territory, to: due.address, language: due.language as Language, template: 'reminder', values: due.content as unknown as MailValues['reminder'], at: clock.now() });
  // The ledger remembers that it was done; what was said and where stands in the outbox, which forgets.
  await tx.updateTable('work.reminder').set({ sent_at: clock.now(), address: '', content: '{}' })
    .where('territory', '=', territory).where('recipient', '=', due.recipient).where('subject', '=', due.subject).execute();
  return true;
}
