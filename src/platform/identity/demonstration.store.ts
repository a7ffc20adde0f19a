import { sql } from 'kysely';
import type { Tx } from '../database/database.ts';
import { normalEmail } from './account.store.ts';
import { openDoor } from './identity-door.ts';

interface NewAccount {
  territory: string;
  email: string;
  name: string;
  /** Of an accompanied employee: her own file. */
  personId: string | null;
  at: Date;
}

/**
 * The account at an address, made if there is none yet, that anybody may enter where demonstration is on; undefined when
 * the address is somebody's. The transaction is an actor's own, once a permission was checked.
 */
export async function demonstrationAccount(tx: Tx, { territory, email, name, personId, at }: NewAccount): Promise<{ id: string; made: boolean } | undefined> {
  await openDoor(tx);
  const made = await tx.insertInto('identity.account').values({ territory, email: normalEmail(email), name, person_id: personId, demonstration: true, created_at: at })
    .onConflict((conflict) => conflict.columns(['territory', 'email']).doNothing()).returning('id').executeTakeFirst();
  const found = made ?? (await tx.selectFrom('identity.account').where('territory', '=', territory).where('email', '=', normalEmail(email)).where('demonstration', '=', true).select('id').executeTakeFirst());
  // What comes next in the transaction is the actor's work again.
  await sql`select set_config('ancrage.door', '', true)`.execute(tx);
  return found && { id: found.id, made: made !== undefined };
}
