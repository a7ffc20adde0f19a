import type { CorrectionId } from './corrections.ts';
import { overlapRatios } from './overlap.ts';
import type { StockFigures } from './otelo.schema.ts';
import type { Parameters } from './parameters.ts';
import type { WantedFile } from './wanted-files.ts';

export const blockIds = ['B11', 'B12', 'B13', 'B14', 'B15'] as const;
export type BlockId = (typeof blockIds)[number];

/** Dwellings lacking for one reason; a block that lacks a figure names the files that hold it, and is never 0. */
export type Block = { kind: 'value'; value: number } | { kind: 'missing'; files: WantedFile[] };

export interface Stock {
  blocks: { [Id in BlockId]: Block };
  total: Block;
  /** People without a dwelling of their own: B11 and B12. */
  outOfHousing: Block;
}

interface StockYears {
  projection: number;
  horizonResorption: number;
}

/** The dwellings that a territory lacks in the base year, block by block (Otelo's B1). */
export function stockOf(figures: StockFigures, given: Parameters, years: StockYears, applied: ReadonlySet<CorrectionId>): Stock {
  const ratios = overlapRatios(figures.region, given.effortThreshold);
  const coefficient = applied.has('calendarYears') ? 1 : calendarCoefficient(years);
  const close = (value: number): number => {
    const scaled = value * coefficient;
    const kept = applied.has('roundedBlocks') ? scaled : Math.round(scaled);
    return applied.has('negativeBlocks') ? Math.max(0, kept) : kept;
  };
  const block = (parts: readonly Block[], of: (values: number[]) => number): Block => closed(parts, (values) => close(of(values)));

  const B11 = block(outOfHousing(figures, given), (parts) => {
    const [places = 0, ...people] = parts;
    const sheltered = places * given.placesShare;
    return add(people) + (applied.has('roundedBlocks') ? sheltered : Math.round(sheltered));
  });
  const { cohabitation, byPrivate, temporary } = figures.hosted;
  const B12 = block([
    known(cohabitation, 'fiscal', given.cohabitationShare > 0), known(byPrivate, 'requests', given.hostedByPrivate), known(temporary, 'requests', given.hostedTemporarily),
  ], ([generations = 0, ...hosted]) => generations * given.cohabitationShare + add(hosted));
  const B14 = block(quality(figures, given), (parts) => add(parts) * (1 - given.qualityReallocation));
  const threshold = String(Math.round(given.effortThreshold * 100)) as '30';
  const B13 = block([
    B14, known(figures.effort.tenants?.[threshold], 'allowances', given.effortTenants), known(figures.effort.buyers?.[threshold], 'allowances', given.effortBuyers),
  ], ([bad = 0, ...burdened]) => (1 - given.effortReallocation) * (add(burdened) - ratios.r43 * bad));
  const crowded = figures.overcrowding[given.overcrowding];
  const B15 = block([
    B12, B13, B14, known(crowded?.tenants, 'fiscal', given.overcrowdingTenants), known(crowded?.owners, 'fiscal', given.overcrowdingOwners),
  ], ([hosted = 0, burdened = 0, bad = 0, ...overcrowded]) =>
    (1 - given.overcrowdingReallocation) * (add(overcrowded) - ratios.r25 * hosted - ratios.r35 * burdened - ratios.r45 * bad));

  return { blocks: { B11, B12, B13, B14, B15 }, total: closed([B11, B12, B13, B14, B15], add), outOfHousing: closed([B11, B12], add) };
}

/** The spreadsheet's: a ratio of two calendar years, where a ratio of durations was meant. */
const calendarCoefficient = ({ projection, horizonResorption }: StockYears): number => (projection < horizonResorption ? projection / horizonResorption : 1);

const add = (values: readonly number[]): number => values.reduce((so, value) => so + value, 0);

/** A figure of a file; 0 where the parameters leave it out, missing where the file is not there. */
function known(value: number | undefined, file: WantedFile, wanted = true): Block {
  if (!wanted) return { kind: 'value', value: 0 };
  return value === undefined ? { kind: 'missing', files: [file] } : { kind: 'value', value };
}

function closed(parts: readonly Block[], of: (values: number[]) => number): Block {
  const files = parts.flatMap((part) => (part.kind === 'missing' ? part.files : []));
  if (files.length > 0) return { kind: 'missing', files: [...new Set(files)] };
  return { kind: 'value', value: of(parts.flatMap((part) => (part.kind === 'value' ? [part.value] : []))) };
}

/** Places in establishments first, then people. */
function outOfHousing({ outOfHousing: { census, requests, places } }: StockFigures, given: Parameters): Block[] {
  const kinds = given.placesShare > 0 ? given.placeKinds : [];
  const sheltered = closed(kinds.map((kind) => known(places?.[kind], 'places')), add);
  return given.outOfHousingSource === 'census'
    ? [sheltered, known(census?.homeless, 'census', given.homeless), known(census?.makeshift, 'census', given.makeshift), known(census?.hotel, 'census', given.hotel)]
    : [
      sheltered, known(requests?.homeless, 'requests', given.homeless), known(requests?.camping, 'requests', given.makeshift), known(requests?.squat, 'requests', given.makeshift),
      known(requests?.hotel, 'requests', given.hotel),
    ];
}

/** Dwellings of bad quality by tenure; the fiscal files count both. */
function quality(figures: StockFigures, given: Parameters): Block[] {
  const both = given.qualitySource === 'fiscal' || given.qualityTenures === 'both';
  const dwellings = figures.quality[given.qualitySource];
  return [
    known(dwellings?.tenants, given.qualitySource, both || given.qualityTenures === 'tenants'),
    known(dwellings?.owners, given.qualitySource, both || given.qualityTenures === 'owners'),
  ];
}
