import { sql, type Kysely } from 'kysely';
import { forceRowSecurity, protect } from '../protect.ts';
import { personSearch } from './20261124160000-people-search.ts';

/** Permission copy, parties, identity, trace and outbox. Personal rows carry their territory first, and stand behind row-level security. */
export async function up(db: Kysely<unknown>): Promise<void> {
  const run = (text: string): Promise<unknown> => sql.raw(text).execute(db);
  await permission(run);
  await parties(run);
  await identity(run);
  await partyWalls(db);
  await identityWalls(run, db);
  await audit(run, db);
  await work(run);
  await operation(run);
  await personSearch(run);
}

type Run = (text: string) => Promise<unknown>;

/** The sign-in's own transactions (`identity-door.ts`), before anybody is known. */
const throughDoor = `(select permission.setting('door')) = 'identity'`;

/** The matrix's copy, written anew by each start, and the actor as the transaction's settings tell it. */
async function permission(run: Run): Promise<void> {
  await run(`create schema permission`);
  await run(`create table permission.rule (
    resource text not null, action text not null, role text not null, scope text not null check (scope in ('own', 'organisation', 'commune', 'territory')),
    primary key (role, resource, action))`);
  await run(`create table permission.compartment (role text not null, compartment text not null, primary key (role, compartment))`);
  // After a "set local" a setting is an empty string, never null again: nullif before any cast. All are plpgsql, whose plans
  // a connection keeps: functions in plain SQL would be parsed anew by every statement that a policy guards.
  await run(`create function permission.setting(name text) returns text language plpgsql stable as $$ begin return nullif(current_setting('ancrage.' || name, true), ''); end $$`);
  for (const [name, type] of [['territory', 'text'], ['role', 'text'], ['commune', 'text'], ['organisation', 'uuid'], ['person', 'uuid'], ['account', 'uuid']]) {
    await run(`create function permission.${name}() returns ${type} language plpgsql stable as $$ begin return nullif(current_setting('ancrage.${name}', true), '')::${type}; end $$`);
  }
  await run(`create function permission.scope_of(asked_resource text, asked_action text) returns text language plpgsql stable as
    $$ begin return (select r.scope from permission.rule r where r.role = permission.role() and r.resource = asked_resource and r.action = asked_action); end $$`);
  await run(`create function permission.compartments() returns text[] language plpgsql stable as
    $$ begin return (select coalesce(array_agg(c.compartment), '{}') from permission.compartment c where c.role = permission.role()); end $$`);
}

async function parties(run: Run): Promise<void> {
  await run(`create schema party`);
  await run(`create table party.organisation (
    id uuid primary key default gen_random_uuid(), territory text not null, kind text not null, name text not null check (length(name) between 1 and 200),
    siren text check (siren ~ '^[0-9]{9}$'), commune text, search text collate "C" not null default '', created_at timestamptz not null, closed_on date, demonstration boolean not null default false)`);
  await run(`create unique index organisation_siren on party.organisation (territory, siren, kind) where siren is not null`);
  await run(`create index organisation_list on party.organisation (territory, search, id)`);
  await run(`create table party.establishment (
    id uuid primary key default gen_random_uuid(), territory text not null, organisation_id uuid not null references party.organisation, siret text not null check (siret ~ '^[0-9]{14}$'),
    name text, commune text, address text, opened_on date, closed_on date, moved_from uuid references party.establishment,
    recorded_at timestamptz not null, unique (territory, siret, opened_on))`);
  await run(`create index establishment_organisation on party.establishment (territory, organisation_id)`);
  await run(`create table party.contact (
    id uuid primary key default gen_random_uuid(), territory text not null, organisation_id uuid not null references party.organisation, name text not null, function text not null default '',
    email text, phone text, source text not null, checked_on date not null, opted_out_at timestamptz, created_at timestamptz not null)`);
  await run(`create index contact_organisation on party.contact (territory, organisation_id)`);
  await run(`create table party.household (
    id uuid primary key default gen_random_uuid(), territory text not null, custodian_id uuid not null references party.organisation, adults int not null default 1 check (adults between 0 and 20),
    children int not null default 0 check (children between 0 and 20), created_at timestamptz not null, erased_at timestamptz)`);
  await run(`create table party.person (
    id uuid primary key default gen_random_uuid(), territory text not null, custodian_id uuid not null references party.organisation, household_id uuid references party.household,
    given_name text not null, family_name text not null, birth_date date, email text, phone text, commune text, language text not null default 'fr',
    search text collate "C" not null default '', created_at timestamptz not null, last_contact_on date not null, closed_on date, erased_at timestamptz, age_band text, demonstration boolean not null default false,
    state text not null generated always as (case when erased_at is not null then 'erased' when closed_on is not null then 'closed' else 'open' end) stored)`);
  // Lists go by the name as it is searched, without capitals nor accents: one page is one short walk of an index, for an organisation and for a territory.
  await run(`create index person_list on party.person (territory, custodian_id, state, search, id)`);
  await run(`create index person_list_territory on party.person (territory, state, search, id)`);
  await run(`create index person_household on party.person (household_id)`);
  await run(`create table party.consent (
    id uuid primary key default gen_random_uuid(), territory text not null, person_id uuid not null references party.person, custodian_id uuid not null references party.organisation,
    purpose text not null, wording text not null, given_at timestamptz not null, withdrawn_at timestamptz)`);
  await run(`create index consent_person on party.consent (territory, person_id)`);
  await run(`create unique index consent_once on party.consent (person_id, purpose) where withdrawn_at is null`);
  await run(`create table party.note (
    id uuid primary key default gen_random_uuid(), territory text not null, person_id uuid not null references party.person, custodian_id uuid not null references party.organisation,
    compartment text, text text not null check (length(text) between 1 and 2000), written_by uuid, author text not null default '', written_at timestamptz not null)`);
  await run(`create index note_person on party.note (territory, person_id, written_at)`);
  await run(`create table party.privacy_request (
    id uuid primary key default gen_random_uuid(), territory text not null, person_id uuid not null references party.person, kind text not null check (kind in ('access', 'rectification', 'erasure', 'objection')),
    asked_at timestamptz not null, due_on date not null, answered_at timestamptz, outcome text, detail text not null default '')`);

}

