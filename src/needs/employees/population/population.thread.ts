import { parentPort, workerData } from 'node:worker_threads';
import { synthesise, type Asked } from './synthesis.rules.ts';

// A thread of its own, that lives for one population: `population.service.ts` starts it. It loads the numbers' rules and nothing else of the house.
const { asked, seed } = workerData as { asked: Asked; seed: number };
parentPort?.postMessage(synthesise(asked, seed));
