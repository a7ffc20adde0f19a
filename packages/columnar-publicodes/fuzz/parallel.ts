import { fork } from 'node:child_process';
import { once } from 'node:events';

/**
 * A module whose export `situations` gives the rule base to try, by seed. Each of `draws` seeds from `seed` on gets `rows` situations.
 * An engine does not cross processes: each makes its own, once.
 */
export interface Task { module: string; seed: number; draws: number; rows: number }

/** What one process found, or several; the first differences only. */
export interface Found { rows: number; comparisons: number; escaped: number; differences: number; first: unknown[]; constant: string[]; refused: string[] }

export const addFound = (a: Found, b: Found): Found => ({
  rows: a.rows + b.rows,
  comparisons: a.comparisons + b.comparisons,
  escaped: a.escaped + b.escaped,
  differences: a.differences + b.differences,
  first: [...a.first, ...b.first].slice(0, 10),
  constant: a.constant.filter((name) => b.constant.includes(name)),
  refused: [...a.refused, ...b.refused],
});

/**
 * Shares seeds between processes and adds up what they found. Rejects when one fails. Processes rather than threads: V8 keeps the code
 * of a process's threads in one book, and thousands of compiled programs in threads that end break it (`jit_page.has_value()`, Node 24).
 */
export async function fuzzInProcesses({ module, seed, draws, rows }: Task, processes: number): Promise<Found> {
  const share = Math.ceil(draws / processes);
  const tasks = Array.from({ length: Math.ceil(draws / share) }, (_, k) => ({ module, seed: seed + k * share, draws: Math.min(share, draws - k * share), rows }));
  return (await Promise.all(tasks.map(inProcess))).reduce(addFound);
}

/** Beside this file, as a source or built. */
const worker = new URL(import.meta.url.endsWith('.ts') ? './worker.ts' : './worker.js', import.meta.url);

async function inProcess(task: Task): Promise<Found> {
  const child = fork(worker, [JSON.stringify(task)]);
  let found: Found | undefined;
  child.on('message', (message) => {
    found = message as Found;
  });
  const [code, signal] = (await once(child, 'exit')) as [number | null, string | null];
  if (code !== 0 || !found) throw new Error(`the process of seeds from ${task.seed} ended with ${signal ?? code ?? 'nothing'}`);
  return found;
}
