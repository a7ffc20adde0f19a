import { aidsOf, ceilingIds, ceilingRule, factsOfCommune, projectIds, ruleBook, rulesOfRows, truth, type CeilingId, type CeilingMoves, type Facts, type RulesOfRows } from '../../aids/index.ts';
import { latest } from '../../indicators/index.ts';
import { listDatasets, observatoryIndicatorsOf } from '../../observatory/index.ts';
import type { Db } from '../../platform/database/database.ts';
import { keepFew, type Failing } from '../../platform/keep-few.ts';
import type { Log } from '../../platform/log.ts';
import { failure, success, type Result } from '../../platform/result.ts';
import type { Territory } from '../../territory/index.ts';
import { expectedRents, rentObservations } from '../link/rents.ts';
import { effortOf, type Effort, type Rent } from './effort.rules.ts';
import { factsOf } from './facts.rules.ts';
import { countAll, countTarget, type Counted } from './figures.rules.ts';
import { profilesOf, type Profiles } from './profiles.rules.ts';
import type { EmployeesPopulation, NoMargins } from './population/compose.rules.ts';
import { populationApart, type Synthesise } from './population/population.service.ts';
import { missingRents } from './missing.ts';

/** The population that everybody is shown. */
export const usualSeed = 1;

export interface FiguresRequest {
  db: Db;
  territory: Territory;
  seed: number;
  /** What was imported by then. */
  asOf: Date;
  /** The day whose law applies, AAAA-MM-JJ. */
  at: string;
  /** Ceilings moved to see. */
  moves?: CeilingMoves;
}

/** Households at work that an aid may be open to. */
export interface AidFigure extends Counted {
  id: string;
  title: string;
  /** Facts that decide and that no household here has, by their titles. */
  missing: readonly string[];
  /** Whether it takes requests at the day; `unknown`: no source that was read says so. */
  opening: 'open' | 'closed' | 'unknown';
}

/** Households at work whose income a table of ceilings admits. */
export interface CeilingFigure extends Counted { id: CeilingId }

export interface EmployeesFigures {
  at: string;
  seed: number;
  /** All households, those with somebody at work, and the employees who live there (`null`: no source gives them). */
  households: number;
  atWork: number;
  employees: number | null;
  groups: Counted['byGroup'];
  atWorkByCommune: readonly { commune: string; households: number }[];
  ceilings: readonly CeilingFigure[];
  aids: readonly AidFigure[];
  effort: Effort | null;
  fit: EmployeesPopulation['fit'];
  /** What cannot be computed, or is only estimated, with the file to load. */
  missing: EmployeesPopulation['missing'];
  notes: readonly string[];
  /** Whether the households come from invented figures. */
  isDemonstration: boolean;
  /** Ids of the datasets behind the population, the rents and the zones. */
  datasets: { population: readonly number[]; rents: readonly number[]; zones: readonly number[] };
}

export type FiguresFailure = NoMargins | { code: 'population.nobodyAtWork'; missing: readonly { what: string; file: string }[] };

export type EmployeesReader = (request: FiguresRequest) => Promise<Result<EmployeesFigures, FiguresFailure>>;

/** A page that waits asks again every few seconds: it gets the failure, not a population more in the making. */
const failureKeptMs = 60_000;

/**
 * Makes the reader of figures over a synthesis; it keeps the last populations, and the compiled rules. It rejects with what broke, for a minute.
 * @param told hears of each failure once, though who asked may not wait any more
 */
export function figuresOver(synthesise: Synthesise, told?: (error: unknown) => void): EmployeesReader {
  const failing = { told, keptMs: failureKeptMs };
  const answersOf = keepFew(3, ({ territory, seed, newest }: FiguresRequest & { newest: number }) => `${territory.code} ${seed} ${newest}`, (request) => makeAnswers(request, synthesise, failing), failing);
  return async (request) => {
    const newest = Math.max(0, ...(await listDatasets(request.db, request.asOf)).map(({ id }) => id));
    const answers = await answersOf({ ...request, newest });
    return answers.ok ? success(await answers.value(request)) : answers;
  };
}

/** The employees' households of a territory, and what the rules of a day say of them. Fails with the files to load where no population can be made. */
export const employeesFigures = (log: Log): EmployeesReader => figuresOver(populationApart, (error) => log.error({ err: error }, 'employees’ needs not computed'));

interface Base {
  synthesis: EmployeesPopulation;
  effort: Effort;
  zones: ReadonlyMap<string, string>;
  read: Pick<EmployeesFigures['datasets'], 'rents' | 'zones'>;
  /** Profiles by what the rules know of the communes at a day; the last ones are kept. */
  profilesAt: (asked: { known: string; placeOf: ReadonlyMap<string, number> }) => Promise<Profiles>;
}

/** By day and ceilings; the last ones are kept. */
type Answers = (request: FiguresRequest) => Promise<EmployeesFigures>;
const answersKept = 16;
const profilesKept = 3;

