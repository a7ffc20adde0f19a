import { isInvented, type Dataset } from '../../../observatory/index.ts';
import { failure, success, type Result } from '../../../platform/result.ts';
import { communeCodeOfIris, currentCommuneOf } from '../../../territory/index.ts';
import { tenureAssociation } from './association.rules.ts';
import { employeeFit, fitOf, type Fit } from './fit.rules.ts';
import { incomesOf, povertyOf, zoneLadder } from './draw-incomes.rules.ts';
import { communeNames, irisNames, type Loaded } from './loaded.service.ts';
import { communeMargins, irisMargins, personsMargin, workerMargins, type Margin, type ResidentWorkers, type ZoneMargins } from './margins.ts';
import { fileOf, neededFiles, neverGiven, type Missing } from '../missing.ts';
import { notesOf } from './notes.ts';
import type { Population } from './population.ts';
import { readingsOf, type Readings } from './readings.rules.ts';
import { synthesise } from './synthesis.rules.ts';
import { residentWorkers } from './workers.rules.ts';

export interface EmployeesPopulation {
  population: Population;
  /** Estimate of those who live in halls of residence, nursing homes, prisons. */
  outsideHouseholds: number;
  fit: Fit[];
  missing: readonly Missing[];
  /** In French: choices of source, contradictions, limits. */
  notes: string[];
  /** The files that the figures come from. */
  datasets: Dataset[];
  /** Whether its households come from figures that are invented to show the software. */
  isDemonstration: boolean;
}

export interface NoMargins {
  code: 'needs.noMargins';
  /** The files to load. */
  missing: readonly Missing[];
}

/** What the margins ask, or the files to load where they make no population: told at once. */
export function marginsOf({ territory, datasets, byIris, byCommune, workers: file }: Loaded): Result<Margins, NoMargins> {
  const communes = readingsOf(byCommune);
  const workers = file ? residentWorkers(file.flows, file.margins, file.source, file.vintage, new Set(territory.communes.keys())) : new Map<string, ResidentWorkers>();
  const invented = new Set(datasets.filter(isInvented).map(({ id }) => id));
  // A demonstration's figures give way to any real ones that make a population.
  const base = baseOf(readingsOf(byIris.filter(({ datasetId }) => !invented.has(datasetId))), communes, workers) ?? baseOf(readingsOf(byIris), communes, workers);
  return base ? success({ ...base, communes, workers, invented }) : failure({ code: 'needs.noMargins', missing: neededFiles() });
}

/** A population from what is loaded, by IRIS where there are margins by IRIS, else by commune. Takes seconds. */
export function composePopulation(loaded: Loaded, seed: number): Result<EmployeesPopulation, NoMargins> {
  const margins = marginsOf(loaded);
  if (!margins.ok) return margins;
  const { iris, plan, shared, isByIris, communes, workers, invented } = margins.value;
  const { territory, datasets, workers: file } = loaded;
  const association = file ? tenureAssociation(file.margins) : undefined;

  const synthesis = synthesise(plan, shared, seed, association);
  const { population } = synthesis;
  const ladders = population.zones.map((zone) => zoneLadder(zone, iris, communes));
  const incomes = ladders.some(({ basis }) => basis > 0) ? incomesOf(population, ladders, (commune) => povertyOf(communes, commune), seed) : undefined;
  if (incomes) Object.assign(population, { income: incomes.income, incomeBasis: incomes.incomeBasis } satisfies Partial<Population>);

  const fit = [...fitOf([...plan.margins, ...shared], plan.zones, synthesis), ...(plan.employeeShare ? employeeFit(plan.employeeShare, iris.period('iris.eco_sal_pct') ?? '', synthesis) : [])];
  const read = communeNames.filter((name) => name.startsWith('income.') || !isByIris || (name.startsWith('population.') && shared.some((margin) => margin.id === 'inHouseholds')));
  const used = new Set([...iris.datasets(irisNames), ...communes.datasets(read), ...(file ? [file.datasetId] : [])]);
  const isDemonstration = [...used].some((id) => invented.has(id));
  return success({
    population,
    outsideHouseholds: synthesis.outside.reduce((so, rows) => so + rows.reduce((all, one) => all + one, 0), 0),
    fit,
    missing: missingOf(population, plan, shared),
    notes: notesOf({ isDemonstration, territory, plan, population, fit, incomes, communes, iris, workers, association }),
    datasets: datasets.filter(({ id }) => used.has(id)),
    isDemonstration,
  });
}

