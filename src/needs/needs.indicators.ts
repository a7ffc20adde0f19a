import { missing, referenceTo, type Cell, type IndicatorProvider, type Reading } from '../indicators/index.ts';
import { flowTotalsAround, listDatasets, type FlowTotal } from '../observatory/index.ts';
import type { Db } from '../platform/database/database.ts';
import { perimeterOf, type Perimeter, type Territory } from '../territory/index.ts';
import { flowSources } from './flow-sources.ts';
import { balanceDefinitions } from './link/balance.definitions.ts';
import { balanceFigures, balanceOf, givenOf, givenOfTerritory, type BalanceFigure, type Given } from './link/balance.rules.ts';

/** Jobs, people in work and where they go: the newest vintage of the census's flows that knows the territory. */
export const needsIndicators: IndicatorProvider = {
  definitions: balanceDefinitions,
  read: async (db, { territory, asOf, indicators }) => {
    const balances = balancesOf(territory, await flowsOf(db, territory, asOf));
    const asked = balanceDefinitions.filter(({ id }) => indicators.includes(id));
    return asked.flatMap(({ id }) => readingsOf(id as BalanceFigure, territory, balances));
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
  byCommune: ReadonlyMap<string, Given>;
  whole: Given;
}

function balancesOf(territory: Territory, found: Found | undefined): Balances {
  const perimeter = perimeterOf(territory, found ? Number(found.vintage.slice(0, 4)) : territory.listYear);
  // A commune without any resident in work in the file is not in it: regions are published apart.
  const known = new Set(found?.flows.flatMap(({ residence }) => residence ?? []));
  const flows = found?.flows ?? [];
  const byCommune = new Map([...territory.communes.keys()].filter((code) => known.has(code)).map((code) => [code, balanceOf(new Set([code]), flows)]));
  const whole = perimeter.communes.every((code) => known.has(code)) ? balanceOf(new Set(perimeter.communes), flows) : undefined;
  return {
    perimeter, isLoaded: found !== undefined, period: found?.vintage ?? '', datasets: found?.datasets ?? [],
    byCommune: new Map([...byCommune].map(([code, balance]) => [code, givenOf(balance)])),
    whole: givenOfTerritory(whole, perimeter.communes.map((code) => byCommune.get(code))),
  };
}

function readingsOf(id: BalanceFigure, territory: Territory, { perimeter, isLoaded, byCommune, whole, period, datasets }: Balances): Reading[] {
  const ofCommune = (code: string): Cell => {
    const given = byCommune.get(code);
    return given ? balanceFigures[id](given) : missing(isLoaded ? 'notInSource' : 'notLoaded');
  };
  const shared = { indicator: id, period, datasets };
  return [
    ...[...territory.communes.keys()].toSorted().map((area): Reading => ({ ...shared, area, level: 'commune', cell: ofCommune(area), perimeter: null })),
    {
      ...shared, area: territory.code, level: 'intercommunality', cell: isLoaded ? balanceFigures[id](whole) : missing('notLoaded'),
      perimeter: { year: perimeter.year, communes: perimeter.communes.length, datedByFile: perimeter.datedByFile },
    },
  ];
}
