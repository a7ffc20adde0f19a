import { spawn, type ChildProcess } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { Client } from 'pg';
import { joinEmbeddedServer, type JoinedServer } from '../../src/platform/database/embedded/index.ts';
import { homeOf } from './scratch.ts';

export interface Round {
  number: number;
  killed: 'app' | 'postmaster';
  acknowledged: number;
  lost: number;
  /** From the kill to a server that answers again. */
  restartMs: number;
}

export interface CrashOptions {
  rounds: number;
  /** A scratch folder: its data is for this test only. */
  dataFolder: string;
  projectRoot: string;
  /** Acknowledged writes before each kill, at least. */
  writesBeforeKill?: number;
  /** The process to kill; a test of this test gives one that cannot be found. */
  victim?: (killed: Round['killed'], writer: ChildProcess) => number;
  onRound?: (round: Round) => void;
}

/**
 * Kills the app, then the database's server, in turn, in the middle of writing, and counts after each unaided restart
 * which acknowledged rows are missing. This process is the witness: it holds what the writer said was acknowledged.
 */
export async function crashRounds(options: CrashOptions): Promise<Round[]> {
  const { rounds, dataFolder, projectRoot, writesBeforeKill = 100, onRound = () => {} } = options;
  await makeTable(dataFolder, projectRoot);
  const acknowledged = new Set<number>();
  const done: Round[] = [];
  for (let number = 1; number <= rounds; number++) {
    const killed = number % 2 === 1 ? 'app' : 'postmaster';
    const before = acknowledged.size;
    await writeAndKill(killed, acknowledged, before + writesBeforeKill + Math.floor(Math.random() * 50), options);
    const killedAt = Date.now();
    const server = await joined(dataFolder, projectRoot);
    const restartMs = Date.now() - killedAt;
    const lost = await missing(server, acknowledged);
    await server.leave();
    const round: Round = { number, killed, acknowledged: acknowledged.size - before, lost, restartMs };
    done.push(round);
    onRound(round);
  }
  return done;
}

async function joined(dataFolder: string, projectRoot: string): Promise<JoinedServer> {
  const server = await joinEmbeddedServer({ dataFolder, projectRoot });
  if (!server.ok) throw new Error(`restart failed: ${JSON.stringify(server.error)}`);
  return server.value;
}

async function makeTable(dataFolder: string, projectRoot: string): Promise<void> {
  const server = await joined(dataFolder, projectRoot);
  await query(server.ownerUrl, `
    create schema crash;
    create table crash.written (id bigint primary key, content text not null);
    grant usage on schema crash to ancrage_app;
    grant select, insert on crash.written to ancrage_app;`);
  await server.leave();
}

async function writeAndKill(killed: Round['killed'], acknowledged: Set<number>, until: number, { dataFolder, projectRoot, victim = victimIn(dataFolder) }: CrashOptions): Promise<void> {
  const firstId = Math.max(0, ...acknowledged) + 1000;
  const writer = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', join(import.meta.dirname, 'writer.ts'), dataFolder, projectRoot, String(firstId)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = new Promise((resolve) => writer.once('close', resolve));
  let fired = false;
  try {
    for await (const line of createInterface({ input: writer.stdout })) {
      acknowledged.add(Number(line));
      if (!fired && acknowledged.size >= until) {
        fired = true;
        process.kill(victim(killed, writer), 'SIGKILL');
      }
    }
  } catch (error) {
    // It writes without end: left alive, it would hold this process for ever.
    writer.kill('SIGKILL');
    throw error;
  }
  await ended;
  if (!fired) throw new Error(`the writer ended by itself (${endOf(writer)})`);
}

const endOf = (child: ChildProcess): string => `code ${child.exitCode}, signal ${child.signalCode}`;

const victimIn = (dataFolder: string) => (killed: Round['killed'], writer: ChildProcess): number => (killed === 'app' ? writer.pid! : postmasterPid(dataFolder));

const postmasterPid = (dataFolder: string): number => Number(readFileSync(join(homeOf(dataFolder), 'postgres-18', 'postmaster.pid'), 'utf8').split('\n')[0]);

async function missing(server: JoinedServer, acknowledged: ReadonlySet<number>): Promise<number> {
  const rows = await query(server.appUrl, 'select id::int as id from crash.written');
  const found = new Set(rows.map((row) => row.id));
  return [...acknowledged].filter((id) => !found.has(id)).length;
}

async function query(url: string, text: string): Promise<{ id: number }[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<{ id: number }>(text)).rows ?? [];
  } finally {
    await client.end();
  }
}
