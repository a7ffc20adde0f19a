import { isInvented, type Dataset, type Flow, type Observation, type PlaceMargins } from '../../../observatory/index.ts';
import { failure, success, type Result } from '../../../platform/result.ts';
import { communeCodeOfIris, currentCommuneOf, type Territory } from '../../../territory/index.ts';
import { tenureAssociation } from './association.rules.ts';
import { employeeFit, fitOf, type Fit } from './fit.rules.ts';
import { povertyOf, zoneLadder } from './draw-incomes.rules.ts';
import { communeMargins, irisMargins, personsMargin, residentWorkers, workerMargins, type Margin, type ResidentWorkers, type ZoneMargins } from './margins.ts';
import { fileOf, neededFiles, neverGiven, type Missing } from '../missing.ts';
import { notesOf } from './notes.ts';
import type { Population } from './population.ts';
import { communeMeasures, irisMeasures, readingsOf, type CommuneReadings, type IrisReadings } from './readings.rules.ts';
import type { Asked, Synthesis } from './synthesis.rules.ts';

/** All that a territory's population is made from. */
export interface Loaded {
  territory: Territory;
  datasets: readonly Dataset[];
  byIris: readonly Observation[];
  byCommune: readonly Observation[];
  workers: { source: ResidentWorkers['source']; vintage: string; datasetId: number; flows: readonly Flow[]; margins: readonly PlaceMargins[] } | null;
}

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

/** What a population must reach, with what there is to say of where that comes from. */
interface Ground extends Base {
  asked: Asked;
  loaded: Loaded;
  communes: CommuneReadings;
  workers: ReadonlyMap<string, ResidentWorkers>;
  invented: ReadonlySet<number>;
}

/** What the margins ask, by IRIS where there are some, else by commune; or the files to load where they make no population. */
export function groundOf(loaded: Loaded): Result<Ground, NoMargins> {
  const { territory, datasets, byIris, byCommune, workers: file } = loaded;
  const communes: CommuneReadings = readingsOf(byCommune);
  const workers = file ? residentWorkers(file.flows, file.margins, file.source, file.vintage, new Set(territory.communes.keys())) : new Map<string, ResidentWorkers>();
  const invented = new Set(datasets.filter(isInvented).map(({ id }) => id));
  // A demonstration's figures give way to any real ones that make a population.
  const base = baseOf(readingsOf(byIris.filter(({ datasetId }) => !invented.has(datasetId))), communes, workers) ?? baseOf(readingsOf(byIris), communes, workers);
  if (!base) return failure({ code: 'needs.noMargins', missing: neededFiles() });
  const { iris, plan, shared } = base;
  const poverty = new Map(plan.zones.flatMap(({ commune }) => {
    const known = povertyOf(communes, commune);
    return known ? [[commune, known] as const] : [];
  }));
  const asked: Asked = { plan, shared, association: file ? tenureAssociation(file.margins) : undefined, ladders: plan.zones.map((zone) => zoneLadder(zone, iris, communes)), poverty };
  return success({ ...base, asked, loaded, communes, workers, invented });
}

/** The population that was made, with how near it comes to its margins, what lacks, and what is to be said of it. */
export function populationOf({ asked, loaded, iris, plan, shared, isByIris, communes, workers, invented }: Ground, synthesis: Synthesis): EmployeesPopulation {
  const { population, incomes } = synthesis;
  const fit = [...fitOf([...plan.margins, ...shared], plan.zones, synthesis), ...(plan.employeeShare ? employeeFit(plan.employeeShare, iris.period('iris.eco_sal_pct') ?? '', synthesis) : [])];
  const read = communeMeasures.filter((name) => name.startsWith('income.') || !isByIris || (name.startsWith('population.') && shared.some((margin) => margin.id === 'inHouseholds')));
  const used = new Set([...iris.datasets(irisMeasures), ...communes.datasets(read), ...(loaded.workers ? [loaded.workers.datasetId] : [])]);
  const isDemonstration = [...used].some((id) => invented.has(id));
  return {
    population,
    outsideHouseholds: synthesis.outside.reduce((so, rows) => so + rows.reduce((all, one) => all + one, 0), 0),
    fit,
    missing: missingOf(population, plan, shared),
    notes: notesOf({ isDemonstration, territory: loaded.territory, plan, population, fit, incomes, communes, iris, workers, association: asked.association }),
    datasets: loaded.datasets.filter(({ id }) => used.has(id)),
    isDemonstration,
  };
}

interface Base { iris: IrisReadings; plan: ZoneMargins; shared: Margin[]; isByIris: boolean }

/** The margins to reach: by IRIS where there are some, else by commune; undefined where neither tells households and their persons. */
function baseOf(iris: IrisReadings, communes: CommuneReadings, workers: ReadonlyMap<string, ResidentWorkers>): Base | undefined {
  const byIris = irisMargins(iris, (code) => currentCommuneOf(communeCodeOfIris(code)) ?? communeCodeOfIris(code));
  const isByIris = byIris.zones.length > 0;
  const plan = isByIris ? byIris : communeMargins(communes);
  const shared = sharedMargins(plan, communes, workers);
  return plan.zones.length > 0 && (isByIris || shared.some((margin) => margin.id === 'inHouseholds')) ? { iris, plan, shared, isByIris } : undefined;
}

/** Margins by commune beside those of the zones. */
function sharedMargins(plan: ZoneMargins, communes: CommuneReadings, workers: ReadonlyMap<string, ResidentWorkers>): Margin[] {
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
