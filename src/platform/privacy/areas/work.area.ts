import { sql } from 'kysely';
import { mailStore } from '../../mail/mail.store.ts';
import type { PersonalArea } from '../personal-area.ts';
import { cutoff } from '../retention.rules.ts';

/** Events, mail and reminders: the software's own rows, which nobody else reads. */
export const workArea: PersonalArea = {
  id: 'messages',
  title: 'Messages et rappels',
  tables: ['work.event', 'work.mail', 'work.reminder'],
  give: () => Promise.resolve([]),
  withheld: () => ['Les messages que vous avez reçus : ils sont dans votre boîte aux lettres, et leur texte est effacé d’ici après trente jours.'],
  forget: async ({ tx, territory }, { personId, addresses }) => {
    await tx.deleteFrom('work.event').where('territory', '=', territory).where('person_id', '=', personId).execute();
    if (addresses.length === 0) return;
    await tx.updateTable('work.mail').set({ recipient: '', subject: '', body: '' }).where('territory', '=', territory).where('recipient', 'in', addresses).where('sent_at', 'is not', null).execute();
    await tx.deleteFrom('work.mail').where('territory', '=', territory).where('recipient', 'in', addresses).where('sent_at', 'is', null).execute();
    await tx.deleteFrom('work.reminder').where('territory', '=', territory).where('address', 'in', addresses).execute();
  },
  keeps: [],
  tasks: [
    {
      id: 'mails',
      most: Number.MAX_SAFE_INTEGER,
      run: async ({ tx, territory, clock }) => {
        const limit = cutoff('mail', clock.now());
        // What could not leave in a month is no news any more, and must not leave empty.
        const late = await tx.deleteFrom('work.mail').where('territory', '=', territory).where('created_at', '<', limit).where('sent_at', 'is', null).where('given_up_at', 'is', null).executeTakeFirst();
        const erased = await mailStore(tx, territory).eraseBefore(limit);
        return Number(late.numDeletedRows) + erased.reduce((count, { numUpdatedRows }) => count + Number(numUpdatedRows), 0);
      },
    },
    {
      id: 'reminders',
      most: 1_000,
      run: async ({ tx, territory, clock, most }) => {
        const { rows } = await sql`delete from work.reminder where territory = ${territory} and (recipient, subject) in (select recipient, subject from work.reminder
          where territory = ${territory} and due_at < ${cutoff('reminder', clock.now())} limit ${most}) returning 1`.execute(tx);
        return rows.length;
      },
    },
    {
      id: 'events',
      most: 1_000,
      // A person's events are her file's own history: they go with it.
      run: async ({ tx, territory, clock, most }) => {
        const { rows } = await sql`delete from work.event where id in (select id from work.event
          where territory = ${territory} and person_id is null and handled_at is not null and recorded_at < ${cutoff('event', clock.now())} limit ${most}) returning 1`.execute(tx);
        return rows.length;
      },
    },
  ],
};
