export { corrections, type Mode } from './corrections.ts';
export { needAYear, type Estimate } from './estimate.rules.ts';
export { readFigures, writeFigures, type FiguresFailure } from './figures.reader.ts';
export type { Flow, FlowTotals, FlowYear } from './flow.rules.ts';
export type { StockFigures, Territory as NeedsTerritory } from './otelo.schema.ts';
export { estimateFile, type NeedsAnswer, type NeedsFailure, type NeedsProblem } from './otelo.service.ts';
export { overlapRatios } from './overlap.ts';
export { blockNames, choiceName, parameterText } from './parameter.text.ts';
export { parameters, type ParameterName, type Parameters } from './parameters.ts';
export type { ComparedScenario } from './scenario.rules.ts';
export { householdSeries, populationSeries } from './scenario.schema.ts';
export {
  changeScenario, compareScenarios, duplicateScenario, listScenarios, openScenario, removeScenario, retainScenario, saveScenario, type ReviewedScenario,
} from './scenario.service.ts';
export { blockIds, type Block, type BlockId } from './stock.rules.ts';
export { wantedFiles, type WantedFile } from './wanted-files.ts';
