import { sql } from 'kysely';
import type { Tx } from '../database/database.ts';
import type { Actor } from '../permission/actor.ts';
import type { Scope } from '../permission/matrix.ts';
import type { JournalEntry, JournalQuery } from './journal.schema.ts';

/** Start of a day in France. */
const dayStart = (day: string, plusDays = 0) => sql<Date>`((${day}::date + ${plusDays}::int)::timestamp at time zone 'Europe/Paris')`;

/** What an act was done to, when it is of this kind. */
const subject = (kind: string) => sql`(case when e.subject_kind = ${kind} then e.subject_id::uuid end)`;

/** Reads of the trace. */
export const journalStore = (tx: Tx, actor: Actor, scope: Scope) => ({
  /** The latest first. A person sees what others did with her file; her own visits are not news to her. */
  list: (query: JournalQuery, most: number): Promise<JournalEntry[]> => {
    let rows = tx.selectFrom('audit.entry as e')
      .leftJoin('identity.account as a', 'a.id', 'e.account_id').leftJoin('party.organisation as o', 'o.id', 'e.organisation_id')
      .leftJoin('party.organisation as so', (on) => on.on(sql<boolean>`so.id = ${subject('organisation')}`))
      .leftJoin('party.membership as sm', (on) => on.on(sql<boolean>`sm.id = ${subject('membership')}`))
      .leftJoin('identity.account as sa', (on) => on.on(sql<boolean>`sa.id = coalesce(${subject('account')}, sm.account_id)`))
      .select(['e.id', 'e.at', 'e.role', 'e.account_id as accountId', 'a.name as accountName', 'o.name as organisationName', 'e.type', 'e.subject_kind as subjectKind', 'e.subject_id as subjectId', sql<string | null>`coalesce(so.name, sa.name)`.as('subjectName'), 'e.person_id as personId', 'e.reason'])
      .where('e.territory', '=', actor.territory);
    if (scope !== 'territory') rows = rows.where('e.person_id', '=', actor.personId).where('e.account_id', 'is distinct from', actor.accountId);
    const { personId, accountId, type, day, before } = query;
    if (personId) rows = rows.where((of) => of.or([of('e.person_id', '=', personId), of.and([of('e.subject_kind', '=', 'person'), of('e.subject_id', '=', personId)])]));
    if (accountId) rows = rows.where('e.account_id', '=', accountId);
    if (type) rows = rows.where('e.type', '=', type);
    if (day) rows = rows.where('e.at', '>=', dayStart(day)).where('e.at', '<', dayStart(day, 1));
    if (before) rows = rows.where('e.id', '<', before);
    return rows.orderBy('e.id', 'desc').limit(most).execute();
  },
});
