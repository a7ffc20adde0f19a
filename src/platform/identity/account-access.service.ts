import { z } from 'zod';
import { oneLine } from '../one-line.schema.ts';
import { failure, success, type Result } from '../result.ts';
import { useCase, type Work } from '../use-case.ts';
import { administratorsStore } from './administrators.store.ts';
import { openDoor } from './identity-door.ts';
import { sessionStore } from './session.store.ts';
import { tokenStore } from './token.store.ts';

const enabling = z.object({ membershipId: z.uuid() });
const disabling = enabling.extend({ reason: oneLine(500) });

export type AccessFailure = { code: 'membership.unknown' | 'account.own' | 'account.lastAdministrator' | 'forbidden' };

/** The account behind a membership, held as for a change: the database answers with it only to who may change it, before the door opens. */
async function holdAccount({ tx, actor, scope }: Pick<Work<unknown>, 'tx' | 'actor' | 'scope'>, membershipId: string): Promise<Result<string, AccessFailure>> {
  if (scope !== 'territory') return failure({ code: 'forbidden' });
  await administratorsStore(tx, actor.territory).oneAtATime();
  const held = await tx.selectFrom('party.membership').where('territory', '=', actor.territory).where('ended_at', 'is', null).where('id', '=', membershipId).select('account_id').forUpdate().executeTakeFirst();
  if (!held) return failure({ code: 'membership.unknown' });
  return held.account_id === actor.accountId ? failure({ code: 'account.own' }) : success(held.account_id);
}

/** Somebody must not come in any more, whatever they act for: every session ends, and nothing opens another. */
export const disableAccount = useCase('membership.update', disabling, async (work): Promise<Result<undefined, AccessFailure>> => {
  const { input, actor, tx, clock, record } = work;
  const held = await holdAccount(work, input.membershipId);
  if (!held.ok) return held;
  const accountId = held.value;
  await openDoor(tx);
  const { numUpdatedRows } = await tx.updateTable('identity.account').set({ disabled_at: clock.now() }).where('territory', '=', actor.territory).where('id', '=', accountId).where('disabled_at', 'is', null).executeTakeFirst();
  if (numUpdatedRows === 0n) return success(undefined);
  if (!(await administratorsStore(tx, actor.territory).remain())) return failure({ code: 'account.lastAdministrator' });
  await sessionStore(tx).endOthers(accountId, null, clock.now());
  // Links on their way would outlive it, once the account opens again.
  await tokenStore(tx).spendAll(accountId, clock.now());
  await record.changed({ type: 'account.disabled', subject: { kind: 'account', id: accountId }, reason: input.reason });
  return success(undefined);
});

/** The account opens again, with what it had: password, second factor, accesses that nobody ended in between. */
export const enableAccount = useCase('membership.update', enabling, async (work): Promise<Result<undefined, AccessFailure>> => {
  const { input, actor, tx, record } = work;
  const held = await holdAccount(work, input.membershipId);
  if (!held.ok) return held;
  await openDoor(tx);
  const { numUpdatedRows } = await tx.updateTable('identity.account').set({ disabled_at: null }).where('territory', '=', actor.territory).where('id', '=', held.value).where('disabled_at', 'is not', null).executeTakeFirst();
  if (numUpdatedRows > 0n) await record.changed({ type: 'account.enabled', subject: { kind: 'account', id: held.value } });
  return success(undefined);
});