interface Base { iris: Readings; plan: ZoneMargins; shared: Margin[]; isByIris: boolean }
interface Margins extends Base { communes: Readings; workers: ReadonlyMap<string, ResidentWorkers>; invented: ReadonlySet<number> }

/** The margins to reach: by IRIS where there are some, else by commune; undefined where neither tells households and their persons. */
function baseOf(iris: Readings, communes: Readings, workers: ReadonlyMap<string, ResidentWorkers>): Base | undefined {
  const byIris = irisMargins(iris, (code) => currentCommuneOf(communeCodeOfIris(code)) ?? communeCodeOfIris(code));
  const isByIris = byIris.zones.length > 0;
  const plan = isByIris ? byIris : communeMargins(communes);
  const shared = sharedMargins(plan, communes, workers);
  return plan.zones.length > 0 && (isByIris || shared.some((margin) => margin.id === 'inHouseholds')) ? { iris, plan, shared, isByIris } : undefined;
}

/** Margins by commune beside those of the zones. */
function sharedMargins(plan: ZoneMargins, communes: Readings, workers: ReadonlyMap<string, ResidentWorkers>): Margin[] {
  const sumBy = (value: (zone: ZoneMargins['zones'][number]) => number): Map<string, number> => {
    const sums = new Map<string, number>();
    for (const zone of plan.zones) sums.set(zone.commune, (sums.get(zone.commune) ?? 0) + value(zone));
    return sums;
  };
  const atWork = plan.margins.find((margin) => margin.id === 'workers');
  const zonesHave = atWork ? sumBy((zone) => (atWork.targets.get(zone.code) ?? new Float64Array(0)).reduce((so, one) => so + (Number.isNaN(one) ? 0 : one), 0)) : new Map<string, number>();
  const here = new Map([...workers].filter(([commune]) => plan.zones.some((zone) => zone.commune === commune)));
  return [...personsMargin(communes, sumBy((zone) => zone.households)), ...workerMargins(here, zonesHave, plan.margins.some((margin) => margin.id === 'tenures'))];
}

function missingOf({ tenure, atWork, employees, income, age }: Population, plan: ZoneMargins, shared: readonly Margin[]): Missing[] {
  const lacks = (is: boolean, what: string, file: Parameters<typeof fileOf>[0]): Missing[] => (is ? [{ what, file: fileOf(file) }] : []);
  const has = (id: Margin['id']): boolean => [...plan.margins, ...shared].some((margin) => margin.id === id);
  return [
    ...lacks(!age, 'Composition des ménages, enfants, âges', 'iris-indicators'),
    ...lacks(!tenure, 'Statut d’occupation', age ? 'iris-indicators' : 'census'),
    ...lacks(!atWork, 'Personnes en emploi', age ? 'iris-indicators' : 'mobpro'),
    ...lacks(!employees, 'Salariés parmi les personnes en emploi', 'iris-indicators'),
    ...lacks(!income, 'Revenus', 'filosofi-iris'),
    ...lacks(!has('inHouseholds'), 'Personnes hors ménages (foyers, maisons de retraite, prisons) : seulement estimées', 'census'),
    ...lacks(!has('workersByTenure'), 'Emploi croisé avec le statut d’occupation et la taille du ménage : seulement estimé', 'mobpro'),
    ...neverGiven,
  ];
}
