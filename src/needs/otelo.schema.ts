import { z } from 'zod';
import { parameterSchema } from './parameters.ts';

const numberHere = { error: (issue: { input?: unknown }) => (issue.input === undefined ? 'valeur absente : un nombre est attendu' : 'un nombre est attendu') };
/** More than any territory has: beyond it sums would no longer be numbers. */
const most = 1e9;
const count = z.number(numberHere).min(0, 'un nombre positif ou nul est attendu').max(most, 'un nombre d’un milliard au plus est attendu');
const wholeYear = z.number(numberHere).int('une année est attendue, comme 2021').min(1900, 'une année est attendue, comme 2021').max(2200, 'une année est attendue, comme 2050');
const rate = z.number(numberHere).min(0, 'une fraction de 0 à 1 est attendue').max(1, 'une fraction de 0 à 1 est attendue : 2,9 % s’écrit 0.029');
const byTenure = z.strictObject({ tenants: count.optional(), owners: count.optional() });

/** What the blocks read, each figure from its file; all may be absent, and a block then says which file it wants. */
const stockSchema = z.strictObject({
  /** INSEE code of the region: overlaps differ in Île-de-France (11). */
  region: z.string('un code de région est attendu, comme "32"').regex(/^\d{2}$/, 'un code de région à deux chiffres est attendu'),
  outOfHousing: z.strictObject({
    census: z.strictObject({ homeless: count.optional(), makeshift: count.optional(), hotel: count.optional() }).optional(),
    requests: z.strictObject({ homeless: count.optional(), camping: count.optional(), squat: count.optional(), hotel: count.optional() }).optional(),
    /** Places by kind of establishment. */
    places: z.record(z.string(), count).optional(),
  }).default({}),
  hosted: z.strictObject({ cohabitation: count.optional(), byPrivate: count.optional(), temporary: count.optional() }).default({}),
  /** Households above each net effort rate, in hundredths. */
  effort: z.strictObject({
    tenants: z.partialRecord(z.enum(['20', '25', '30', '35', '40']), count).optional(),
    buyers: z.partialRecord(z.enum(['20', '25', '30', '35', '40']), count).optional(),
  }).default({}),
  /** `fiscal`: private stock potentially unfit; `census`, `land`: dwellings without the comfort looked for. */
  quality: z.strictObject({ fiscal: byTenure.optional(), census: byTenure.optional(), land: byTenure.optional() }).default({}),
  overcrowding: z.strictObject({ severe: byTenure.optional(), moderate: byTenure.optional() }).default({}),
});

const shape = z.object({
  name: z.string('un nom est attendu').trim().min(1, 'un nom est attendu'),
  epciCode: z.string('le code SIREN de l’intercommunalité est attendu, entre guillemets').regex(/^\d{9}$/, 'le code SIREN de l’intercommunalité a neuf chiffres'),
  baseYear: wholeYear,
  /** Last year of the estimate. */
  projection: wholeYear,
  /** Year by which the deficit is absorbed. */
  horizonResorption: wholeYear.default(2050),
  /** All dwellings in the base year. */
  initialParc: count,
  /** Dwellings lacking in the base year, all blocks; or `stock`, from which they are computed. */
  stockDeficit: count.optional(),
  stock: stockSchema.optional(),
  parameters: parameterSchema.partial().default({}),
  /** Dwellings that go, or come by division and change of use, in a year, as fractions of all. */
  rateDisappearance: rate,
  rateRestructuring: rate,
  /** Observed, then aimed at; without an aim it stays as observed. */
  longVacancyRateStart: rate,
  longVacancyRateTarget: rate.optional(),
  /** Year of the aim; without it the peak, or the projection. */
  longVacancyTargetYear: wholeYear.optional(),
  shortVacancyRate: rate,
  secondaryRate: rate,
  secondaryRateTarget: rate.optional(),
  householdsByYear: z.record(z.string(), z.unknown(), 'les ménages de chaque année sont attendus, comme {"2021": 50527.7}').transform((given, context): Record<number, number> => {
    for (const [year, households] of Object.entries(given)) {
      if (!/^\d{4}$/.test(year)) context.addIssue({ code: 'custom', path: [year], message: 'une année est attendue, comme 2021' });
      else if (typeof households !== 'number' || !Number.isFinite(households) || households < 0 || households > most) context.addIssue({ code: 'custom', path: [year], message: 'un nombre de ménages est attendu, positif ou nul' });
    }
    return given as Record<number, number>;
  }),
});

/** One territory's figures. What a file holds besides, its expected totals for one, is never read. */
export const territorySchema = shape.superRefine((territory, context) => {
  const refuse = (field: string, message: string): void => context.addIssue({ code: 'custom', path: field.split('.'), message });
  const { baseYear, projection } = territory;
  if (projection <= baseYear) refuse('projection', `une année après ${baseYear} (baseYear) est attendue`);
  if (territory.horizonResorption <= baseYear) refuse('horizonResorption', `une année après ${baseYear} (baseYear) est attendue`);
  if (territory.longVacancyTargetYear !== undefined && territory.longVacancyTargetYear <= baseYear) refuse('longVacancyTargetYear', `une année après ${baseYear} (baseYear) est attendue`);
  for (let year = baseYear; year <= projection; year += 1) {
    if (territory.householdsByYear[year] === undefined) refuse(`householdsByYear.${year}`, 'valeur absente : il faut les ménages de chaque année, de baseYear à projection');
  }
  const long = Math.max(territory.longVacancyRateStart, territory.longVacancyRateTarget ?? 0);
  const second = Math.max(territory.secondaryRate, territory.secondaryRateTarget ?? 0);
  if (long + territory.shortVacancyRate + second >= 1) refuse('shortVacancyRate', 'vacance et résidences secondaires ensemble doivent rester sous 1 : il ne resterait aucune résidence principale');
  if (territory.stockDeficit !== undefined && territory.stock) refuse('stockDeficit', 'donnez stockDeficit ou stock, pas les deux');
  if (territory.stockDeficit === undefined && !territory.stock) refuse('stockDeficit', 'valeur absente : donnez le déficit de logements, ou stock avec ce qui le compose');
});

export type Territory = z.infer<typeof territorySchema>;
export type StockFigures = NonNullable<Territory['stock']>;

const notAnObject = 'un objet est attendu : un territoire, ou {"fixtures": [un territoire, …]}';

/** A file: one territory, or several under `fixtures`, with where the figures come from. */
export const needsFileSchema = z.object({
  source: z.string('un texte est attendu').trim().min(1, 'dites d’où viennent les chiffres').optional(),
  fixtures: z.array(territorySchema, 'une liste de territoires est attendue').min(1, 'un territoire au moins est attendu'),
}, notAnObject);

/** A file's content as a list of territories: a territory alone is a list of one. */
export function asNeedsFile(content: unknown): unknown {
  if (typeof content !== 'object' || content === null || Array.isArray(content) || 'fixtures' in content) return content;
  return { fixtures: [content], ...('source' in content ? { source: content.source } : {}) };
}
