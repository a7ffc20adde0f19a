export { simulatePopulation, type PopulationFailure, type PopulationReport } from './run.ts';
