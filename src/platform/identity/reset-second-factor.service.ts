import { z } from 'zod';
import type { Tx } from '../database/database.ts';
import type { Actor } from '../permission/actor.ts';
import type { OrganisationKind, Role } from '../permission/matrix.ts';
import { mayGive } from '../permission/permission.rules.ts';
import { sendMail } from '../mail/mail.ts';
import { oneLine } from '../one-line.schema.ts';
import { failure, success, type Result } from '../result.ts';
import { useCase, type Work } from '../use-case.ts';
import { accountStore } from './account.store.ts';
import { openDoor } from './identity-door.ts';
import { removeSecondFactor } from './second-factor.store.ts';
import { sessionStore } from './session.store.ts';

const input = z.object({
  membershipId: z.uuid(),
  reason: oneLine(500),
  language: z.enum(['fr', 'en']),
  recoveryAddress: z.url(),
});

export type ResetFailure = { code: 'membership.unknown' | 'secondFactor.own' | 'secondFactor.absent' | 'secondFactor.elsewhere' };

const membershipIn = ({ tx, actor, scope }: Pick<Work<unknown>, 'tx' | 'actor' | 'scope'>, id: string) => {
  const all = tx.selectFrom('party.membership').where('territory', '=', actor.territory).where('id', '=', id).where('ended_at', 'is', null).select(['account_id', 'organisation_id']);
  return scope === 'territory' ? all : all.where('organisation_id', '=', actor.organisationId);
};

/** Whose account is spoken of, for the page that asks. */
export const memberOf = useCase('membership.update', input.pick({ membershipId: true }), async (work) => {
  const membership = await membershipIn(work, work.input.membershipId).executeTakeFirst();
  const account = membership && (await work.tx.selectFrom('identity.account').where('territory', '=', work.actor.territory).where('id', '=', membership.account_id).select(['name', 'disabled_at as disabledAt']).executeTakeFirst());
  return membership && account ? success({ ...account, own: membership.account_id === work.actor.accountId }) : failure({ code: 'membership.unknown' });
});

/** Whether an account acts for another organisation, closed ones included, or in a role that this one could not give. */
async function reachesFurther(tx: Tx, accountId: string, actor: Actor): Promise<boolean> {
  const all = await tx.selectFrom('party.membership as m').innerJoin('party.organisation as o', 'o.id', 'm.organisation_id')
    .where('m.account_id', '=', accountId).where('m.ended_at', 'is', null).select(['o.id', 'o.kind', 'm.role']).execute();
  return all.some(({ id, kind, role }) => id !== actor.organisationId || !mayGive(actor.role, kind as OrganisationKind, role as Role));
}

/**
 * A member lost the phone and the recovery codes: the manager of the organisation, or the territory's administrator,
 * takes the second factor away. The member sets up another at the next sign-in; every session of the account ends.
 */
export const resetSecondFactor = useCase('membership.update', input, async (work): Promise<Result<{ name: string }, ResetFailure>> => {
  const { input: given, actor, scope, tx, clock, record } = work;
  // Held as for a change: the database answers with it only to who may change it, before the door opens on the account.
  const membership = await membershipIn(work, given.membershipId).forUpdate().executeTakeFirst();
  if (!membership) return failure({ code: 'membership.unknown' });
  if (membership.account_id === actor.accountId) return failure({ code: 'secondFactor.own' });
  await openDoor(tx);
  const account = await accountStore(tx, actor.territory).byId(membership.account_id);
  if (!account?.hasSecondFactor) return failure({ code: 'secondFactor.absent' });
  // Whoever also acts elsewhere, or for the whole territory, is guarded by more than this organisation.
  if (scope !== 'territory' && (account.personId !== null || (await reachesFurther(tx, account.id, actor)))) return failure({ code: 'secondFactor.elsewhere' });
  await removeSecondFactor(tx, account.id);
  await sessionStore(tx).endOthers(account.id, null, clock.now());
  await record.changed({ type: 'secondFactor.reset', subject: { kind: 'account', id: account.id }, reason: given.reason });
  await sendMail(tx, { territory: actor.territory, to: account.email, language: given.language, template: 'totpReset', values: { at: clock.now(), link: given.recoveryAddress }, at: clock.now() });
  return success({ name: account.name });
});
