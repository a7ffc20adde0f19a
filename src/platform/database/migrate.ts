import { Migrator } from 'kysely/migration';
import { sql } from 'kysely';
import { installJobs } from '../jobs/install.ts';
import { roles } from '../permission/matrix.ts';
import { compartmentsOf, rules } from '../permission/permission.rules.ts';
import { failure, success, type Result } from '../result.ts';
import { openDatabase, type Db } from './database.ts';
import { migrations } from './migrations/index.ts';

export type MigrationFailure = { code: 'database.newer'; unknown: string[] } | { code: 'database.noRights' } | { code: 'database.migrationFailed'; detail: string };

const everything = 'select, insert, update, delete';

/** What the app's role may do in each schema, before row-level security narrows it. It only reads the names of the migrations. */
const privileges = {
  observatory: everything, party: everything, identity: everything, work: everything, limits: everything, file: everything, needs: everything, publishing: everything,
  // The trace and its seals are appended to; the copy of the permission matrix is read.
  audit: 'select, insert', permission: 'select',
  // The queue's rows carry a territory's code and no datum of people.
  job: everything,
} as const;

/**
 * Brings the database to this version's schema, as its owner, and grants the app role its rights.
 * Refuses a database that a newer version migrated, and touches nothing then.
 */
export async function migrate(ownerUrl: string, appRole: string): Promise<Result<{ applied: string[] }, MigrationFailure>> {
  const migrated = await migrateSchema(ownerUrl);
  if (!migrated.ok) return migrated;
  await installJobs(ownerUrl);
  const db = openDatabase(ownerUrl, { max: 2 });
  try {
    await copyMatrix(db);
    await grantToApp(db, appRole);
    return migrated;
  } finally {
    await db.destroy();
  }
}

/** Applies migrations, up to the last one or to that of a backup: tables only, with nobody's rights on them yet. */
export async function migrateSchema(ownerUrl: string, upTo?: string): Promise<Result<{ applied: string[] }, MigrationFailure>> {
  const db = openDatabase(ownerUrl, { max: 2 });
  try {
    const unknown = (await appliedNames(db)).filter((name) => !(name in migrations));
    if (unknown.length > 0) return failure({ code: 'database.newer', unknown });
    const migrator = new Migrator({ db, provider: { getMigrations: () => Promise.resolve(migrations) }, migrationTableSchema: 'migration' });
    const { error, results } = await (upTo === undefined ? migrator.migrateToLatest() : migrator.migrateTo(upTo));
    if (error instanceof Error && 'code' in error && error.code === '42501') return failure({ code: 'database.noRights' });
    if (error) return failure({ code: 'database.migrationFailed', detail: error instanceof Error ? error.message : JSON.stringify(error) });
    return success({ applied: (results ?? []).map((result) => result.migrationName) });
  } finally {
    await db.destroy();
  }
}

/** Migrations that an opening would apply to this database; undefined when none was ever applied. */
export async function pendingMigrations(ownerUrl: string, known: readonly string[] = Object.keys(migrations)): Promise<string[] | undefined> {
  const db = openDatabase(ownerUrl, { max: 1 });
  try {
    const applied = await appliedNames(db);
    return applied.length === 0 ? undefined : known.filter((name) => !applied.includes(name));
  } finally {
    await db.destroy();
  }
}

async function appliedNames(db: Db): Promise<string[]> {
  const { rows: exists } = await sql<{ found: string | null }>`select to_regclass('migration.kysely_migration')::text as found`.execute(db);
  if (!exists[0]?.found) return [];
  const { rows } = await sql<{ name: string }>`select name from migration.kysely_migration`.execute(db);
  return rows.map((row) => row.name);
}

/** Row-level security asks the database's own copy of the permission matrix: each start writes it anew. */
async function copyMatrix(db: Db): Promise<void> {
  await db.transaction().execute(async (tx) => {
    await tx.deleteFrom('permission.rule').execute();
    await tx.deleteFrom('permission.compartment').execute();
    await tx.insertInto('permission.rule').values([...rules]).execute();
    await tx.insertInto('permission.compartment').values(roles.flatMap((role) => compartmentsOf(role).map((compartment) => ({ role, compartment })))).execute();
  });
}

/** The app works on rows only: no DDL, no sequence tricks. Of the migrations it reads the names, so that `/readyz` can compare them. */
async function grantToApp(db: Db, appRole: string): Promise<void> {
  for (const [schema, rights] of Object.entries(privileges)) {
    await sql`grant usage on schema ${sql.id(schema)} to ${sql.id(appRole)}`.execute(db);
    await sql`grant ${sql.raw(rights)} on all tables in schema ${sql.id(schema)} to ${sql.id(appRole)}`.execute(db);
  }
  await sql`grant usage on schema migration to ${sql.id(appRole)}`.execute(db);
  await sql`grant select on migration.kysely_migration to ${sql.id(appRole)}`.execute(db);
}
