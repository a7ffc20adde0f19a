import type { Tx } from '../platform/database/database.ts';
import type { Actor } from '../platform/permission/actor.ts';
import type { Role } from '../platform/permission/matrix.ts';

export interface Opening {
  at: Date;
  role: Role;
  /** Where the reader may know it. */
  name: string | null;
  organisationId: string | null;
}

/** Who opened a file, the latest first. Names are looked up apart: short walks cost less than a join of guarded tables. */
export const openingStore = (tx: Tx, actor: Actor) => ({
  ofPerson: async (personId: string, most: number): Promise<Opening[]> => {
    const entries = await tx.selectFrom('audit.entry as e').where('e.territory', '=', actor.territory).where('e.person_id', '=', personId).where('e.type', '=', 'person.opened')
      .select(['e.at', 'e.role', 'e.account_id as accountId', 'e.organisation_id as organisationId']).orderBy('e.id', 'desc').limit(most).execute();
    const accounts = [...new Set(entries.flatMap(({ accountId }) => accountId ?? []))];
    const named = accounts.length === 0 ? [] : await tx.selectFrom('identity.account as a').where('a.territory', '=', actor.territory).where('a.id', 'in', accounts).select(['a.id', 'a.name']).execute();
    const names = new Map(named.map(({ id, name }) => [id, name]));
    return entries.map(({ at, role, accountId, organisationId }) => ({ at, role: role as Role, name: names.get(accountId ?? '') ?? null, organisationId }));
  },
});
