/** An advertised rent by m² and month, charges included, with its interval where the source's bounds are loaded. */
export interface Rent {
  low?: number;
  central: number;
  high?: number;
}

/** Of a commune, by the observatory's measure of the rent. */
export type Rents = Partial<Record<RentId, Rent>>;
export type RentId = 'rents.flat' | 'rents.flat12' | 'rents.flat3' | 'rents.house';

/**
 * The dwelling that a household is supposed to rent, by its number of persons: the map's reference dwellings, whose surfaces are quoted from
 * memory in no text that was read ("à vérifier"): changing them here changes every effort rate.
 */
export const dwellings: readonly { persons: number; rent: RentId; surfaceM2: number }[] = [
  { persons: 1, rent: 'rents.flat12', surfaceM2: 37 },
  { persons: 2, rent: 'rents.flat', surfaceM2: 52 },
  { persons: 4, rent: 'rents.flat3', surfaceM2: 72 },
  { persons: Infinity, rent: 'rents.house', surfaceM2: 92 },
];

/** Euros a year for a household's dwelling in a commune; undefined where no rent is loaded. Without its own map, a dwelling takes the rent of all flats. */
export function yearlyRent(rents: Rents | undefined, persons: number): Rent | undefined {
  const dwelling = dwellings.find((one) => persons <= one.persons);
  const rent = dwelling && (rents?.[dwelling.rent] ?? rents?.['rents.flat']);
  if (!dwelling || !rent) return undefined;
  const yearly = (byM2: number): number => byM2 * dwelling.surfaceM2 * 12;
  return { central: yearly(rent.central), ...(rent.low === undefined || rent.high === undefined ? {} : { low: yearly(rent.low), high: yearly(rent.high) }) };
}
