import { spawn } from 'node:child_process';
import { chmodSync, chownSync, existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { Lock } from '../../../../bootstrap/lock.mjs';
import { EmbeddedError } from './failures.ts';
import { isRoot, spawnAs, type Identity } from './identity.ts';
import { isFullDisk, lastLines } from './log-file.ts';
import { serverMajor, type Places } from './places.rules.ts';

/** Whether the data directory is there, whole (it only gets its name when whole) and of our version. */
export function hasCluster(places: Places): boolean {
  const versionFile = join(places.dataDirectory, 'PG_VERSION');
  if (!existsSync(versionFile)) {
    if (existsSync(places.dataDirectory) && readdirSync(places.dataDirectory).length > 0) {
      throw new EmbeddedError({ code: 'server.otherVersion', folder: places.dataDirectory, found: '?', wanted: serverMajor });
    }
    return false;
  }
  const found = readFileSync(versionFile, 'utf8').trim();
  if (found !== serverMajor) throw new EmbeddedError({ code: 'server.otherVersion', folder: places.dataDirectory, found, wanted: serverMajor });
  return true;
}

/** Makes the data directory under another name, and names it when it is whole: a killed `initdb` leaves nothing half made. */
export async function initialiseCluster(places: Places, account: Identity, lock: Lock): Promise<void> {
  const prefix = `${basename(places.dataDirectory)}.partial`;
  for (const name of readdirSync(places.home)) {
    if (name.startsWith(prefix)) rmSync(join(places.home, name), { recursive: true, force: true });
  }
  const partial = join(places.home, `${prefix}-${process.pid}`);
  mkdirSync(partial);
  if (isRoot()) chownSync(partial, account.uid, account.gid);
  chmodSync(partial, 0o700);
  const { code, output } = await runInitdb(places, partial, account, lock);
  if (code !== 0) {
    rmSync(partial, { recursive: true, force: true });
    if (isFullDisk(output)) throw new EmbeddedError({ code: 'server.diskFull', folder: places.home });
    throw new EmbeddedError({ code: 'server.startFailed', lastLines: lastLines(output), logFile: places.logFile });
  }
  rmSync(places.dataDirectory, { recursive: true, force: true });
  renameSync(partial, places.dataDirectory);
}

function runInitdb(places: Places, directory: string, account: Identity, lock: Lock): Promise<{ code: number | null; output: string }> {
  // Order by code points everywhere, but capitals and accents as Unicode has them; a French order is asked for by query.
  const args = [
    '-D', directory, '-U', 'postgres', '-E', 'UTF8', '--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8',
    '--auth-local=trust', '--auth-host=reject', '--no-instructions',
  ];
  return new Promise((resolve, reject) => {
    const child = spawn(join(places.binaries, 'bin', 'initdb'), args, {
      ...spawnAs(account), cwd: directory, env: serverEnvironment(), stdio: ['ignore', 'pipe', 'pipe'],
      // A terminal's Ctrl-C does not reach it: it ends in a second.
      detached: true,
    });
    let output = '';
    const gather = (part: Buffer): void => {
      output += part.toString();
    };
    child.stdout.on('data', gather);
    child.stderr.on('data', gather);
    child.once('spawn', () => child.pid && lock.share(child.pid));
    child.once('error', reject);
    child.once('close', (code) => resolve({ code, output }));
  });
}

/** What postgres needs of the environment, and nothing of ours: PG… variables of the user would change it. */
export const serverEnvironment = (): Record<string, string> => ({ PATH: '/usr/bin:/bin', LC_ALL: 'C', TZ: 'UTC', HOME: '/' });
