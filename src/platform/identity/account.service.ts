import type { Tx } from '../database/database.ts';
import { undoing } from '../database/undo.ts';
import { oneLine } from '../one-line.schema.ts';
import { failure, success, type Result } from '../result.ts';
import { accountStore } from './account.store.ts';
import { throughDoor, traceOwn, type IdentityHouse } from './identity-door.ts';
import { hashPassword } from './password-hash.ts';
import { checkPassword } from './password-strength.ts';
import type { PasswordFailure } from './password.rules.ts';
import { enter, type Current, type Entered, type Visitor } from './session.service.ts';

const nameSchema = oneLine(200);

export type NameMissing = { code: 'name.missing' };

/** One's own name, as others see it. */
export async function rename(house: IdentityHouse, current: Current, name: string): Promise<Result<undefined, NameMissing>> {
  const given = nameSchema.safeParse(name);
  if (!given.success) return failure({ code: 'name.missing' });
  await throughDoor(house, async (tx) => {
    await accountStore(tx, house.territory).rename(current.account.id, given.data);
    await traceOwn(tx, house, current.account, 'changed', { type: 'account.renamed' });
  });
  return success(undefined);
}

/** What accepting gives the account, in the same transaction; the area that invites brings it. */
export type Accept<Failure> = (tx: Tx, accountId: string) => Promise<Result<unknown, Failure>>;

/** An account that exists joins: the invitation's mail proved the address; signing in comes as ever. */
export const joinWithAccount = <Failure>(house: IdentityHouse, email: string, accept: Accept<Failure>): Promise<Result<undefined, Failure | { code: 'account.unknown' }>> =>
  undoing<undefined, Failure | { code: 'account.unknown' }>((inside) => throughDoor(house, inside), async (tx) => {
    const account = await accountStore(tx, house.territory).byEmail(email);
    if (!account || account.demonstration) return failure({ code: 'account.unknown' });
    const accepted = await accept(tx, account.id);
    return accepted.ok ? success(undefined) : accepted;
  });

/** Makes the account of an invited person and signs in; a role of staff has its second factor still to set up. */
export async function joinAnew<Failure>(
  house: IdentityHouse, given: { email: string; name: string; password: string; passwordNeeded: boolean }, accept: Accept<Failure>, visitor: Visitor,
): Promise<Result<Entered, Failure | PasswordFailure | NameMissing | { code: 'account.exists' }>> {
  const name = nameSchema.safeParse(given.name);
  if (!name.success) return failure({ code: 'name.missing' });
  const withPassword = given.passwordNeeded || given.password !== '';
  const good = withPassword ? await checkPassword(given.password, { name: name.data, email: given.email }) : success(undefined);
  if (!good.ok) return good;
  const passwordHash = withPassword ? await hashPassword(given.password) : null;
  return undoing<Entered, Failure | { code: 'account.exists' }>((inside) => throughDoor(house, inside), async (tx) => {
    const accounts = accountStore(tx, house.territory);
    const id = await accounts.create({ email: given.email, name: name.data, passwordHash, at: house.clock.now() });
    if (!id) return failure({ code: 'account.exists' });
    const accepted = await accept(tx, id);
    if (!accepted.ok) return accepted;
    const account = await accounts.byId(id);
    if (!account) throw new Error('an account just made is there');
    await traceOwn(tx, house, account, 'changed', { type: 'account.created' });
    return success(await enter(tx, house, account, visitor, 'firstFactor'));
  });
}
