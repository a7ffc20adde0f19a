import { sql } from 'kysely';
import type { Db } from '../platform/database/database.ts';
import { migrations } from '../platform/database/migrations/index.ts';

export interface Readiness {
  ready: boolean;
  database: 'answers' | 'silent';
  /** `notVisible`: the app's role may not read them; the start that migrated vouches for them then. */
  migrations: 'match' | 'differ' | 'notVisible' | 'unknown';
}

/** Whether pages can be served: the database answers and has exactly this version's migrations. */
export async function readiness(db: Db): Promise<Readiness> {
  try {
    await sql`select 1`.execute(db);
  } catch {
    return { ready: false, database: 'silent', migrations: 'unknown' };
  }
  try {
    const { rows } = await sql<{ name: string }>`select name from migration.kysely_migration order by name`.execute(db);
    const match = rows.map((row) => row.name).join() === Object.keys(migrations).toSorted().join();
    return { ready: match, database: 'answers', migrations: match ? 'match' : 'differ' };
  } catch (error) {
    const notVisible = error instanceof Error && 'code' in error && error.code === '42501';
    return { ready: notVisible, database: 'answers', migrations: notVisible ? 'notVisible' : 'differ' };
  }
}
