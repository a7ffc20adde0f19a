export type { Mode } from './corrections.ts';
export type { Estimate } from './estimate.rules.ts';
export type { Flow } from './flow.rules.ts';
export { estimateFile, type NeedsAnswer, type NeedsFailure } from './otelo.service.ts';
export { parameters, type ParameterName, type Parameters } from './parameters.ts';
export { changeScenario, compareScenarios, listScenarios, removeScenario, saveScenario } from './scenario.service.ts';
export { blockIds, type Block, type BlockId } from './stock.rules.ts';
export { wantedFiles } from './wanted-files.ts';
