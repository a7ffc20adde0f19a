import type { SecretBounds } from '../indicators/index.ts';
import { findIrisIndicator, irisMeasures } from './measures.iris.ts';

/** What a source's column gives for one area and period, before any computation. */
export interface Measure {
  id: string;
  kind: 'count' | 'number' | 'fraction' | 'category';
  /** Counts add up over areas; nothing else does. */
  additive: boolean;
  area: 'commune' | 'intercommunality' | 'iris';
  /** Values outside are mistakes of the file. */
  min: number;
  max: number;
  /** For categories that come from a closed list. */
  oneOf?: readonly string[];
  secretBounds: SecretBounds;
  /** The source lists only communes that have some: where its list is complete, the others have none. */
  absentMeansNone: boolean;
  /** How its periods are written: the year, or the day of a state. Null for a territory's own measures: either. */
  period: 'year' | 'day' | null;
  /** Sources that may give it. Null for a territory's own: any. */
  sources: readonly string[] | null;
}

const unbounded: SecretBounds = { low: 0, high: null };
/** "Fewer than 11" is how these sources hide small counts. */
const fewerThanEleven: SecretBounds = { low: 0, high: 10 };

type Options = Partial<Omit<Measure, 'id' | 'kind' | 'additive' | 'sources'>>;

const defaults = { area: 'commune', secretBounds: unbounded, absentMeansNone: false, period: 'year' } as const;

/** Measures of one source: what it counts, amounts and fractions that never add up, and categories. */
const from = (source: string) => ({
  count: (id: string, options: Options = {}): Measure => ({ ...defaults, id, kind: 'count', additive: true, min: 0, max: 3_000_000, sources: [source], ...options }),
  /** A sum of the census's weights, which have decimals. */
  weighted: (id: string): Measure => ({ ...defaults, id, kind: 'number', additive: true, min: 0, max: 3_000_000, sources: [source] }),
  amount: (id: string, min: number, max: number, area: Measure['area'] = 'commune'): Measure => ({ ...defaults, area, id, kind: 'number', additive: false, min, max, sources: [source] }),
  fraction: (id: string, max = 1): Measure => ({ ...defaults, id, kind: 'fraction', additive: false, min: 0, max, sources: [source] }),
  category: (id: string, options: Options = {}): Measure => ({ ...defaults, id, kind: 'category', additive: false, min: 0, max: 0, sources: [source], ...options }),
});

const filosofi = from('filosofi');
const census = from('census');
/** The housing base's columns, without their prefix and year, that are kept. */
export const housingColumns: Readonly<Record<string, string>> = {
  MEN: 'population.households', PMEN: 'population.inHouseholds', LOG: 'housing.dwellings', RP: 'housing.main', RSECOCC: 'housing.secondary', LOGVAC: 'housing.vacant',
  MAISON: 'housing.houses', APPART: 'housing.flats', RP_1P: 'housing.main1Room', RP_2P: 'housing.main2Rooms', RP_3P: 'housing.main3Rooms', RP_4P: 'housing.main4Rooms',
  RP_5PP: 'housing.main5RoomsOrMore', RP_PROP: 'housing.owners', RP_LOC: 'housing.tenants', RP_LOCHLMV: 'housing.socialTenants', RP_GRAT: 'housing.free', NBPI_RP: 'housing.roomsOfMain',
};
/** A rent's estimate comes with the bounds of its interval of prediction: the lower one, then the higher. */
export const boundsOfRent = (measure: string): readonly [low: string, high: string] => [`${measure}Low`, `${measure}High`];
const sru = from('sru');
const dvf = from('dvf');
const qpv = from('qpv');
const rpls = from('rpls');
const lovac = from('lovac');
const sitadel = from('sitadel');
/** States on 1 January. */
const stock = { period: 'day' } as const;
const listed = { absentMeansNone: true, secretBounds: fewerThanEleven, period: 'day' } as const;

export const measures: readonly Measure[] = [
  from('population').count('population.municipal'),
  ...Object.values(housingColumns).map((id) => census.weighted(id)),
  filosofi.count('income.fiscalHouseholds'),
  filosofi.count('income.fiscalPersons'),
  filosofi.amount('income.median', 1_000, 200_000),
  filosofi.amount('income.d1', 100, 200_000),
  filosofi.amount('income.d9', 1_000, 1_000_000),
  filosofi.amount('income.interdecileRatio', 1, 100),
  filosofi.fraction('income.povertyRate'),
  filosofi.fraction('income.povertyUnder30'),
  filosofi.fraction('income.povertyTenants'),
  filosofi.fraction('income.povertyOwners'),
  // A share of the disposable income, that is of what is left after taxes: it may pass 100 %.
  filosofi.fraction('income.wageShare', 2),
  from('abc').category('zoning.abc', { oneOf: ['Abis', 'A', 'B1', 'B2', 'C'], period: 'day' }),
  from('employment-zones').category('zoning.employmentZone'),
  qpv.category('zoning.qpvList', { absentMeansNone: true }),
  qpv.category('zoning.qpvNames', { absentMeansNone: true }),
  rpls.count('social.dwellings', listed),
  rpls.count('social.rented', listed),
  rpls.count('social.vacantDwellings', listed),
  // Communes of several hundred dwellings show "s" here: the rule that hides them is not "fewer than 11".
  lovac.count('private.dwellings', stock),
  lovac.count('private.vacant', { ...stock, secretBounds: fewerThanEleven }),
  lovac.count('private.structuralVacancy', { ...stock, secretBounds: fewerThanEleven }),
  ...([['rents-flat', 'rents.flat'], ['rents-flat-1-2', 'rents.flat12'], ['rents-flat-3', 'rents.flat3'], ['rents-house', 'rents.house']] as const)
    .flatMap(([source, id]) => [from(source).amount(id, 1, 100), ...boundsOfRent(id).map((bound) => from(source).amount(bound, 0.1, 300))]),
  from('rents-flat').category('rents.flatLevel', { oneOf: ['commune', 'maille', 'epci'] }),
  sitadel.count('construction.authorised', { area: 'intercommunality' }),
  sitadel.count('construction.started', { area: 'intercommunality' }),
  from('sne-delay').amount('social.allocationDelay', 0, 600, 'intercommunality'),
  from('lu-commuters').count('commuting.luxembourg', { area: 'intercommunality' }),
  sru.count('sru.dwellings', stock),
  { ...sru.fraction('sru.rate'), ...stock },
  { ...sru.fraction('sru.target'), ...stock },
  dvf.count('sales.houses'),
  dvf.count('sales.flats'),
  dvf.amount('sales.housePrice', 1, 100_000),
  dvf.amount('sales.flatPrice', 1, 100_000),
  ...irisMeasures,
];

const byId = new Map(measures.map((measure) => [measure.id, measure]));

/** A territory's own measure: any amount; it adds up where its indicator counts things. */
const ownMeasure = (id: string): Measure => ({ ...defaults, id, kind: 'number', additive: true, min: -1e12, max: 1e12, period: null, sources: null });

export const isOwnMeasure = (id: string): boolean => /^local\.[A-Za-z][A-Za-z0-9.]{0,60}$/.test(id);

export const findMeasure = (id: string): Measure | undefined => byId.get(id) ?? findIrisIndicator(id) ?? (isOwnMeasure(id) ? ownMeasure(id) : undefined);
