import { Client } from 'pg';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { composeIndicators, type App } from '../composition.ts';
import { systemClock } from '../platform/clock.ts';
import { isDemo } from '../platform/config.ts';
import { backupBeforeUpgrade } from '../platform/backup/index.ts';
import { openDatabase } from '../platform/database/database.ts';
import { migrate } from '../platform/database/migrate.ts';
import { openLog } from '../platform/log.ts';
import { failure, success, type Result } from '../platform/result.ts';
import { openSecret } from '../platform/secret.ts';
import { employeesFigures } from '../needs/index.ts';
import { seedIfEmpty } from '../observatory/index.ts';
import { findTerritory } from '../territory/index.ts';
import { openingFailureOf } from './database-failure.ts';
import { joinDatabase, projectRoot, readSettings } from './join-database.ts';
import { messages, type OpenFailure } from './messages.ts';

/** Ancrage's version. */
export const version = (JSON.parse(readFileSync(join(projectRoot, 'package.json'), 'utf8')) as { version: string }).version;

export interface OpenApp {
  app: App;
  /** Gives the connections back and leaves the database's server; the last to leave stops it. */
  close: () => Promise<void>;
  /** Leaves at once: work under way is rolled back by the database. */
  abandon: () => Promise<void>;
}

export interface OpenOptions {
  environment: Record<string, string | undefined>;
  /** One line about what is being done. */
  report: (line: string) => void;
  /** Where a database that holds people is saved before an upgrade; false when the operator has a backup. */
  backup?: string | false | undefined;
}

/** Opens the house: settings, territory, database server, schema, demonstration data of an empty database. */
export async function openApp({ environment, report, backup }: OpenOptions): Promise<Result<OpenApp, OpenFailure>> {
  const config = readSettings(environment);
  if (!config.ok) return config;
  const territoriesFolder = join(projectRoot, 'territories');
  const territory = findTerritory(config.value.ANCRAGE_TERRITORY, territoriesFolder);
  if (!territory.ok) return territory;

  const startedAt = Date.now();
  const server = await joinDatabase(config.value, report);
  if (!server.ok) return server;
  const { appUrl, ownerUrl, appRole, leave } = server.value;
  const secret = openSecret(config.value, (file) => report(messages.secretMade(file)));
  if (!secret.ok) {
    await leave();
    return secret;
  }
  const db = openDatabase(appUrl);
  const close = async (): Promise<void> => {
    await db.destroy();
    await leave();
  };
  const log = openLog(config.value.LOG_LEVEL);
  try {
    const app: App = {
      config: config.value, db, databaseUrl: appUrl, clock: systemClock, log,
      territory: territory.value, territoriesFolder, secret: secret.value, demo: isDemo(config.value), indicators: composeIndicators(territory.value),
      employees: employeesFigures(log),
    };
    const migrated = await oneAtATime(ownerUrl, async () => {
      const saved = await backupBeforeUpgrade({
        ownerUrl, secret: secret.value, clock: app.clock, version, wanted: backup, folder: config.value.DATABASE_URL ? undefined : join(config.value.ANCRAGE_DATA, 'backups'),
        report: (file) => report(messages.savingBeforeUpgrade(file)),
      });
      if (!saved.ok) return saved;
      const done = await migrate(ownerUrl, appRole);
      if (!done.ok) return done;
      if (done.value.applied.length > 0) report(messages.migrated(done.value.applied.length));
      report(messages.databaseReady(startedAt));
      return seedIfEmpty(app, report);
    });
    if (migrated.ok) return success({ app, close, abandon: leave });
    await close();
    return migrated;
  } catch (error) {
    await close();
    const known = openingFailureOf(error);
    if (known) return failure(known);
    throw error;
  }
}

/** Processes that open the same database at the same moment migrate and fill it one after the other. */
async function oneAtATime<T>(ownerUrl: string, work: () => Promise<T>): Promise<T> {
  const client = new Client({ connectionString: ownerUrl, connectionTimeoutMillis: 10_000 });
  client.on('error', () => {});
  await client.connect();
  try {
    await client.query(`select pg_advisory_lock(hashtext('ancrage.opening'))`);
    return await work();
  } finally {
    // Ending the session gives the lock back.
    await client.end();
  }
}
