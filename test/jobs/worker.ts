import { sql } from 'kysely';
import { systemClock } from '../../src/platform/clock.ts';
import { openDatabase, type Tx } from '../../src/platform/database/database.ts';
import { handleEventsJob } from '../../src/platform/events/event.jobs.ts';
import { runJobs } from '../../src/platform/jobs/run.ts';
import { openLog } from '../../src/platform/log.ts';

// One of the two processes of the rounds: works jobs and events of the test's database until it is killed. Each effect
// takes some moments, so that a kill falls into the middle of one.

const [url = '', territory = ''] = process.argv.slice(2);
const pause = (): Promise<void> => new Promise((resolve) => { setTimeout(resolve, 5 + Math.random() * 30); });
const effect = async (tx: Tx, name: string): Promise<void> => {
  await sql`insert into probe.effect (name) values (${name})`.execute(tx);
  await pause();
};

await runJobs({ db: openDatabase(url), clock: systemClock, log: openLog('silent'), territory, url }, [
  { queue: 'effect', once: async ({ tx, territory: name }) => effect(tx, name) },
  handleEventsJob([{ type: 'probe', handle: ({ tx, event }) => effect(tx, `${event.subjectId}:${JSON.stringify(event.payload)}`) }]),
]);
process.stdout.write('working\n');
