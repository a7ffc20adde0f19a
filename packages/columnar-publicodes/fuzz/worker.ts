import { addFound, type Found, type Task } from './parallel.ts';
import { fuzzSituations, type SituationsOptions } from './situations.ts';

// One process of `fuzzInProcesses`.
const { module, seed: firstSeed, draws, rows } = JSON.parse(process.argv[2] ?? '') as Task;
const { situations } = (await import(module)) as { situations: (seed: number) => Omit<SituationsOptions, 'seed' | 'rows'> };

function tried(seed: number): Found {
  const result = fuzzSituations({ ...situations(seed), seed, rows });
  return {
    rows: result.rows,
    comparisons: result.comparisons,
    escaped: result.escaped,
    differences: result.differences.length,
    first: result.differences.slice(0, 3).map((difference) => JSON.parse(JSON.stringify(difference)) as unknown),
    constant: [...result.live].filter(([, { distinct }]) => distinct.size < 2).map(([name]) => name),
    refused: [...result.refusals.values()].map((refusal) => refusal.message),
  };
}

let found = tried(firstSeed);
for (let seed = firstSeed + 1; seed < firstSeed + draws; seed++) found = addFound(found, tried(seed));
process.send?.(found, () => process.disconnect());
