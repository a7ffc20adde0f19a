import { z } from 'zod';
import { oneLine } from '../platform/one-line.schema.ts';
import { territorySchema } from './otelo.schema.ts';

/** Which of Omphale's nine series the households are: the population's projection (central, high, low) and the households' (B, C, H). */
const series = { population: z.enum(['central', 'ph', 'pb']), households: z.enum(['b', 'c', 'h']) };

/** A territory's figures with the parameters that the scenario changes, under a name. */
export const newScenario = z.object({ name: oneLine(120), ...series, figures: territorySchema });
export const changedScenario = newScenario.extend({ id: z.uuid() });
export const oneScenario = z.object({ id: z.uuid() });
/** The first is what the others are compared with. */
export const comparedScenarios = z.object({ ids: z.array(z.uuid()).min(1).max(9), mode: z.enum(['reference', 'default']).default('default') });

export type NewScenario = z.infer<typeof newScenario>;

export interface Scenario extends NewScenario {
  id: string;
  changedAt: Date;
}
