import { createHash, randomBytes } from 'node:crypto';
import { readFileSync, readdirSync } from 'node:fs';
import { Client } from 'pg';
import { sql } from 'kysely';
import { openDatabase, type Db } from '../../src/platform/database/database.ts';
import { migrate } from '../../src/platform/database/migrate.ts';

export interface TestDatabase {
  ownerUrl: string;
  appUrl: string;
  db: Db;
  /** Closes the connections and removes the database. */
  drop(): Promise<void>;
}

const required = (name: string): string => {
  const value = process.env[name];
  if (!value) throw new Error(`${name} is not set: run the tests by \`npm test\`, which starts a database server`);
  return value;
};

/** A migrated, empty database of its own, copied from a template that the first caller makes. */
export async function freshDatabase(): Promise<TestDatabase> {
  const owner = required('ANCRAGE_TEST_OWNER_URL');
  return ownDatabase(owner, async (client, name) => {
    const template = await migratedTemplate(client, owner, new URL(required('ANCRAGE_TEST_APP_URL')).username);
    await client.query(`create database ${name} template ${template}`);
  });
}

async function ownDatabase(owner: string, make: (client: Client, name: string) => Promise<unknown>): Promise<TestDatabase> {
  const app = required('ANCRAGE_TEST_APP_URL');
  const name = `ancrage_test_${process.pid}_${randomBytes(6).toString('hex')}`;
  await withOwner(owner, (client) => make(client, name));
  const [ownerUrl, appUrl] = [databaseUrl(owner, name), databaseUrl(app, name)];
  const db = openDatabase(appUrl, { max: 4 });
  const drop = async (): Promise<void> => {
    await db.destroy();
    await withOwner(owner, async (client) => {
      // Without `force`, which may not end another role's session: the server waits for the last ones, and stops its own vacuum.
      await client.query(`drop database if exists ${name}`);
    });
  };
  return { ownerUrl, appUrl, db, drop };
}

/** A database of its own with nothing in it: no schema, no table. */
export async function emptyDatabase(): Promise<TestDatabase> {
  const owner = required('ANCRAGE_TEST_OWNER_URL');
  return ownDatabase(owner, (client, name) => client.query(`create database ${name} template template0`));
}

/** A hash of every row of every table of the areas: the same before and after a refused import. */
export async function contentHash(db: Db): Promise<string> {
  const { rows: tables } = await sql<{ schema: string; name: string }>`
    select table_schema as schema, table_name as name from information_schema.tables
    where table_schema not in ('pg_catalog', 'information_schema', 'migration') and table_type = 'BASE TABLE' order by 1, 2
  `.execute(db);
  const hash = createHash('sha256');
  for (const { schema, name } of tables) {
    const { rows } = await sql<{ content: string | null }>`
      select md5(string_agg(line, E'\n' order by line)) as content from (select t::text as line from ${sql.table(`${schema}.${name}`)} t) lines
    `.execute(db);
    hash.update(`${schema}.${name} ${rows[0]?.content ?? ''}\n`);
  }
  return hash.digest('hex');
}

async function withOwner(url: string, work: (client: Client) => Promise<unknown>): Promise<void> {
  const client = new Client({ connectionString: url });
  client.on('error', () => {});
  await client.connect();
  try {
    // Test files run side by side: one makes the template, and nobody copies it meanwhile.
    await client.query(`select pg_advisory_lock(hashtext('ancrage.test.template'))`);
    await work(client);
  } finally {
    await client.end();
  }
}

async function migratedTemplate(client: Client, owner: string, appRole: string): Promise<string> {
  const name = `ancrage_template_${migrationsHash()}`;
  const { rowCount } = await client.query('select 1 from pg_database where datname = $1', [name]);
  if (rowCount) return name;
  await client.query(`drop database if exists ${name}_making`);
  await client.query(`create database ${name}_making template template0`);
  const migrated = await migrate(databaseUrl(owner, `${name}_making`), appRole);
  if (!migrated.ok) throw new Error(`migration failed: ${JSON.stringify(migrated.error)}`);
  await client.query(`alter database ${name}_making rename to ${name}`);
  return name;
}

/** A changed migration makes another template. */
function migrationsHash(): string {
  const folder = new URL('../../src/platform/database/', import.meta.url);
  const hash = createHash('sha256').update(readFileSync(new URL('migrate.ts', folder)));
  for (const file of readdirSync(new URL('migrations/', folder)).toSorted()) hash.update(readFileSync(new URL(`migrations/${file}`, folder)));
  return hash.digest('hex').slice(0, 12);
}

function databaseUrl(url: string, name: string): string {
  const changed = new URL(url);
  changed.pathname = `/${name}`;
  return changed.href;
}
