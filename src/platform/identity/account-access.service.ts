import { z } from 'zod';
import type { Tx } from '../database/database.ts';
import { failure, success, type Result } from '../result.ts';
import { useCase, type Work } from '../use-case.ts';
import { openDoor } from './identity-door.ts';
import { sessionStore } from './session.store.ts';

const enabling = z.object({ membershipId: z.uuid() });
const disabling = enabling.extend({ reason: z.string().trim().min(1).max(500).regex(/^\P{Cc}*$/u) });

export type AccessFailure = { code: 'membership.unknown' | 'account.own' | 'account.lastAdministrator' | 'forbidden' };

/**
 * The account behind a membership, with the memberships of every administrator: all held as for a change, in one order.
 * The database answers with them only to who may change them, before the door opens; of two administrators who disable
 * each other, the second finds the first disabled.
 */
async function holdAccount({ tx, actor, scope }: Pick<Work<unknown>, 'tx' | 'actor' | 'scope'>, membershipId: string): Promise<Result<{ accountId: string; administrators: string[] }, AccessFailure>> {
  if (scope !== 'territory') return failure({ code: 'forbidden' });
  const held = await tx.selectFrom('party.membership').where('territory', '=', actor.territory).where('ended_at', 'is', null)
    .where((eb) => eb.or([eb('id', '=', membershipId), eb('role', '=', 'territoryAdmin')])).select(['id', 'account_id', 'role']).orderBy('id').forUpdate().execute();
  const accountId = held.find(({ id }) => id === membershipId)?.account_id;
  if (accountId === undefined) return failure({ code: 'membership.unknown' });
  if (accountId === actor.accountId) return failure({ code: 'account.own' });
  return success({ accountId, administrators: held.filter(({ role }) => role === 'territoryAdmin').map(({ account_id }) => account_id) });
}

const anyOpens = async (tx: Tx, territory: string, accountIds: readonly string[]): Promise<boolean> =>
  accountIds.length > 0 && (await tx.selectFrom('identity.account as a').innerJoin('party.membership as m', 'm.account_id', 'a.id').innerJoin('party.organisation as o', 'o.id', 'm.organisation_id')
    .where('a.territory', '=', territory).where('a.id', 'in', accountIds).where('a.disabled_at', 'is', null)
    .where('m.role', '=', 'territoryAdmin').where('m.ended_at', 'is', null).where('o.closed_on', 'is', null).select('a.id').limit(1).executeTakeFirst()) !== undefined;

/** Somebody must not come in any more, whatever they act for: every session ends, and nothing opens another. */
export const disableAccount = useCase('membership.update', disabling, async (work): Promise<Result<undefined, AccessFailure>> => {
  const { input, actor, tx, clock, record } = work;
  const held = await holdAccount(work, input.membershipId);
  if (!held.ok) return held;
  const { accountId, administrators } = held.value;
  await openDoor(tx);
  if (administrators.includes(accountId) && !(await anyOpens(tx, actor.territory, administrators.filter((id) => id !== accountId)))) return failure({ code: 'account.lastAdministrator' });
  const { numUpdatedRows } = await tx.updateTable('identity.account').set({ disabled_at: clock.now() }).where('territory', '=', actor.territory).where('id', '=', accountId).where('disabled_at', 'is', null).executeTakeFirst();
  if (numUpdatedRows === 0n) return success(undefined);
  await sessionStore(tx).endOthers(accountId, null, clock.now());
  await record.changed({ type: 'account.disabled', subject: { kind: 'account', id: accountId }, reason: input.reason });
  return success(undefined);
});

/** The account opens again, with what it had: password, second factor, accesses that nobody ended in between. */
export const enableAccount = useCase('membership.update', enabling, async (work): Promise<Result<undefined, AccessFailure>> => {
  const { input, actor, tx, record } = work;
  const held = await holdAccount(work, input.membershipId);
  if (!held.ok) return held;
  await openDoor(tx);
  const { numUpdatedRows } = await tx.updateTable('identity.account').set({ disabled_at: null }).where('territory', '=', actor.territory).where('id', '=', held.value.accountId).where('disabled_at', 'is not', null).executeTakeFirst();
  if (numUpdatedRows > 0n) await record.changed({ type: 'account.enabled', subject: { kind: 'account', id: held.value.accountId } });
  return success(undefined);
});
