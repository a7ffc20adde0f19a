import type { Flow, PlaceMargins } from '../../../observatory/index.ts';
import { sizes, stocd, type ResidentWorkers } from './margins.ts';

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
