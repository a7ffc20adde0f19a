import { sql } from 'kysely';
import type { Actor } from '../permission/actor.ts';
import type { Db, Tx } from './database.ts';

/** Tells row-level security who acts, until the transaction ends. */
export const becomeActor = async (tx: Tx, actor: Actor): Promise<void> => void (await sql`select
  set_config('ancrage.role', ${actor.role}, true), set_config('ancrage.territory', ${actor.territory}, true),
  set_config('ancrage.account', ${actor.accountId ?? ''}, true), set_config('ancrage.organisation', ${actor.organisationId ?? ''}, true),
  set_config('ancrage.commune', ${actor.commune ?? ''}, true), set_config('ancrage.person', ${actor.personId ?? ''}, true)
`.execute(tx));

/**
 * Runs `work` in a transaction that row-level security knows the actor of. The settings end with the transaction, so
 * that nothing of one request is left on its connection for the next.
 */
export const asActor = <Value>(db: Db, actor: Actor, work: (tx: Tx) => Promise<Value>): Promise<Value> =>
  db.transaction().execute(async (tx) => {
    await becomeActor(tx, actor);
    return work(tx);
  });
