import { z } from 'zod';

const id = z.string().regex(/^[a-z][a-z0-9-]*$/, 'un identifiant en minuscules, chiffres et tirets');
const text = z.string().trim().min(1);
const plainDate = z.iso.date();

/** Who keeps a commitment or leads an action: the id of a party, or `both`. */
const owner = id;

export const actionStateSchema = z.enum(['draft', 'planned', 'inProgress', 'onHold', 'done', 'abandoned']);

/**
 * What is aimed at. `fixed`: an adopted target; `benchmark`: a past figure that the text gives as a landmark, not a
 * target; `toBeSet`: no source gives one, and the screen says "à fixer".
 */
const targetSchema = z.strictObject({
  id,
  label: text,
  indicator: z.string().optional(),
  kind: z.enum(['fixed', 'benchmark', 'toBeSet']),
  value: z.number().optional(),
  /** How the value reads: "logements par an". */
  unit: text.optional(),
  period: text.optional(),
  source: text.optional(),
  serves: z.array(id).min(1),
}).refine((target) => (target.kind === 'toBeSet') === (target.value === undefined), {
  path: ['value'], message: 'une cible fixée ou un repère a une valeur ; une cible à fixer n’en a pas',
}).refine((target) => target.kind === 'toBeSet' || target.source !== undefined, {
  path: ['source'], message: 'une cible fixée ou un repère dit sa source',
});

const actionSchema = z.strictObject({
  id,
  title: text,
  serves: z.array(id).min(1),
  owner,
  /** The service that leads it. */
  lead: text,
  state: actionStateSchema,
  startsOn: plainDate.optional(),
  dueOn: plainDate.optional(),
  doneOn: plainDate.optional(),
  comment: text.optional(),
  /** Invented to show the software; marked so wherever it appears. */
  demonstration: z.boolean().default(false),
}).refine((action) => (action.state === 'done') === (action.doneOn !== undefined), {
  path: ['doneOn'], message: 'une action faite, et elle seule, a une date de fin (doneOn)',
}).refine((action) => !action.startsOn || !action.dueOn || action.startsOn <= action.dueOn, {
  path: ['dueOn'], message: 'l’échéance vient après le début',
});

/** A figure that the convention's text itself states, with its date, to set beside today's. */
const statedFigureSchema = z.strictObject({
  id,
  /** The id of the party whose figure it is. */
  party: id,
  label: text,
  value: z.number(),
  /** How it reads, with its unit: "222 000 habitants". */
  text,
  date: text,
  /** The indicator that gives today's value, where one means the same thing; `perimeter`: the number of communes. */
  today: z.string().optional(),
  note: text.optional(),
});

/** `territories/<name>/convention.yaml`: the convention as the committee follows it. */
export const conventionSchema = z.strictObject({
  title: text,
  purpose: text,
  signedOn: plainDate,
  startsIn: z.int(),
  endsIn: z.int(),
  source: z.strictObject({ title: text, date: plainDate }),
  /** `called`: the party inside a sentence ("la métropole"); its name by default. */
  parties: z.array(z.strictObject({ id, name: text, called: text.optional(), signatories: z.array(text).min(1) })).min(2),
  commitments: z.array(z.strictObject({ id, verb: text, text, owner, publics: z.array(text).default([]), figure: z.string().optional() })).min(1),
  objective: z.strictObject({ id, title: text, text, lines: z.array(z.strictObject({ id, text, figure: z.string().optional() })).min(1) }),
  means: z.array(z.strictObject({ id, text })).min(1),
  /** `body`: who follows the convention; it heads the committee's page. */
  followUp: z.strictObject({ body: text.default('Comité de pilotage'), text }),
  strategies: z.array(z.strictObject({ id, name: text, kind: text, text, serves: z.array(id).min(1), status: z.enum(['inText', 'toDescribe']) })).default([]),
  statedFigures: z.array(statedFigureSchema).default([]),
  targets: z.array(targetSchema).default([]),
  actions: z.array(actionSchema).default([]),
  committee: z.strictObject({ figures: z.array(z.string()).min(1).max(12), map: z.string() }).optional(),
});

export type Convention = z.infer<typeof conventionSchema>;
export type ConventionAction = Convention['actions'][number];
export type ConventionTarget = Convention['targets'][number];
export type StatedFigure = Convention['statedFigures'][number];