async function partyWalls(db: Kysely<unknown>): Promise<void> {
  const person = { own: 'person_id', organisation: 'custodian_id' } as const;
  const noErasing = ['select', 'insert', 'update'] as const;
  const erasing = [...noErasing, 'delete'] as const;
  await protect(db, {
    table: 'party.organisation', resource: 'organisation', organisation: 'id', commune: 'commune', grants: noErasing,
    // One sees the organisations for which one may act, to choose among them; so does the sign-in.
    seen: `${throughDoor} or id in (select m.organisation_id from party.membership m where m.account_id = (select permission.account()) and m.ended_at is null)`,
  });
  await protect(db, { table: 'party.establishment', resource: 'establishment', organisation: 'organisation_id', commune: 'commune', grants: noErasing });
  await protect(db, { table: 'party.contact', resource: 'contact', organisation: 'organisation_id', grants: erasing });
  await protect(db, { table: 'party.household', resource: 'household', organisation: 'custodian_id', own: `(select p.id from party.person p where p.household_id = household.id and p.id = permission.person())`, grants: noErasing });
  await protect(db, { table: 'party.person', resource: 'person', own: 'id', organisation: 'custodian_id', grants: noErasing });
  await protect(db, { table: 'party.consent', resource: 'consent', ...person, grants: erasing });
  await protect(db, { table: 'party.note', resource: 'note', ...person, compartment: 'compartment', grants: ['select', 'insert', 'delete'] });
  await protect(db, { table: 'party.privacy_request', resource: 'privacyRequest', own: 'person_id', grants: erasing });
}

/**
 * Accounts are sought before anybody is known. Their rows are reached through the sign-in's door (`identity-door.ts`), by
 * their own account, and by those who may read its membership.
 */
