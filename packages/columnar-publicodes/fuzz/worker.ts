import { parentPort, workerData } from 'node:worker_threads';
import type { Found, Task } from './parallel.ts';
import { fuzzSituations, type SituationsOptions } from './situations.ts';

// One thread of `fuzzInThreads`.
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
parentPort?.postMessage(found);
