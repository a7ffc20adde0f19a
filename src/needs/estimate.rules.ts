import { blockCorrections, correctionIds, corrections, correctionsOf, type CorrectionId, type Mode } from './corrections.ts';
import { flowOf, type Flow } from './flow.rules.ts';
import type { Territory } from './otelo.schema.ts';
import { defaultParameters, parameterNames, type ParameterName, type Parameters } from './parameters.ts';
import { stockOf, type Stock } from './stock.rules.ts';
import type { WantedFile } from './wanted-files.ts';

/** What a correction changes in the need to the peak, in dwellings, the others applied; null where it has no object. */
export interface AppliedCorrection {
  id: CorrectionId;
  title: string;
  reason: string;
  difference: number | null;
}

export interface Estimate {
  name: string;
  epciCode: string;
  mode: Mode;
  baseYear: number;
  projection: number;
  horizonResorption: number;
  /** Where the file gives the blocks' figures. */
  stock: Stock | null;
  /** Dwellings lacking in the base year; null where a block lacks its file. */
  stockDeficit: number | null;
  /** Null with it: a need without one of its parts would read as less. */
  flow: Flow | null;
  files: WantedFile[];
  corrections: AppliedCorrection[];
  parameters: Parameters;
  changed: ParameterName[];
}

/** A territory's need for dwellings. `reference` reproduces the State's spreadsheet; `default` corrects it and says by how much. */
export function estimate(territory: Territory, mode: Mode): Estimate {
  const applied = correctionsOf(mode);
  const { stock, stockDeficit, flow } = computed(territory, applied);
  const corrected = flow && correctionIds.filter((id) => applied.has(id)).map((id): AppliedCorrection => {
    if (!stock && blockCorrections.has(id)) return { id, ...corrections[id], difference: null };
    const without = computed(territory, new Set([...applied].filter((other) => other !== id)));
    return { id, ...corrections[id], difference: flow.totals.housingNeeds - (without.flow?.totals.housingNeeds ?? Number.NaN) };
  });
  const given = parametersOf(territory);
  return {
    name: territory.name, epciCode: territory.epciCode, mode, baseYear: territory.baseYear, projection: territory.projection, horizonResorption: territory.horizonResorption,
    stock, stockDeficit, flow, files: stock?.total.kind === 'missing' ? stock.total.files : [], corrections: corrected ?? [],
    parameters: given, changed: parameterNames.filter((name) => JSON.stringify(given[name]) !== JSON.stringify(defaultParameters[name])),
  };
}

/** What is not said stays at Otelo's default. */
const parametersOf = ({ parameters }: Territory): Parameters =>
  ({ ...defaultParameters, ...Object.fromEntries(Object.entries(parameters).filter(([, value]) => value !== undefined)) });

function computed(territory: Territory, applied: ReadonlySet<CorrectionId>): Pick<Estimate, 'stock' | 'stockDeficit' | 'flow'> {
  const stock = territory.stock ? stockOf(territory.stock, parametersOf(territory), territory, applied) : null;
  const stockDeficit = territory.stockDeficit ?? (stock?.total.kind === 'value' ? stock.total.value : null);
  const outOfHousing = stock?.outOfHousing.kind === 'value' ? stock.outOfHousing.value : undefined;
  return { stock, stockDeficit, flow: stockDeficit === null ? null : flowOf(territory, { stockDeficit, outOfHousing, applied }) };
}

/** Dwellings needed in a year, on average to the peak; 0 where households only go down, null where the need is not known. */
export function needAYear({ flow, baseYear }: Pick<Estimate, 'flow' | 'baseYear'>): number | null {
  if (!flow) return null;
  return flow.peakYear > baseYear ? flow.totals.housingNeeds / (flow.peakYear - baseYear) : 0;
}
