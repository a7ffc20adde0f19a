import type { Flow } from '../../observatory/index.ts';
import { sizes, stocd, type ResidentWorkers } from './margins.ts';

/** Persons at work by commune of residence, with their margins where the file has them. */
export function residentWorkers(flows: readonly Flow[], source: ResidentWorkers['source'], vintage: string, communes: ReadonlySet<string>): Map<string, ResidentWorkers> {
  const byCommune = new Map<string, ResidentWorkers>();
  for (const { residence, people, margins } of flows) {
    if (!communes.has(residence)) continue;
    const one = byCommune.get(residence) ?? { source, vintage, total: 0 };
    one.total += people;
    if (margins['STOCD']) one.byTenure = added(one.byTenure ?? new Float64Array(stocd.length), stocd.map((codes) => codes.reduce((so, code) => so + (margins['STOCD']?.[code] ?? 0), 0)));
    if (margins['NPERR']) one.bySize = added(one.bySize ?? new Float64Array(sizes.length), sizes.map((size) => margins['NPERR']?.[String(size)] ?? 0));
    byCommune.set(residence, one);
  }
  return byCommune;
}

const added = (so: Float64Array, more: readonly number[]): Float64Array => so.map((one, at) => one + (more[at] ?? 0));
