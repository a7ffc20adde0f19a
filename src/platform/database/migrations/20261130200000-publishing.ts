import { sql, type Kysely } from 'kysely';
import { protect } from '../protect.ts';

/** Notes and their published versions, and protected tables: what leaves the house. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`create schema publishing`.execute(db);
  await sql`create table publishing.analysis (
    territory text not null, id uuid not null default gen_random_uuid(), title text not null check (length(title) between 1 and 160), summary text not null, body text not null,
    state text not null check (state in ('draft', 'review', 'published', 'withdrawn')), revision integer not null default 1, slug text, demonstration boolean not null default false,
    created_at timestamptz not null, changed_at timestamptz not null, primary key (territory, id), unique (id), unique (territory, slug))`.execute(db);
  // Who wrote since the last publication, so that another person publishes. It goes with the account, and once published.
  await sql`create table publishing.analysis_writer (
    territory text not null, analysis_id uuid not null references publishing.analysis (id) on delete cascade, account_id uuid not null references identity.account (id) on delete cascade,
    primary key (analysis_id, account_id))`.execute(db);
  await sql`create index analysis_writer_account on publishing.analysis_writer (account_id)`.execute(db);
  await sql`create table publishing.publication (
    territory text not null, analysis_id uuid not null references publishing.analysis (id), version integer not null, slug text not null, title text not null, summary text not null, body text not null,
    figures jsonb not null, as_of timestamptz not null, demonstration boolean not null default false, withdrawn_at timestamptz, primary key (analysis_id, version))`.execute(db);
  await sql`create index publication_slug on publishing.publication (territory, slug, version)`.execute(db);
  // The counts that a cube was made from stand nowhere here.
  await sql`create table publishing.cube (
    territory text not null, id text not null, day date not null, title text not null, dimensions jsonb not null, rows jsonb not null, rule jsonb not null, loss jsonb not null, demonstration boolean not null default false,
    made_at timestamptz not null, primary key (territory, id, day))`.execute(db);
  await protect(db, { table: 'publishing.analysis', resource: 'analysis', grants: ['select', 'insert', 'update'] });
  await protect(db, { table: 'publishing.analysis_writer', resource: 'analysis', grants: ['select', 'insert', 'update'] });
  await sql`create policy actor_delete on publishing.analysis_writer for delete using (territory = (select permission.territory()) and (select permission.scope_of('publication', 'create')) = 'territory')`.execute(db);
  await protect(db, { table: 'publishing.publication', resource: 'publication', seen: 'withdrawn_at is null', grants: ['select', 'insert', 'update'] });
  await protect(db, { table: 'publishing.cube', resource: 'cube', seen: 'true', grants: ['select', 'insert'] });
}
