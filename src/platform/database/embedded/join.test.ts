import { execFile, spawn } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { isAlive } from '../../../../bootstrap/owner.mjs';
import { homeOf, scratchFolder } from '../../../../test/crash/scratch.ts';
import { joinEmbeddedServer, type JoinedServer } from './index.ts';
import type { EmbeddedStep } from './failures.ts';

const projectRoot = resolve(import.meta.dirname, '../../../..');
const run = promisify(execFile);
const asRoot = process.getuid?.() === 0;
let scratch: { folder: string; remove(): void };
let dataFolder: string;

beforeAll(async () => {
  scratch = scratchFolder();
  dataFolder = join(scratch.folder, 'data');
  await (await joined()).leave();
});
afterAll(() => scratch.remove());

async function joined(steps: EmbeddedStep[] = []): Promise<JoinedServer> {
  const server = await joinEmbeddedServer({ dataFolder, projectRoot, report: (step) => steps.push(step) });
  if (!server.ok) throw new Error(JSON.stringify(server.error));
  return server.value;
}

const postmaster = (): number => Number(readFileSync(join(homeOf(dataFolder), 'postgres-18', 'postmaster.pid'), 'utf8').split('\n')[0]);
const isRunning = (): boolean => existsSync(join(homeOf(dataFolder), 'postgres-18', 'postmaster.pid')) && isAlive(postmaster());

async function ask(url: string, text: string): Promise<unknown> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return Object.values((await client.query<Record<string, unknown>>(text)).rows[0] ?? {})[0];
  } finally {
    await client.end();
  }
}

/** Another process that joins, says so, and leaves after a while (or never). */
const elsewhere = (stayMs: number): string => `
  const { joinEmbeddedServer } = await import(${JSON.stringify(join(import.meta.dirname, 'index.ts'))});
  const server = await joinEmbeddedServer({ dataFolder: ${JSON.stringify(dataFolder)}, projectRoot: ${JSON.stringify(projectRoot)} });
  if (!server.ok) throw new Error(JSON.stringify(server.error));
  const { readFileSync } = await import('node:fs');
  console.log(readFileSync(${JSON.stringify(join(homeOf(dataFolder), 'postgres-18', 'postmaster.pid'))}, 'utf8').split('\\n')[0]);
  await new Promise((wait) => setTimeout(wait, ${stayMs}));
  await server.value.leave();`;
const node = (code: string): string[] => ['--disable-warning=ExperimentalWarning', '--input-type=module', '-e', code];

describe('roles', () => {
  test('the app’s role has no right but what it is given; the owner is no superuser', async () => {
    const server = await joined();
    expect(await ask(server.appUrl, `select rolsuper or rolcreatedb or rolcreaterole or rolbypassrls from pg_roles where rolname = current_user`)).toBe(false);
    expect(await ask(server.ownerUrl, `select rolcreatedb and not rolsuper and not rolbypassrls from pg_roles where rolname = current_user`)).toBe(true);
    await expect(ask(server.appUrl, 'create table public.mine (id int)')).rejects.toThrow(/permission denied/);
    expect(await ask(server.appUrl, 'show fsync')).toBe('on');
    expect(await ask(server.appUrl, `select lower('ÉTÉ')`)).toBe('été');
    await server.leave();
  });
});

describe('membership', () => {
  test('the last to leave stops the server, and leaves nothing', async () => {
    const first = await joined();
    const second = await joined();
    await first.leave();
    await first.leave();
    expect(isRunning()).toBe(true);
    await second.leave();
    expect(isRunning()).toBe(false);
    expect(readdirSync(join(homeOf(dataFolder), 'run', 'members'))).toEqual([]);
    expect(existsSync(decodeURIComponent(new URL(second.appUrl).searchParams.get('host') ?? ''))).toBe(false);
  });

  test('processes that join at the same moment start one server', async () => {
    const outputs = await Promise.all([1, 2, 3].map(() => run(process.execPath, node(elsewhere(1500)))));
    expect(new Set(outputs.map(({ stdout }) => stdout)).size).toBe(1);
    expect(isRunning()).toBe(false);
  });

  test('a killed member’s server is joined, not restarted, and stops with the next to leave', async () => {
    const other = spawn(process.execPath, node(elsewhere(60_000)), { stdio: ['ignore', 'pipe', 'inherit'] });
    const pid = Number(String(await new Promise((said) => other.stdout.once('data', said))));
    other.kill('SIGKILL');
    await new Promise((ended) => other.once('close', ended));
    expect(isAlive(pid)).toBe(true);
    const server = await joined();
    expect(postmaster()).toBe(pid);
    await server.leave();
    expect(isAlive(pid)).toBe(false);
  });
});

