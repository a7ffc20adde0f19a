export { simulatePopulation, type PopulationFailure, type PopulationReport } from './run.ts';
export { populationProgram } from './program.ts';