async function identity(run: Run): Promise<void> {
  await run(`create schema identity`);
  await run(`create table identity.account (
    id uuid primary key default gen_random_uuid(), email text not null unique check (email = lower(email)), name text not null, person_id uuid, territory text not null,
    password_hash text, created_at timestamptz not null, disabled_at timestamptz, demonstration boolean not null default false)`);
  await run(`create table identity.totp (
    account_id uuid primary key references identity.account on delete cascade, secret bytea not null, confirmed_at timestamptz, last_step bigint not null default 0)`);
  await run(`create table identity.recovery_code (account_id uuid not null references identity.account on delete cascade, hash bytea not null, used_at timestamptz, primary key (account_id, hash))`);
  await run(`create table identity.session (
    hash bytea primary key, id uuid not null unique default gen_random_uuid(), account_id uuid not null references identity.account on delete cascade, stage text not null check (stage in ('secondFactor', 'open')),
    membership_id uuid, device text not null, created_at timestamptz not null, last_seen_at timestamptz not null, expires_at timestamptz not null, ended_at timestamptz)`);
  await run(`create index session_account on identity.session (account_id)`);
  await run(`create table identity.token (
    hash bytea primary key, kind text not null check (kind in ('signIn', 'recovery')), account_id uuid not null references identity.account on delete cascade,
    created_at timestamptz not null, expires_at timestamptz not null, used_at timestamptz)`);
  // Devices that have signed in to an account before: a lock-out aimed at it from elsewhere leaves them alone.
  await run(`create table identity.device (account_id uuid not null references identity.account on delete cascade, hash bytea not null, last_used_at timestamptz not null, primary key (account_id, hash))`);
  // Limits that hold across processes, in the layout of rate-limiter-flexible; its keys are hashes.
  await run(`create schema limits`);
  await run(`create table limits.throttle (key varchar(255) primary key, points integer not null default 0, expire bigint)`);

  await run(`create table party.membership (
    id uuid primary key default gen_random_uuid(), territory text not null, account_id uuid not null references identity.account, organisation_id uuid not null references party.organisation,
    role text not null, since timestamptz not null, ended_at timestamptz)`);
  await run(`create unique index membership_once on party.membership (account_id, organisation_id, role) where ended_at is null`);
  await run(`create index membership_organisation on party.membership (territory, organisation_id)`);
  await run(`create table party.invitation (
    id uuid primary key default gen_random_uuid(), territory text not null, organisation_id uuid not null references party.organisation,
    person_id uuid references party.person, email text not null, role text not null, hash bytea not null unique, created_by uuid, created_at timestamptz not null, expires_at timestamptz not null, accepted_at timestamptz, revoked_at timestamptz)`);
  await run(`create index invitation_organisation on party.invitation (territory, organisation_id)`);
  await run(`create index invitation_person on party.invitation (person_id) where person_id is not null`);
}

async function identityWalls(run: Run, db: Kysely<unknown>): Promise<void> {
  const scoped = { organisation: 'organisation_id', grants: ['select', 'insert', 'update', 'delete'] } as const;
  await protect(db, { ...scoped, table: 'party.membership', resource: 'membership', seen: `account_id = (select permission.account())`, also: throughDoor });
  await protect(db, {
    ...scoped, table: 'party.invitation', resource: 'invitation',
    // An accompanied person is invited to her own space by those who follow her file.
    also: `${throughDoor} or (person_id is not null and role = 'employee' and exists (select 1 from party.person p where p.id = invitation.person_id and p.territory = invitation.territory and p.custodian_id = invitation.organisation_id))`,
  });
  // Roles that reach the whole territory are given and changed by who reaches it, whatever else is allowed (`mayGive`).
  for (const table of ['membership', 'invitation']) {
    for (const command of ['insert', 'update']) {
      await run(`do $$ begin execute format('create policy reserved_%1$s on party.%2$s as restrictive for %1$s with check (role not in (''territoryAdmin'', ''dataProtectionOfficer'')
        or (select permission.scope_of(%3$L, %4$L)) = ''territory'' or (%5$s) or current_user = %6$L)',
        '${command}', '${table}', '${table}', '${command === 'insert' ? 'create' : 'update'}', $door$${throughDoor}$door$, current_user); end $$`);
    }
  }
  for (const table of ['account', 'totp', 'recovery_code', 'session', 'token', 'device']) {
    await forceRowSecurity(run, `identity.${table}`);
    await run(`create policy door on identity.${table} using (${throughDoor}) with check (${throughDoor})`);
  }
  await run(`create policy actor_select on identity.account for select using (id = (select permission.account())
    or exists (select 1 from party.membership m where m.account_id = account.id))`);
}

