import { boundsOfRent, observationsOf, type Observation } from '../../observatory/index.ts';
import type { Db } from '../../platform/database/database.ts';
import type { Territory } from '../../territory/index.ts';
import { dwellingFor, referenceDwellings, type Product } from './assumptions.ts';
import type { Rent } from './link.rules.ts';

export interface ExpectedRent extends Rent {
  /** The map that was read: the dwelling's own, or that of all flats where it is not loaded. */
  product: Product;
  eurosPerM2: number;
  datasetId: number;
}

export interface Rents {
  dwelling: { product: Product; surfaceM2: number };
  byCommune: ReadonlyMap<string, ExpectedRent>;
  /** The latest map that a commune has; empty where none has any. */
  newest: string;
}

const measures = Object.values(referenceDwellings).flatMap(({ measure }) => [measure, ...boundsOfRent(measure)]);

/** What the rents maps say of the territory's communes: read once, for any household. */
export const rentObservations = (db: Db, territory: Territory, asOf: Date): Promise<Observation[]> => observationsOf(db, territory, measures, asOf);

/** The advertised rent to be expected in each commune for a dwelling that a household of this size needs: the newest map, the dwelling's own first. */
export function expectedRents(observations: readonly Observation[], communes: readonly string[], persons: number): Rents {
  const product = dwellingFor(persons);
  const { surfaceM2 } = referenceDwellings[product];
  const candidates = [...new Set<Product>([product, ...(product === 'house' ? ['flat3' as const] : []), 'flat'])];
  const values = new Map(observations.flatMap(({ measure, area, period, value }) => (value === null ? [] : [[`${measure} ${area} ${period}`, value] as const])));
  const central = Map.groupBy(observations.filter(({ value }) => value !== null), ({ measure, area }) => `${measure} ${area}`);
  const rentIn = (area: string): ExpectedRent | undefined => {
    const known = candidates.flatMap((one) => (central.get(`${referenceDwellings[one].measure} ${area}`) ?? []).map((said) => ({ one, said })));
    const best = known.toSorted((a, b) => b.said.period.localeCompare(a.said.period) || candidates.indexOf(a.one) - candidates.indexOf(b.one))[0];
    if (!best) return undefined;
    const { measure, period, value, datasetId } = best.said;
    const [low, high] = boundsOfRent(measure).map((bound) => values.get(`${bound} ${area} ${period}`));
    const euros = (perM2: number | undefined): number | null => (perM2 === undefined ? null : perM2 * surfaceM2);
    return { product: best.one, eurosPerM2: value ?? 0, central: (value ?? 0) * surfaceM2, low: euros(low), high: euros(high), period, datasetId };
  };
  const byCommune = new Map(communes.flatMap((area) => { const rent = rentIn(area); return rent ? [[area, rent] as const] : []; }));
  const newest = [...byCommune.values()].map(({ period }) => period).toSorted().at(-1) ?? '';
  return { dwelling: { product, surfaceM2 }, byCommune, newest };
}

/** Between which communes' expected rents a dwelling stands, on the newest map; nothing where no rent is known. */
export function rentRange({ dwelling, byCommune, newest }: Rents): { low: number; high: number; communes: number; datasetIds: number[]; own: boolean } | undefined {
  const said = [...byCommune.values()].filter(({ period }) => period === newest);
  if (said.length === 0) return undefined;
  const rents = said.map(({ central }) => central);
  return { low: Math.min(...rents), high: Math.max(...rents), communes: said.length, datasetIds: [...new Set(said.map(({ datasetId }) => datasetId))], own: said.every(({ product }) => product === dwelling.product) };
}
