import { resolve } from 'node:path';
import { Client } from 'pg';
import { readConfig, type Config } from '../platform/config.ts';
import { joinServer } from '../platform/database/server.ts';
import { failure, success, type Result } from '../platform/result.ts';
import { stepLine, type OpenFailure } from './messages.ts';

export const projectRoot = resolve(import.meta.dirname, '../..');

/** The settings; the data folder is one place, wherever a command is typed. */
export function readSettings(environment: Record<string, string | undefined>): Result<Config, Extract<OpenFailure, { code: 'config.invalid' }>> {
  const config = readConfig(environment);
  return config.ok ? success({ ...config.value, ANCRAGE_DATA: resolve(projectRoot, config.value.ANCRAGE_DATA) }) : config;
}

export interface JoinedDatabase {
  ownerUrl: string;
  appUrl: string;
  /** The app's role. */
  appRole: string;
  leave: () => Promise<void>;
}

/** Joins the database's server and changes nothing in it. */
export async function joinDatabase(config: Config, report: (line: string) => void): Promise<Result<JoinedDatabase, OpenFailure>> {
  const server = await joinServer(config, {
    projectRoot,
    report: (step) => {
      const line = stepLine(step);
      if (line) report(line);
    },
  });
  if (!server.ok) return server;
  const { ownerUrl, appUrl, leave } = server.value;
  const [app, owner] = [asDriverReads(appUrl), asDriverReads(ownerUrl)];
  if (app && owner) return success({ ownerUrl, appUrl, leave, appRole: app.user ?? '' });
  await leave();
  return failure({ code: 'database.unreachable', reason: 'address' });
}

/** The driver reads an address, and the certificates that it names, before it connects; it knows more forms than the standard has. */
function asDriverReads(url: string): Client | undefined {
  try {
    return new Client({ connectionString: url });
  } catch {
    return undefined;
  }
}
