export { corrections, type Mode } from './corrections.ts';
export { answerOf as employeesAnswer, csvOf as syntheticRows, type EmployeesAnswer } from './employees/answer.rules.ts';
export type { Range } from './employees/effort.rules.ts';
export { taxIncomeShare } from './employees/facts.rules.ts';
export type { GroupId } from './employees/figures.rules.ts';
export { employeesFigures, figuresOver, type EmployeesFigures, type EmployeesReader } from './employees/figures.service.ts';
export { employeesPopulation, type NoMargins } from './employees/population.service.ts';
export { incomeStep } from './employees/profiles.rules.ts';
export { needAYear, type Estimate } from './estimate.rules.ts';
export { readFigures, writeFigures, type FiguresFailure } from './figures.reader.ts';
export type { Flow, FlowTotals, FlowYear } from './flow.rules.ts';
export { assumptions, dwellings, type Product } from './link/assumptions.ts';
export type { BalanceFigure } from './link/balance.rules.ts';
export { nearestFirst, type Reach, type Standing } from './link/link.rules.ts';
export { bounds as linkBounds, linkFields, readLinkRequest, type LinkField, type LinkProblem, type LinkRequest } from './link/link.schema.ts';
export { homeCosts, linkHousing, type HomeCost, type LinkAnswer, type LinkCommune } from './link/link.service.ts';
export { needsIndicators } from './needs.indicators.ts';
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
