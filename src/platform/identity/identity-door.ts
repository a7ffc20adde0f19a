import { sql } from 'kysely';
import type { Clock } from '../clock.ts';
import type { Db, Tx } from '../database/database.ts';
import { recorder, type Happening } from '../audit/record.ts';
import { rolesOf, type Account } from './account.store.ts';

/** What the sign-in needs of the open house. */
export interface IdentityHouse {
  db: Db;
  clock: Clock;
  /** The territory's code: its accounts, and no others, sign in here. */
  territory: string;
  secret: string;
  /** Whether demonstration accounts may be entered. */
  demo: boolean;
}

/** Runs `work` where accounts, sessions and tokens are within reach. Nobody is known yet: no other row is. */
export const throughDoor = <Value>({ db, territory }: Pick<IdentityHouse, 'db' | 'territory'>, work: (tx: Tx) => Promise<Value>): Promise<Value> =>
  db.transaction().execute(async (tx) => {
    await sql`select set_config('ancrage.door', 'identity', true), set_config('ancrage.territory', ${territory}, true)`.execute(tx);
    return work(tx);
  });

/** Opens the door inside an actor's own transaction, once a permission was checked. */
export const openDoor = async (tx: Tx): Promise<void> => void (await sql`select set_config('ancrage.door', 'identity', true)`.execute(tx));

/** Traces, through the door, what somebody did to their own account: `opened` for what changes nothing. */
export async function traceOwn(
  tx: Tx, house: Pick<IdentityHouse, 'clock' | 'territory'>, account: Pick<Account, 'id' | 'memberships' | 'personId'>, kind: 'opened' | 'changed', happening: Omit<Happening, 'subject'>,
): Promise<void> {
  const role = rolesOf(account)[0] ?? 'employee';
  await sql`select set_config('ancrage.account', ${account.id}, true), set_config('ancrage.role', ${role}, true)`.execute(tx);
  const actor = { accountId: account.id, role, territory: house.territory, organisationId: null, commune: null, personId: null };
  await recorder(tx, actor, house.clock)[kind]({ ...happening, subject: { kind: 'account', id: account.id } });
}
