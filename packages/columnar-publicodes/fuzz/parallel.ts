import { fileURLToPath } from 'node:url';
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads';
import { fuzzSituations, type SituationsOptions } from './situations.ts';

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

function inThread(task: Task): Promise<Found> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(fileURLToPath(import.meta.url), { workerData: task });
    worker.once('message', resolve);
    worker.once('error', reject);
  });
}

if (!isMainThread && parentPort) {
  const { module, seed, rows } = workerData as Task;
  const { situations } = (await import(module)) as { situations: (seed: number) => Omit<SituationsOptions, 'seed' | 'rows'> };
  const result = fuzzSituations({ ...situations(seed), seed, rows });
  const found: Found = {
    rows: result.rows,
    comparisons: result.comparisons,
    escaped: result.escaped,
    differences: result.differences.length,
    first: result.differences.slice(0, 3).map((difference) => JSON.parse(JSON.stringify(difference)) as unknown),
    constant: [...result.live].filter(([, { distinct }]) => distinct.size < 2).map(([name]) => name),
    refused: [...result.refusals.values()].map((refusal) => refusal.message),
  };
  parentPort.postMessage(found);
}
