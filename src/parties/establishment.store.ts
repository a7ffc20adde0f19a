import type { Tx } from '../platform/database/database.ts';
import type { Actor } from '../platform/permission/actor.ts';
import type { Scope } from '../platform/permission/matrix.ts';
import type { Establishment } from './organisation.schema.ts';
import { within } from './scope.store.ts';

interface NewRow {
  organisation_id: string;
  siret: string;
  name: string | null;
  commune: string | null;
  address: string | null;
  opened_on: string;
  moved_from: string | null;
  recorded_at: Date;
}

/** Establishments over time: one that closes or moves keeps its row. */
export const establishmentStore = (tx: Tx, actor: Actor, scope: Scope | undefined) => {
  const reached = within(actor, scope, 'e', { organisation: 'organisation_id', commune: 'commune' });
  const all = tx.selectFrom('party.establishment as e').where(reached)
    .select(['e.id', 'e.siret', 'e.name', 'e.commune', 'e.address', 'e.opened_on as openedOn', 'e.closed_on as closedOn', 'e.moved_from as movedFrom']);
  return {
    /** The open ones first, then the latest closed. */
    ofOrganisation: (organisationId: string): Promise<Establishment[]> =>
      all.where('e.organisation_id', '=', organisationId).orderBy('e.closed_on', (by) => by.desc().nullsFirst()).orderBy('e.opened_on', 'desc').orderBy('e.id').execute(),
    find: (organisationId: string, id: string): Promise<Establishment | undefined> => all.where('e.organisation_id', '=', organisationId).where('e.id', '=', id).executeTakeFirst(),
    /** The same SIRET in the territory, still open or not yet closed on that day. */
    isTaken: async (siret: string, on: string): Promise<boolean> =>
      (await tx.selectFrom('party.establishment as e').where('e.territory', '=', actor.territory).where('e.siret', '=', siret)
        .where((eb) => eb.or([eb('e.closed_on', 'is', null), eb('e.closed_on', '>', on), eb('e.opened_on', '=', on)])).select('e.id').executeTakeFirst()) !== undefined,
    /** Undefined when somebody else has just opened it. */
    insert: async (row: NewRow): Promise<string | undefined> =>
      (await tx.insertInto('party.establishment').values({ ...row, territory: actor.territory }).onConflict((conflict) => conflict.columns(['territory', 'siret', 'opened_on']).doNothing()).returning('id').executeTakeFirst())?.id,
    close: async (id: string, on: string): Promise<void> => {
      await tx.updateTable('party.establishment as e').set({ closed_on: on }).where(reached).where('e.id', '=', id).where('e.closed_on', 'is', null).execute();
    },
  };
};
