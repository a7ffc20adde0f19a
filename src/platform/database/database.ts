import { Kysely, PostgresDialect, type Transaction } from 'kysely';
import { Pool, types } from 'pg';
import type { DB } from './types.generated.ts';

export type Db = Kysely<DB>;
export type Tx = Transaction<DB>;

// Plain dates stay text (no time zone shifts them); counts and sums are small enough for a number.
types.setTypeParser(types.builtins.DATE, (text) => text);
types.setTypeParser(types.builtins.INT8, Number);

/** A pool on one database. `url` may name a socket's folder: `postgresql://user@localhost/name?host=%2Ffolder`. */
export function openDatabase(url: string, options: { max?: number } = {}): Db {
  const pool = new Pool({ connectionString: url, max: options.max ?? 10, connectionTimeoutMillis: 10_000 });
  // An idle connection that the server closes must not end the process: the next query opens another.
  pool.on('error', () => {});
  return new Kysely<DB>({ dialect: new PostgresDialect({ pool }) });
}
