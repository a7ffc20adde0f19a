import type { Clock } from '../clock.ts';
import type { Db, Tx } from '../database/database.ts';
import type { Log } from '../log.ts';

/** What a job's work gets; it acts as `jobActor(territory)`. */
export interface JobHouse {
  territory: string;
  clock: Clock;
  log: Log;
}

interface Declared {
  /** Its queue's name, for ever: jobs wait under it. */
  queue: string;
  /** When it runs by itself, as a cron expression in France's time. */
  every?: string;
}

/** Its whole effect is one transaction, its completion included: counted once, whatever dies in between. */
export interface OneJob extends Declared {
  once(work: JobHouse & { tx: Tx }): Promise<void>;
}

/**
 * Takes what is due, item after item, each in a transaction of its own that marks it done: two processes share the
 * items, and one that dies leaves its item to the next.
 */
export interface SweepJob extends Declared {
  /** `signal` ends when the process stops: the item under way is finished, and no other is taken. */
  sweep(work: JobHouse & { db: Db; signal: AbortSignal }): Promise<void>;
}

/**
 * A queue and its work. A job carries its territory and nothing else: what there is to do stands in the areas' tables, so
 * that a backup needs no queue and a lost job loses nothing.
 */
export type Job = OneJob | SweepJob;
