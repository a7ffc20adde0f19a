import { sql, type ExpressionBuilder } from 'kysely';
import { z } from 'zod';
import type { Tx } from '../database/database.ts';
import type { DB } from '../database/types.generated.ts';
import type { OrganisationKind, Role } from '../permission/matrix.ts';

export interface Membership {
  id: string;
  role: Role;
  organisation: { id: string; name: string; kind: OrganisationKind; commune: string | null };
}

export interface Account {
  id: string;
  email: string;
  name: string;
  /** One's own file, for an accompanied employee. */
  personId: string | null;
  demonstration: boolean;
  passwordHash: string | null;
  hasSecondFactor: boolean;
  memberships: Membership[];
}

/** Every role that somebody may act in: those of their memberships, and an employee's over their own file. */
export const rolesOf = (account: Pick<Account, 'memberships' | 'personId'>): Role[] =>
  [...account.memberships.map((membership) => membership.role), ...(account.personId ? ['employee' as const] : [])];

/** Accounts of the territory, through the door. A disabled one is as absent as an unknown one. */
export const accountStore = (tx: Tx, territory: string) => {
  const enabled = tx.selectFrom('identity.account as account').where('account.territory', '=', territory).where('account.disabled_at', 'is', null)
    .select((eb) => ['account.id', 'account.email', 'account.name', 'account.person_id as personId', 'account.demonstration', 'account.password_hash as passwordHash', hasSecondFactor(eb).as('hasSecondFactor')]);

  const withMemberships = async (row: Omit<Account, 'memberships'> | undefined): Promise<Account | undefined> =>
    row && { ...row, memberships: await membershipsOf(tx, territory, row.id) };

  return {
    byEmail: async (email: string) => withMemberships(await enabled.where('account.email', '=', normalEmail(email)).executeTakeFirst()),
    byId: async (id: string) => isId(id) ? withMemberships(await enabled.where('account.id', '=', id).executeTakeFirst()) : undefined,
    /** Undefined when the address has an account already. */
    create: async (account: { email: string; name: string; passwordHash: string | null; at: Date }): Promise<string | undefined> =>
      (await tx.insertInto('identity.account')
        .values({ territory, email: normalEmail(account.email), name: account.name, password_hash: account.passwordHash, created_at: account.at })
        .onConflict((conflict) => conflict.columns(['territory', 'email']).doNothing()).returning('id').executeTakeFirst())?.id,
    setPassword: (id: string, passwordHash: string) =>
      tx.updateTable('identity.account').set({ password_hash: passwordHash }).where('territory', '=', territory).where('id', '=', id).execute(),
    rename: (id: string, name: string) =>
      tx.updateTable('identity.account').set({ name }).where('territory', '=', territory).where('id', '=', id).execute(),
  };
};

/** What a form or an address claims to be an id; PostgreSQL would fail on anything else. */
export const isId = (text: string): boolean => z.uuid().safeParse(text).success;

/** Addresses are compared without their capitals. */
export const normalEmail = (email: string): string => email.trim().toLowerCase();

const hasSecondFactor = (eb: ExpressionBuilder<DB & { account: DB['identity.account'] }, 'account'>) =>
  eb.exists(eb.selectFrom('identity.totp').whereRef('identity.totp.account_id', '=', 'account.id').where('identity.totp.confirmed_at', 'is not', null).select(sql`1`.as('one'))).$castTo<boolean>();

/** Those of today: an ended membership, or one of a closed organisation, gives nothing any more. */
async function membershipsOf(tx: Tx, territory: string, accountId: string): Promise<Membership[]> {
  const rows = await tx.selectFrom('party.membership as membership').innerJoin('party.organisation as organisation', 'organisation.id', 'membership.organisation_id')
    .where('membership.territory', '=', territory).where('membership.account_id', '=', accountId).where('membership.ended_at', 'is', null)
    .where('organisation.closed_on', 'is', null)
    .orderBy('organisation.name').orderBy('membership.role').orderBy('membership.id')
    .select(['membership.id', 'membership.role', 'organisation.id as organisationId', 'organisation.name', 'organisation.kind', 'organisation.commune']).execute();
  return rows.map((row) => ({ id: row.id, role: row.role as Role, organisation: { id: row.organisationId, name: row.name, kind: row.kind as OrganisationKind, commune: row.commune } }));
}
