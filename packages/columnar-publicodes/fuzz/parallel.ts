import { Worker } from 'node:worker_threads';

/** A module whose export `situations` gives the rule base to try, by seed: an engine does not cross threads, each makes its own. */
export interface Task { module: string; seed: number; rows: number }

/** What one thread found; the first differences only. */
export interface Found { rows: number; comparisons: number; escaped: number; differences: number; first: unknown[]; constant: string[]; refused: string[] }

/** Shares `rows` random situations between threads, each with its seed; adds up what they found. Rejects when a thread fails. */
export async function fuzzInThreads({ module, seed, rows }: Task, threads: number): Promise<Found> {
  const share = Math.ceil(rows / threads);
  const parts = await Promise.all(Array.from({ length: threads }, (_, k) => inThread({ module, seed: seed + k, rows: Math.min(share, rows - k * share) })));
  return parts.reduce((a, b) => ({
    rows: a.rows + b.rows,
    comparisons: a.comparisons + b.comparisons,
    escaped: a.escaped + b.escaped,
    differences: a.differences + b.differences,
    first: [...a.first, ...b.first],
    constant: a.constant.filter((name) => b.constant.includes(name)),
    refused: [...a.refused, ...b.refused],
  }));
}

/** Beside this file, as a source or built. */
const thread = new URL(import.meta.url.endsWith('.ts') ? './worker.ts' : './worker.js', import.meta.url);

function inThread(task: Task): Promise<Found> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(thread, { workerData: task });
    worker.once('message', resolve);
    worker.once('error', reject);
  });
}
