import { Migrator } from 'kysely/migration';
import { sql } from 'kysely';
import { failure, success, type Result } from '../result.ts';
import { openDatabase, type Db } from './database.ts';
import { migrations } from './migrations/index.ts';

export type MigrationFailure = { code: 'database.newer'; unknown: string[] } | { code: 'database.noRights' } | { code: 'database.migrationFailed'; detail: string };

/** Schemas of the areas: what the app role may work in. It only reads the names of the migrations. */
const areaSchemas = ['observatory'] as const;

/**
 * Brings the database to this version's schema, as its owner, and grants the app role its rights.
 * Refuses a database that a newer version migrated, and touches nothing then.
 */
export async function migrate(ownerUrl: string, appRole: string): Promise<Result<{ applied: string[] }, MigrationFailure>> {
  const db = openDatabase(ownerUrl, { max: 2 });
  try {
    const unknown = (await appliedNames(db)).filter((name) => !(name in migrations));
    if (unknown.length > 0) return failure({ code: 'database.newer', unknown });
    const migrator = new Migrator({
      db,
      provider: { getMigrations: () => Promise.resolve(migrations) },
      migrationTableSchema: 'migration',
    });
    const { error, results } = await migrator.migrateToLatest();
    if (error instanceof Error && 'code' in error && error.code === '42501') return failure({ code: 'database.noRights' });
    if (error) return failure({ code: 'database.migrationFailed', detail: error instanceof Error ? error.message : JSON.stringify(error) });
    const applied = (results ?? []).map((result) => result.migrationName);
    await grantToApp(db, appRole);
    return success({ applied });
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

/** The app works on rows only: no DDL, no sequence tricks. Of the migrations it reads the names, so that `/readyz` can compare them. */
async function grantToApp(db: Db, appRole: string): Promise<void> {
  for (const schema of areaSchemas) {
    await sql`grant usage on schema ${sql.id(schema)} to ${sql.id(appRole)}`.execute(db);
    await sql`grant select, insert, update, delete on all tables in schema ${sql.id(schema)} to ${sql.id(appRole)}`.execute(db);
  }
  await sql`grant usage on schema migration to ${sql.id(appRole)}`.execute(db);
  await sql`grant select on migration.kysely_migration to ${sql.id(appRole)}`.execute(db);
}
