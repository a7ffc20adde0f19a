/** Who lives together. `other` is several adults without a couple, or what the margins do not tell. */
export const householdKinds = ['alone', 'singleParent', 'couple', 'coupleWithChildren', 'other'] as const;
/** How the household holds its main home: the census's `log_prop`, `log_loc` less `log_lochlm`, `log_lochlm`, and what is left (lodged free). */
export const tenures = ['owner', 'privateTenant', 'socialTenant', 'free'] as const;
/** Age classes of the adult whose age stands for the household's. */
export const ageClasses = ['15-24', '25-54', '55-64', '65+'] as const;

/** None; the zone's deciles of declared income; the commune's disposable income (first decile, median, ninth), for want of the former. */
export const incomeBases = ['none', 'declaredOfZone', 'disposableOfCommune'] as const;

/** Where a household lives: an IRIS where margins by IRIS are loaded, else a commune. */
export interface Zone {
  code: string;
  commune: string;
}

/**
 * A synthetic population: one row for each household of a territory, as columns. No row is a real household. A column is absent where no
 * loaded source gives it: it is then "non calculable", never guessed.
 */
export interface Population {
  households: number;
  zones: readonly Zone[];
  /** Index in `zones`. */
  zone: Uint16Array;
  /** Index in `householdKinds`. */
  kind: Uint8Array;
  persons: Uint8Array;
  /** Persons under 15. */
  children: Uint8Array;
  /** Index in `ageClasses`. */
  age?: Uint8Array;
  /** Index in `tenures`. */
  tenure?: Uint8Array;
  /** Persons at work, and those of them who are employees. */
  atWork?: Uint8Array;
  employees?: Uint8Array;
  /** Declared income of the household in euros a year; NaN where the zone has none. */
  income?: Float64Array;
  /** What the income was drawn from, index in `incomeBases`; stands with `income`. */
  incomeBasis?: Uint8Array;
}
