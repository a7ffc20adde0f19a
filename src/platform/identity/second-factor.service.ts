import { toString as qrCode } from 'qrcode';
import { failure, success, type Result } from '../result.ts';
import { seal, unseal } from '../secret.ts';
import type { Account } from './account.store.ts';
import { deviceStore } from './device.store.ts';
import { throughDoor, traceOwn, type IdentityHouse } from './identity-door.ts';
import { newTotpSecret } from './random.ts';
import { recoveryCodesLeftOf, secondFactorStore, totpKey } from './second-factor.store.ts';
import { passOn, type Current, type Entered, type Visitor } from './session.service.ts';
import { sessionStore } from './session.store.ts';
import { throttle, type TooMany } from './throttle.ts';
import { enrolmentAddress, enrolmentKey, stepOf, typedCode } from './totp.rules.ts';

export type WrongCode = { code: 'code.wrong' };

/** An authenticator to be set up. Nothing is stored until a code proves it: the form carries the secret, encrypted for this account. */
export interface Enrolment {
  sealed: string;
  key: string;
  qrCode: string;
}

/** @param sealed of a form that comes back, to show the same secret again */
export async function enrolment(house: IdentityHouse, account: Account, sealed?: string): Promise<Enrolment> {
  const secret = (sealed && opened(house, account, sealed)) || newTotpSecret();
  return {
    sealed: seal(totpKey(house.secret), secret, `enrolment ${account.id}`).toString('base64url'),
    key: enrolmentKey(secret),
    qrCode: await qrCode(enrolmentAddress(secret, account.email), { type: 'svg', errorCorrectionLevel: 'M', margin: 4 }),
  };
}

const opened = (house: IdentityHouse, account: Account, sealed: string): Buffer | undefined => unseal(totpKey(house.secret), Buffer.from(sealed, 'base64url'), `enrolment ${account.id}`);

/** A code proves the authenticator: it becomes the account's second factor, and the recovery codes are given, this once. */
export async function enrol(
  house: IdentityHouse, current: Current, given: { sealed: string; code: string }, visitor: Visitor,
): Promise<Result<{ codes: string[]; entered: Entered }, WrongCode | TooMany | { code: 'secondFactor.present' }>> {
  const { account } = current;
  const now = house.clock.now();
  const limits = throttle(house);
  const free = await limits.take([['secondFactor', account.id, 'enrolment']]);
  if (!free.ok) return free;
  const secret = opened(house, account, given.sealed);
  const code = typedCode(given.code);
  const step = secret && code ? stepOf(code, secret, now, 0) : undefined;
  if (!secret || step === undefined) return failure({ code: 'code.wrong' });
  await limits.giveBack([['secondFactor', account.id, 'enrolment']]);
  return throughDoor(house, async (tx) => {
    const store = secondFactorStore(tx, house);
    if (!(await store.enrol(account.id, secret, step, now))) return failure({ code: 'secondFactor.present' });
    const codes = await store.renewCodes(account.id);
    // A session opened without the second factor must not outlive it.
    await sessionStore(tx).endOthers(account.id, current.sessionId, now);
    await traceOwn(tx, house, account, 'changed', { type: 'secondFactor.enrolled' });
    return success({ codes, entered: await passOn(tx, house, current, visitor) });
  });
}

/** Uses up a code, or a recovery code, of an account. Tries are counted by browser where it is known, so that a thief of the password stops nobody else. */
export async function spendSecondFactor(house: IdentityHouse, account: Account, typed: string, visitor: Visitor): Promise<Result<'code' | 'recoveryCode', WrongCode | TooMany>> {
  const now = house.clock.now();
  const known = await throughDoor(house, (tx) => deviceStore(tx).isKnown(account.id, visitor.device, now));
  const counts = [['secondFactor', account.id, known && visitor.device ? visitor.device : 'unknown']] as const;
  const limits = throttle(house);
  const free = await limits.take(counts);
  if (!free.ok) return free;
  const spent = await throughDoor(house, async (tx) => {
    const kind = await secondFactorStore(tx, house).spend(account.id, typed, now);
    if (kind === 'recoveryCode') await traceOwn(tx, house, account, 'changed', { type: 'recoveryCode.used' });
    return kind;
  });
  if (!spent) return failure({ code: 'code.wrong' });
  await limits.giveBack(counts);
  return success(spent);
}

/** The second factor of a session whose first was proven. */
export async function giveCode(house: IdentityHouse, current: Current, typed: string, visitor: Visitor): Promise<Result<Entered, WrongCode | TooMany>> {
  const spent = await spendSecondFactor(house, current.account, typed, visitor);
  if (!spent.ok) return spent;
  return throughDoor(house, async (tx) => success(await passOn(tx, house, current, visitor)));
}

/** New recovery codes in place of the former; a code of the application is asked first. */
export async function renewRecoveryCodes(house: IdentityHouse, current: Current, typed: string, visitor: Visitor): Promise<Result<string[], WrongCode | TooMany>> {
  const spent = await spendSecondFactor(house, current.account, typed, visitor);
  if (!spent.ok) return spent;
  return throughDoor(house, async (tx) => {
    const codes = await secondFactorStore(tx, house).renewCodes(current.account.id);
    await traceOwn(tx, house, current.account, 'changed', { type: 'recoveryCode.renewed' });
    return success(codes);
  });
}

export const recoveryCodesLeft = (house: IdentityHouse, current: Pick<Current, 'account'>): Promise<number> =>
  throughDoor(house, (tx) => recoveryCodesLeftOf(tx, current.account.id));
