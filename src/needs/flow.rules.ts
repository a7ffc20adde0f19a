import type { CorrectionId } from './corrections.ts';
import type { Territory } from './otelo.schema.ts';

/** One year's need and what it is made of, in dwellings. `demographic` to `renewal` add up to `need` − `surplus`. */
export interface FlowYear {
  year: number;
  demographic: number;
  /** Deficit of the base year absorbed in this one. */
  deficit: number;
  longVacancy: number;
  shortVacancy: number;
  secondary: number;
  renewal: number;
  need: number;
  surplus: number;
  /** All dwellings at the end of the year. */
  parc: number;
}

/** Sums to the peak year; `surplusHousing` over the whole projection. In dwellings, under the names of Otelo. */
export interface FlowTotals {
  demographicEvolution: number;
  renewalNeeds: number;
  secondaryResidence: number;
  longTermVacant: number;
  shortTermVacant: number;
  housingNeeds: number;
  surplusHousing: number;
}

export interface Flow {
  /** The year in which households, with the deficit absorbed so far, are most numerous. */
  peakYear: number;
  totals: FlowTotals;
  /** The five parts of the flow, without the deficit. */
  flux: number;
  /** The part of the deficit absorbed by the peak. */
  stockBeforePeak: number;
  years: FlowYear[];
}

interface FlowGiven {
  /** Dwellings lacking in the base year. */
  stockDeficit: number;
  /** Of which people without a dwelling of their own (B11 and B12), where the blocks are known. */
  outOfHousing?: number | undefined;
  applied: ReadonlySet<CorrectionId>;
}

/**
 * The need year by year: Otelo's flow (rows 54 to 75 of its spreadsheet). Homogeneous: households, dwellings and deficit
 * multiplied by k multiply every figure by k.
 */
export function flowOf(territory: Territory, { stockDeficit, outOfHousing = 0, applied }: FlowGiven): Flow {
  const { baseYear, projection, horizonResorption: horizon, householdsByYear: households } = territory;
  const years = Array.from({ length: projection - baseYear }, (_, at) => baseYear + 1 + at);
  const householdsIn = (year: number): number => households[year] ?? Number.NaN;
  const demographic = (year: number): number => householdsIn(year) - householdsIn(year - 1);
  const absorbed = (amount: number, year: number): number => (amount * (Math.min(year, horizon) - baseYear)) / (horizon - baseYear);
  const deficit = (year: number): number => (year <= horizon ? stockDeficit / (horizon - baseYear) : 0);
  const peakYear = peakOf(baseYear, householdsIn(baseYear), years, (year) => demographic(year) + deficit(year));

  const aim = Math.min(peakYear, projection);
  const long = straightLine(territory.longVacancyRateStart, territory.longVacancyRateTarget, baseYear, territory.longVacancyTargetYear ?? aim);
  const second = straightLine(territory.secondaryRate, territory.secondaryRateTarget, baseYear, aim);
  const short = territory.shortVacancyRate;
  const dwellings = (year: number): number => {
    const housed = applied.has('homesOfTheHoused') ? absorbed(outOfHousing, year) : 0;
    return (householdsIn(year) + housed) / (1 - long(year) - short - second(year));
  };
  const change = (year: number, rate: (year: number) => number): number => dwellings(year) * rate(year) - dwellings(year - 1) * rate(year - 1);

  let parc = territory.initialParc;
  const rows = years.map((year): FlowYear => {
    const households = { demographic: demographic(year), deficit: deficit(year) };
    const wanted = households.demographic + households.deficit;
    const beforePeak = year <= peakYear;
    const shortChange = short * (dwellings(year) - dwellings(year - 1));
    const empty = {
      longVacancy: beforePeak ? limitedLongVacancy(change(year, long), wanted) : 0,
      shortVacancy: beforePeak ? (applied.has('shortVacancyFloor') ? shortChange : Math.max(0, shortChange)) : 0,
      secondary: beforePeak ? change(year, second) : 0,
    };
    const wantedInAll = wanted + empty.longVacancy + empty.shortVacancy + empty.secondary;
    const renewal = renewalOf(parc * (territory.rateDisappearance - territory.rateRestructuring), wantedInAll);
    const net = renewal + wantedInAll;
    if (beforePeak || applied.has('flatStock')) parc = Math.max(0, parc + net);
    return { year, ...households, ...empty, renewal, need: Math.max(0, net), surplus: Math.max(0, -net), parc };
  });

  const toPeak = rows.filter(({ year }) => year <= peakYear);
  const totals: FlowTotals = {
    demographicEvolution: sum(toPeak, 'demographic'),
    renewalNeeds: sum(toPeak, 'renewal'),
    secondaryResidence: sum(toPeak, 'secondary'),
    longTermVacant: sum(toPeak, 'longVacancy'),
    shortTermVacant: sum(toPeak, 'shortVacancy'),
    housingNeeds: sum(toPeak, 'need'),
    surplusHousing: sum(rows, 'surplus'),
  };
  const flux = totals.demographicEvolution + totals.renewalNeeds + totals.secondaryResidence + totals.longTermVacant + totals.shortTermVacant;
  return { peakYear, totals, flux, stockBeforePeak: sum(toPeak, 'deficit'), years: rows };
}

const sum = (rows: readonly FlowYear[], part: keyof FlowYear): number => rows.reduce((so, row) => so + row[part], 0);

/** The first year of the highest level; the base year where it only goes down. */
function peakOf(baseYear: number, start: number, years: readonly number[], wanted: (year: number) => number): number {
  let level = start;
  let highest = { year: baseYear, level };
  for (const year of years) {
    level += wanted(year);
    if (level > highest.level) highest = { year, level };
  }
  return highest.year;
}

/** From what is observed to what is aimed at in `aimYear`, then constant; an aim for the base year has no time to come about. */
function straightLine(observed: number, aim: number | undefined, baseYear: number, aimYear: number): (year: number) => number {
  if (aim === undefined || aimYear <= baseYear) return () => observed;
  return (year) => observed + (aim - observed) * Math.min(1, (year - baseYear) / (aimYear - baseYear));
}

/** Long-vacant dwellings come back into use as far as there is a demand for them, and are not added to where there is none. */
function limitedLongVacancy(change: number, wanted: number): number {
  if (wanted < 0) return 0;
  return change < 0 ? Math.max(change, -wanted) : change;
}

/** Dwellings to replace; where more come by restructuring than go, they meet the year's demand and no more. */
function renewalOf(raw: number, wanted: number): number {
  if (raw >= 0) return raw;
  return wanted > 0 ? Math.max(raw, -wanted) : 0;
}
