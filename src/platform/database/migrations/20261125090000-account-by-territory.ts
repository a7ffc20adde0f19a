import { sql, type Kysely } from 'kysely';

/** Who works for two territories of one database has an account in each: an address is one account's in its territory. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table identity.account drop constraint account_email_key`.execute(db);
  await sql`create unique index account_email on identity.account (territory, email)`.execute(db);
}
