import { ceilingIds, type CeilingId } from '../../aids/index.ts';
import { dwellings, incomeStep, taxIncomeShare, type EmployeesFigures } from '../../needs/index.ts';
import { referenceTo } from '../../indicators/index.ts';
import { listDatasets } from '../../observatory/index.ts';
import type { App } from '../../composition.ts';
import { needsWords } from '../messages/needs.ts';
import type { NeedsQuery } from './query.ts';

/** An interval of households, and how its bounds differ from those of the day's ceilings where one was moved. */
export interface Shown { low: number; high: number; moved?: { low: number; high: number } }

/** All that the page shows: of what is chosen only, its communes and groups. */
export function needsView(figures: EmployeesFigures, usual: EmployeesFigures | undefined, { target }: NeedsQuery, app: Pick<App, 'territory'>) {
  const [all, before] = [targetsOf(figures), usual && targetsOf(usual)];
  const chosen = all.get(target);
  const was = before?.get(target);
  const nameOf = (commune: string): string => app.territory.communes.get(commune)?.name ?? commune;
  return {
    ...figures,
    assumptions: { incomeStep, taxIncomeShare, dwellings: dwellings.map(({ persons, surfaceM2 }) => ({ persons: Number.isFinite(persons) ? persons : null, surfaceM2 })) },
    ceilings: figures.ceilings.map((one) => ({ id: one.id, isKnown: isKnown(one, figures.atWork), ...shown(one, before?.get(one.id)) })),
    aids: figures.aids.map((one) => ({ id: one.id, title: one.title, missing: one.missing, opening: one.opening, ...shown(one, before?.get(one.id)) })),
    target: {
      id: target, title: titleOf(target, figures), isCeiling: (ceilingIds as readonly string[]).includes(target), isKnown: chosen !== undefined && isKnown(chosen, figures.atWork),
      communes: figures.atWorkByCommune.map(({ commune, households }, at) => {
        const here = chosen?.byCommune[at];
        return { commune, name: nameOf(commune), households, ...(here ? shown(here, was?.byCommune[at]) : { low: 0, high: households }), effort: figures.effort?.byCommune.find((one) => one.commune === commune)?.share ?? null };
      }).toSorted((a, b) => a.name.localeCompare(b.name, 'fr')),
      groups: figures.groups.map((group) => ({ id: group.group, size: shown(group, undefined), ...shown(chosen?.byGroup.find((one) => one.group === group.group) ?? { low: 0, high: group.high }, was?.byGroup.find((one) => one.group === group.group)) })),
    },
  };
}

export type NeedsView = ReturnType<typeof needsView>;

/** Every thing that one may choose, with its title. */
export const choicesOf = (figures: EmployeesFigures): { id: string; title: string }[] => [...figures.ceilings, ...figures.aids].map(({ id }) => ({ id, title: titleOf(id, figures) }));

/** The datasets behind the figures, by what they serve. */
export async function needsSources(app: App, { datasets }: EmployeesFigures) {
  const known = new Map((await listDatasets(app.db, app.clock.now())).map((dataset) => [dataset.id, referenceTo(dataset)]));
  return (['population', 'rents', 'zones'] as const).map((serves) => ({ serves, datasets: datasets[serves].flatMap((id) => known.get(id) ?? []) }));
}

type Target = (EmployeesFigures['ceilings'][number] | EmployeesFigures['aids'][number]);
const targetsOf = ({ ceilings, aids }: EmployeesFigures): Map<string, Target> => new Map([...ceilings, ...aids].map((one) => [one.id, one]));
const titleOf = (id: string, { aids }: EmployeesFigures): string => (needsWords.ceilings.names as Record<string, string>)[id as CeilingId] ?? aids.find((aid) => aid.id === id)?.title ?? id;

/** Of nobody sure and nobody excluded, nothing is known. */
const isKnown = ({ low, high }: { low: number; high: number }, whole: number): boolean => low > 0 || high < whole;

const shown = ({ low, high }: { low: number; high: number }, was: { low: number; high: number } | undefined): Shown => ({ low, high, ...(was ? { moved: { low: low - was.low, high: high - was.high } } : {}) });
