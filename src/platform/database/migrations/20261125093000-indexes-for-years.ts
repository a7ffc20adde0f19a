import { sql, type Kysely } from 'kysely';

/** What is read each minute, each night or on a page, and would scan a table that grows for years. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const index of [
    'person_created on party.person (territory, created_at)',
    `person_closed on party.person (territory, closed_on) where state = 'closed'`,
    'entry_account on audit.entry (territory, account_id, id)',
    'entry_type on audit.entry (territory, type, id)',
    'entry_subject on audit.entry (territory, subject_id, id)',
    'segment_last_entry on audit.segment (territory, last_entry_id)',
    'segment_living on audit.segment (territory, number) where expired_at is null',
  ]) await sql`create index ${sql.raw(index)}`.execute(db);
}
