import type { PlaceMargins } from '../../../observatory/index.ts';
import type { PoolRow } from './pool.rules.ts';
import { sizes, stocd } from './cells.ts';

/** How much likelier each tenure is for a household of one size whose adult has one age than for any. */
export interface TenureAssociation {
  /** Residents at work behind it. */
  people: number;
  /** By tenure, size and working age. */
  ratios: readonly (readonly ArrayLike<number>[])[];
}

/** Below, a handful of answers (each stands for some three to ten people) would be taken for a rule. */
const enough = 1_000;
/** So many people's worth of the coarser table stand in each finer one. */
const shrinkage = 50;
/** First years of the age classes of people at work that households have. */
const workingAges = ['15', '25', '55'];

/**
 * Tenure by size of household and age of residents at work, as the census's detailed file of commuting crosses them (`STOCD-NPERR-AGE`). The
 * ratios go into the prior; every margin is then reached all the same. Undefined where too few people stand behind it.
 */
export function tenureAssociation(places: readonly PlaceMargins[]): TenureAssociation | undefined {
  const counts = stocd.map(() => sizes.map(() => new Float64Array(workingAges.length)));
  let people = 0;
  for (const { margins } of places) {
    for (const [codes, weight] of Object.entries(margins['STOCD-NPERR-AGE'] ?? {})) {
      const [code = '', number = '', years = ''] = codes.split('-');
      const age = workingAges.indexOf(years);
      const cell = counts[stocd.findIndex((list) => list.some((one) => one === code))]?.[Number(number) - 1];
      if (!cell || age < 0) continue;
      cell[age] = cell[age]! + weight;
      people += weight;
    }
  }
  if (people < enough) return undefined;
  const sum = (of: (tenure: number, size: number, age: number) => boolean): number =>
    counts.reduce((so, bySize, t) => bySize.reduce((all, byAge, s) => byAge.reduce((total, one, a) => total + (of(t, s, a) ? one : 0), all), so), 0);
  const ratios = counts.map((bySize, tenure) => {
    const share = sum((t) => t === tenure) / people;
    if (share === 0) return bySize.map((byAge) => byAge.map(() => 1));
    return bySize.map((byAge, size) => {
      const ofSize = (sum((t, s) => t === tenure && s === size) + shrinkage * share) / (sum((_, s) => s === size) + shrinkage);
      return byAge.map((one, age) => (one + shrinkage * ofSize) / (sum((_, s, a) => s === size && a === age) + shrinkage) / share);
    });
  });
  return { people, ratios };
}

/** The ratio of a row's household; 1 where nothing is known: nobody over 65 is among them, there tenures stay as the margins leave them. */
export const ratioOf = (association: TenureAssociation | undefined, { household, tenure, persons, age }: PoolRow): number =>
  household === 0 || persons === 0 ? 1 : (association?.ratios[tenure]?.[Math.min(persons, 6) - 1]?.[age] ?? 1);
