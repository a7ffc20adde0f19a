import type { Flow, PlaceMargins } from '../../../observatory/index.ts';
import type { FlowSource } from '../../flow-sources.ts';
import { sizes, stocd, type Table } from './cells.ts';
import type { Zone } from './population.ts';
import type { CommuneReadings, IrisName, IrisReadings } from './readings.rules.ts';

/** One table of figures that the population must reach, area by area: plain data. */
export interface Margin {
  id: 'households' | 'kinds' | 'tenures' | 'ages' | 'workers' | 'employees' | 'inHouseholds' | 'workersByTenure' | 'workersBySize';
  level: 'iris' | 'commune';
  /** Source and vintage, by the observatory's names. */
  source: string;
  vintage: string;
  table: Table;
  /** By IRIS or commune, by cell of the table; NaN where the cell has no figure. */
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

/** The French names of the margins, as reports have them. */
export const marginNames: Readonly<Record<Margin['id'], string>> = {
  households: 'Ménages',
  kinds: 'Ménages par type',
  tenures: 'Ménages par statut d’occupation',
  ages: 'Personnes par âge (avec celles hors ménages)',
  workers: 'Personnes en emploi par âge (15 à 64 ans)',
  employees: 'Salariés parmi les personnes en emploi',
  inHouseholds: 'Personnes des ménages',
  workersByTenure: 'Personnes en emploi par statut d’occupation',
  workersBySize: 'Personnes en emploi par taille de ménage',
};

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
export function irisMargins(iris: IrisReadings, communeOf: (iris: string) => string): ZoneMargins {
  const figure = (name: IrisName, zone: string): number | undefined => iris.value(`iris.${name}`, zone);
  const zones = iris.areas('iris.men_tot_stock').flatMap((code) => {
    const households = figure('men_tot_stock', code) ?? 0;
    return households > 0 ? [{ code, commune: communeOf(code), households }] : [];
  });
  const margin = (id: Margin['id'], measure: IrisName, table: Table, targets: (zone: string, households: number) => Float64Array, slack = bending): Margin[] => {
    const vintage = iris.period(`iris.${measure}`);
    if (vintage === undefined) return [];
    return [{ id, level: 'iris', source: 'iris-indicators', vintage, table, slack, targets: new Map(zones.map(({ code, households }) => [code, targets(code, households)])) }];
  };
  const margins = [
    ...margin('households', 'men_tot_stock', 'households', (_, households) => Float64Array.of(households), firm),
    ...margin('kinds', 'men_seul_pct', 'kinds', (zone, households) => {
      const told = (['men_seul_pct', 'men_mono_pct', 'men_coupsenf_pct', 'men_coupaenf_pct'] as const).map((name) => figure(name, zone));
      return shared(households, [...told, leftOver(...told)]);
    }),
    ...margin('tenures', 'log_prop_pct', 'tenures', (zone, households) => {
      const [owners, tenants, social] = (['log_prop_pct', 'log_loc_pct', 'log_lochlm_pct'] as const).map((name) => figure(name, zone));
      const privately = tenants === undefined || social === undefined ? undefined : Math.max(0, tenants - social);
      return shared(households, [owners, privately, social, leftOver(owners, tenants)]);
    }),
    ...margin('ages', 'dm_0014_pct', 'ages', (zone) => {
      const [children, young, middle, senior, old, oldest] = (['0014', '1524', '2554', '5564', '6579', '80p'] as const).map((name) => figure(`dm_${name}_pct`, zone));
      return shared(figure('pop', zone) ?? Number.NaN, [children, young, middle, senior, old === undefined || oldest === undefined ? undefined : old + oldest]);
    }),
    ...margin('workers', 'eco_txemp_2554', 'workersByAge', (zone) => Float64Array.from(['1524', '2554', '5564'] as const, (age) => {
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
export function communeMargins(communes: CommuneReadings): ZoneMargins {
  const zones = communes.areas('population.households').flatMap((code) => {
    const households = communes.value('population.households', code) ?? 0;
    return households > 0 ? [{ code, commune: code, households }] : [];
  });
  const vintage = communes.period('population.households') ?? '';
  const base = { level: 'commune', source: 'census', vintage } as const;
  const margins: Margin[] = [{ ...base, id: 'households', table: 'households', slack: firm, targets: new Map(zones.map(({ code, households }) => [code, Float64Array.of(households)])) }];
  if (communes.period('housing.owners') !== undefined) {
    margins.push({ ...base, id: 'tenures', table: 'tenures', slack: bending, targets: new Map(zones.map(({ code, households }) => {
      const [owners, tenants, social, free] = (['owners', 'tenants', 'socialTenants', 'free'] as const).map((name) => communes.value(`housing.${name}`, code));
      return [code, shared(households, [owners, tenants === undefined || social === undefined ? undefined : Math.max(0, tenants - social), social, free])];
    })) });
  }
  return { zones, margins };
}

/** Persons in households by commune (those outside are the rest of the population), brought to the zones' own number of households. */
export function personsMargin(communes: CommuneReadings, households: ReadonlyMap<string, number>): Margin[] {
  const vintage = communes.period('population.inHouseholds');
  if (vintage === undefined) return [];
  const targets = new Map([...households].flatMap(([commune, here]) => {
    const [persons, counted] = [communes.value('population.inHouseholds', commune), communes.value('population.households', commune)];
    return persons !== undefined && counted !== undefined && counted > 0 ? [[commune, Float64Array.of((persons / counted) * here)] as const] : [];
  }));
  return targets.size === 0 ? [] : [{ id: 'inHouseholds', level: 'commune', source: 'census', vintage, table: 'persons', targets, slack: loose }];
}

/** Persons at work by commune of residence. */
export interface ResidentWorkers {
  source: FlowSource;
  vintage: string;
  total: number;
  byTenure?: Float64Array;
  bySize?: Float64Array;
}

/** Persons at work by commune of residence, with their margins where the file has them. */
export function residentWorkers(flows: readonly Flow[], margins: readonly PlaceMargins[], source: ResidentWorkers['source'], vintage: string, communes: ReadonlySet<string>): Map<string, ResidentWorkers> {
  const byCommune = new Map<string, ResidentWorkers>();
  for (const { residence, people } of flows) {
    if (!communes.has(residence)) continue;
    const one = byCommune.get(residence) ?? { source, vintage, total: 0 };
    one.total += people;
    byCommune.set(residence, one);
  }
  for (const { commune, margins: { STOCD, NPERR } } of margins) {
    const one = byCommune.get(commune);
    if (!one) continue;
    if (STOCD) one.byTenure = Float64Array.from(stocd, (codes) => codes.reduce((so, code) => so + (STOCD[code] ?? 0), 0));
    if (NPERR) one.bySize = Float64Array.from(sizes, (size) => NPERR[String(size)] ?? 0);
  }
  return byCommune;
}

/**
 * Persons at work by tenure and by size of household, as shares of those of the zones: a detailed census file and figures by IRIS never have
 * quite the same number of them. Where the zones have none, the file's own number.
 */
export function workerMargins(workers: ReadonlyMap<string, ResidentWorkers>, zonesHave: ReadonlyMap<string, number>, withTenure: boolean): Margin[] {
  const [first] = workers.values();
  if (!first) return [];
  const base = { level: 'commune', source: first.source, vintage: first.vintage, slack: loose } as const;
  const of = (id: Margin['id'], table: Table, parts: (one: ResidentWorkers) => Float64Array | undefined): Margin[] => {
    const targets = new Map([...workers].flatMap(([commune, one]) => {
      const counted = parts(one);
      const scale = (zonesHave.get(commune) ?? one.total) / one.total;
      return counted && one.total > 0 ? [[commune, counted.map((value) => value * scale)] as const] : [];
    }));
    return targets.size === 0 ? [] : [{ ...base, id, table, targets }];
  };
  return [
    ...(zonesHave.size === 0 ? of('workers', 'workers', ({ total }) => Float64Array.of(total)) : []),
    ...(withTenure ? of('workersByTenure', 'workersByTenure', ({ byTenure }) => byTenure) : []),
    ...of('workersBySize', 'workersBySize', ({ bySize }) => bySize),
  ];
}
