import { failure, success, type Result } from '../result.ts';
import { accountStore, normalEmail } from './account.store.ts';
import { noSoonerThan } from './constant-time.ts';
import { deviceStore } from './device.store.ts';
import { throughDoor, type IdentityHouse } from './identity-door.ts';
import { passwordMatches } from './password-hash.ts';
import { enter, type Entered, type Visitor } from './session.service.ts';
import { passwordCounts, throttle, type TooMany } from './throttle.ts';
import { tokenStore } from './token.store.ts';

/**
 * Proves whose account it is, and answers with its id. A password and a link are two; an identity provider would be one
 * more: whichever it was, the second factor comes after.
 */
export type FirstFactor<Failure> = (house: IdentityHouse, visitor: Visitor) => Promise<Result<string, Failure>>;

export type Unknown = { code: 'signIn.wrong' };

/** Long enough for the slowest answer, so that time does not tell whether an address has an account. */
export const evenAnswerMs = 400;

/** Opens a session for who passes `factor`; what is still missing stands in the answer. */
export async function signIn<Failure>(house: IdentityHouse, visitor: Visitor, factor: FirstFactor<Failure>): Promise<Result<Entered, Failure | Unknown>> {
  const proven = await factor(house, visitor);
  if (!proven.ok) return proven;
  return throughDoor(house, async (tx) => {
    const account = await accountStore(tx, house.territory).byId(proven.value);
    return account ? success(await enter(tx, house, account, visitor, 'firstFactor')) : failure({ code: 'signIn.wrong' });
  });
}

/** The password of an address. Wrong, unknown or disabled give the same answer, as late. */
export const byPassword = (given: { email: string; password: string }): FirstFactor<Unknown | TooMany> => (house, visitor) =>
  noSoonerThan(evenAnswerMs, (async () => {
    const email = normalEmail(given.email);
    const { account, known } = await throughDoor(house, async (tx) => {
      const found = await accountStore(tx, house.territory).byEmail(email);
      return { account: found, known: found !== undefined && (await deviceStore(tx).isKnown(found.id, visitor.device, house.clock.now())) };
    });
    const counts = passwordCounts(email, visitor.ip, known ? visitor.device : undefined);
    const limits = throttle(house);
    const free = await limits.take(counts);
    if (!free.ok) return free;
    if (!(await passwordMatches(account?.passwordHash, given.password)) || !account) return failure<Unknown>({ code: 'signIn.wrong' });
    await limits.giveBack(counts);
    return success(account.id);
  })());

/** A link sent by mail, used up by it. */
export const byLink = (token: string): FirstFactor<{ code: 'link.over' }> => (house) =>
  throughDoor(house, async (tx) => {
    const now = house.clock.now();
    const accountId = await tokenStore(tx).hold('signIn', token, now);
    if (!accountId) return failure({ code: 'link.over' });
    await tokenStore(tx).spend('signIn', accountId, now);
    return success(accountId);
  });

/** A demonstration account, where demonstration is on. */
export const byDemonstration = (accountId: string): FirstFactor<Unknown> => (house) =>
  throughDoor(house, async (tx) => {
    const account = house.demo ? await accountStore(tx, house.territory).byId(accountId) : undefined;
    return account?.demonstration ? success(account.id) : failure({ code: 'signIn.wrong' });
  });
