import { recorder } from '../audit/record.ts';
import type { Clock } from '../clock.ts';
import { asActor } from '../database/as-actor.ts';
import type { Db } from '../database/database.ts';
import { jobActor } from '../permission/actor.ts';
import type { RetentionTask } from './personal-area.ts';

/** How many rows each task let go. */
export type Retained = Record<string, number>;

/**
 * Applies every retention, batch after batch, each in a transaction of its own with its trace: what is done stays done when
 * the process dies, and the next run takes up the rest. Run twice, it finds nothing more.
 */
export const applyRetention = (tasks: readonly RetentionTask[]) => async ({ db, clock, signal }: { db: Db; clock: Clock; signal?: AbortSignal }, territory: string): Promise<Retained> => {
  const done: Retained = {};
  for (const task of tasks) {
    for (let count = task.most; count >= task.most && !signal?.aborted;) {
      count = await oneBatch(db, clock, territory, task);
      if (count > 0) done[task.id] = (done[task.id] ?? 0) + count;
    }
  }
  return done;
};

const oneBatch = (db: Db, clock: Clock, territory: string, task: RetentionTask): Promise<number> => {
  const actor = jobActor(territory);
  return asActor(db, actor, async (tx) => {
    const count = await task.run({ tx, territory, clock, most: task.most });
    if (count > 0) await recorder(tx, actor, clock).changed({ type: 'retention.applied', subject: { kind: 'retention', id: task.id }, details: { count } });
    return count;
  });
};
