import type { Tx } from '../database/database.ts';
import { keyFor, seal, unseal } from '../secret.ts';
import { keyedHash } from './hash.ts';
import { newRecoveryCodes } from './random.ts';
import { typedRecoveryCode } from './recovery-code.rules.ts';
import { stepOf, typedCode } from './totp.rules.ts';

export const totpKey = (secret: string): Buffer => keyFor(secret, 'identity.totp');

/** Authenticator secrets, encrypted, and recovery codes, hashed; through the door. */
export const secondFactorStore = (tx: Tx, house: { secret: string }) => {
  const hashed = (accountId: string, code: string): Buffer => keyedHash(house.secret, 'identity.recoveryCode', `${accountId} ${code}`);

  const spendCode = async (accountId: string, code: string, now: Date): Promise<boolean> => {
    const row = await tx.selectFrom('identity.totp').where('account_id', '=', accountId).where('confirmed_at', 'is not', null).select(['secret', 'last_step']).forUpdate().executeTakeFirst();
    const secret = row && unseal(totpKey(house.secret), row.secret, accountId);
    const step = row && secret && stepOf(code, secret, now, Number(row.last_step));
    if (step === undefined) return false;
    await tx.updateTable('identity.totp').set({ last_step: step }).where('account_id', '=', accountId).execute();
    return true;
  };

  const spendRecoveryCode = async (accountId: string, code: string, now: Date): Promise<boolean> => {
    const spent = await tx.updateTable('identity.recovery_code').set({ used_at: now })
      .where('account_id', '=', accountId).where('hash', '=', hashed(accountId, code)).where('used_at', 'is', null).executeTakeFirst();
    return Number(spent.numUpdatedRows) === 1;
  };

  return {
    /** Uses up what was typed, a code of the application or a recovery code; undefined when it is neither, or served already. */
    spend: async (accountId: string, typed: string, now: Date): Promise<'code' | 'recoveryCode' | undefined> => {
      const code = typedCode(typed);
      if (code) return (await spendCode(accountId, code, now)) ? 'code' : undefined;
      const recovery = typedRecoveryCode(typed);
      return recovery && (await spendRecoveryCode(accountId, recovery, now)) ? 'recoveryCode' : undefined;
    },
    /** False when the account has one already. */
    enrol: async (accountId: string, secret: Uint8Array, step: number, now: Date): Promise<boolean> => {
      const made = await tx.insertInto('identity.totp').values({ account_id: accountId, secret: seal(totpKey(house.secret), secret, accountId), confirmed_at: now, last_step: step })
        .onConflict((conflict) => conflict.column('account_id').doNothing()).executeTakeFirst();
      return Number(made.numInsertedOrUpdatedRows ?? 0) === 1;
    },
    /** New recovery codes in place of the former ones; they can be read this once. */
    renewCodes: async (accountId: string): Promise<string[]> => {
      const codes = newRecoveryCodes();
      await tx.deleteFrom('identity.recovery_code').where('account_id', '=', accountId).execute();
      await tx.insertInto('identity.recovery_code').values(codes.map((code) => ({ account_id: accountId, hash: hashed(accountId, code) }))).execute();
      return codes;
    },
  };
};

export const recoveryCodesLeftOf = async (tx: Tx, accountId: string): Promise<number> =>
  Number((await tx.selectFrom('identity.recovery_code').where('account_id', '=', accountId).where('used_at', 'is', null).select((eb) => eb.fn.countAll().as('left')).executeTakeFirstOrThrow()).left);

export async function removeSecondFactor(tx: Tx, accountId: string): Promise<void> {
  await tx.deleteFrom('identity.totp').where('account_id', '=', accountId).execute();
  await tx.deleteFrom('identity.recovery_code').where('account_id', '=', accountId).execute();
}
