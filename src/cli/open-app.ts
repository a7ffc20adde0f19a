import { Client } from 'pg';
import { join, resolve } from 'node:path';
import { composeIndicators, type App } from '../composition.ts';
import { systemClock } from '../platform/clock.ts';
import { readConfig } from '../platform/config.ts';
import { openDatabase } from '../platform/database/database.ts';
import { migrate } from '../platform/database/migrate.ts';
import { joinServer } from '../platform/database/server.ts';
import { openLog } from '../platform/log.ts';
import { failure, success, type Result } from '../platform/result.ts';
import { seedIfEmpty } from '../observatory/index.ts';
import { findTerritory } from '../territory/index.ts';
import { openingFailureOf } from './database-failure.ts';
import { messages, stepLine, type OpenFailure } from './messages.ts';

export const projectRoot = resolve(import.meta.dirname, '../..');

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
}

/** Opens the house: settings, territory, database server, schema, demonstration data of an empty database. */
export async function openApp({ environment, report }: OpenOptions): Promise<Result<OpenApp, OpenFailure>> {
  const config = readConfig(environment);
  if (!config.ok) return config;
  const territoriesFolder = join(projectRoot, 'territories');
  const territory = findTerritory(config.value.ANCRAGE_TERRITORY, territoriesFolder);
  if (!territory.ok) return territory;

  const startedAt = Date.now();
  const server = await joinServer(config.value, {
    projectRoot,
    report: (step) => {
      const line = stepLine(step);
      if (line) report(line);
    },
  });
  if (!server.ok) return server;
  const { appUrl, ownerUrl, leave } = server.value;
  if (![appUrl, ownerUrl].every(isReadable)) return failure({ code: 'database.unreachable', reason: 'address' });
  const db = openDatabase(appUrl);
  const close = async (): Promise<void> => {
    await db.destroy();
    await leave();
  };
  try {
    const app: App = {
      config: config.value, db, clock: systemClock, log: openLog(config.value.LOG_LEVEL),
      territory: territory.value, territoriesFolder, indicators: composeIndicators(territory.value),
    };
    const migrated = await oneAtATime(ownerUrl, async () => {
      const done = await migrate(ownerUrl, roleOf(appUrl));
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

/** The driver reads an address, and the certificates that it names, before it connects. */
function isReadable(url: string): boolean {
  try {
    return Boolean(new Client({ connectionString: url }));
  } catch {
    return false;
  }
}

/** As the driver reads the address: it knows more forms than the standard has. */
const roleOf = (url: string): string => new Client({ connectionString: url }).user ?? '';
