import { sql } from 'kysely';
import type { Tx } from '../platform/database/database.ts';
import type { Actor } from '../platform/permission/actor.ts';
import type { Scope } from '../platform/permission/matrix.ts';
import { compartmentsOf } from '../platform/permission/permission.rules.ts';
import { within } from './scope.store.ts';

export interface Note {
  id: string;
  text: string;
  compartment: string | null;
  author: string;
  writtenAt: Date;
}

/** Notes of a file. Those of a compartment are seen from inside it only. */
export const noteStore = (tx: Tx, actor: Actor, scope: Scope | undefined) => {
  const inside = compartmentsOf(actor.role);
  return {
    ofPerson: (personId: string, most: number): Promise<Note[]> =>
      tx.selectFrom('party.note as n').where(within(actor, scope, 'n', { own: 'person_id', organisation: 'custodian_id' })).where('n.person_id', '=', personId)
        .where((eb) => (inside.length > 0 ? eb.or([eb('n.compartment', 'is', null), eb('n.compartment', 'in', inside)]) : eb('n.compartment', 'is', null)))
        .select(['n.id', 'n.text', 'n.compartment', 'n.author', 'n.written_at as writtenAt']).orderBy('n.written_at', 'desc').orderBy('n.id').limit(most).execute(),
    /** Signed with the name that the writer bears that day. */
    insert: async (note: { person_id: string; custodian_id: string; compartment: string | null; text: string; written_at: Date }): Promise<string> =>
      (await tx.insertInto('party.note').values({
        ...note, territory: actor.territory, written_by: actor.accountId, author: sql<string>`coalesce((select a.name from identity.account a where a.id = ${actor.accountId}), '')`,
      }).returning('id').executeTakeFirstOrThrow()).id,
  };
};
