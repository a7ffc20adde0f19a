import { z } from 'zod';
import { failure, success } from '../platform/result.ts';
import { useCase } from '../platform/use-case.ts';
import { changedScenario, comparedScenarios, newScenario, oneScenario } from './scenario.schema.ts';
import { compareScenarios as compared } from './scenario.rules.ts';
import { scenarioStore } from './scenario.store.ts';

/** Keeps a territory's figures and parameters under a name that the territory gives once. */
export const saveScenario = useCase('needsScenario.create', newScenario, async ({ input, actor, scope, tx, clock, record }) => {
  if (input.figures.epciCode !== actor.territory) return failure({ code: 'scenario.otherTerritory' as const });
  const id = await scenarioStore(tx, actor, scope).insert(input, clock.now());
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

export const removeScenario = useCase('needsScenario.erase', oneScenario, async ({ input, actor, scope, tx, record }) => {
  if (!(await scenarioStore(tx, actor, scope).remove(input.id))) return failure({ code: 'scenario.unknown' as const });
  await record.changed({ type: 'needsScenario.removed', subject: { kind: 'needsScenario', id: input.id } });
  return success(undefined);
});

/** Scenarios of the territory, in the order of their names. */
export const listScenarios = useCase('needsScenario.read', z.object({}), async ({ actor, scope, tx }) => success(await scenarioStore(tx, actor, scope).list()));

/** The needs of several scenarios side by side, each against the first. */
export const compareScenarios = useCase('needsScenario.read', comparedScenarios, async ({ input, actor, scope, tx }) => {
  const scenarios = await scenarioStore(tx, actor, scope).find(input.ids);
  if (scenarios.length < new Set(input.ids).size) return failure({ code: 'scenario.unknown' as const });
  return success(compared(scenarios, input.mode));
});
