import { sql, type Kysely } from 'kysely';

/** Where a scenario's figures come from, which one the territory stands by, and whether it is invented to show the software. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table needs.scenario
    add column source text check (length(source) between 1 and 300), add column retained_at timestamptz, add column demonstration boolean not null default false`.execute(db);
  await sql`create unique index scenario_retained on needs.scenario (territory) where retained_at is not null`.execute(db);
}
