import {
  missing, number, ratio, referenceTo, secret, sum, yearlyGrowth, type Cell, type MissingReason, type Reading,
} from '../indicators/index.ts';
import { departmentOf, perimeterOf, type Territory } from '../territory/index.ts';
import type { Formula, ObservatoryIndicator } from './definitions/indicator.ts';
import type { KnownDataset } from './dataset.store.ts';
import { findMeasure } from './measures.ts';
import type { Observation } from './observation.ts';

/** Measures that a formula needs. */
export function measuresOf(formula: Formula): string[] {
  switch (formula.kind) {
    case 'measure': return [formula.measure];
    case 'ratio': return [formula.numerator, ...formula.denominator];
    case 'growth': return [formula.measure];
    case 'distinct': return [formula.list];
  }
}

interface Known {
  territory: Territory;
  indicators: readonly ObservatoryIndicator[];
  observations: readonly Observation[];
  datasets: readonly KnownDataset[];
}

/** Every period of each indicator, for each commune and for the territory. */
export function computeReadings({ territory, indicators, observations, datasets }: Known): Reading[] {
  const facts = factsOf(observations, datasets);
  const references = new Map(datasets.map((dataset) => [dataset.id, referenceTo(dataset)]));
  const here = new Set([...territory.communes.keys()].map(departmentOf));
  const loadedSources = new Set(datasets.filter(({ departments }) => departments.length === 0 || departments.some((code) => here.has(code))).map(({ source }) => source));
  return indicators.flatMap((indicator) => {
    const periods = periodsOf(indicator.formula, facts, territory.communes.keys());
    const areas = indicator.definition.grain === 'commune' ? [...territory.communes.keys()].toSorted() : [];
    const reading = (area: string, level: Reading['level'], period: string, computed: Computed, perimeter: Reading['perimeter']): Reading => ({
      indicator: indicator.definition.id,
      area,
      level,
      period,
      cell: computed.cell,
      datasets: [...computed.datasets].toSorted((a, b) => a - b).flatMap((id) => references.get(id) ?? []),
      perimeter,
    });
    if (periods.length === 0) {
      const reason = indicator.definition.sources.some((source) => loadedSources.has(source)) ? 'notInSource' : 'notLoaded';
      const nothing = { cell: missing(reason), datasets: new Set<number>() };
      return [
        ...areas.map((area) => reading(area, 'commune', '', nothing, null)),
        reading(territory.code, 'intercommunality', '', nothing, labelOf(perimeterOf(territory, territory.listYear))),
      ];
    }
    return periods.flatMap((period) => {
      const perimeter = perimeterOf(territory, Number(period.slice(0, 4)));
      const communes = areas.map((area) => reading(area, 'commune', period, compute(indicator.formula, facts, period, [area], 'commune'), null));
      return communes.concat(territoryReading(indicator, facts, period, perimeter.communes, territory, reading, labelOf(perimeter)));
    });
  });
}

type MakeReading = (area: string, level: Reading['level'], period: string, computed: Computed, perimeter: Reading['perimeter']) => Reading;

function territoryReading(
  { definition, formula }: ObservatoryIndicator, facts: Facts, period: string, communes: readonly string[], territory: Territory, reading: MakeReading, perimeter: Reading['perimeter'],
): Reading {
  switch (definition.territoryValue) {
    case 'computed':
      return reading(territory.code, 'intercommunality', period, compute(formula, facts, period, communes, 'territory'), perimeter);
    case 'given':
      // The source's own perimeter is not stated in its file: the current list is the closest, and says so.
      return reading(territory.code, 'intercommunality', period, compute(formula, facts, period, [territory.code], 'commune'), {
        year: territory.listYear, communes: territory.currentCommunes.length, datedByFile: false,
      });
    case 'never': {
      const used = compute(formula, facts, period, communes, 'territory').datasets;
      return reading(territory.code, 'intercommunality', period, { cell: missing('neverAggregated'), datasets: used }, perimeter);
    }
  }
}

const labelOf = (perimeter: ReturnType<typeof perimeterOf>) => ({ year: perimeter.year, communes: perimeter.communes.length, datedByFile: perimeter.datedByFile });

interface Computed {
  cell: Cell;
  datasets: Set<number>;
}

interface Facts {
  /** measure → period → area → what is said there. */
  observed: Map<string, Map<string, Map<string, Observation>>>;
  /** Best first. */
  datasets: readonly KnownDataset[];
  /** dataset → its place among them. */
  rank: ReadonlyMap<number, number>;
}

function factsOf(observations: readonly Observation[], datasets: readonly KnownDataset[]): Facts {
  const observed: Facts['observed'] = new Map();
  for (const observation of observations) {
    let periods = observed.get(observation.measure);
    if (!periods) observed.set(observation.measure, (periods = new Map()));
    let areas = periods.get(observation.period);
    if (!areas) periods.set(observation.period, (areas = new Map()));
    areas.set(observation.area, observation);
  }
  return { observed, datasets, rank: new Map(datasets.map(({ id }, at) => [id, at])) };
}

