import type { Readings } from './readings.rules.ts';
import type { PoolRow } from './pool.rules.ts';
import { householdKinds, tenures, type Zone } from './population.ts';

/** One table of figures that the population must reach, area by area. */
export interface Margin {
  id: 'households' | 'kinds' | 'tenures' | 'ages' | 'workers' | 'employees' | 'inHouseholds' | 'workersByTenure' | 'workersBySize';
  level: 'iris' | 'commune';
  /** Source and vintage, by the observatory's names. */
  source: string;
  vintage: string;
  /** What a row of the pool counts for in each cell. */
  cells: readonly ((row: PoolRow) => number)[];
  /** By IRIS or commune; NaN where the cell has no figure. */
  targets: ReadonlyMap<string, Float64Array>;
  /** How far a cell may bend where margins contradict each other: a variance for one unit of its target. */
  slack: number;
}

/** Margins by zone of a source, with the zones and their numbers of households. */
export interface ZoneMargins {
  zones: (Zone & { households: number })[];
  margins: Margin[];
  /** Share of employees among persons at work, by zone; absent where no source gives it. */
  employeeShare?: ReadonlyMap<string, number>;
}

const household = (row: PoolRow): number => row.household;
const kindCells = householdKinds.map((_, kind) => (row: PoolRow): number => (row.household === 1 && row.kind === kind ? 1 : 0));
const tenureCells = tenures.map((_, tenure) => (row: PoolRow): number => (row.household === 1 && row.tenure === tenure ? 1 : 0));
const ageCells = [0, 1, 2, 3, 4].map((age) => (row: PoolRow): number => row.ages[age] ?? 0);
const workCells = [1, 2, 3].map((age) => (row: PoolRow): number => row.work[age] ?? 0);
const personsInHouseholds = (row: PoolRow): number => row.household * row.persons;
const workersInTenure = tenures.map((_, tenure) => (row: PoolRow): number => (row.household === 1 && row.tenure === tenure ? row.atWork : 0));
/** Household sizes as MOBPRO has them: 6 is six and more. */
export const sizes = [1, 2, 3, 4, 5, 6] as const;
/** The census's tenures (STOCD) in the order of `tenures`; furnished lets are private. 00 and ZZ are no main home. */
export const stocd = [['10'], ['21', '23'], ['22'], ['30']] as const;
const workersInSize = sizes.map((size) => (row: PoolRow): number => (row.household === 1 && Math.min(row.persons, 6) === size ? row.atWork : 0));

/** Households are counted, not estimated: they do not bend. */
const firm = 1e-9;
const bending = 1e-4;
const loose = 1e-3;

/** A full set of shares in per cent, as numbers that add up to the total; where no cell is left over, the last is what the others leave. */
export function shared(total: number, percents: readonly (number | undefined)[]): Float64Array {
  const known = percents.map((percent) => Math.max(0, percent ?? Number.NaN));
  const sum = known.reduce((so, one) => so + one, 0);
  return Float64Array.from(known, (percent) => (sum > 0 ? (total * percent) / sum : Number.NaN));
}

const leftOver = (...percents: (number | undefined)[]): number | undefined =>
  percents.some((one) => one === undefined) ? undefined : Math.max(0, 100 - percents.reduce<number>((so, one) => so + (one ?? 0), 0));

/** The indicators by IRIS that a third party derived from the census. */
export function irisMargins(iris: Readings, communeOf: (iris: string) => string): ZoneMargins {
  const figure = (name: string, zone: string): number | undefined => iris.value(`iris.${name}`, zone);
  const zones = iris.areas('iris.men_tot_stock').flatMap((code) => {
    const households = figure('men_tot_stock', code) ?? 0;
    return households > 0 ? [{ code, commune: communeOf(code), households }] : [];
  });
  const margin = (id: Margin['id'], measure: string, cells: Margin['cells'], targets: (zone: string, households: number) => Float64Array, slack = bending): Margin[] => {
    const vintage = iris.period(`iris.${measure}`);
    if (vintage === undefined) return [];
    return [{ id, level: 'iris', source: 'iris-indicators', vintage, cells, slack, targets: new Map(zones.map(({ code, households }) => [code, targets(code, households)])) }];
  };
  const margins = [
    ...margin('households', 'men_tot_stock', [household], (_, households) => Float64Array.of(households), firm),
    ...margin('kinds', 'men_seul_pct', kindCells, (zone, households) => {
      const told = ['men_seul_pct', 'men_mono_pct', 'men_coupsenf_pct', 'men_coupaenf_pct'].map((name) => figure(name, zone));
      return shared(households, [...told, leftOver(...told)]);
    }),
    ...margin('tenures', 'log_prop_pct', tenureCells, (zone, households) => {
      const [owners, tenants, social] = ['log_prop_pct', 'log_loc_pct', 'log_lochlm_pct'].map((name) => figure(name, zone));
      const privately = tenants === undefined || social === undefined ? undefined : Math.max(0, tenants - social);
      return shared(households, [owners, privately, social, leftOver(owners, tenants)]);
    }),
    ...margin('ages', 'dm_0014_pct', ageCells, (zone) => {
      const [children, young, middle, senior, old, oldest] = ['0014', '1524', '2554', '5564', '6579', '80p'].map((name) => figure(`dm_${name}_pct`, zone));
      return shared(figure('pop', zone) ?? Number.NaN, [children, young, middle, senior, old === undefined || oldest === undefined ? undefined : old + oldest]);
    }),
    ...margin('workers', 'eco_txemp_2554', workCells, (zone) => Float64Array.from(['1524', '2554', '5564'], (age) => {
      const persons = ((figure('pop', zone) ?? Number.NaN) * (figure(`dm_${age}_pct`, zone) ?? Number.NaN)) / 100;
      return persons === 0 ? 0 : (persons * (figure(`eco_txemp_${age}`, zone) ?? Number.NaN)) / 100;
    })),
  ];
  const employeeShare = new Map(zones.flatMap(({ code }) => {
    const [employees, others] = [figure('eco_sal_pct', code), figure('eco_nsal_pct', code)];
    return employees === undefined ? [] : [[code, others === undefined ? Math.min(1, employees / 100) : employees + others > 0 ? employees / (employees + others) : 0] as const];
  }));
  return { zones, margins, ...(employeeShare.size === 0 ? {} : { employeeShare }) };
}