/** The trace: the app appends and reads. Sealing adds rows beside; only an expired segment goes, whole, through its function. */
async function audit(run: Run, db: Kysely<unknown>): Promise<void> {
  await run(`create schema audit`);
  await run(`create table audit.entry (
    id bigint primary key generated always as identity, territory text not null, at timestamptz not null, account_id uuid, role text not null, organisation_id uuid,
    type text not null, subject_kind text not null, subject_id text not null, person_id uuid, reason text, details jsonb not null)`);
  await run(`create index entry_person on audit.entry (territory, person_id, id)`);
  await run(`create index entry_at on audit.entry (territory, at)`);
  await run(`create table audit.segment (
    territory text not null, number integer not null, first_at timestamptz not null, last_at timestamptz not null, entries integer not null, last_entry_id bigint not null, hash bytea not null, previous_hash bytea not null,
    sealed_at timestamptz not null, expired_at timestamptz, primary key (territory, number))`);
  await run(`create table audit.sealed (
    entry_id bigint primary key, territory text not null, segment integer not null, position integer not null, hash bytea not null, unique (territory, segment, position), foreign key (territory, segment) references audit.segment)`);
  await protect(db, { table: 'audit.entry', resource: 'audit', own: 'person_id', grants: ['select'] });
  await protect(db, { table: 'audit.segment', resource: 'audit', grants: ['select'] });
  await protect(db, { table: 'audit.sealed', resource: 'audit', grants: ['select'] });
  // Everybody's acts are traced, whoever may read the trace: under one's own name and role only.
  await run(`create policy actor_insert on audit.entry for insert with check (
    territory = (select permission.territory()) and role = (select permission.role()) and account_id is not distinct from (select permission.account()))`);
  for (const table of ['segment', 'sealed']) {
    await run(`create policy job_insert on audit.${table} for insert with check (territory = (select permission.territory()) and (select permission.role()) = 'job')`);
  }
  // The app's role can neither change nor remove an entry: it may only ask for a whole sealed segment to go, of which every
  // entry is older than six months by the server's own clock, whatever the app says the day is.
  await run(`create function audit.expire(asked_territory text, asked_number integer, today timestamptz) returns integer language plpgsql security definer set search_path = '' as $$
    declare
      removed integer;
      oldest_kept timestamptz := least(today, now()) - interval '6 months';
    begin
      if permission.role() is distinct from 'job' or permission.territory() is distinct from asked_territory then raise exception 'only a job of the territory expires a segment'; end if;
      perform 1 from audit.sealed s join audit.entry e on e.id = s.entry_id where s.territory = asked_territory and s.segment = asked_number and e.at >= oldest_kept;
      if found then return 0; end if;
      update audit.segment set expired_at = today where territory = asked_territory and number = asked_number and expired_at is null and last_at < oldest_kept;
      if not found then return 0; end if;
      delete from audit.entry e using audit.sealed s where s.entry_id = e.id and s.territory = asked_territory and s.segment = asked_number;
      get diagnostics removed = row_count;
      delete from audit.sealed where territory = asked_territory and segment = asked_number;
      return removed;
    end $$`);
  // Whose trace there is to check: names of territories, and nothing of what they hold.
  await run(`create function audit.territories() returns setof text language sql stable security definer set search_path = '' as
    $$ select distinct territory from audit.segment union select distinct territory from audit.entry $$`);
}

/** What is left to do: events for their subscribers, mail, reminders. Anybody's act may add one; jobs alone read them. */
async function work(run: Run): Promise<void> {
  await run(`create schema work`);
  await run(`create table work.event (
    id bigint primary key generated always as identity, territory text not null, type text not null, subject_id text not null, payload jsonb not null, occurred_on date not null, recorded_at timestamptz not null,
    person_id uuid, account_id uuid, role text, handled_at timestamptz, tries integer not null default 0, retry_at timestamptz, failure text)`);
  await run(`create index event_unhandled on work.event (territory, subject_id, id) where handled_at is null`);
  await run(`create index event_person on work.event (territory, person_id) where person_id is not null`);
  await run(`create table work.mail (
    id uuid primary key default gen_random_uuid(), territory text not null, recipient text not null, language text not null, template text not null, subject text not null, body text not null,
    created_at timestamptz not null, not_before timestamptz not null, sent_at timestamptz, given_up_at timestamptz, tries integer not null default 0, failure text)`);
  await run(`create index mail_unsent on work.mail (territory, not_before) where sent_at is null and given_up_at is null`);
  await run(`create index mail_created on work.mail (territory, created_at)`);
  await run(`create table work.reminder (
    territory text not null, recipient text not null, subject text not null, address text not null, language text not null, content jsonb not null, due_at timestamptz not null, sent_at timestamptz,
    primary key (territory, recipient, subject))`);
  await run(`create index reminder_due on work.reminder (territory, due_at) where sent_at is null`);
  for (const table of ['work.event', 'work.mail', 'work.reminder']) {
    await forceRowSecurity(run, table);
    await run(`create policy territory_insert on ${table} for insert with check (territory = (select permission.territory()))`);
    for (const command of ['select', 'update', 'delete']) {
      await run(`create policy job_${command} on ${table} for ${command} using (territory = (select permission.territory()) and (select permission.role()) = 'job')`);
    }
  }
}

/** What the operator did: read and written by the owner alone. */
async function operation(run: Run): Promise<void> {
  await run(`create schema operation`);
  await run(`create table operation.backup (id integer primary key generated always as identity, finished_at timestamptz not null, rows bigint not null, bytes bigint not null, content text not null)`);
}
