import { CompiledQuery } from 'kysely';
import { RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible';
import type { Db } from '../database/database.ts';
import { failure, success, type Result } from '../result.ts';
import { keyedHash } from './hash.ts';
import { networkOf } from './network.rules.ts';

export type TooMany = { code: 'signIn.tooMany'; minutes: number };

const minute = 60;

/** What is counted: so many tries in so long a time, then none until it has passed. */
const limits = {
  /** Passwords, from one network against one address. */
  password: { points: 5, duration: 15 * minute },
  /** Passwords from one network, whatever the address. */
  network: { points: 60, duration: 15 * minute },
  /** Passwords from a browser that has signed in before: no attack from elsewhere counts here. */
  device: { points: 10, duration: 15 * minute },
  /** Second factors: who tries them has passed the first. */
  secondFactor: { points: 5, duration: 15 * minute },
  /** Links by mail asked from one network. */
  request: { points: 20, duration: 15 * minute },
  /** Pages of the simulator asked from one network: an office may do it together. */
  simulation: { points: 600, duration: 15 * minute },
  /** Mails to one address: the rest is not sent, and its owner holds the links of the first. */
  mail: { points: 5, duration: 60 * minute },
} as const;
export type Limit = keyof typeof limits;

/** One thing to count: a limit and whom it counts. */
export type Count = readonly [limit: Limit, ...who: string[]];

/**
 * Limits that hold across processes. They are counted before the work, so that tries sent at once do not slip through;
 * keys are hashes, so that the table names nobody.
 */
export function throttle({ db, secret }: { db: Db; secret: string }) {
  const store = { query: async ({ text, values }: { text: string; values: unknown[] }) => {
    const { rows, numAffectedRows } = await db.executeQuery(CompiledQuery.raw(text, values));
    return { rows, rowCount: Number(numAffectedRows ?? rows.length) };
  } };
  const limiter = (limit: Limit) => new RateLimiterPostgres({
    ...limits[limit], storeClient: store, storeType: 'client', schemaName: 'limits', tableName: 'throttle', tableCreated: true, clearExpiredByTimeout: false, keyPrefix: limit,
  });
  const keyOf = (who: readonly string[]): string => keyedHash(secret, 'limits', who.join('\n')).toString('base64url');

  return {
    /** Counts one try for each; the first that is over says how long to wait. */
    take: async (counts: readonly Count[]): Promise<Result<undefined, TooMany>> => {
      for (const [limit, ...who] of counts) {
        try {
          await limiter(limit).consume(keyOf(who));
        } catch (error) {
          if (!(error instanceof RateLimiterRes)) throw error;
          return failure({ code: 'signIn.tooMany', minutes: Math.max(1, Math.ceil(error.msBeforeNext / 60_000)) });
        }
      }
      return success(undefined);
    },
    /** A try that succeeded is no attack: its own count starts anew, and a shared one gets its try back. */
    giveBack: async (counts: readonly Count[]): Promise<void> => {
      for (const [limit, ...who] of counts) await (limit === 'network' ? limiter(limit).reward(keyOf(who)) : limiter(limit).delete(keyOf(who)));
    },
  };
}

/** How tries of a password are counted: by browser where it is known to the account, else by network. */
export const passwordCounts = (email: string, ip: string, knownDevice: string | undefined): Count[] =>
  knownDevice === undefined ? [['network', networkOf(ip)], ['password', email, networkOf(ip)]] : [['device', email, knownDevice]];
