import type { Language } from '../i18n/format.ts';
import type { Tx } from '../database/database.ts';
import { sendMail } from '../mail/mail.ts';
import { failure, success, type Result } from '../result.ts';
import { accountStore, type Account } from './account.store.ts';
import { deviceStore } from './device.store.ts';
import { throughDoor, traceOwn, type IdentityHouse } from './identity-door.ts';
import { hashPassword, passwordMatches } from './password-hash.ts';
import { checkPassword } from './password-strength.ts';
import type { PasswordFailure } from './password.rules.ts';
import { spendSecondFactor, type WrongCode } from './second-factor.service.ts';
import { enter, passOn, type Current, type Entered, type Visitor } from './session.service.ts';
import { sessionStore } from './session.store.ts';
import { throttle, type TooMany } from './throttle.ts';
import { tokenStore } from './token.store.ts';

/** How to tell the owner of the account, and where to go if it was somebody else. */
export interface Notice {
  language: Language;
  recoveryAddress: string;
}

/** Changes the password of one's own account; its other sessions end, and its other browsers are known no more. */
export async function changePassword(
  house: IdentityHouse, current: Current, given: { present: string; next: string }, visitor: Visitor, notice: Notice,
): Promise<Result<Entered, PasswordFailure | TooMany | { code: 'password.wrong' }>> {
  const { account } = current;
  if (account.passwordHash) {
    // Only who holds a session can try, wherever from.
    const counts = [['secondFactor', account.id, 'password']] as const;
    const free = await throttle(house).take(counts);
    if (!free.ok) return free;
    if (!(await passwordMatches(account.passwordHash, given.present))) return failure({ code: 'password.wrong' });
    await throttle(house).giveBack(counts);
  }
  const good = await checkPassword(given.next, account);
  if (!good.ok) return good;
  const hash = await hashPassword(given.next);
  return throughDoor(house, async (tx) => {
    await replacePassword(tx, house, account, { hash, keptSession: current.sessionId, device: visitor.device }, notice);
    return success(await passOn(tx, house, current, visitor));
  });
}

/** What the page of a recovery link needs to know; undefined when the link opens nothing any more. */
export const openRecovery = (house: IdentityHouse, token: string): Promise<{ hasSecondFactor: boolean } | undefined> =>
  throughDoor(house, async (tx) => {
    const accountId = await tokenStore(tx).peek('recovery', token, house.clock.now());
    const account = accountId && (await accountStore(tx, house.territory).byId(accountId));
    return account ? { hasSecondFactor: account.hasSecondFactor } : undefined;
  });

/** A new password by a recovery link. The second factor is asked in the same step: a stolen mailbox changes nothing. */
export async function recover(
  house: IdentityHouse, given: { token: string; password: string; code: string }, visitor: Visitor, notice: Notice,
): Promise<Result<Entered, PasswordFailure | TooMany | WrongCode | { code: 'link.over' }>> {
  const now = house.clock.now();
  const account = await throughDoor(house, async (tx) => {
    const accountId = await tokenStore(tx).peek('recovery', given.token, now);
    return accountId ? accountStore(tx, house.territory).byId(accountId) : undefined;
  });
  if (!account) return failure({ code: 'link.over' });
  const good = await checkPassword(given.password, account);
  if (!good.ok) return good;
  const hash = await hashPassword(given.password);
  if (account.hasSecondFactor) {
    const spent = await spendSecondFactor(house, account, given.code, visitor);
    if (!spent.ok) return spent;
  }
  return throughDoor(house, async (tx) => {
    if (!(await tokenStore(tx).hold('recovery', given.token, now))) return failure({ code: 'link.over' });
    await tokenStore(tx).spend('recovery', account.id, now);
    await replacePassword(tx, house, account, { hash, keptSession: null, device: undefined }, notice);
    return success(await enter(tx, house, account, visitor, account.hasSecondFactor ? 'both' : 'firstFactor'));
  });
}

async function replacePassword(
  tx: Tx, house: IdentityHouse, account: Account, to: { hash: string; keptSession: string | null; device: string | undefined }, notice: Notice,
): Promise<void> {
  const now = house.clock.now();
  await accountStore(tx, house.territory).setPassword(account.id, to.hash);
  await sessionStore(tx).endOthers(account.id, to.keptSession, now);
  await deviceStore(tx).forgetOthers(account.id, to.device);
  await tokenStore(tx).spendAll(account.id, now);
  await traceOwn(tx, house, account, 'changed', { type: 'password.changed' });
  await sendMail(tx, { territory: house.territory, to: account.email, language: notice.language, template: 'passwordChanged', values: { at: now, link: notice.recoveryAddress }, at: now });
}
