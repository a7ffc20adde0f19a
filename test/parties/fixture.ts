import { randomUUID } from 'node:crypto';
import { openDatabase, type Db } from '../../src/platform/database/database.ts';
import { fixedClock } from '../../src/platform/clock.ts';
import type { OrganisationKind, Role } from '../../src/platform/permission/matrix.ts';
import type { Session } from '../../src/platform/use-case.ts';
import { createPerson } from '../../src/parties/index.ts';
import { freshDatabase, type TestDatabase } from '../support/database.ts';

export const here = '200039865';
export const elsewhere = '245400676';
export const now = new Date('2026-11-24T10:00:00Z');

export interface Stage {
  database: TestDatabase;
  /** Sees every row: what truly stands in the database. */
  owner: Db;
  organisation(kind: OrganisationKind, name: string, options?: { territory?: string; commune?: string; siren?: string }): Promise<string>;
  /** Somebody with an account, who acts in a role for an organisation. */
  acting(role: Role, organisationId: string | null, options?: { territory?: string; personId?: string; commune?: string; at?: Date; email?: string; member?: boolean }): Promise<Session & { membershipId: string | null }>;
  person(session: Session, names?: { givenName?: string; familyName?: string; email?: string }): Promise<string>;
  /** Types of the trace's rows about a subject, in order. */
  trace(subjectId: string): Promise<string[]>;
  traceCount(): Promise<number>;
  close(): Promise<void>;
}

/** A database of its own with the few gestures that every test of the area needs. */
export async function openStage(): Promise<Stage> {
  const database = await freshDatabase();
  const owner = openDatabase(database.ownerUrl, { max: 2 });
  const stage: Stage = {
    database,
    owner,
    organisation: async (kind, name, { territory = here, commune, siren } = {}) =>
      (await owner.insertInto('party.organisation').values({ territory, kind, name, search: name.toLowerCase(), commune: commune ?? null, siren: siren ?? null, created_at: now }).returning('id').executeTakeFirstOrThrow()).id,
    acting: async (role, organisationId, { territory = here, personId, commune, at = now, email, member = true } = {}) => {
      const address = email ?? `${randomUUID()}@exemple.fr`;
      const account = await owner.insertInto('identity.account').values({ territory, email: address, name: `Compte ${role}`, person_id: personId ?? null, created_at: now }).returning('id').executeTakeFirstOrThrow();
      const membership = organisationId && member
        ? await owner.insertInto('party.membership').values({ territory, account_id: account.id, organisation_id: organisationId, role, since: now }).returning('id').executeTakeFirstOrThrow()
        : null;
      return {
        db: database.db, clock: fixedClock(at), membershipId: membership?.id ?? null,
        actor: { accountId: account.id, role, territory, organisationId, commune: commune ?? null, personId: personId ?? null },
      };
    },
    person: async (session, { givenName = 'Zoé', familyName = 'Müller', email } = {}) => {
      const made = await createPerson(session, { givenName, familyName, email });
      if (!made.ok) throw new Error(JSON.stringify(made.error));
      return made.value.id;
    },
    trace: async (subjectId) => (await owner.selectFrom('audit.entry').where('subject_id', '=', subjectId).select('type').orderBy('id').execute()).map(({ type }) => type),
    traceCount: async () => Number((await owner.selectFrom('audit.entry').select((eb) => eb.fn.countAll<number>().as('n')).executeTakeFirstOrThrow()).n),
    close: async () => {
      await owner.destroy();
      await database.drop();
    },
  };
  return stage;
}
