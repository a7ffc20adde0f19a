/** What the housing-employment link supposes, because no loaded file says it. Each is shown beside the figures that rest on it. */
export const assumptions = {
  /** A road is longer than the straight line between two centres. */
  detour: 1.3,
  /** Door to door, by car, in and around a town. */
  kilometresPerHour: 35,
  /** Below it a rent is said to be within reach (the thresholds in use are 30, 33 and 35 %; Otelo's default is 30 %). */
  effort: 0.3,
  /**
   * A household's reference income against its net wages of a year: less, by what the tax deducts; more, by what is withheld from net pay
   * and taxed. Wide on purpose: only the tax notice says it.
   */
  referenceIncome: { low: 0.88, high: 1.05 },
} as const;

export type Product = 'flat' | 'flat12' | 'flat3' | 'house';

/** The dwellings that the rents map describes: its rents per m² hold for a dwelling of that surface (carte des loyers, notice 2022). */
export const referenceDwellings: Readonly<Record<Product, { measure: string; source: string; surfaceM2: number }>> = {
  flat: { measure: 'rents.flat', source: 'rents-flat', surfaceM2: 52 },
  flat12: { measure: 'rents.flat12', source: 'rents-flat-1-2', surfaceM2: 37 },
  flat3: { measure: 'rents.flat3', source: 'rents-flat-3', surfaceM2: 72 },
  house: { measure: 'rents.house', source: 'rents-house', surfaceM2: 92 },
};

/** The dwelling that is looked at for a household, and its surface. Where its own map is not loaded, flats of all sizes are read for that surface. */
export const dwellingFor = (persons: number): Product => (persons <= 1 ? 'flat12' : persons === 2 ? 'flat' : persons <= 4 ? 'flat3' : 'house');

/** Up to how many persons a household is looked at with each surface. */
export const dwellings: readonly { persons: number; surfaceM2: number }[] = [1, 2, 4, Infinity].map((persons) => ({ persons, surfaceM2: referenceDwellings[dwellingFor(persons)].surfaceM2 }));
