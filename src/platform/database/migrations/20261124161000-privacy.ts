import { sql, type Kysely } from 'kysely';
import { protect } from '../protect.ts';

/** What outlives a file, how its notes go, documents at rest. */
export async function up(db: Kysely<unknown>): Promise<void> {
  const run = (text: string): Promise<unknown> => sql.raw(text).execute(db);
  await counts(run, db);
  await notes(run);
  await files(run, db);
  // A person reads the names of the organisations that opened her file: those that the trace shows her.
  await run(`create policy opened_my_file on party.organisation for select using ((select permission.person()) is not null
    and id in (select e.organisation_id from audit.entry e where e.territory = (select permission.territory()) and e.person_id = (select permission.person())))`);
}

type Run = (text: string) => Promise<unknown>;

/** Persons followed in an ended year. It knows no person, so that it stays when they are forgotten. */
async function counts(run: Run, db: Kysely<unknown>): Promise<void> {
  await run(`create table party.yearly_count (
    territory text not null, year integer not null, commune text not null, custodian_kind text not null, age_band text not null, persons integer not null check (persons > 0), counted_at timestamptz not null,
    primary key (territory, year, commune, custodian_kind, age_band))`);
  await protect(db, { table: 'party.yearly_count', resource: 'yearlyCount', grants: ['select', 'insert'] });
}

/**
 * Notes of a compartment are seen from inside it only, yet must go in time, and belong to whom they speak of. These
 * functions pass the wall for these two ends: one removes and tells how many, the other gives a person her own.
 */
async function notes(run: Run): Promise<void> {
  await run(`create function party.erase_notes(before timestamptz, asked_person uuid, most integer) returns integer language plpgsql security definer set search_path = '' as $$
    declare removed integer;
    begin
      if permission.scope_of('note', 'erase') is distinct from 'territory' then raise exception 'only who erases notes of the territory calls this'; end if;
      delete from party.note where id in (select n.id from party.note n where n.territory = permission.territory()
        and (before is null or n.written_at < before) and (asked_person is null or n.person_id = asked_person) and (before is not null or asked_person is not null) order by n.written_at limit most);
      get diagnostics removed = row_count;
      return removed;
    end $$`);
  await run(`create function party.own_notes() returns setof party.note language sql stable security definer set search_path = '' as
    $$ select * from party.note n where n.territory = permission.territory() and n.person_id = permission.person() and permission.scope_of('note', 'read') = 'own' $$`);
}

/** Documents: what they are in one table, their encrypted bytes in pieces in another; both behind the same wall. */
async function files(run: Run, db: Kysely<unknown>): Promise<void> {
  await run(`create schema file`);
  await run(`create table file.document (
    id uuid primary key, territory text not null, custodian_id uuid not null references party.organisation, person_id uuid not null references party.person, purpose text not null,
    name text not null check (length(name) between 1 and 200), media_type text not null, bytes bigint not null, pieces integer not null check (pieces > 0), sha256 bytea not null, created_by uuid, created_at timestamptz not null)`);
  await run(`create index document_person on file.document (territory, person_id, created_at)`);
  // Pieces come first, while the document is read; it is known at their end.
  await run(`create table file.piece (
    document_id uuid not null references file.document on delete cascade deferrable initially deferred, position integer not null, territory text not null, custodian_id uuid not null, person_id uuid not null,
    sealed bytea not null, primary key (document_id, position))`);
  for (const table of ['file.document', 'file.piece']) {
    await protect(db, { table, resource: 'file', own: 'person_id', organisation: 'custodian_id', grants: ['select', 'insert', 'delete'] });
  }
}
