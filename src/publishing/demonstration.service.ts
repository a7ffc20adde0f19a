import { readRetainedScenario } from '../needs/index.ts';
import { isInvented, listDatasets } from '../observatory/index.ts';
import { listOrganisations } from '../parties/index.ts';
import { jobActor } from '../platform/permission/actor.ts';
import { publicationStore } from './analysis.store.ts';
import type { PublishingHouse } from './open-data.service.ts';

export interface Demonstration { organisations: number; notes: readonly string[]; datasets: readonly string[]; scenarios: readonly string[] }

/** What of the territory is invented, to show the software: null where nothing is. */
export async function demonstrationIn({ db, clock, territory }: Pick<PublishingHouse, 'db' | 'clock' | 'territory'>): Promise<Demonstration | null> {
  let organisations = 0;
  for (const state of ['open', 'closed'] as const) {
    let after: string | undefined;
    do {
      const page = await listOrganisations({ db, clock, actor: jobActor(territory.code) }, { state, after });
      if (!page.ok) throw new Error(`the organisations cannot be read: ${page.error.code}`);
      organisations += page.value.organisations.filter(({ demonstration }) => demonstration).length;
      after = page.value.after ?? undefined;
    } while (after !== undefined);
  }
  const notes = (await publicationStore(db, territory.code).latest()).filter(({ demonstration }) => demonstration).map(({ title }) => title);
  const datasets = (await listDatasets(db, clock.now())).filter(isInvented).map(({ title }) => title);
  const retained = await readRetainedScenario({ db, clock, actor: jobActor(territory.code) }, {});
  if (!retained.ok) throw new Error(`the retained scenario cannot be read: ${retained.error.code}`);
  const scenarios = retained.value?.demonstration ? [retained.value.name] : [];
  return organisations + notes.length + datasets.length + scenarios.length > 0 ? { organisations, notes, datasets, scenarios } : null;
}
