import type { SecretBounds } from '../indicators/index.ts';

/** What a source's column gives for one area and period, before any computation. */
export interface Measure {
  id: string;
  kind: 'count' | 'number' | 'fraction' | 'category';
  /** Counts add up over areas; nothing else does. */
  additive: boolean;
  area: 'commune' | 'intercommunality';
  /** Values outside are mistakes of the file. */
  min: number;
  max: number;
  /** For categories that come from a closed list. */
  oneOf?: readonly string[];
  secretBounds: SecretBounds;
  /** A commune that the source does not list has none of it. */
  absentMeansNone: boolean;
}

const unbounded: SecretBounds = { low: 0, high: null };
/** "Fewer than 11" is how these sources hide small counts. */
const fewerThanEleven: SecretBounds = { low: 0, high: 10 };

type Options = Partial<Pick<Measure, 'area' | 'min' | 'max' | 'oneOf' | 'secretBounds' | 'absentMeansNone'>>;

const defaults = { area: 'commune', secretBounds: unbounded, absentMeansNone: false } as const;
const count = (id: string, options: Options = {}): Measure => ({ ...defaults, id, kind: 'count', additive: true, min: 0, max: 3_000_000, ...options });
const amount = (id: string, min: number, max: number): Measure => ({ ...defaults, id, kind: 'number', additive: false, min, max });
const fraction = (id: string, max = 1): Measure => ({ ...defaults, id, kind: 'fraction', additive: false, min: 0, max });
const category = (id: string, options: Options = {}): Measure =>
  ({ ...defaults, id, kind: 'category', additive: false, min: 0, max: 0, ...options });

export const measures: readonly Measure[] = [
  count('population.municipal'),
  count('population.households'),
  count('income.fiscalHouseholds'),
  count('income.fiscalPersons'),
  amount('income.median', 1_000, 200_000),
  amount('income.d1', 100, 200_000),
  amount('income.d9', 1_000, 1_000_000),
  amount('income.interdecileRatio', 1, 100),
  fraction('income.povertyRate'),
  fraction('income.povertyUnder30'),
  fraction('income.povertyTenants'),
  fraction('income.povertyOwners'),
  // A share of the disposable income, that is of what is left after taxes: it may pass 100 %.
  fraction('income.wageShare', 2),
  category('zoning.abc', { oneOf: ['Abis', 'A', 'B1', 'B2', 'C'] }),
  category('zoning.employmentZone'),
  category('zoning.qpvList', { absentMeansNone: true }),
  count('social.dwellings', { absentMeansNone: true, secretBounds: fewerThanEleven }),
  count('social.rented', { absentMeansNone: true, secretBounds: fewerThanEleven }),
  count('social.vacantDwellings', { absentMeansNone: true, secretBounds: fewerThanEleven }),
  // Communes of several hundred dwellings show "s" here: the rule that hides them is not "fewer than 11".
  count('private.dwellings'),
  count('private.vacant', { secretBounds: fewerThanEleven }),
  count('private.structuralVacancy', { secretBounds: fewerThanEleven }),
  amount('rents.flat', 1, 100),
  amount('rents.flat12', 1, 100),
  amount('rents.flat3', 1, 100),
  amount('rents.house', 1, 100),
  category('rents.flatLevel', { oneOf: ['commune', 'maille', 'epci'] }),
  count('construction.authorised', { area: 'intercommunality' }),
  count('construction.started', { area: 'intercommunality' }),
];

const byId = new Map(measures.map((measure) => [measure.id, measure]));

/** A territory's own measure: any amount; it adds up where its indicator counts things. */
const ownMeasure = (id: string): Measure => ({ ...defaults, id, kind: 'number', additive: true, min: -1e12, max: 1e12 });

export const isOwnMeasure = (id: string): boolean => /^local\.[A-Za-z][A-Za-z0-9.]{0,60}$/.test(id);

export const findMeasure = (id: string): Measure | undefined => byId.get(id) ?? (isOwnMeasure(id) ? ownMeasure(id) : undefined);
