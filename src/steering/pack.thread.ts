import { parentPort, workerData } from 'node:worker_threads';
import { layOut, type PackDocument } from './pack.layout.ts';

// A thread of its own, that lives for one document: `pack.press.ts` starts it.
parentPort?.postMessage(await layOut(workerData as PackDocument));