/** The census's housing base by commune, where no figure by IRIS is loaded. */
export function communeMargins(communes: Readings): ZoneMargins {
  const zones = communes.areas('population.households').flatMap((code) => {
    const households = communes.value('population.households', code) ?? 0;
    return households > 0 ? [{ code, commune: code, households }] : [];
  });
  const vintage = communes.period('population.households') ?? '';
  const base = { level: 'commune', source: 'census', vintage } as const;
  const margins: Margin[] = [{ ...base, id: 'households', cells: [household], slack: firm, targets: new Map(zones.map(({ code, households }) => [code, Float64Array.of(households)])) }];
  if (communes.period('housing.owners') !== undefined) {
    margins.push({ ...base, id: 'tenures', cells: tenureCells, slack: bending, targets: new Map(zones.map(({ code, households }) => {
      const [owners, tenants, social, free] = ['owners', 'tenants', 'socialTenants', 'free'].map((name) => communes.value(`housing.${name}`, code));
      return [code, shared(households, [owners, tenants === undefined || social === undefined ? undefined : Math.max(0, tenants - social), social, free])];
    })) });
  }
  return { zones, margins };
}

/** Persons in households by commune (those outside are the rest of the population), brought to the zones' own number of households. */
export function personsMargin(communes: Readings, households: ReadonlyMap<string, number>): Margin[] {
  const vintage = communes.period('population.inHouseholds');
  if (vintage === undefined) return [];
  const targets = new Map([...households].flatMap(([commune, here]) => {
    const [persons, counted] = [communes.value('population.inHouseholds', commune), communes.value('population.households', commune)];
    return persons !== undefined && counted !== undefined && counted > 0 ? [[commune, Float64Array.of((persons / counted) * here)] as const] : [];
  }));
  return targets.size === 0 ? [] : [{ id: 'inHouseholds', level: 'commune', source: 'census', vintage, cells: [personsInHouseholds], targets, slack: loose }];
}

/** Persons at work by commune of residence. */
export interface ResidentWorkers {
  source: 'mobpro' | 'flow-base';
  vintage: string;
  total: number;
  byTenure?: Float64Array;
  bySize?: Float64Array;
}

/**
 * Persons at work by tenure and by size of household, as shares of those of the zones: a detailed census file and figures by IRIS never have
 * quite the same number of them. Where the zones have none, the file's own number.
 */
export function workerMargins(workers: ReadonlyMap<string, ResidentWorkers>, zonesHave: ReadonlyMap<string, number>, withTenure: boolean): Margin[] {
  const [first] = workers.values();
  if (!first) return [];
  const base = { level: 'commune', source: first.source, vintage: first.vintage, slack: loose } as const;
  const of = (id: Margin['id'], cells: Margin['cells'], parts: (one: ResidentWorkers) => Float64Array | undefined): Margin[] => {
    const targets = new Map([...workers].flatMap(([commune, one]) => {
      const counted = parts(one);
      const scale = (zonesHave.get(commune) ?? one.total) / one.total;
      return counted && one.total > 0 ? [[commune, counted.map((value) => value * scale)] as const] : [];
    }));
    return targets.size === 0 ? [] : [{ ...base, id, cells, targets }];
  };
  return [
    ...(zonesHave.size === 0 ? of('workers', [(row) => row.household * row.atWork], ({ total }) => Float64Array.of(total)) : []),
    ...(withTenure ? of('workersByTenure', workersInTenure, ({ byTenure }) => byTenure) : []),
    ...of('workersBySize', workersInSize, ({ bySize }) => bySize),
  ];
}
