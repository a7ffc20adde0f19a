import { sql } from 'kysely';
import { openHouse, type House } from '../../e2e/support/house.ts';
import { openDatabase, type Db } from '../../src/platform/database/database.ts';
import { sessionStore } from '../../src/platform/identity/session.store.ts';
import type { Role } from '../../src/platform/permission/matrix.ts';
import { elsewhere, here, kindOf, makePlace, type Place } from './place.ts';

/** A place of one's own, one of another organisation, one of another territory, and a signed-in browser of the first. */
export interface World { mine: Place; other: Place; foreign: Place; cookie: string; accountId: string }

export interface Answer { status: number; location: string | null; text: string }

export interface WatchedHouse extends House {
  owner: Db;
  openWorld(role: Role): Promise<World>;
  /** A new session of an account, as the cookie that its browser sends. */
  signIn(accountId: string): Promise<string>;
  ask(path: string, cookie: string | undefined, form?: Readonly<Record<string, string>>): Promise<Answer>;
  /** Tables of people whose rows changed since the last call, once per row, whatever the app says or keeps silent. */
  changes(): Promise<string[]>;
}

/** The built house on a database of its own, where every change of people's rows is noted by the database itself. */
export async function openWatchedHouse(): Promise<WatchedHouse> {
  const house = await openHouse({ empty: true });
  const owner = openDatabase(house.ownerUrl, { max: 2 });
  await sql`create table public.change (at bigint generated always as identity, what text)`.execute(owner);
  await sql`create function public.note_change() returns trigger language plpgsql security definer as $$ begin insert into public.change (what) values (tg_table_schema || '.' || tg_table_name); return null; end $$`.execute(owner);
  const { rows } = await sql<{ name: string }>`
    select format('%I.%I', schemaname, tablename) as name from pg_tables
    where schemaname in ('party', 'file', 'needs', 'publishing') or (schemaname = 'identity' and tablename in ('account', 'totp', 'recovery_code'))`.execute(owner);
  for (const { name } of rows) await sql.raw(`create trigger note_change after insert or update or delete on ${name} for each row execute function public.note_change()`).execute(owner);
  let lastSeen = 0;
  return {
    ...house, owner,
    openWorld: (role) => openWorld(owner, role),
    signIn: (accountId) => signIn(owner, accountId),
    ask: async (path, cookie, form) => {
      const headers = { ...(cookie === undefined ? {} : { cookie }), origin: house.origin };
      const response = await fetch(`${house.origin}${path}`, { redirect: 'manual', headers, ...(form ? { method: 'POST', body: new URLSearchParams(form) } : {}) });
      return { status: response.status, location: response.headers.get('location'), text: Buffer.from(await response.arrayBuffer()).toString('utf8') };
    },
    changes: async () => {
      const { rows: since } = await sql<{ at: string; what: string }>`select at, what from public.change where at > ${lastSeen} order by at`.execute(owner);
      lastSeen = Number(since.at(-1)?.at ?? lastSeen);
      return since.map(({ what }) => what);
    },
    close: async () => {
      await owner.destroy();
      await house.close();
    },
  };
}

async function openWorld(owner: Db, role: Role): Promise<World> {
  const kind = kindOf(role);
  const [mine, other, foreign] = await Promise.all([
    makePlace(owner, { territory: here, commune: '57463', kind }), makePlace(owner, { territory: here, commune: '57751', kind }), makePlace(owner, { territory: elsewhere, commune: '54395', kind }),
  ]);
  const now = new Date();
  const { id } = await owner.insertInto('identity.account')
    .values({ territory: here, email: `moi-${mine.mark}@exemple.fr`, name: 'Moi', person_id: role === 'employee' ? mine.person : null, created_at: now }).returning('id').executeTakeFirstOrThrow();
  await owner.insertInto('identity.totp').values({ account_id: id, secret: Buffer.from('x'), confirmed_at: now }).execute();
  if (role !== 'employee') await owner.insertInto('party.membership').values({ territory: here, account_id: id, organisation_id: mine.organisation, role, since: now }).execute();
  return { mine, other, foreign, accountId: id, cookie: await signIn(owner, id) };
}

async function signIn(owner: Db, accountId: string): Promise<string> {
  const now = new Date();
  const token = await owner.transaction().execute((tx) => sessionStore(tx).open({ accountId, stage: 'open', membershipId: null, device: 'Essai', at: now, expiresAt: new Date(now.getTime() + 3_600_000) }));
  return `ancrage=${encodeURIComponent(Buffer.from(JSON.stringify(token)).toString('base64'))}`;
}

/** An address of the router with its parameters filled in; what is not given is `0`. */
export const filled = (path: string, params: Readonly<Record<string, string>>): string => {
  const address = path === '/' ? '/' : `/${path}`;
  return address.replaceAll(/:(\w+)/g, (_, name: string) => encodeURIComponent(params[name] ?? '0')).replace('*', 'nulle-part');
};
