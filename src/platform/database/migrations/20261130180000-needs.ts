import { sql, type Kysely } from 'kysely';
import { protect } from '../protect.ts';

/** Scenarios of the need for dwellings: figures of a territory, and no datum of a person. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`create schema needs`.execute(db);
  await sql`create table needs.scenario (
    territory text not null, id uuid not null default gen_random_uuid(), name text not null check (length(name) between 1 and 120),
    population text not null check (population in ('central', 'ph', 'pb')), households text not null check (households in ('b', 'c', 'h')),
    figures jsonb not null, created_at timestamptz not null, changed_at timestamptz not null, primary key (territory, id), unique (territory, name))`.execute(db);
  await protect(db, { table: 'needs.scenario', resource: 'needsScenario', grants: ['select', 'insert', 'update', 'delete'] });
}
