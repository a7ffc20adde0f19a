import { PgBoss } from 'pg-boss';

/** The queue's own schema, beside the areas'. */
export const jobSchema = 'job';

/** Makes or upgrades the queue's tables, as the database's owner: the app's role makes none. */
export async function installJobs(ownerUrl: string): Promise<void> {
  const boss = new PgBoss({ connectionString: ownerUrl, schema: jobSchema, max: 2, schedule: false, supervise: false, registerInstance: false });
  // Its connections may break while it stops; `start` itself rejects with what matters.
  boss.on('error', () => {});
  try {
    await boss.start();
  } finally {
    await boss.stop({ graceful: false });
  }
}
