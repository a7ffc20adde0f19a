import type { Flow } from '../../observatory/index.ts';
import type { PoolRow } from './pool.rules.ts';
import { sizes, stocd } from './margins.ts';

/** How much likelier each tenure is for a household of this size whose adult has this age than for any: 1 where nothing is known. */
export interface TenureAssociation {
  /** Persons asked, behind it. */
  respondents: number;
  ratio(row: PoolRow): number;
}

/** Below, a handful of answers would be taken for a rule. */
const enough = 150;
/** So many answers' worth of the coarser table stand in each finer one. */
const shrinkage = 10;
const workingAges = 3;

/**
 * Tenure by size of household and age, from commuters who are alone in their pair of communes: margins of one answer are that answer, so that
 * they hold the joint table which the pairs' sums have lost. The ratios go into the prior; every margin is then reached all the same. Undefined
 * where too few are alone.
 */
export function tenureAssociation(flows: readonly Flow[], communes: ReadonlySet<string>): TenureAssociation | undefined {
  const counts = stocd.map(() => sizes.map(() => new Float64Array(workingAges)));
  let respondents = 0;
  for (const { residence, respondents: asked, margins } of flows) {
    if (asked !== 1 || !communes.has(residence)) continue;
    const [code = '', number = '', years = ''] = ['STOCD', 'NPERR', 'AGEREVQ'].map((name) => Object.keys(margins[name] ?? {})[0]);
    const [tenure, size, age] = [stocd.findIndex((codes) => codes.some((one) => one === code)), Number(number) - 1, ageOf(Number(years))];
    const cell = counts[tenure]?.[size];
    if (!cell || age === undefined) continue;
    cell[age] = cell[age]! + 1;
    respondents += 1;
  }
  if (respondents < enough) return undefined;
  const sum = (of: (tenure: number, size: number, age: number) => boolean): number =>
    counts.reduce((so, bySize, t) => bySize.reduce((all, byAge, s) => byAge.reduce((total, one, a) => total + (of(t, s, a) ? one : 0), all), so), 0);
  const ratios = counts.map((bySize, tenure) => {
    const share = sum((t) => t === tenure) / respondents;
    if (share === 0) return bySize.map((byAge) => byAge.map(() => 1));
    return bySize.map((byAge, size) => {
      const ofSize = (sum((t, s) => t === tenure && s === size) + shrinkage * share) / (sum((_, s) => s === size) + shrinkage);
      return byAge.map((one, age) => (one + shrinkage * ofSize) / (sum((_, s, a) => s === size && a === age) + shrinkage) / share);
    });
  });
  // Nobody over 65 is among them: there, tenures stay as the margins leave them.
  return { respondents, ratio: ({ household, tenure, persons, age }) => (household === 0 || persons === 0 ? 1 : (ratios[tenure]?.[Math.min(persons, 6) - 1]?.[age] ?? 1)) };
}

const ageOf = (years: number): number | undefined => (years < 15 || years >= 65 ? undefined : years < 25 ? 0 : years < 55 ? 1 : 2);