async function makeAnswers({ db, territory, seed, asOf }: FiguresRequest, synthesise: Synthesise, failing: Failing): Promise<Result<Answers, FiguresFailure>> {
  const made = await synthesise(db, territory, seed, asOf);
  if (!made.ok) return made;
  const { atWork } = made.value.population;
  if (!atWork) return failure({ code: 'population.nobodyAtWork', missing: made.value.missing });
  const communes = [...new Set(made.value.population.zones.map(({ commune }) => commune))];
  const [readings, observations] = await Promise.all([observatoryIndicatorsOf(territory.indicators).read(db, { territory, asOf, indicators: ['zoning.abc'] }), rentObservations(db, territory, asOf)]);
  const used = { rents: new Set<number>(), zones: new Set<number>() };
  const zones = new Map<string, string>();
  for (const commune of communes) {
    const reading = latest(readings, commune);
    for (const { id } of reading?.datasets ?? []) used.zones.add(id);
    if (reading?.cell.kind === 'category') zones.set(commune, reading.cell.value === 'Abis' ? 'A bis' : reading.cell.value);
  }
  // The dwelling that a household needs changes up to the fifth person.
  const rents = Array.from({ length: 5 }, (_, at) => expectedRents(observations, communes, at + 1).byCommune);
  const rentOf = (commune: string, persons: number): Rent | undefined => {
    const rent = rents[Math.min(persons, rents.length) - 1]?.get(commune);
    if (!rent) return undefined;
    used.rents.add(rent.datasetId);
    return { central: 12 * rent.central, ...(rent.low === null || rent.high === null ? {} : { low: 12 * rent.low, high: 12 * rent.high }) };
  };
  await othersFirst();
  const { effort, difficulty } = effortOf(made.value.population, atWork, rentOf);
  const profilesAt: Base['profilesAt'] = keepFew(profilesKept, ({ known }) => known, async ({ placeOf }) => profilesOf(made.value.population, atWork, difficulty, (commune) => placeOf.get(commune) ?? 0));
  const base: Base = { synthesis: made.value, effort, zones, read: { rents: [...used.rents], zones: [...used.zones] }, profilesAt };
  return success(keepFew(answersKept, ({ at, moves }: FiguresRequest) => JSON.stringify([at, ceilingIds.map((id) => moves?.[id])]), (asked) => figures(base, asked), failing));
}

/** Lets requests that wait be answered between two steps of some tenths of a second. */
const othersFirst = (): Promise<void> => new Promise((resolve) => { setImmediate(resolve); });

async function figures(base: Base, { territory, seed, at, moves }: FiguresRequest): Promise<EmployeesFigures> {
  const { synthesis: { population, fit, missing, notes, datasets, isDemonstration }, effort } = base;
  const places: Facts[] = [];
  const placeOf = new Map<string, number>();
  const keys = new Map<string, number>();
  for (const { commune } of population.zones) {
    if (placeOf.has(commune)) continue;
    const zone = base.zones.get(commune);
    const place: Facts = { ...(zone === undefined ? {} : { 'logement . zone ABC': zone }), ...factsOfCommune(commune, at, territory.zones) };
    const key = JSON.stringify(place);
    placeOf.set(commune, keys.get(key) ?? places.push(place) - 1);
    keys.set(key, placeOf.get(commune) ?? 0);
  }
  const profiles = await base.profilesAt({ known: JSON.stringify([...placeOf, ...keys.keys()]), placeOf });

  await othersFirst();
  const all = countAll(profiles);
  const rules = await rulesInUse(undefined);
  const [strict, generous] = (['strict', 'generous'] as const).map((favour) => factsOf(profiles.profiles, places, favour)) as [ReturnType<typeof factsOf>, ReturnType<typeof factsOf>];
  const least = rules.judge(strict, profiles.profiles.length, at, moves);
  await othersFirst();
  const most = rules.judge(generous, profiles.profiles.length, at, moves);
  await othersFirst();
  const counted = (target: string): Counted => countTarget(profiles, least.get(target) ?? new Uint8Array(), most.get(target) ?? new Uint8Array());
  const given = new Set(Object.keys(strict));
  const hasIncome = profiles.profiles.some(({ income }) => income !== undefined);
  const { inputs } = ruleBook();
  const hasEffort = effort.households > 0;
  return {
    at, seed, households: population.households, atWork: all.low,
    employees: population.employees ? sum(population.employees) : null,
    groups: all.byGroup,
    atWorkByCommune: all.byCommune.map(({ commune, low }) => ({ commune, households: low })),
    ceilings: hasIncome ? ceilingIds.map((id) => ({ id, ...counted(ceilingRule(id)) })) : [],
    aids: targetAids().map(({ id, title, eligible, opening }) => ({ id, title, opening: opening === undefined ? 'open' as const : openings[least.get(opening)?.[0] ?? truth.open] ?? 'unknown', missing: rules.missing(eligible, given).map((fact) => inputs.get(fact)?.title ?? fact), ...counted(eligible) })),
    effort: hasEffort ? effort : null,
    fit, missing: [...missingRents(hasEffort, effort.bounded), ...missing], notes, isDemonstration, datasets: { population: datasets.map(({ id }) => id), ...base.read },
  };
}

/** By `truth`. */
const openings = ['closed', 'open', 'unknown'] as const;

/** Aids that people at work are asked about. */
const targetAids = () => aidsOf(projectIds, ruleBook().aids);

/** Compiled when first asked for: a second or so, in steps. */
const rulesInUse = keepFew(1, () => 'the rules', compile);

async function compile(): Promise<RulesOfRows> {
  const book = ruleBook();
  await othersFirst();
  void book.engine;
  await othersFirst();
  return rulesOfRows(book, [...targetAids().flatMap(({ eligible, opening }) => (opening === undefined ? eligible : [eligible, opening])), ...ceilingIds.map(ceilingRule)]);
}

const sum = (values: Iterable<number>): number => {
  let total = 0;
  for (const value of values) total += value;
  return total;
};
