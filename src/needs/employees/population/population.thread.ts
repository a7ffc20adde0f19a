import { parentPort, workerData } from 'node:worker_threads';
import { composePopulation } from './compose.rules.ts';
import type { Loaded } from './loaded.service.ts';

// A thread of its own, that lives for one population: `population.service.ts` starts it.
const { loaded, seed } = workerData as { loaded: Loaded; seed: number };
parentPort?.postMessage(composePopulation(loaded, seed));
