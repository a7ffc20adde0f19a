import { spawn, type ChildProcess } from 'node:child_process';
import { closeSync, fstatSync, openSync, readdirSync, readFileSync, readlinkSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { isAlive } from '../../../../bootstrap/owner.mjs';
import { serverEnvironment } from './cluster.ts';
import { EmbeddedError } from './failures.ts';
import { spawnAs, type Identity } from './identity.ts';
import { isFullDisk, lastLines, logSince, rotateLog } from './log-file.ts';
import type { Places } from './places.rules.ts';

/** Longest recovery after a crash that is waited for. */
const startTimeoutMs = 120_000;
const stopTimeoutMs = 60_000;

/** The pid of the server that works on this data directory, when one does. */
export function runningPostmaster(places: Places): number | undefined {
  const pid = pidInFile(places);
  return pid !== undefined && isPostgres(pid) ? pid : undefined;
}

/** Starts the server in a session of its own, so that a terminal's Ctrl-C does not reach it; resolves when it answers. */
export async function startPostmaster(places: Places, account: Identity, answers: () => Promise<boolean>): Promise<void> {
  await orphansGone(places);
  dropForeignPidFile(places);
  rotateLog(places.logFile);
  const deadline = Date.now() + startTimeoutMs;
  for (;;) {
    const log = openSync(places.logFile, 'a', 0o600);
    const from = fstatSync(log).size;
    const child = spawnPostgres(places, account, log);
    closeSync(log);
    if (await answersBeforeItEnds(child, answers, deadline)) return;
    const said = logSince(places.logFile, from);
    if (isFullDisk(said)) throw new EmbeddedError({ code: 'server.diskFull', folder: places.home });
    // Children of a killed server live on for a moment.
    const passing = /pre-existing shared memory block|lock file "[^"]+" already exists/.test(said);
    if (!passing || Date.now() > deadline - startTimeoutMs + 15_000) {
      throw new EmbeddedError({ code: 'server.startFailed', lastLines: lastLines(said), logFile: places.logFile });
    }
    await delay(200);
  }
}

/** Stops the server: open transactions are rolled back, everything is written, and it is gone when this resolves. */
export async function stopPostmaster(places: Places): Promise<void> {
  const pid = runningPostmaster(places);
  if (pid === undefined) return;
  process.kill(pid, 'SIGINT');
  const deadline = Date.now() + stopTimeoutMs;
  while (isAlive(pid) && Date.now() < deadline) await delay(20);
}

/** Whether the last server ended without a shutdown. */
export const wasCrashed = (places: Places): boolean => pidInFile(places) !== undefined;

function spawnPostgres(places: Places, account: Identity, log: number): ChildProcess {
  const settings = {
    listen_addresses: '',
    unix_socket_directories: places.socketFolder,
    unix_socket_permissions: '0700',
    max_connections: '60',
    shared_buffers: '128MB',
    fsync: 'on',
    synchronous_commit: 'on',
    timezone: 'UTC',
    log_timezone: 'UTC',
    lc_messages: 'C',
    // The log says what fails, without the rows or the statement: they may hold personal data.
    log_error_verbosity: 'terse',
    log_min_error_statement: 'panic',
    log_checkpoints: 'off',
  };
  const options = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const child = spawn(join(places.binaries, 'bin', 'postgres'), ['-D', places.dataDirectory, ...options], {
    ...spawnAs(account), cwd: '/', env: serverEnvironment(), detached: true, stdio: ['ignore', log, log],
  });
  child.unref();
  return child;
}

async function answersBeforeItEnds(child: ChildProcess, answers: () => Promise<boolean>, deadline: number): Promise<boolean> {
  const state: { ended: boolean; error?: Error } = { ended: false };
  child.once('exit', () => {
    state.ended = true;
  });
  child.once('error', (error) => {
    state.ended = true;
    state.error = error;
  });
  while (!state.ended && Date.now() < deadline) {
    if (await answers()) return true;
    await delay(25);
  }
  if (state.error) throw state.error;
  return false;
}

/** Waits until no child of a killed server is left on the data directory, some seconds at most. */
async function orphansGone(places: Places): Promise<void> {
  const deadline = Date.now() + 10_000;
  while (orphans(places).length > 0 && Date.now() < deadline) await delay(50);
}

/** Processes of postgres that work in the data directory: all of them make it their current folder. */
function orphans(places: Places): string[] {
  return readdirSync('/proc').filter((name) => {
    if (!/^\d+$/.test(name)) return false;
    try {
      return readlinkSync(`/proc/${name}/cwd`) === places.dataDirectory && isPostgres(Number(name));
    } catch {
      return false;
    }
  });
}

/** After a reboot the pid in the file may be another program's, and postgres would refuse to start beside it. */
function dropForeignPidFile(places: Places): void {
  const pid = pidInFile(places);
  if (pid !== undefined && isAlive(pid) && !isPostgres(pid) && orphans(places).length === 0) rmSync(join(places.dataDirectory, 'postmaster.pid'));
}

function pidInFile(places: Places): number | undefined {
  try {
    const pid = Number(readFileSync(join(places.dataDirectory, 'postmaster.pid'), 'utf8').split('\n')[0]);
    return Number.isInteger(pid) && pid > 0 ? pid : undefined;
  } catch (error) {
    if ((error as { code?: string }).code === 'ENOENT') return undefined;
    throw error;
  }
}

function isPostgres(pid: number): boolean {
  try {
    return isAlive(pid) && readFileSync(`/proc/${pid}/comm`, 'utf8').trim() === 'postgres';
  } catch {
    return false;
  }
}
