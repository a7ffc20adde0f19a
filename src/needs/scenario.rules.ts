import type { Mode } from './corrections.ts';
import { estimate, type Estimate } from './estimate.rules.ts';
import { parameterNames, type ParameterName } from './parameters.ts';
import type { Scenario } from './scenario.schema.ts';

export interface ComparedScenario extends Omit<Scenario, 'figures'> {
  estimate: Estimate;
  /** Dwellings needed more than in the first scenario; null where one of the two is not known. */
  difference: number | null;
  /** Parameters that are not as in the first. */
  unlikeFirst: ParameterName[];
}

/** Scenarios side by side, in the order asked for. */
export function compareScenarios(scenarios: readonly Scenario[], mode: Mode): ComparedScenario[] {
  const estimates = scenarios.map(({ figures }) => estimate(figures, mode));
  const [first] = estimates;
  return scenarios.map((scenario, at): ComparedScenario => {
    const own = estimates[at]!;
    return {
      ...withoutFigures(scenario), estimate: own,
      difference: own.flow && first?.flow ? own.flow.totals.housingNeeds - first.flow.totals.housingNeeds : null,
      unlikeFirst: first ? parameterNames.filter((parameter) => JSON.stringify(own.parameters[parameter]) !== JSON.stringify(first.parameters[parameter])) : [],
    };
  });
}

/** A scenario as lists and tables show it. */
export function withoutFigures(scenario: Scenario): Omit<Scenario, 'figures'> {
  const { id, name, population, households, source, demonstration, changedAt, retainedAt } = scenario;
  return { id, name, population, households, source, demonstration, changedAt, retainedAt };
}
