import { socialCeilings, type SocialCeilings } from '../../aids/index.ts';
import { latest, missing, referenceTo, type Cell, type DatasetReference, type Reading } from '../../indicators/index.ts';
import { centroidsOf, listDatasets, observationsOf, observatoryIndicatorsOf, type Dataset, type Observation } from '../../observatory/index.ts';
import type { Clock } from '../../platform/clock.ts';
import type { Db } from '../../platform/database/database.ts';
import type { Territory } from '../../territory/index.ts';
import { dwellingFor, referenceDwellings, type Product } from './assumptions.ts';
import { estimatedMinutes, greatCircleKm, type Place } from './distance.rules.ts';
import { effortOf, openStock, ranked, reachOf, standingOf, wageFor, type Effort, type Reach, type Standing } from './link.rules.ts';
import type { LinkRequest } from './link.schema.ts';
import { expectedRents, rentObservations, rentRange, type ExpectedRent } from './rents.ts';

interface House { db: Db; territory: Territory; clock: Clock }

export interface Price { eurosPerM2: number; euros: number; period: string; datasetId: number }

/** One commune for one household: what it would cost, what may be open, how far the job is. */
export interface LinkCommune {
  code: string;
  name: string;
  reach: Reach;
  rent: ExpectedRent | null;
  effort: Effort | null;
  /** The social stock, and the part of it that the household's income opens. */
  social: { dwellings: Cell; vacancy: Cell; period: string; open: ReturnType<typeof openStock> };
  price: Price | null;
  straightKm: number | null;
  /** By car, estimated from the straight line. */
  minutes: number | null;
}

export interface LinkAnswer {
  request: LinkRequest;
  workName: string;
  incomeEuros: number;
  dwelling: { product: Product; surfaceM2: number };
  newestMap: string;
  ceilings: SocialCeilings;
  standings: Readonly<Record<keyof SocialCeilings, Standing>>;
  /** Every commune of the territory, the best first. */
  communes: readonly LinkCommune[];
  datasets: readonly DatasetReference[];
  /** Ids of the sources that would complete the answer. */
  wanted: readonly string[];
}

/** Where a household that works in a commune could live in the territory, as today's data says it. */
export async function linkHousing({ db, territory, clock }: House, request: LinkRequest): Promise<LinkAnswer> {
  const asOf = clock.now();
  const [rentsSaid, prices, places, social, datasets] = await Promise.all([
    rentObservations(db, territory, asOf),
    observationsOf(db, territory, ['sales.flatPrice', 'sales.housePrice'], asOf),
    centroidsOf(db, territory, asOf),
    observatoryIndicatorsOf([]).read(db, { territory, asOf, indicators: ['social.dwellings', 'social.vacancyRate'] }),
    listDatasets(db, asOf),
  ]);
  const rents = expectedRents(rentsSaid, territory.currentCommunes, request.persons);
  const incomeEuros = request.wageEuros + request.secondIncomeEuros;
  const ceilings = socialCeilings(request, request.work, clock.today(), territory.zones);
  const standings = { PLAI: standingOf(12 * incomeEuros, ceilings.PLAI), PLUS: standingOf(12 * incomeEuros, ceilings.PLUS), PLS: standingOf(12 * incomeEuros, ceilings.PLS) };
  const placeOf = new Map<string, Place>(places.map((one) => [one.commune, one]));
  const communes = territory.currentCommunes.map((code): LinkCommune => {
    const rent = rents.byCommune.get(code) ?? null;
    const straightKm = straightBetween(placeOf.get(request.work), placeOf.get(code));
    return {
      code, name: territory.communes.get(code)?.name ?? code, rent, straightKm,
      reach: reachOf(rent, incomeEuros, rents.newest),
      effort: rent && effortOf(rent, incomeEuros),
      social: { ...socialOf(code, social), open: openStock(standings) },
      price: priceOf(code, prices, rents.dwelling),
      minutes: straightKm === null ? null : estimatedMinutes(straightKm),
    };
  });
  const used = new Set(communes.flatMap(({ rent, price }) => [rent?.datasetId, price?.datasetId]).concat(places.map(({ datasetId }) => datasetId)).concat(social.flatMap((reading) => (reading.cell.kind === 'missing' && reading.cell.reason !== 'noneListed' ? [] : reading.datasets.map(({ id }) => id)))));
  return {
    request, workName: territory.communes.get(request.work)?.name ?? request.work, incomeEuros, dwelling: rents.dwelling, newestMap: rents.newest, ceilings, standings,
    communes: ranked(communes), datasets: referencesOf(used, datasets), wanted: wantedSources(communes, request.persons),
  };
}

