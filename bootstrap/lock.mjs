import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { isOwnerAlive, ownerName, pidOf } from './owner.mjs';

// The lock is a folder with one empty file per contender, named by its process. Who finds no other live file beside its
// own holds the lock. A dead owner's file counts for nothing, so nothing is ever "taken over", and two cannot both hold
// it: each writes its file before it looks.

const held = new Set();
let count = 0;

// process.exit runs no `finally`.
process.on('exit', () => {
  for (const file of held) rmSync(file, { force: true });
});

/**
 * Waits for the lock, and returns it. Rejects with code `lock.held` and the owner's pid after `timeoutMs`.
 * `share(pid)` keeps the lock held while a child lives, even if this process dies.
 */
export async function takeLock(folder, { onWait = () => {}, timeoutMs = Infinity } = {}) {
  mkdirSync(folder, { recursive: true });
  const name = `${ownerName()}-${Math.random().toString(36).slice(2, 8)}${count++}`;
  const file = join(folder, name);
  const startedAt = Date.now();
  let said = false;
  for (;;) {
    let other = liveOwner(folder, name);
    if (!other) {
      held.add(file);
      writeFileSync(file, '');
      other = liveOwner(folder, name);
      if (!other) return heldLock(folder, file);
      release(file);
    }
    const waited = Date.now() - startedAt;
    if (waited > timeoutMs) throw Object.assign(new Error(`lock held by ${pidOf(other)}`), { code: 'lock.held', pid: pidOf(other) });
    if (!said && waited > 700) {
      said = true;
      onWait(pidOf(other));
    }
    await delay(20 + Math.random() * 80);
  }
}

/** Runs `work` under the lock. */
export async function withLock(folder, work, options) {
  const lock = await takeLock(folder, options);
  try {
    return await work(lock);
  } finally {
    lock.release();
  }
}

function heldLock(folder, file) {
  const shared = [];
  return {
    share: (pid) => {
      shared.push(join(folder, ownerName(pid)));
      writeFileSync(shared.at(-1), '');
    },
    release: () => {
      for (const child of shared) rmSync(child, { force: true });
      release(file);
    },
  };
}

function release(file) {
  rmSync(file, { force: true });
  held.delete(file);
}

function liveOwner(folder, own) {
  for (const name of readdirSync(folder)) {
    if (name === own) continue;
    if (isOwnerAlive(name)) return name;
    rmSync(join(folder, name), { force: true });
  }
  return undefined;
}
