import { missing, referenceTo, sum, type Cell, type IndicatorProvider, type Reading } from '../indicators/index.ts';
import { flowTotalsAround, listDatasets, type FlowTotal } from '../observatory/index.ts';
import type { Db } from '../platform/database/database.ts';
import { perimeterOf, type Perimeter, type Territory } from '../territory/index.ts';
import { flowSources } from './flow-sources.ts';
import { balanceDefinitions } from './link/balance.definitions.ts';
import { balanceFigures, balanceOf, withinSums, type Balance, type BalanceFigure } from './link/balance.rules.ts';

/** Jobs, people in work and where they go: the newest vintage of the census's flows that knows the territory. */
export const needsIndicators: IndicatorProvider = {
  definitions: balanceDefinitions,
  read: async (db, { territory, asOf, indicators }) => {
    const balances = balancesOf(territory, await flowsOf(db, territory, asOf));
    const asked = balanceDefinitions.filter(({ id }) => indicators.includes(id));
    return asked.flatMap(({ id, additive }) => readingsOf(id as BalanceFigure, additive === true, territory, balances));
  },
};

interface Found { vintage: string; flows: readonly FlowTotal[]; datasets: Reading['datasets'] }

async function flowsOf(db: Db, territory: Territory, asOf: Date): Promise<Found | undefined> {
  const all = await Promise.all(flowSources.map((source) => flowTotalsAround(db, territory, source, asOf)));
  const newest = all.flatMap((one) => one ?? []).toSorted((a, b) => b.vintage.localeCompare(a.vintage))[0];
  if (!newest) return undefined;
  const dataset = (await listDatasets(db, asOf)).find(({ id }) => id === newest.datasetId);
  return { ...newest, datasets: dataset ? [referenceTo(dataset)] : [] };
}

interface Balances extends Pick<Reading, 'period' | 'datasets'> {
  perimeter: Perimeter;
  isLoaded: boolean;
  byCommune: ReadonlyMap<string, Balance>;
  /** The perimeter taken as one place; undefined where one of its communes is not in the file. */
  whole: Balance | undefined;
}

function balancesOf(territory: Territory, found: Found | undefined): Balances {
  const perimeter = perimeterOf(territory, found ? Number(found.vintage.slice(0, 4)) : territory.listYear);
  // A commune without any resident in work in the file is not in it: regions are published apart.
  const known = new Set(found?.flows.flatMap(({ residence }) => residence ?? []));
  const flows = found?.flows ?? [];
  return {
    perimeter, isLoaded: found !== undefined, period: found?.vintage ?? '', datasets: found?.datasets ?? [],
    byCommune: new Map([...territory.communes.keys()].filter((code) => known.has(code)).map((code) => [code, balanceOf(new Set([code]), flows)])),
    whole: perimeter.communes.every((code) => known.has(code)) ? balanceOf(new Set(perimeter.communes), flows) : undefined,
  };
}

function readingsOf(id: BalanceFigure, additive: boolean, territory: Territory, { perimeter, isLoaded, byCommune, whole, period, datasets }: Balances): Reading[] {
  const ofCommune = (figure: BalanceFigure, code: string): Cell => {
    const balance = byCommune.get(code);
    return balance ? balanceFigures[figure](balance) : missing(isLoaded ? 'notInSource' : 'notLoaded');
  };
  const sumOf = (figure: BalanceFigure): Cell => sum(perimeter.communes.map((code) => ofCommune(figure, code)), { low: 0, high: null });
  const ofWhole = (): Cell => (whole ? withinSums(id, balanceFigures[id](whole), whole, { jobs: sumOf('commuting.jobs'), employed: sumOf('commuting.employed') }) : missing('partial'));
  const shared = { indicator: id, period, datasets };
  return [
    ...[...territory.communes.keys()].toSorted().map((area): Reading => ({ ...shared, area, level: 'commune', cell: ofCommune(id, area), perimeter: null })),
    {
      ...shared, area: territory.code, level: 'intercommunality', cell: !isLoaded ? missing('notLoaded') : additive ? sumOf(id) : ofWhole(),
      perimeter: { year: perimeter.year, communes: perimeter.communes.length, datedByFile: perimeter.datedByFile },
    },
  ];
}