const straightBetween = (from: Place | undefined, to: Place | undefined): number | null => (from && to ? greatCircleKm(from, to) : null);

function socialOf(code: string, readings: readonly Reading[]): { dwellings: Cell; vacancy: Cell; period: string } {
  const [dwellings, vacancy] = ['social.dwellings', 'social.vacancyRate'].map((id) => latest(readings.filter(({ indicator }) => indicator === id), code));
  return { dwellings: dwellings?.cell ?? missing('notLoaded'), vacancy: vacancy?.cell ?? missing('notLoaded'), period: dwellings?.period ?? '' };
}

function priceOf(area: string, prices: readonly Observation[], { product, surfaceM2 }: LinkAnswer['dwelling']): Price | null {
  const measure = product === 'house' ? 'sales.housePrice' : 'sales.flatPrice';
  const said = prices.filter((one) => one.area === area && one.measure === measure && one.value !== null).toSorted((a, b) => a.period.localeCompare(b.period)).at(-1);
  return said?.value == null ? null : { eurosPerM2: said.value, euros: said.value * surfaceM2, period: said.period, datasetId: said.datasetId };
}

const referencesOf = (ids: ReadonlySet<number | undefined>, datasets: readonly Dataset[]): DatasetReference[] => datasets.filter(({ id }) => ids.has(id)).map(referenceTo);

/** What is not loaded: a whole column is empty, or the dwelling's own map is. */
function wantedSources(communes: readonly LinkCommune[], persons: number): string[] {
  const none = (of: (commune: LinkCommune) => boolean): boolean => !communes.some(of);
  const own = dwellingFor(persons);
  const ownMap = communes.every(({ rent }) => rent?.product === own);
  return [
    ...(ownMap ? [] : [referenceDwellings[own].source]),
    ...(none(({ straightKm }) => straightKm !== null) ? ['centroids'] : []),
    ...(none(({ social }) => social.dwellings.kind === 'number') ? ['rpls'] : []),
    ...(none(({ price }) => price !== null) ? ['dvf'] : []),
  ];
}

/** What a home costs here for a household, and the wages that leave the rent within the effort. */
export interface HomeCost {
  persons: number;
  dwelling: { product: Product; surfaceM2: number };
  /** Expected rents from the cheapest commune to the dearest on the newest map; null where none is known. */
  rent: { low: number; high: number; communes: number; period: string; wageLow: number; wageHigh: number; own: boolean } | null;
}

/** Costs by size of household, with what they come from. */
export async function homeCosts({ db, territory, clock }: House, sizes: readonly number[]): Promise<{ costs: HomeCost[]; datasets: DatasetReference[] }> {
  const [said, datasets] = await Promise.all([rentObservations(db, territory, clock.now()), listDatasets(db, clock.now())]);
  const used = new Set<number>();
  const costs = sizes.map((persons): HomeCost => {
    const rents = expectedRents(said, territory.currentCommunes, persons);
    const range = rentRange(rents);
    for (const id of range?.datasetIds ?? []) used.add(id);
    return {
      persons, dwelling: rents.dwelling,
      rent: range ? { low: range.low, high: range.high, communes: range.communes, period: rents.newest, wageLow: wageFor(range.low), wageHigh: wageFor(range.high), own: range.own } : null,
    };
  });
  return { costs, datasets: referencesOf(used, datasets) };
}
