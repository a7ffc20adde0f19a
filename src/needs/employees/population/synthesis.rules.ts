import { ratioOf, type TenureAssociation } from './association.rules.ts';
import { calibrate, featuresOf, type Block, type Features } from './calibration.rules.ts';
import { cellsOf } from './cells.ts';
import { drawIncomes, type Incomes, type ZoneLadder } from './draw-incomes.rules.ts';
import { roundedTogether, wholeHouseholds } from './integers.rules.ts';
import type { Margin, ZoneMargins } from './margins.ts';
import { poolOf, type PoolRow, type PoolShape } from './pool.rules.ts';
import type { Population } from './population.ts';
import type { Poverty } from './poverty.rules.ts';
import { randomOf, type Random } from './random.rules.ts';

/** What a population is made to reach, as plain values: a thread may have a copy. */
export interface Asked {
  plan: ZoneMargins;
  /** Margins by commune, which its zones reach together. */
  shared: readonly Margin[];
  /** What is known of tenures among households of one size and age. */
  association: TenureAssociation | undefined;
  /** By zone of the plan. */
  ladders: readonly ZoneLadder[];
  /** By commune, where it is known. */
  poverty: ReadonlyMap<string, Poverty>;
}

export interface Synthesis {
  population: Population;
  pool: readonly PoolRow[];
  /** By zone, how many households each row of the pool stands for. */
  counts: Uint32Array[];
  /** By zone, persons outside households by row of the pool, as fitted. */
  outside: Float64Array[];
  /** Undefined where no zone has a ladder. */
  incomes: Incomes | undefined;
}

/** Before any margin, persons outside households are so many for one of the population: the margins then say how many there must be. */
const priorOutside = 0.01;

/**
 * A territory's households: a pool of compositions weighted zone by zone to all margins at once, then whole households, the employees among
 * their persons at work, and their incomes. Takes seconds.
 */
export function synthesise({ plan: { zones, margins, employeeShare }, shared, association, ladders, poverty }: Asked, seed: number): Synthesis {
  const has = (id: Margin['id']): boolean => [...margins, ...shared].some((margin) => margin.id === id);
  const shape: PoolShape = { composition: has('kinds'), tenure: has('tenures'), work: has('workers') };
  const pool = poolOf(shape);
  const ofZones = featuresOf(pool, margins.flatMap(cellsOf));
  const ofCommunes = featuresOf(pool, shared.flatMap(cellsOf));
  const priors = zones.map((zone) => priorOf(pool, zone, margins, association));
  const { weights } = calibrate(priors, [
    ...(shared.length === 0 ? [] : communesOf(zones).map(([commune, members]) => blockOf(members, commune, shared, ofCommunes))),
    // Last, so that the finest margins have the last word.
    ...zones.map((zone, at) => blockOf([at], zone.code, margins, ofZones)),
  ]);
  const totals = roundedTogether(zones.map((zone) => zone.households));
  const features = shared.length === 0 ? [ofZones] : [ofZones, ofCommunes];
  const counts = zones.map((zone, at) => {
    const housed = (weights[at] ?? new Float64Array(0)).map((weight, row) => weight * (pool[row]?.household ?? 0));
    return wholeHouseholds(housed, totals[at] ?? 0, features, randomOf(seed, `households ${zone.code}`));
  });
  const outside = weights.map((weight) => weight.map((one, row) => (pool[row]?.household === 0 ? one : 0)));
  const population = columnsOf(pool, zones, counts, shape);
  if (employeeShare && population.atWork) population.employees = employeesOf(population, employeeShare, randomOf(seed, 'employees'));
  const incomes = ladders.some(({ basis }) => basis > 0) ? drawIncomes(population, ladders, poverty, seed) : undefined;
  if (incomes) Object.assign(population, { income: incomes.income, incomeBasis: incomes.incomeBasis } satisfies Partial<Population>);
  return { population, pool, counts, outside, incomes };
}

const communesOf = (zones: ZoneMargins['zones']): [string, number[]][] =>
  [...Map.groupBy(zones.entries(), ([, zone]) => zone.commune)].map(([commune, members]) => [commune, members.map(([at]) => at)]);

