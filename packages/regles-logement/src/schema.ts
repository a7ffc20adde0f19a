import { z } from 'zod';
import { typeset } from './typography.ts';

/**
 * The shape of the rules' files: publicodes' own keys that these rules use, and keys of ours that the loader keeps out of publicodes
 * (`paramètre`, `colonnes`, `dispositif`, `aide`, `libellés`, `peut changer`, `entier`, `générateur`, `calculée`, `conflit`).
 */

export const UNKNOWN = 'non connu';

const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/, 'a day is written AAAA-MM-JJ').refine((text) => new Date(`${text}T00:00:00Z`).toJSON()?.startsWith(text) === true, 'no such day');
const plain = z.string().min(3);
/** French, with its spaces as they are set. */
const sentence = plain.transform(typeset);
const sourceKeys = z.union([z.string(), z.array(z.string()).min(1)]).transform((keys) => (typeof keys === 'string' ? [keys] : keys));
export const confidence = z.enum(['certain', 'probable', 'contradictoire']);

/** `non connu` ends what is known: the rule is undefined from that day on. */
// publicodes reads `-0.06 %` as 0 less 6 hundredths of itself: a fall is a positive value that a rule takes away.
const parameterValue = z.union([z.number().nonnegative(), z.string()]);
const dated = { depuis: day, source: sourceKeys, confiance: confidence, 'vérifié le': day, note: sentence.optional(), conflit: sentence.optional() };
const parameter = z.union([
  z.strictObject({ ...dated, valeur: parameterValue }),
  z.strictObject({ ...dated, valeurs: z.union([z.array(parameterValue).min(1), z.literal(UNKNOWN)]) }),
]);

const names = z.array(z.string()).default([]);
const device = z.strictObject({
  id: z.string().regex(/^[a-z0-9-]+$/),
  nature: z.enum(['garantie', 'prêt', 'subvention', 'allocation', 'accompagnement', 'logement', 'plafond', 'obligation', 'réduction d’impôt']),
  éligible: z.string(),
  montant: z.string().optional(),
  'au moins': z.string().optional(),
  'au plus': z.string().optional(),
  taux: z.string().optional(),
  fenêtre: z.strictObject({ début: z.string().optional(), fin: z.string(), avant: plain.optional() }).optional(),
  ouverture: z.string().optional(),
  cumul: z.strictObject({ avec: names, 'pas avec': names }),
  documents: z.array(sentence).min(1),
  'où demander': sentence,
  'ouvert à tous': sentence.optional(),
  'non modélisé': z.array(sentence).min(1),
  source: sourceKeys,
  confiance: confidence,
  'vérifié le': day.optional(),
});

const generator = z.union([
  z.strictObject({ min: z.number(), max: z.number(), pas: z.number().positive(), bornes: z.array(z.number()).default([]) }),
  z.strictObject({ min: day, max: day, bornes: z.array(day).default([]) }),
]);

const expression = z.union([z.string(), z.number()]);
const mechanism = z.unknown();

export const rule = z.strictObject({
  titre: sentence,
  description: sentence.optional(),
  note: sentence.optional(),
  conflit: sentence.optional(),
  source: sourceKeys.optional(),
  // publicodes
  question: sentence.optional(),
  type: z.enum(['date', 'nombre', 'booléen', 'texte']).optional(),
  unité: z.string().optional(),
  valeur: expression.optional(),
  'une possibilité': z.array(z.string()).min(2).optional(),
  variations: mechanism.optional(),
  condition: mechanism.optional(),
  'toutes ces conditions': z.array(z.string()).min(1).optional(),
  'une de ces conditions': z.array(z.string()).min(1).optional(),
  somme: mechanism.optional(),
  produit: mechanism.optional(),
  'le maximum de': mechanism.optional(),
  'le minimum de': mechanism.optional(),
  barème: mechanism.optional(),
  grille: mechanism.optional(),
  'applicable si': mechanism.optional(),
  'non applicable si': mechanism.optional(),
  plafond: mechanism.optional(),
  plancher: mechanism.optional(),
  abattement: mechanism.optional(),
  arrondi: mechanism.optional(),
  // ours
  aide: sentence.optional(),
  libellés: z.array(z.string()).optional(),
  'peut changer': z.enum(['oui', 'non']).optional(),
  entier: z.literal('oui').optional(),
  générateur: generator.optional(),
  calculée: z.strictObject({ depuis: z.string(), mois: z.int().default(0), jours: z.int().default(0) }).optional(),
  paramètre: z.array(parameter).min(1).optional(),
  colonnes: z.array(z.string()).min(2).optional(),
  dispositif: device.optional(),
}).superRefine((one, context) => {
  const fail = (message: string): void => { context.addIssue({ code: 'custom', message }); };
  if (one.question !== undefined && one['peut changer'] === undefined) fail('an input says whether it can change (`peut changer`)');
  if (one.question !== undefined && (one.type === 'nombre' || one.type === 'date') && one.générateur === undefined) fail('an asked number or date has a `générateur`');
  if (one.type === 'nombre' && one.unité === undefined) fail('a number has its `unité`');
  if ((one['une possibilité']?.length ?? 0) !== (one.libellés?.length ?? 0)) fail('each possibility has its label (`libellés`)');
  const days = one.paramètre?.map(({ depuis }) => depuis) ?? [];
  if (days.some((from, at) => at > 0 && from <= (days[at - 1] ?? ''))) fail('the values of a parameter follow each other in time');
  for (const entry of one.paramètre ?? []) {
    if ('valeurs' in entry !== (one.colonnes !== undefined)) fail('`valeurs` go with `colonnes`, `valeur` without');
    if ('valeurs' in entry && entry.valeurs !== UNKNOWN && entry.valeurs.length !== one.colonnes?.length) fail(`${entry.depuis}: one value per column`);
  }
});
export type RawRule = z.infer<typeof rule>;
export type Confidence = z.infer<typeof confidence>;

export const source = z.strictObject({
  titre: sentence,
  auteur: sentence,
  date: z.string().regex(/^\d{4}(-\d{2}(-\d{2})?)?$/).optional(),
  url: z.string().optional(),
  jorf: z.string().regex(/^JORFTEXT\d{12}$/).optional(),
  note: sentence.optional(),
});
export type RawSource = z.infer<typeof source>;

const inLanguages = z.strictObject({ fr: sentence, en: plain, de: plain });
/** Files of rules that are no aid and have a page of their own. */
export const subject = z.strictObject({ titre: inLanguages, description: inLanguages, fichiers: z.array(z.string()).min(1) });
export type RawSubject = z.infer<typeof subject>;

const words = z.strictObject({
  titre: sentence,
  question: plain.optional(), aide: plain.optional(), libellés: z.array(z.string()).optional(),
  description: plain.optional(), 'où demander': plain.optional(), 'ouvert à tous': plain.optional(), avant: plain.optional(),
});
/** Words of one rule in another language: a sentence; for an input its name, question, help and labels; for an aid what it is and where to apply. */
export const translation = z.union([plain.transform((titre): z.infer<typeof words> => ({ titre })), words]);
export type Translation = z.output<typeof translation>;
