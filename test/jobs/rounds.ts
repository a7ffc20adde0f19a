import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { sql } from 'kysely';
import { asActor } from '../../src/platform/database/as-actor.ts';
import { openDatabase, type Db } from '../../src/platform/database/database.ts';
import { wake } from '../../src/platform/jobs/wake.ts';
import { jobActor } from '../../src/platform/permission/actor.ts';
import { freshDatabase, type TestDatabase } from '../support/database.ts';

export interface Round {
  jobs: { lost: number; twice: number };
  events: { lost: number; twice: number; outOfOrder: number };
  /** Effects there were when the process was killed: between the first and the last. */
  atKill: number;
  /** From the kill until everything was done. */
  recoveredMs: number;
}

const jobCount = 60;
const subjects = 8;
const eventsOfSubject = 8;
const all = jobCount + subjects * eventsOfSubject;
const territory = 'rounds';

/** Two processes work jobs and events on one database; one is killed in the middle. What was lost, and what was done twice? */
export async function killRound(): Promise<Round> {
  const database = await freshDatabase();
  const owner = openDatabase(database.ownerUrl, { max: 2 });
  try {
    await sql`create schema probe`.execute(owner);
    await sql`create table probe.effect (id bigint generated always as identity, name text not null)`.execute(owner);
    await sql`grant usage on schema probe to ${sql.id(new URL(database.appUrl).username)}`.execute(owner);
    await sql`grant select, insert on probe.effect to ${sql.id(new URL(database.appUrl).username)}`.execute(owner);
    const workers = await Promise.all([startWorker(database), startWorker(database)]);
    await giveWork(database, owner);
    await until(async () => (await effects(owner)).length >= all / 3);
    workers[0].kill('SIGKILL');
    const killedAt = Date.now();
    const atKill = (await effects(owner)).length;
    await until(async () => (await effects(owner)).length >= all && (await waiting(owner)) === 0);
    const recoveredMs = Date.now() - killedAt;
    // What would be done again shows within a heartbeat and a supervision.
    await new Promise((resolve) => { setTimeout(resolve, 2000); });
    const names = await effects(owner);
    workers[1].kill('SIGKILL');
    await Promise.all(workers.filter((worker) => worker.exitCode === null && worker.signalCode === null).map((worker) => once(worker, 'exit')));
    return { ...verdict(names), atKill, recoveredMs };
  } finally {
    await owner.destroy();
    await database.drop();
  }
}

async function startWorker(database: TestDatabase): Promise<ChildProcess> {
  const worker = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', join(import.meta.dirname, 'worker.ts'), database.appUrl, territory], { stdio: ['ignore', 'pipe', 'inherit'] });
  await once(worker.stdout!, 'data');
  return worker;
}

/** A job's territory is the effect's name, as it carries nothing else; events stand in the table that their sweep reads. */
async function giveWork(database: TestDatabase, owner: Db): Promise<void> {
  for (let number = 0; number < jobCount; number += 1) await asActor(database.db, jobActor(territory), (tx) => wake(tx, 'effect', `job ${number}`));
  for (let number = 0; number < eventsOfSubject; number += 1) {
    for (let subject = 0; subject < subjects; subject += 1) {
      await owner.insertInto('work.event').values({ territory, type: 'probe', subject_id: `subject ${subject}`, payload: JSON.stringify(number), occurred_on: '2026-11-24', recorded_at: new Date() }).execute();
    }
  }
  // Both processes are asked, as two schedules would.
  for (let time = 0; time < 2; time += 1) await asActor(database.db, jobActor(territory), (tx) => wake(tx, 'handleEvents', territory));
}

const effects = async (owner: Db): Promise<string[]> => (await sql<{ name: string }>`select name from probe.effect order by id`.execute(owner)).rows.map(({ name }) => name);

async function waiting(owner: Db): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select (select count(*) from work.event where handled_at is null)::int + (select count(*) from job.job where name = 'effect' and state < 'completed')::int as count`.execute(owner);
  return rows[0]?.count ?? 0;
}

function verdict(names: readonly string[]): Pick<Round, 'jobs' | 'events'> {
  const jobs = names.filter((name) => name.startsWith('job '));
  const events = names.filter((name) => name.startsWith('subject '));
  const outOfOrder = events.filter((name, at) => {
    const [subject, number] = name.split(':');
    return events.slice(0, at).some((before) => before.startsWith(`${subject}:`) && Number(before.split(':')[1]) > Number(number));
  }).length;
  return {
    jobs: { lost: jobCount - new Set(jobs).size, twice: jobs.length - new Set(jobs).size },
    events: { lost: subjects * eventsOfSubject - new Set(events).size, twice: events.length - new Set(events).size, outOfOrder },
  };
}

async function until(condition: () => Promise<boolean>): Promise<void> {
  const deadline = Date.now() + 90_000;
  while (!(await condition())) {
    if (Date.now() > deadline) throw new Error('the work was not done within 90 s');
    await new Promise((resolve) => { setTimeout(resolve, 50); });
  }
}
