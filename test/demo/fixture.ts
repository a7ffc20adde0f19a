import { join } from 'node:path';
import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import { makeDemo, type DemoOptions } from '../../demo/index.ts';
import { fixedClock } from '../../src/platform/clock.ts';
import { readConfig } from '../../src/platform/config.ts';
import { openDatabase, type Db } from '../../src/platform/database/database.ts';
import { findTerritory, type Territory } from '../../src/territory/index.ts';
import { freshDatabase, type TestDatabase } from '../support/database.ts';

export const now = new Date('2026-11-24T10:00:00Z');

export interface DemoHouse {
  database: TestDatabase;
  /** Sees every row: what truly stands in the database. */
  owner: Db;
  territory: Territory;
  lines: string[];
  make(options?: Partial<DemoOptions> & { demo?: boolean }): Promise<boolean>;
  count(table: string, where?: string): Promise<number>;
  close(): Promise<void>;
}

/** A database of its own, in which the demonstration can be made. */
export async function openDemoHouse(territory = 'metz'): Promise<DemoHouse> {
  const found = findTerritory(territory, join(import.meta.dirname, '../../territories'));
  const config = readConfig({});
  if (!found.ok || !config.ok) throw new Error(`no territory ${territory}`);
  const database = await freshDatabase();
  const owner = openDatabase(database.ownerUrl, { max: 2 });
  const lines: string[] = [];
  return {
    database, owner, territory: found.value, lines,
    make: ({ demo = true, ...options } = {}) => makeDemo(
      { db: database.db, clock: fixedClock(now), territory: found.value, demo, config: config.value },
      { report: (line) => lines.push(line), signal: new AbortController().signal, ...options },
    ),
    count: async (table, where = 'true') => (await sql<{ n: number }>`select count(*)::int as n from ${sql.table(table)} where ${sql.raw(where)}`.execute(owner)).rows[0]?.n ?? Number.NaN,
    close: async () => {
      await owner.destroy();
      await database.drop();
    },
  };
}

/** Every row of people, organisations and the trace, in the order in which it was written; ids and links' hashes are drawn anew each time. */
export async function storyOf(owner: Db): Promise<string> {
  const parts = await Promise.all([
    sql`select kind, name, siren, commune, created_at from party.organisation order by created_at, name`,
    sql`select siret, commune, address, opened_on, closed_on, recorded_at from party.establishment order by siret`,
    sql`select name, function, email, phone, source, checked_on, opted_out_at, created_at from party.contact order by email`,
    sql`select email, name, created_at, person_id is null as staff from identity.account order by email`,
    sql`select a.email, m.role, m.since, m.ended_at from party.membership m join identity.account a on a.id = m.account_id order by 1, 2, 3`,
    sql`select email, role, created_at, expires_at from party.invitation order by email`,
    sql`select given_name, family_name, birth_date, p.email, phone, p.commune, language, p.created_at, last_contact_on, p.closed_on, h.adults, h.children, o.name
      from party.person p join party.organisation o on o.id = p.custodian_id join party.household h on h.id = p.household_id order by p.created_at, p.email, p.phone, p.birth_date`,
    sql`select purpose, wording, given_at, withdrawn_at from party.consent order by given_at, purpose, withdrawn_at`,
    sql`select compartment, text, author, written_at from party.note order by written_at, text`,
    sql`select recipient, subject, created_at, not_before from work.mail order by created_at`,
    sql`select at, role, type, details from audit.entry order by id`,
  ].map((query) => query.execute(owner)));
  return createHash('sha256').update(JSON.stringify(parts.map(({ rows }) => rows))).digest('hex');
}