/** Periods of the formula's leading measure: a ratio has those of its numerator, a growth those with a start. */
function periodsOf(formula: Formula, facts: Facts, communes: Iterable<string>): string[] {
  const [leading = ''] = measuresOf(formula);
  const departments = new Set([...communes].map(departmentOf));
  const listed = coveringDatasets(leading, facts).flatMap(({ covers, coveredPeriod }) => (coveredPeriod !== null && covers.some((code) => departments.has(code)) ? [coveredPeriod] : []));
  const periods = [...new Set([...(facts.observed.get(leading)?.keys() ?? []), ...listed])].toSorted();
  if (formula.kind !== 'growth') return periods;
  return periods.filter((period) => periods.includes(yearsBefore(period, formula.years)));
}

/** Datasets whose silence may mean "none" for this measure: complete lists of a source that leaves out who has none. */
function coveringDatasets(measure: string, { datasets }: Facts): KnownDataset[] {
  const known = findMeasure(measure);
  return known?.absentMeansNone ? datasets.filter(({ source, covers }) => covers.length > 0 && known.sources?.includes(source)) : [];
}

const yearsBefore = (period: string, years: number): string => `${Number(period.slice(0, 4)) - years}${period.slice(4)}`;

/** One formula on one commune, or on the sums over a territory's communes. */
function compute(formula: Formula, facts: Facts, period: string, areas: readonly string[], level: 'commune' | 'territory'): Computed {
  const datasets = new Set<number>();
  const cellsOf = (measure: string, at: string): Cell[] => {
    const said = facts.observed.get(measure)?.get(at);
    const lists = coveringDatasets(measure, facts).filter(({ coveredPeriod }) => coveredPeriod === at);
    return areas.map((area) => {
      const observation = said?.get(area);
      const list = lists.find(({ covers }) => covers.includes(departmentOf(area)));
      // A newer complete list that leaves the commune out goes before what an older one said of it.
      const silent = list && (!observation || (facts.rank.get(list.id) ?? 0) < (facts.rank.get(observation.datasetId) ?? 0));
      const dataset = silent ? list.id : observation?.datasetId;
      if (dataset !== undefined) datasets.add(dataset);
      return silent ? missing('noneListed') : observation ? cellOf(observation) : missing('notInSource');
    });
  };
  const take = (measure: string, at: string): Cell => {
    const cells = cellsOf(measure, at);
    if (level === 'commune') return cells[0] ?? missing('notInSource');
    const known = findMeasure(measure);
    return known?.additive ? sum(cells, known.secretBounds) : missing('neverAggregated');
  };
  return { cell: formula.kind === 'distinct' ? distinct(cellsOf(formula.list, period)) : evaluate(formula, facts, period, take), datasets };
}

/** Entries of all lists, each once; unknown where the list of one area is. */
function distinct(cells: readonly Cell[]): Cell {
  const lists = cells.flatMap((cell) => (cell.kind === 'category' ? [cell.value] : []));
  if (lists.length === 0) return sum(cells, { low: 0, high: null });
  if (cells.some((cell) => cell.kind !== 'category' && !(cell.kind === 'missing' && cell.reason === 'noneListed'))) return missing('partial');
  return number(new Set(lists.flatMap((list) => list.split(', '))).size);
}

function evaluate(formula: Exclude<Formula, { kind: 'distinct' }>, facts: Facts, period: string, take: (measure: string, at: string) => Cell): Cell {
  switch (formula.kind) {
    case 'measure':
      return take(formula.measure, period);
    case 'ratio': {
      const parts = formula.denominator.map((measure) => {
        const at = lastPeriodUpTo(facts.observed.get(measure), period);
        return at === undefined ? missing('notLoaded') : take(measure, at);
      });
      return ratio(take(formula.numerator, period), addUp(parts), formula.factor);
    }
    case 'growth':
      return yearlyGrowth(take(formula.measure, yearsBefore(period, formula.years)), take(formula.measure, period), formula.years);
  }
}

/** Parts of one area: each must be known, and a secret part hides their total. */
function addUp(parts: readonly Cell[]): Cell {
  if (parts.some((part) => part.kind === 'secret')) return secret;
  return sum(parts, { low: 0, high: null });
}

const lastPeriodUpTo = (periods: ReadonlyMap<string, unknown> | undefined, period: string): string | undefined =>
  [...(periods?.keys() ?? [])].filter((one) => one <= period).toSorted().at(-1);

const reasonOf = { missing: 'notInSource', none: 'noneListed', merged: 'mergedCommune' } as const satisfies Record<string, MissingReason>;

function cellOf({ status, value, category }: Observation): Cell {
  if (status === 'secret') return secret;
  if (status !== 'value') return missing(reasonOf[status]);
  return value === null ? { kind: 'category', value: category ?? '' } : number(value);
}
