import type { Estimate } from './estimate.rules.ts';
import type { FlowTotals } from './flow.rules.ts';

/** Several territories added up; nothing is added where one of them is not known. */
export interface Gathered {
  totals: FlowTotals | null;
  /** Dwellings needed to each one's peak; a territory that needs none makes up for no other's need and is left out, as in Otelo. */
  total: number | null;
  leftOut: string[];
}

/** Adds up the estimates of a file. */
export function gather(estimates: readonly Estimate[]): Gathered {
  const flows = estimates.flatMap(({ epciCode, flow }) => (flow ? [{ epciCode, flow, total: flow.flux + flow.stockBeforePeak }] : []));
  const [first, ...others] = flows;
  if (!first || flows.length < estimates.length) return { totals: null, total: null, leftOut: [] };
  const names = Object.keys(first.flow.totals) as (keyof FlowTotals)[];
  const totals = others.reduce((so, { flow }) => Object.fromEntries(names.map((name) => [name, so[name] + flow.totals[name]])) as unknown as FlowTotals, first.flow.totals);
  const needing = flows.filter(({ total }) => total > 0);
  return {
    totals,
    total: needing.reduce((so, { total }) => so + total, 0),
    leftOut: flows.filter(({ total }) => total <= 0).map(({ epciCode }) => epciCode),
  };
}
