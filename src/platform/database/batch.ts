import { sql } from 'kysely';
import type { Db, Tx } from './database.ts';

/**
 * Runs several use cases in one transaction: all that they write is kept, or nothing of it. A use case that fails takes
 * the whole batch with it, whatever its caller makes of the answer. Each names its actor to row-level security as ever.
 *
 * @param turn processes that name the same one take turns
 * @param work gets a database whose transactions are all this one
 */
export const inOneTransaction = <Value>(db: Db, turn: string, work: (db: Db) => Promise<Value>): Promise<Value> =>
  db.transaction().execute(async (tx) => {
    await sql`select pg_advisory_xact_lock(hashtext(${turn}))`.execute(tx);
    let failed = false;
    const execute = async (run: (tx: Tx) => Promise<unknown>): Promise<unknown> => {
      try {
        return await run(tx);
      } catch (error) {
        failed = true;
        throw error;
      }
    };
    const joined = new Proxy(tx, {
      get: (target, name) => {
        if (name === 'transaction') return () => ({ execute });
        const own: unknown = Reflect.get(target, name, target);
        return typeof own === 'function' ? own.bind(target) as unknown : own;
      },
    });
    const value = await work(joined);
    if (failed) throw new Error('a use case of the batch failed: nothing of the batch is kept');
    return value;
  });
