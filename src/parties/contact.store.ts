import type { Tx } from '../platform/database/database.ts';
import type { Actor } from '../platform/permission/actor.ts';
import type { Scope } from '../platform/permission/matrix.ts';
import type { Contact } from './organisation.schema.ts';
import { within } from './scope.store.ts';

interface Row {
  name: string;
  function: string;
  email: string | null;
  phone: string | null;
  source: string;
  checked_on: string;
}

/** Professional contacts of an organisation. */
export const contactStore = (tx: Tx, actor: Actor, scope: Scope | undefined) => {
  const reached = within(actor, scope, 'c', { organisation: 'organisation_id' });
  const all = tx.selectFrom('party.contact as c').where(reached)
    .select(['c.id', 'c.name', 'c.function', 'c.email', 'c.phone', 'c.source', 'c.checked_on as checkedOn', 'c.opted_out_at as optedOutAt']);
  return {
    /** Who may be called first, the latest checked before. */
    ofOrganisation: (organisationId: string): Promise<Contact[]> =>
      all.where('c.organisation_id', '=', organisationId).orderBy('c.opted_out_at', (by) => by.nullsFirst()).orderBy('c.checked_on', 'desc').orderBy('c.name').orderBy('c.id').execute(),
    find: (organisationId: string, id: string): Promise<Contact | undefined> => all.where('c.organisation_id', '=', organisationId).where('c.id', '=', id).executeTakeFirst(),
    insert: async (contact: Row & { organisation_id: string; created_at: Date }): Promise<string> =>
      (await tx.insertInto('party.contact').values({ ...contact, territory: actor.territory }).returning('id').executeTakeFirstOrThrow()).id,
    update: async (id: string, change: Partial<Row & { opted_out_at: Date }>): Promise<void> => {
      await tx.updateTable('party.contact as c').set(change).where(reached).where('c.id', '=', id).execute();
    },
  };
};
