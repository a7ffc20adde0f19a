import { spawn, spawnSync } from 'node:child_process';
import { readdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { takeLock, withLock } from '../../bootstrap/lock.mjs';
import { isOwnerAlive, ownerName } from '../../bootstrap/owner.mjs';
import { scratchFolder } from '../crash/scratch.ts';

const bootstrap = resolve(import.meta.dirname, '../../bootstrap');
let scratch: { folder: string; remove(): void };
beforeEach(() => {
  scratch = scratchFolder();
});
afterEach(() => scratch.remove());

const takes = (after: string): string =>
  `const { takeLock } = await import(${JSON.stringify(join(bootstrap, 'lock.mjs'))}); const lock = await takeLock(${JSON.stringify(scratch.folder)}); console.log('held'); ${after}`;
const node = (code: string): string[] => ['--input-type=module', '-e', code];

test('an owner is a process, not a number', () => {
  const [pid, start, boot] = ownerName().split('-');
  expect(isOwnerAlive(ownerName())).toBe(true);
  expect(isOwnerAlive(`${pid}-${Number(start) + 1}-${boot}`)).toBe(false);
  expect(isOwnerAlive(`${pid}-${start}-otherboot`)).toBe(false);
  expect(isOwnerAlive('nonsense')).toBe(false);
});

test('work under the lock is never done twice at once', async () => {
  let inside = 0;
  let most = 0;
  await Promise.all(Array.from({ length: 8 }, () => withLock(scratch.folder, async () => {
    most = Math.max(most, ++inside);
    await new Promise((wait) => setTimeout(wait, 5));
    inside--;
  })));
  expect(most).toBe(1);
  expect(readdirSync(scratch.folder)).toEqual([]);
});

test('a living owner is waited for, by name', async () => {
  const lock = await takeLock(scratch.folder);
  await expect(takeLock(scratch.folder, { timeoutMs: 100 })).rejects.toMatchObject({ code: 'lock.held', pid: process.pid });
  lock.release();
  (await takeLock(scratch.folder)).release();
});

test('a killed owner’s lock is free', async () => {
  const owner = spawn(process.execPath, node(takes('setInterval(() => {}, 1000);')), { stdio: ['ignore', 'pipe', 'inherit'] });
  await new Promise((held) => owner.stdout.once('data', held));
  await expect(takeLock(scratch.folder, { timeoutMs: 100 })).rejects.toMatchObject({ pid: owner.pid });
  owner.kill('SIGKILL');
  await new Promise((ended) => owner.once('close', ended));
  (await takeLock(scratch.folder, { timeoutMs: 1000 })).release();
});

test('process.exit leaves no lock behind', () => {
  const { stdout } = spawnSync(process.execPath, node(takes('process.exit(1);')));
  expect(String(stdout)).toBe('held\n');
  expect(readdirSync(scratch.folder)).toEqual([]);
});

test('a child that outlives its parent keeps the lock', async () => {
  const child = spawn('sleep', ['60']);
  writeFileSync(join(scratch.folder, ownerName(child.pid)), '');
  await expect(takeLock(scratch.folder, { timeoutMs: 100 })).rejects.toMatchObject({ pid: child.pid });
  child.kill('SIGKILL');
  await new Promise((ended) => child.once('close', ended));
  (await takeLock(scratch.folder, { timeoutMs: 1000 })).release();
});
