import { sql } from 'kysely';
import { TOTP } from 'otpauth';
import type { Clock } from '../../src/platform/clock.ts';
import { openDatabase, type Db } from '../../src/platform/database/database.ts';
import { hashPassword } from '../../src/platform/identity/password-hash.ts';
import { byPassword, currentSession, enrol, enrolment, signIn, type Current, type Entered, type IdentityHouse, type Visitor } from '../../src/platform/identity/index.ts';
import type { OrganisationKind, Role } from '../../src/platform/permission/matrix.ts';
import { freshDatabase } from '../support/database.ts';

export const territory = '200039865';
export const password = 'tramway vert lune colle';

export interface Scene {
  house: IdentityHouse;
  owner: Db;
  /** Sets the clock, or moves it on. */
  at(moment: Date): void;
  pass(minutes: number): void;
  organisation(name: string, kind: OrganisationKind, commune?: string): Promise<string>;
  /** An account with a password and, for each role, a membership. */
  account(email: string, roles?: readonly { role: Role; organisation: string }[], more?: { personId?: string; demonstration?: boolean; withoutPassword?: boolean; territory?: string }): Promise<string>;
  /** Subjects and bodies of the outbox, the first sent first. */
  mails(): Promise<{ template: string; recipient: string; body: string }[]>;
  trace(): Promise<{ type: string; account_id: string | null; role: string; subject_id: string; reason: string | null }[]>;
  close(): Promise<void>;
}

/** A house of its own, whose clock stands until it is moved. */
export async function openScene({ demo = false } = {}): Promise<Scene> {
  const database = await freshDatabase();
  const owner = openDatabase(database.ownerUrl, { max: 2 });
  let now = new Date('2026-11-24T10:00:00Z');
  const clock: Clock = { now: () => now, today: () => now.toISOString().slice(0, 10) };
  const hash = await hashPassword(password);
  return {
    house: { db: database.db, clock, territory, secret: 'a secret of the tests, long enough', demo },
    owner,
    at: (moment) => { now = moment; },
    pass: (minutes) => { now = new Date(now.getTime() + minutes * 60_000); },
    organisation: async (name, kind, commune) => (await owner.insertInto('party.organisation').values({ territory, kind, name, commune: commune ?? null, created_at: now }).returning('id').executeTakeFirstOrThrow()).id,
    account: async (email, memberships = [], more = {}) => {
      const place = more.territory ?? territory;
      const { id } = await owner.insertInto('identity.account').values({
        territory: place, email, name: 'Camille Weber', person_id: more.personId ?? null, demonstration: more.demonstration ?? false,
        password_hash: more.withoutPassword || more.demonstration ? null : hash, created_at: now,
      }).returning('id').executeTakeFirstOrThrow();
      for (const { role, organisation } of memberships) await owner.insertInto('party.membership').values({ territory: place, account_id: id, organisation_id: organisation, role, since: now }).execute();
      return id;
    },
    mails: () => owner.selectFrom('work.mail').select(['template', 'recipient', 'body']).orderBy('created_at').orderBy(sql`ctid`).execute(),
    trace: () => owner.selectFrom('audit.entry').select(['type', 'account_id', 'role', 'subject_id', 'reason']).orderBy('id').execute(),
    close: async () => {
      await owner.destroy();
      await database.drop();
    },
  };
}

export const visitor = (more: Partial<Visitor> = {}): Visitor => ({ ip: '192.0.2.1', userAgent: 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0', device: undefined, ...more });

/** Signs in by password, or fails the test. */
export async function entered(scene: Scene, email: string, who = visitor()): Promise<Entered> {
  const signed = await signIn(scene.house, who, byPassword({ email, password }));
  if (!signed.ok) throw new Error(`refused: ${JSON.stringify(signed.error)}`);
  return signed.value;
}

/** The session as the next request finds it, or fails the test. */
export async function session(scene: Scene, token: string): Promise<Current> {
  const current = await currentSession(scene.house, token);
  if (!current) throw new Error('no session');
  return current;
}

/** What the authenticator application shows at the scene's time. */
export const codeOf = (scene: Scene, key: string): string => new TOTP({ secret: key.replaceAll(' ', '') }).generate({ timestamp: scene.house.clock.now().getTime() });

/** Sets up the second factor of a session; the key, the recovery codes, and the session that goes on. */
export async function enrolled(scene: Scene, token: string, who = visitor()): Promise<{ key: string; codes: string[]; entered: Entered }> {
  const current = await session(scene, token);
  const offer = await enrolment(scene.house, current.account);
  const done = await enrol(scene.house, current, { sealed: offer.sealed, code: codeOf(scene, offer.key) }, who);
  if (!done.ok) throw new Error(`refused: ${JSON.stringify(done.error)}`);
  return { key: offer.key, ...done.value };
}
