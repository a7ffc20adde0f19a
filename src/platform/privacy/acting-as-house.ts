import { sql } from 'kysely';
import type { Tx } from '../database/database.ts';
import type { Actor } from '../permission/actor.ts';

/**
 * Works with the rights of a job inside somebody's transaction, once their own permission was checked: a person orders an
 * erasure, the house carries it out. Nothing is traced inside, since the trace bears the actor's own role.
 */
export async function actingAsHouse<Value>(tx: Tx, actor: Actor, work: () => Promise<Value>): Promise<Value> {
  await sql`select set_config('ancrage.role', 'job', true)`.execute(tx);
  const value = await work();
  await sql`select set_config('ancrage.role', ${actor.role}, true)`.execute(tx);
  return value;
}

/** Reaches accounts and what belongs to them, then closes their door again. */
export async function reachingAccounts<Value>(tx: Tx, work: () => Promise<Value>): Promise<Value> {
  await sql`select set_config('ancrage.door', 'identity', true)`.execute(tx);
  const value = await work();
  await sql`select set_config('ancrage.door', '', true)`.execute(tx);
  return value;
}
