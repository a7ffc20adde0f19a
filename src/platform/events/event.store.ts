import { sql } from 'kysely';
import type { Tx } from '../database/database.ts';
import type { Event } from './subscription.ts';

export type TakenEvent = Event & { tries: number };

/** What happened and is still to be told, as a job sees it. */
export const eventStore = (tx: Tx, territory: string) => ({
  /** Nobody subscribed: there is nothing to tell. */
  passOver: (subscribed: readonly string[], now: Date) =>
    tx.updateTable('work.event').set({ handled_at: now }).where('territory', '=', territory).where('handled_at', 'is', null)
      .where((is) => is.not(is('type', '=', sql<string>`any(${[...subscribed]}::text[])`))).execute(),

  /** Takes the oldest event that waits behind none of its subject; other processes pass over it until this transaction ends. */
  takeNext: async (now: Date): Promise<TakenEvent | undefined> => {
    const row = await tx.selectFrom('work.event as event').selectAll('event')
      .where('territory', '=', territory).where('handled_at', 'is', null)
      .where((is) => is.or([is('retry_at', 'is', null), is('retry_at', '<=', now)]))
      .where((is) => is.not(is.exists(
        is.selectFrom('work.event as earlier').select('earlier.id').where('earlier.territory', '=', territory).where('earlier.handled_at', 'is', null)
          .whereRef('earlier.subject_id', '=', 'event.subject_id').whereRef('earlier.id', '<', 'event.id'))))
      .orderBy('id').limit(1).forUpdate().skipLocked().executeTakeFirst();
    return row && {
      id: row.id, type: row.type, subjectId: row.subject_id, payload: row.payload, occurredOn: row.occurred_on, recordedAt: row.recorded_at, tries: row.tries,
    };
  },

  handled: (id: number, now: Date) => tx.updateTable('work.event').set({ handled_at: now, failure: null }).where('territory', '=', territory).where('id', '=', id).execute(),

  tryAgain: (id: number, at: Date, failure: string) =>
    tx.updateTable('work.event').set({ retry_at: at, tries: sql`tries + 1`, failure }).where('territory', '=', territory).where('id', '=', id).execute(),
});
