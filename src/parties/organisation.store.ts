import { sql } from 'kysely';
import type { Tx } from '../platform/database/database.ts';
import { shareTurn, takeTurn } from '../platform/database/turn.ts';
import type { Actor } from '../platform/permission/actor.ts';
import type { OrganisationKind, Scope } from '../platform/permission/matrix.ts';
import type { Organisation, OrganisationState } from './organisation.schema.ts';
import { within } from './scope.store.ts';

/** Organisations within the actor's scope. */
export const organisationStore = (tx: Tx, actor: Actor, scope: Scope) => {
  const all = tx.selectFrom('party.organisation as o').where(within(actor, scope, 'o', { organisation: 'id', commune: 'commune' }))
    .select(['o.id', 'o.kind', 'o.name', 'o.siren', 'o.commune', 'o.created_at as createdAt', 'o.closed_on as closedOn', 'o.demonstration']);

  return {
    find: async (id: string): Promise<Organisation | undefined> => (await all.where('o.id', '=', id).executeTakeFirst()) as Organisation | undefined,

    /** Held until the transaction ends, and answered only to who may change it; files that would open at the same time wait. */
    hold: async (id: string): Promise<Organisation | undefined> => {
      await takeTurn(tx, 'organisation', id);
      return (await all.where('o.id', '=', id).forUpdate().executeTakeFirst()) as Organisation | undefined;
    },

    /** Whether it is open, and stays so until the transaction ends. */
    staysOpen: async (id: string): Promise<boolean> => {
      await shareTurn(tx, 'organisation', id);
      return (await tx.selectFrom('party.organisation').where('territory', '=', actor.territory).where('id', '=', id).where('closed_on', 'is', null).select('id').executeTakeFirst()) !== undefined;
    },

    /** A page in the order of names; `words` are all in the name, `siren` begins the number. */
    list: async (asked: { state: OrganisationState; kind: OrganisationKind | null; words: readonly string[]; siren: string | null; after: string | null; most: number }): Promise<Organisation[]> => {
      let page = all.where('o.closed_on', asked.state === 'open' ? 'is' : 'is not', null).orderBy('o.search').orderBy('o.id').limit(asked.most);
      if (asked.kind) page = page.where('o.kind', '=', asked.kind);
      if (asked.siren) page = page.where('o.siren', 'like', `${asked.siren}%`);
      for (const word of asked.words) page = page.where('o.search', 'like', `%${word}%`);
      if (asked.after) page = page.where(sql<boolean>`(o.search, o.id) > (select f.search, f.id from party.organisation f where f.id = ${asked.after} and f.territory = ${actor.territory})`);
      return (await page.execute()) as Organisation[];
    },

    /** Undefined when the territory knows this SIREN in this kind already. */
    insert: async (organisation: { kind: string; name: string; siren: string | null; commune: string | null; search: string; created_at: Date; demonstration: boolean }): Promise<string | undefined> =>
      (await tx.insertInto('party.organisation').values({ ...organisation, territory: actor.territory }).onConflict((conflict) => conflict.doNothing()).returning('id').executeTakeFirst())?.id,

    rename: async (id: string, name: string, search: string): Promise<void> => {
      await tx.updateTable('party.organisation as o').set({ name, search }).where(within(actor, scope, 'o', { organisation: 'id' })).where('o.id', '=', id).execute();
    },

    setClosed: async (id: string, on: string | null): Promise<void> => {
      await tx.updateTable('party.organisation as o').set({ closed_on: on }).where(within(actor, scope, 'o', { organisation: 'id' })).where('o.id', '=', id).execute();
    },
  };
};