function blockOf(members: readonly number[], area: string, margins: readonly Margin[], features: Features): Block {
  const targets = Float64Array.from(margins.flatMap((margin) => [...(margin.targets.get(area) ?? cellsOf(margin).map(() => Number.NaN))]));
  const slack = Float64Array.from(margins.flatMap((margin) => [...(margin.targets.get(area) ?? cellsOf(margin))].map((target) => margin.slack * Math.max(1, Number(target) || 0))));
  return { zones: members, features, targets, slack };
}

/** The pool's prior for a zone: each kind as likely as another, each way to be of a kind by its own prior. A cell of none rules its rows out. */
function priorOf(pool: readonly PoolRow[], zone: ZoneMargins['zones'][number], margins: readonly Margin[], association: TenureAssociation | undefined): Float64Array {
  const none = margins.flatMap((margin) => cellsOf(margin).filter((_, cell) => margin.targets.get(zone.code)?.[cell] === 0));
  const persons = margins.find((margin) => margin.id === 'ages')?.targets.get(zone.code)?.reduce((so, one) => so + one, 0) ?? 0;
  const prior = Float64Array.from(pool, (row) => (none.some((cell) => cell(row) > 0) ? 0 : row.prior * ratioOf(association, row)));
  const groupOf = (row: PoolRow): number => (row.household === 0 ? -1 : row.kind);
  const sums = new Map<number, number>();
  pool.forEach((row, at) => sums.set(groupOf(row), (sums.get(groupOf(row)) ?? 0) + prior[at]!));
  const kinds = [...sums].filter(([group, sum]) => group >= 0 && sum > 0).length;
  return prior.map((one, at) => {
    const row = pool[at]!;
    const sum = sums.get(groupOf(row)) ?? 0;
    if (sum === 0) return 0;
    return (one / sum) * (row.household === 1 ? zone.households / kinds : (Number.isFinite(persons) ? persons : zone.households) * priorOutside);
  });
}

function columnsOf(pool: readonly PoolRow[], zones: ZoneMargins['zones'], counts: readonly Uint32Array[], shape: PoolShape): Population {
  const households = counts.reduce((so, one) => so + one.reduce((all, count) => all + count, 0), 0);
  const bytes = (): Uint8Array => new Uint8Array(households);
  const [zone, kind, persons, children, age, tenure, atWork] = [new Uint16Array(households), bytes(), bytes(), bytes(), bytes(), bytes(), bytes()];
  let at = 0;
  for (const [index, rows] of counts.entries()) {
    for (let one = 0; one < rows.length; one += 1) {
      const row = pool[one]!;
      const end = at + rows[one]!;
      for (const [column, value] of [[zone, index], [kind, row.kind], [persons, row.persons], [children, row.ages[0]], [age, row.age], [tenure, row.tenure], [atWork, row.atWork]] as const) {
        column.fill(value, at, end);
      }
      at = end;
    }
  }
  return {
    households, zones: zones.map(({ code, commune }) => ({ code, commune })), zone, kind, persons, children,
    ...(shape.composition ? { age } : {}), ...(shape.tenure ? { tenure } : {}), ...(shape.work ? { atWork } : {}),
  };
}

/** Employees among each zone's persons at work, drawn without return: nothing loaded says which of them are. */
function employeesOf({ zones, zone, atWork }: Population, share: ReadonlyMap<string, number>, random: Random): Uint8Array {
  const workers = zones.map(() => 0);
  zone.forEach((at, household) => { workers[at] = workers[at]! + atWork![household]!; });
  const left = roundedTogether(workers.map((count, at) => count * (share.get(zones[at]!.code) ?? 0))).map((one, at) => Math.min(one, workers[at]!));
  return Uint8Array.from(zone, (at, household) => {
    let employees = 0;
    for (let worker = 0; worker < atWork![household]!; worker += 1) {
      if (random() * workers[at]! < left[at]!) {
        employees += 1;
        left[at] = left[at]! - 1;
      }
      workers[at] = workers[at]! - 1;
    }
    return employees;
  });
}
