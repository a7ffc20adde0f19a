import type { Tx } from '../platform/database/database.ts';
import type { Actor } from '../platform/permission/actor.ts';
import type { Scope } from '../platform/permission/matrix.ts';
import type { ConsentPurpose } from './person.schema.ts';
import { within } from './scope.store.ts';

export interface Consent {
  id: string;
  purpose: ConsentPurpose;
  wording: string;
  givenAt: Date;
  withdrawnAt: Date | null;
}

/** Consents, given and withdrawn: none is ever overwritten. */
export const consentStore = (tx: Tx, actor: Actor, scope: Scope | undefined) => {
  const reached = within(actor, scope, 'c', { own: 'person_id', organisation: 'custodian_id' });
  return {
    ofPerson: async (personId: string): Promise<Consent[]> =>
      (await tx.selectFrom('party.consent as c').where(reached).where('c.person_id', '=', personId)
        .select(['c.id', 'c.purpose', 'c.wording', 'c.given_at as givenAt', 'c.withdrawn_at as withdrawnAt']).orderBy('c.given_at', 'desc').execute()) as Consent[],
    /** Undefined when the same is in force already. */
    give: async (consent: { person_id: string; custodian_id: string; purpose: string; wording: string; given_at: Date }): Promise<string | undefined> =>
      (await tx.insertInto('party.consent').values({ ...consent, territory: actor.territory })
        .onConflict((conflict) => conflict.columns(['person_id', 'purpose']).where('withdrawn_at', 'is', null).doNothing()).returning('id').executeTakeFirst())?.id,
    withdraw: async (personId: string, id: string, at: Date): Promise<boolean> =>
      (await tx.updateTable('party.consent as c').set({ withdrawn_at: at }).where(reached).where('c.id', '=', id).where('c.person_id', '=', personId).where('c.withdrawn_at', 'is', null)
        .executeTakeFirst()).numUpdatedRows > 0n,
  };
};
