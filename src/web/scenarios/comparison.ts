import { compareScenarios, listScenarios, needAYear, type ComparedScenario, type Mode } from '../../needs/index.ts';
import type { Session } from '../../platform/use-case.ts';
import { shown } from '../people/submit.ts';
import { comparedIn, mostCompared, modeIn } from './address.ts';

export interface Comparison {
  mode: Mode;
  scenarios: ComparedScenario[];
  /** All that may be compared. */
  known: { id: string; name: string }[];
}

/** The scenarios that an address asks to compare; the first of the list where it asks for none. */
export async function comparisonOf(session: Session, address: URLSearchParams): Promise<Comparison> {
  const mode = modeIn(address);
  const known = shown(await listScenarios(session, { mode })).map(({ id, name }) => ({ id, name }));
  const asked = comparedIn(address);
  const ids = asked.length > 0 ? asked : known.slice(0, mostCompared).map(({ id }) => id);
  return { mode, known, scenarios: ids.length === 0 ? [] : shown(await compareScenarios(session, { ids, mode })) };
}

/** From the least need a year to the most, among the scenarios whose need is known. */
export function rangeOf(scenarios: readonly ComparedScenario[]): { low: number; high: number } | null {
  const needs = scenarios.flatMap(({ estimate }) => needAYear(estimate) ?? []);
  return needs.length === 0 ? null : { low: Math.min(...needs), high: Math.max(...needs) };
}

export interface ComparedLine {
  label: string;
  /** Null where it is not known. */
  values: (number | null)[];
  kind: 'dwellings' | 'year' | 'difference';
}

/** The lines of the table, the same on the page and in its files. */
export function comparedLines(scenarios: readonly ComparedScenario[], words: Readonly<Record<'perYear' | 'total' | 'demographic' | 'secondary' | 'shortVacancy' | 'longVacancy' | 'renewal' | 'deficit' | 'flux' | 'peak' | 'surplus' | 'difference', string>>): ComparedLine[] {
  const line = (label: string, kind: ComparedLine['kind'], of: (scenario: ComparedScenario) => number | null): ComparedLine => ({ label, kind, values: scenarios.map(of) });
  const flow = (of: (flow: NonNullable<ComparedScenario['estimate']['flow']>) => number) => ({ estimate }: ComparedScenario): number | null => (estimate.flow ? of(estimate.flow) : null);
  return [
    line(words.perYear, 'dwellings', ({ estimate }) => needAYear(estimate)),
    line(words.total, 'dwellings', flow(({ totals }) => totals.housingNeeds)),
    line(words.difference, 'difference', ({ difference }) => difference),
    line(words.deficit, 'dwellings', flow(({ stockBeforePeak }) => stockBeforePeak)),
    line(words.flux, 'dwellings', flow(({ flux }) => flux)),
    line(words.demographic, 'dwellings', flow(({ totals }) => totals.demographicEvolution)),
    line(words.secondary, 'dwellings', flow(({ totals }) => totals.secondaryResidence)),
    line(words.shortVacancy, 'dwellings', flow(({ totals }) => totals.shortTermVacant)),
    line(words.longVacancy, 'dwellings', flow(({ totals }) => totals.longTermVacant)),
    line(words.renewal, 'dwellings', flow(({ totals }) => totals.renewalNeeds)),
    line(words.peak, 'year', flow(({ peakYear }) => peakYear)),
    line(words.surplus, 'dwellings', flow(({ totals }) => totals.surplusHousing)),
  ];
}