describe('recovery', () => {
  test('after kill -9 of the server the next join starts it again', async () => {
    const first = await joined();
    process.kill(postmaster(), 'SIGKILL');
    const steps: EmbeddedStep[] = [];
    const second = await joined(steps);
    expect(steps).toContainEqual({ step: 'recovering' });
    expect(await ask(second.appUrl, 'select 1')).toBe(1);
    await first.leave();
    await second.leave();
    expect(isRunning()).toBe(false);
  });

  test('a pid file that names another living program does not stop a start', async () => {
    writeFileSync(join(homeOf(dataFolder), 'postgres-18', 'postmaster.pid'), `${process.pid}\n${dataFolder}\n`);
    const server = await joined();
    expect(postmaster()).not.toBe(process.pid);
    await server.leave();
  });

  test('what a killed initdb left is cleared away', async () => {
    const own = scratchFolder();
    mkdirSync(join(homeOf(own.folder), 'postgres-18.partial-1', 'base'), { recursive: true });
    const server = await joinEmbeddedServer({ dataFolder: own.folder, projectRoot });
    expect(server.ok).toBe(true);
    if (server.ok) await server.value.leave();
    expect(readdirSync(homeOf(own.folder)).filter((name) => name.startsWith('postgres-18'))).toEqual(['postgres-18']);
    own.remove();
  });

  test('a folder of another PostgreSQL is refused and stays as it is', async () => {
    const own = scratchFolder();
    mkdirSync(join(homeOf(own.folder), 'postgres-18'));
    writeFileSync(join(homeOf(own.folder), 'postgres-18', 'PG_VERSION'), '17\n');
    const server = await joinEmbeddedServer({ dataFolder: own.folder, projectRoot });
    expect(server).toMatchObject({ ok: false, error: { code: 'server.otherVersion', found: '17' } });
    expect(readdirSync(join(homeOf(own.folder), 'postgres-18'))).toEqual(['PG_VERSION']);
    own.remove();
  });
});

describe('places', () => {
  test('a socket folder that is not ours is refused', async () => {
    const { appUrl, leave } = await joined();
    await leave();
    const socketFolder = decodeURIComponent(new URL(appUrl).searchParams.get('host') ?? '');
    symlinkSync(scratch.folder, socketFolder);
    const refused = await joinEmbeddedServer({ dataFolder, projectRoot });
    rmSync(socketFolder);
    expect(refused).toEqual({ ok: false, error: { code: 'server.socketFolderTaken', folder: socketFolder } });
  });

  test.runIf(asRoot)('below a folder that only root may enter, data and binaries move; a damaged copy is made again', async () => {
    const own = scratchFolder();
    const relocationRoot = join(own.folder, 'elsewhere');
    const closed = join(own.folder, 'closed');
    mkdirSync(closed);
    chmodSync(closed, 0o700);
    const options = { dataFolder: join(closed, 'data'), projectRoot, relocationRoot };
    const first = await joinEmbeddedServer(options);
    if (!first.ok) throw new Error(JSON.stringify(first.error));
    await first.value.leave();
    const home = first.value.relocatedTo ?? '';
    expect(home.startsWith(relocationRoot)).toBe(true);
    const binaries = readdirSync(home).filter((name) => name.startsWith('binaries-'));
    expect(binaries).toHaveLength(1);
    truncateSync(join(home, binaries[0] ?? '', 'bin', 'postgres'), 1000);
    const second = await joinEmbeddedServer(options);
    if (!second.ok) throw new Error(JSON.stringify(second.error));
    await second.value.leave();
    expect(existsSync(join(closed, 'data'))).toBe(false);
    own.remove();
  });
});
