import { exampleSets, type RuleSet } from '../packages/columnar-publicodes/bench/example.ts';

/** The rule sets that `npm run bench:rules` times: add one here. */
export const ruleSets = (): RuleSet[] => exampleSets();
