/** The fuzzer for rule bases other than ours. `fuzz/parallel` stands apart: a process that it starts must not import it again. */
export { Random } from './random.ts';
export { fuzzSituations, type SituationsOptions, type SituationsResult } from './situations.ts';
