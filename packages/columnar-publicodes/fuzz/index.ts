export { fuzzInThreads, type Found, type Task } from './parallel.ts';
export { Random } from './random.ts';
export { fuzzSituations, type SituationsOptions, type SituationsResult } from './situations.ts';
