import { isInvented, listDatasets } from '../observatory/index.ts';
import { listOrganisations } from '../parties/index.ts';
import { jobActor } from '../platform/permission/actor.ts';
import { publicationStore } from './analysis.store.ts';
import type { PublishingHouse } from './open-data.service.ts';

export interface Demonstration { organisations: number; notes: readonly string[]; datasets: readonly string[] }

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
  return organisations + notes.length + datasets.length > 0 ? { organisations, notes, datasets } : null;
}
