import { fromKysely, PgBoss, type Job as Taken, type JobResult } from 'pg-boss';
import type { Clock } from '../clock.ts';
import { asActor } from '../database/as-actor.ts';
import type { Db } from '../database/database.ts';
import type { Log } from '../log.ts';
import { jobActor } from '../permission/actor.ts';
import { jobSchema } from './install.ts';
import type { Job, OneJob, SweepJob } from './job.ts';

export interface JobsHouse {
  db: Db;
  clock: Clock;
  log: Log;
  /** The territory whose schedules this process keeps; jobs that wait for others are worked too. */
  territory: string;
  /** The database, as the app's role. */
  url: string;
}

export interface RunningJobs {
  /** Takes no more jobs, lets those under way finish (ten seconds at most), then resolves. */
  stop(): Promise<void>;
}

type Data = { territory: string };

const queueOptions = {
  // A process that dies is noticed after ten seconds without a sign, and its job goes to another.
  heartbeatSeconds: 10, expireInSeconds: 900, retryLimit: 8, retryDelay: 5, retryBackoff: true, retryDelayMax: 900, deleteAfterSeconds: 86_400,
} as const;

/** Works the queues until `stop`. Any number of processes may, on one database. */
export async function runJobs({ db, clock, log, territory, url }: JobsHouse, jobs: readonly Job[]): Promise<RunningJobs> {
  const boss = new PgBoss({
    connectionString: url, schema: jobSchema, application_name: 'ancrage jobs', max: 3, createSchema: false, migrate: false,
    superviseIntervalSeconds: 5, monitorIntervalSeconds: 5, reindex: false, monitorVacuum: false,
  });
  boss.on('error', (error) => log.error({ err: error }, 'jobs'));
  boss.on('warning', ({ message }) => log.warn({ message }, 'jobs'));
  const stopping = new AbortController();
  await boss.start();
  for (const job of jobs) {
    await boss.createQueue(job.queue, queueOptions);
    if (job.every) await boss.schedule(job.queue, job.every, { territory }, { key: territory, tz: 'Europe/Paris', missed: 'once' });
    await boss.work<Data>(job.queue, { pollingIntervalSeconds: 1, batchSize: 20, burstWhenBatchFull: true, perJobResults: true }, (taken) => ('once' in job ? each(taken, (one) => workOnce(job, one)) : sweepFor(job, taken)));
  }
  await forgetSchedules(boss, territory, jobs);
  return {
    stop: async () => {
      stopping.abort();
      await boss.stop({ timeout: 10_000 });
    },
  };

  async function workOnce(job: OneJob, taken: Taken<Data>): Promise<void> {
    await asActor(db, jobActor(taken.data.territory), async (tx) => {
      await job.once({ territory: taken.data.territory, clock, log, tx });
      // Completed in the transaction of its effects. Where another process took the job over meanwhile, the effects are undone.
      // Its answer's type is empty, and its manual gives the count.
      const done = await boss.complete(job.queue, { id: taken.id, retryCount: taken.retryCount }, null, { db: fromKysely(tx) }) as { affected?: number };
      if (done.affected !== 1) throw new Error('another process took this job over');
    });
  }

  /** However often a territory was asked for, it is swept once. */
  async function sweepFor(job: SweepJob, taken: Taken<Data>[]): Promise<JobResult[]> {
    const signal = AbortSignal.any([...taken.map((one) => one.signal), stopping.signal]);
    const swept = new Map<string, Promise<void>>();
    return each(taken, ({ data: { territory: asked } }) => {
      const known = swept.get(asked) ?? job.sweep({ territory: asked, clock, log, db, signal });
      swept.set(asked, known);
      return known;
    });
  }

  /** One after the other; one that fails is tried again later, and the others are done. */
  async function each(taken: Taken<Data>[], work: (one: Taken<Data>) => Promise<void>): Promise<JobResult[]> {
    const results: JobResult[] = [];
    for (const one of taken) {
      try {
        if (stopping.signal.aborted) throw new Error('this process stops');
        await work(one);
        results.push({ id: one.id, status: 'completed' });
      } catch (error) {
        log.error({ err: error, queue: one.name, job: one.id, retry: one.retryCount }, 'job failed');
        results.push({ id: one.id, status: 'failed', output: { reason: error instanceof Error ? error.name : 'unknown' } });
      }
    }
    return results;
  }
}

/** A schedule that this version does not declare any more would fill a queue that nobody works. */
async function forgetSchedules(boss: PgBoss, territory: string, jobs: readonly Job[]): Promise<void> {
  const kept = new Set(jobs.filter((job) => job.every).map((job) => job.queue));
  for (const { name, key } of await boss.getSchedules()) {
    if (key === territory && !kept.has(name)) await boss.unschedule(name, key);
  }
}
