import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { personalAreas } from '../../src/composition.ts';
import { retentionTasks } from '../../src/parties/index.ts';
import { openDatabase, type Db } from '../../src/platform/database/database.ts';
import { applyRetention } from '../../src/platform/privacy/retention.jobs.ts';
import { freshDatabase, type TestDatabase } from '../support/database.ts';

export const here = '200039865';
export const elsewhere = '245400676';
export const secret = 'a secret of the tests, long enough';
export const areas = personalAreas(secret);
export const retain = applyRetention(retentionTasks(areas));

export interface PeopledDatabase extends TestDatabase {
  owner: Db;
  organisation(kind: string, territory?: string): Promise<string>;
  person(custodian: string, more?: PersonValues): Promise<string>;
  account(email: string, more?: { personId?: string; createdAt?: string; territory?: string }): Promise<string>;
}

export interface PersonValues { territory?: string; createdAt?: string; closedOn?: string | null; birthDate?: string | null; commune?: string | null; email?: string | null; householdId?: string; name?: string }

/** A database that the owner fills as the past would have, whatever the walls. */
export async function openPeople(): Promise<PeopledDatabase> {
  const database = await freshDatabase();
  const owner = openDatabase(database.ownerUrl, { max: 2 });
  return {
    ...database, owner,
    organisation: async (kind, territory = here) => {
      const id = randomUUID();
      await owner.insertInto('party.organisation').values({ id, territory, kind, name: `Organisme ${kind}`, created_at: new Date('2021-01-01') }).execute();
      return id;
    },
    person: async (custodian, { territory = here, createdAt = '2022-03-01T10:00:00Z', closedOn = null, birthDate = '1990-05-05', commune = '57463', email = null, householdId, name = 'Martin' } = {}) => {
      const id = randomUUID();
      const household = householdId ?? randomUUID();
      if (!householdId) await owner.insertInto('party.household').values({ id: household, territory, custodian_id: custodian, adults: 2, children: 1, created_at: new Date(createdAt) }).execute();
      await owner.insertInto('party.person').values({
        id, territory, custodian_id: custodian, household_id: household, given_name: 'Camille', family_name: name, birth_date: birthDate, email, phone: '0387000000', commune, search: `${name.toLowerCase()} camille`,
        created_at: new Date(createdAt), last_contact_on: createdAt.slice(0, 10), closed_on: closedOn,
      }).execute();
      return id;
    },
    account: async (email, { personId, createdAt = '2022-03-01T10:00:00Z', territory = here } = {}) => {
      const id = randomUUID();
      await owner.insertInto('identity.account').values({ id, territory, email, name: 'Camille Martin', person_id: personId ?? null, password_hash: 'HASHED', created_at: new Date(createdAt) }).execute();
      return id;
    },
    drop: async () => {
      await owner.destroy();
      await database.drop();
    },
  };
}

/** Every row of the tables of people, by its key: what a run changed and removed can be told row by row. */
export async function everyRow(owner: Db): Promise<Map<string, string>> {
  const { rows: tables } = await sql<{ name: string }>`select table_schema || '.' || table_name as name from information_schema.tables
    where table_schema in ('party', 'identity', 'work', 'file', 'audit') and table_type = 'BASE TABLE' order by 1`.execute(owner);
  const found = new Map<string, string>();
  for (const { name } of tables) {
    const { rows } = await sql<{ key: string; line: string }>`select coalesce(row ->> 'id', row ->> 'entry_id', row ->> 'hash', row::text) as key, row::text as line from (select to_jsonb(t) as row from ${sql.table(name)} t) rows`.execute(owner);
    for (const { key, line } of rows) found.set(`${name} ${key}`, line);
  }
  return found;
}
