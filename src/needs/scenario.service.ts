import { failure, success } from '../platform/result.ts';
import { useCase } from '../platform/use-case.ts';
import { estimate, type Estimate } from './estimate.rules.ts';
import { changedScenario, comparedScenarios, duplicatedScenario, listedScenarios, newScenario, noInput, oneScenario, openedScenario, retainedScenario, type Scenario } from './scenario.schema.ts';
import { compareScenarios as compared, withoutFigures } from './scenario.rules.ts';
import { scenarioStore } from './scenario.store.ts';

/** A scenario without its figures, with what they give. */
export interface ReviewedScenario extends Omit<Scenario, 'figures'> {
  estimate: Estimate;
}

/** Keeps a territory's figures and parameters under a name that the territory gives once. */
export const saveScenario = useCase('needsScenario.create', newScenario, async ({ input, actor, scope, tx, clock, record }) => {
  if (input.figures.epciCode !== actor.territory) return failure({ code: 'scenario.otherTerritory' as const });
  const id = await scenarioStore(tx, actor, scope).insert(input, clock.now());
  if (!id) return failure({ code: 'scenario.nameTaken' as const });
  await record.changed({ type: 'needsScenario.saved', subject: { kind: 'needsScenario', id } });
  return success({ id });
});

/** Another scenario with the figures and parameters of one, to be changed on its own. */
export const duplicateScenario = useCase('needsScenario.create', duplicatedScenario, async ({ input, actor, scope, tx, clock, record }) => {
  const scenarios = scenarioStore(tx, actor, scope);
  const [original] = await scenarios.find([input.id]);
  if (!original) return failure({ code: 'scenario.unknown' as const });
  const id = await scenarios.insert({ ...original, name: input.name, demonstration: original.demonstration || input.demonstration }, clock.now());
  if (!id) return failure({ code: 'scenario.nameTaken' as const });
  await record.changed({ type: 'needsScenario.saved', subject: { kind: 'needsScenario', id } });
  return success({ id });
});

export const changeScenario = useCase('needsScenario.update', changedScenario, async ({ input, actor, scope, tx, clock, record }) => {
  if (input.figures.epciCode !== actor.territory) return failure({ code: 'scenario.otherTerritory' as const });
  const scenarios = scenarioStore(tx, actor, scope);
  const holder = await scenarios.named(input.name);
  if (holder && holder !== input.id) return failure({ code: 'scenario.nameTaken' as const });
  if (!(await scenarios.update(input.id, input, clock.now()))) return failure({ code: 'scenario.unknown' as const });
  await record.changed({ type: 'needsScenario.changed', subject: { kind: 'needsScenario', id: input.id } });
  return success(undefined);
});

/** The scenario that the territory stands by, one at most: the one before it steps back. */
export const retainScenario = useCase('needsScenario.update', retainedScenario, async ({ input: { id, retained }, actor, scope, tx, clock, record }) => {
  const scenarios = scenarioStore(tx, actor, scope);
  const [scenario] = await scenarios.find([id]);
  if (!scenario) return failure({ code: 'scenario.unknown' as const });
  if (retained === (scenario.retainedAt !== null)) return success(undefined);
  await scenarios.release();
  const subject = { kind: 'needsScenario', id };
  if (retained) {
    await scenarios.retain(id, clock.now());
    await record.changed({ type: 'needsScenario.retained', subject });
  } else await record.changed({ type: 'needsScenario.released', subject });
  return success(undefined);
});

export const removeScenario = useCase('needsScenario.erase', oneScenario, async ({ input, actor, scope, tx, record }) => {
  if (!(await scenarioStore(tx, actor, scope).remove(input.id))) return failure({ code: 'scenario.unknown' as const });
  await record.changed({ type: 'needsScenario.removed', subject: { kind: 'needsScenario', id: input.id } });
  return success(undefined);
});

/** Scenarios of the territory with their needs: the retained one first, then in the order of their names. */
export const listScenarios = useCase('needsScenario.read', listedScenarios, async ({ input, actor, scope, tx }) =>
  success((await scenarioStore(tx, actor, scope).list()).map((scenario): ReviewedScenario => ({ ...withoutFigures(scenario), estimate: estimate(scenario.figures, input.mode) }))));

/** The scenario that the territory stands by at the session's moment, with its need; null where it stands by none. */
export const readRetainedScenario = useCase('needsScenario.read', noInput, async ({ actor, scope, tx, clock }) => {
  const scenario = await scenarioStore(tx, actor, scope).retained(clock.now());
  return success(scenario ? ({ ...withoutFigures(scenario), estimate: estimate(scenario.figures, 'default') } satisfies ReviewedScenario) : null);
});

/** One scenario, its figures and what they give. */
export const openScenario = useCase('needsScenario.read', openedScenario, async ({ input, actor, scope, tx }) => {
  const [scenario] = await scenarioStore(tx, actor, scope).find([input.id]);
  return scenario ? success({ scenario, estimate: estimate(scenario.figures, input.mode) }) : failure({ code: 'scenario.unknown' as const });
});

/** The needs of several scenarios side by side, each against the first. */
export const compareScenarios = useCase('needsScenario.read', comparedScenarios, async ({ input, actor, scope, tx }) => {
  const scenarios = await scenarioStore(tx, actor, scope).find(input.ids);
  if (scenarios.length < new Set(input.ids).size) return failure({ code: 'scenario.unknown' as const });
  return success(compared(scenarios, input.mode));
});
