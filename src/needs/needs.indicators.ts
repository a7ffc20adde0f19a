import { missing, referenceTo, sum, type Cell, type IndicatorProvider, type Reading } from '../indicators/index.ts';
import { flowTotalsAround, listDatasets, type FlowTotal } from '../observatory/index.ts';
import type { Db } from '../platform/database/database.ts';
import { perimeterOf, type Territory } from '../territory/index.ts';
import { balanceDefinitions } from './link/balance.definitions.ts';
import { balanceFigures, balanceOf, type BalanceFigure } from './link/balance.rules.ts';

/** The census's detailed file counts who was asked; its base of flows covers more and does not. The newest goes first. */
const sources = ['mobpro', 'flow-base'] as const;

/** Jobs, people in work and where they go: the newest vintage of the census's flows that knows the territory. */
export const needsIndicators: IndicatorProvider = {
  definitions: balanceDefinitions,
  read: async (db, { territory, asOf, indicators }) => {
    const found = await flowsOf(db, territory, asOf);
    const asked = balanceDefinitions.filter(({ id }) => indicators.includes(id));
    return asked.flatMap(({ id, additive }) => readingsOf(id as BalanceFigure, additive === true, territory, found));
  },
};

interface Found { vintage: string; flows: readonly FlowTotal[]; datasets: Reading['datasets'] }

async function flowsOf(db: Db, territory: Territory, asOf: Date): Promise<Found | undefined> {
  const all = await Promise.all(sources.map((source) => flowTotalsAround(db, territory, source, asOf)));
  const newest = all.flatMap((one) => one ?? []).toSorted((a, b) => b.vintage.localeCompare(a.vintage))[0];
  if (!newest) return undefined;
  const dataset = (await listDatasets(db, asOf)).find(({ id }) => id === newest.datasetId);
  return { ...newest, datasets: dataset ? [referenceTo(dataset)] : [] };
}

function readingsOf(id: BalanceFigure, additive: boolean, territory: Territory, found: Found | undefined): Reading[] {
  const perimeter = perimeterOf(territory, found ? Number(found.vintage.slice(0, 4)) : territory.listYear);
  const compute = (communes: readonly string[]): Cell => (found ? balanceFigures[id](balanceOf(new Set(communes), found.flows)) : missing('notLoaded'));
  const shared = { indicator: id, period: found?.vintage ?? '', datasets: found?.datasets ?? [] };
  // A commune without any resident in work in the file is not in it: regions are published apart.
  const known = new Set(found?.flows.flatMap(({ residence }) => residence ?? []));
  const cells = new Map([...territory.communes.keys()].toSorted().map((code) => [code, !found || known.has(code) ? compute([code]) : missing('notInSource')]));
  const whole = additive && found ? sum(perimeter.communes.map((code) => cells.get(code) ?? missing('notInSource')), { low: 0, high: null }) : wholeOf(compute(perimeter.communes), perimeter.communes, cells);
  return [
    ...[...cells].map(([area, cell]): Reading => ({ ...shared, area, level: 'commune', cell, perimeter: null })),
    { ...shared, area: territory.code, level: 'intercommunality', cell: whole, perimeter: { year: perimeter.year, communes: perimeter.communes.length, datedByFile: perimeter.datedByFile } },
  ];
}

/** The territory taken as one place; unknown where one of its communes is. */
function wholeOf(cell: Cell, communes: readonly string[], cells: ReadonlyMap<string, Cell>): Cell {
  const lacks = communes.some((code) => { const one = cells.get(code); return one?.kind === 'missing' && one.reason === 'notInSource'; });
  return lacks && (cell.kind === 'number' || cell.kind === 'secret') ? missing('partial') : cell;
}
