import { fromKysely, PgBoss } from 'pg-boss';
import type { Tx } from '../database/database.ts';

/**
 * Asks a queue to work for a territory, in the transaction of what there is to do: nothing is asked when it rolls back.
 * Only quickens what the queue's schedule would find anyway, so a queue that nobody has opened yet is no failure.
 */
export async function wake(tx: Tx, queue: string, territory: string): Promise<void> {
  try {
    await new PgBoss({ db: fromKysely(tx), schema: 'job' }).send(queue, { territory });
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'PGBOSS_QUEUE_NOT_FOUND')) throw error;
  }
}
