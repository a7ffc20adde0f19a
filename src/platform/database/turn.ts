import { sql } from 'kysely';
import type { Tx } from './database.ts';

/** Waits for its turn: until this transaction ends, no other has the same matter of the same one in hand. */
export const takeTurn = (tx: Tx, matter: string, of: string) => sql`select pg_advisory_xact_lock(hashtext(${`ancrage.${matter}`}), hashtext(${of}))`.execute(tx);

/** Beside others that share it; who takes the turn waits for them, and they for who has it. */
export const shareTurn = (tx: Tx, matter: string, of: string) => sql`select pg_advisory_xact_lock_shared(hashtext(${`ancrage.${matter}`}), hashtext(${of}))`.execute(tx);
