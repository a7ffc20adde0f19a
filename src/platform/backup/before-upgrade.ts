import { mkdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Client } from 'pg';
import type { Clock } from '../clock.ts';
import { pendingMigrations } from '../database/migrate.ts';
import { failure, success, type Result } from '../result.ts';
import { backup, type BackupFailure } from './backup.service.ts';

export type UpgradeFailure = BackupFailure | { code: 'upgrade.needsBackup'; pending: number };

export interface Upgrade {
  ownerUrl: string;
  secret: string;
  clock: Clock;
  version: string;
  /** A file, or false for none because the operator has one; by itself in this folder, if there is one. */
  wanted: string | false | undefined;
  folder: string | undefined;
  /** Told the file before it is written. */
  report: (file: string) => void;
  /** Migrations of this version. */
  known?: readonly string[];
}

/** Before migrations touch a database that holds people, it is saved: told where, or refused where nobody said where. */
export async function backupBeforeUpgrade({ ownerUrl, secret, clock, version, wanted, folder, report, known }: Upgrade): Promise<Result<undefined, UpgradeFailure>> {
  const pending = (await pendingMigrations(ownerUrl, known)) ?? [];
  if (wanted === false || pending.length === 0 || !(await holdsPeople(ownerUrl))) return success(undefined);
  const file = wanted ?? (folder && join(folder, `avant-mise-a-jour-${clock.now().toISOString().slice(0, 19).replaceAll(/[:T]/g, '-')}.tar`));
  if (file === undefined) return failure({ code: 'upgrade.needsBackup', pending: pending.length });
  report(file);
  if (wanted === undefined) await mkdir(dirname(file), { recursive: true, mode: 0o700 });
  const done = await backup({ ownerUrl, secret, clock, version, file });
  return done.ok ? success(undefined) : done;
}

async function holdsPeople(ownerUrl: string): Promise<boolean> {
  const client = new Client({ connectionString: ownerUrl, connectionTimeoutMillis: 10_000 });
  client.on('error', () => {});
  await client.connect();
  try {
    for (const table of ['party.person', 'identity.account']) {
      const { rows: [made] } = await client.query<{ found: string | null }>('select to_regclass($1)::text as found', [table]);
      if (made?.found && ((await client.query(`select 1 from ${table} limit 1`)).rowCount ?? 0) > 0) return true;
    }
    return false;
  } finally {
    await client.end();
  }
}
