import { z } from 'zod';
import { oneLine } from '../platform/one-line.schema.ts';
import { territorySchema } from './otelo.schema.ts';

/** Which of Omphale's nine series the households are: the population's projection (central, high, low) and the households' (B, C, H). */
export const populationSeries = ['central', 'ph', 'pb'] as const;
export const householdSeries = ['b', 'c', 'h'] as const;
const series = { population: z.enum(populationSeries), households: z.enum(householdSeries) };

/** PostgreSQL keeps neither a NUL nor half a character: JSON writes both as escapes. */
const unstorable = /\\u(?:0000|d[89a-f])/;
const storedFigures = territorySchema.refine((figures) => !unstorable.test(JSON.stringify(figures)), 'un texte contient un caractère qui ne s’enregistre pas');

const mode = z.enum(['reference', 'default']).default('default');

/** A territory's figures with the parameters that the scenario changes, under a name. */
export const newScenario = z.object({
  name: oneLine(120), ...series, figures: storedFigures,
  /** Where the figures come from, as their file says. */
  source: oneLine(300).nullish().transform((text) => text ?? null),
  /** Invented to show the software. */
  demonstration: z.boolean().default(false),
});
export const changedScenario = newScenario.omit({ demonstration: true }).extend({ id: z.uuid() });
/** A copy of what is invented is invented, whoever makes it. */
export const duplicatedScenario = z.object({ id: z.uuid(), name: oneLine(120), demonstration: z.boolean().default(false) });
export const retainedScenario = z.object({ id: z.uuid(), retained: z.boolean() });
export const oneScenario = z.object({ id: z.uuid() });
export const openedScenario = oneScenario.extend({ mode });
export const noInput = z.object({});
export const listedScenarios = z.object({ mode });
/** The first is what the others are compared with. */
export const comparedScenarios = z.object({ ids: z.array(z.uuid()).min(1).max(9), mode });

export type NewScenario = z.infer<typeof newScenario>;

export interface Scenario extends NewScenario {
  id: string;
  changedAt: Date;
  /** Since when the territory stands by it; null where it does not. */
  retainedAt: Date | null;
}
