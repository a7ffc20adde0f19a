import type { Tx } from '../platform/database/database.ts';
import type { Actor } from '../platform/permission/actor.ts';
import type { Scope } from '../platform/permission/matrix.ts';
import { within } from './scope.store.ts';

export interface Household {
  id: string;
  adults: number;
  children: number;
}

/** Households of accompanied persons. One's own is the one that one's file names: its reader has found the file first. */
export const householdStore = (tx: Tx, actor: Actor, scope: Scope) => {
  const reached = within(actor, scope === 'own' ? 'territory' : scope, 'h', { organisation: 'custodian_id' });
  return {
    find: (id: string): Promise<Household | undefined> =>
      tx.selectFrom('party.household as h').where(reached).where('h.id', '=', id).where('h.erased_at', 'is', null).select(['h.id', 'h.adults', 'h.children']).executeTakeFirst(),
    insert: async (household: { custodian_id: string; adults: number; children: number; created_at: Date }): Promise<string> =>
      (await tx.insertInto('party.household').values({ ...household, territory: actor.territory }).returning('id').executeTakeFirstOrThrow()).id,
    update: async (id: string, counts: { adults: number; children: number }): Promise<void> => {
      await tx.updateTable('party.household as h').set(counts).where(reached).where('h.id', '=', id).where('h.erased_at', 'is', null).execute();
    },
  };
};
