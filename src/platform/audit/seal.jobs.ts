import type { Clock } from '../clock.ts';
import { asActor } from '../database/as-actor.ts';
import type { Db } from '../database/database.ts';
import { jobActor } from '../permission/actor.ts';
import { beginning, entryHash, segmentHash } from './seal.rules.ts';
import { sealStore } from './seal.store.ts';

/** Entries of one segment at most. */
const largest = 5_000;
/** No transaction lasts that long: what took its number before is written by then. */
export const longestTransactionMs = 3_600_000;

export interface Sealing {
  entries: number;
  /** The chain's last link after this sealing: noted elsewhere, it proves later that nothing before it was rewritten. */
  head: { number: number; hash: string } | null;
}

/**
 * Seals what was written since the last time into hash-linked segments. Entries are appended meanwhile: nobody waits, and an
 * entry whose transaction ends later comes with the next segment.
 */
export async function sealAudit({ db, clock }: { db: Db; clock: Clock }, territory: string): Promise<Sealing> {
  let entries = 0;
  for (;;) {
    const sealed = await sealOne(db, clock, territory);
    entries += sealed.entries;
    if (sealed.entries < largest) return { entries, head: sealed.head };
  }
}

const sealOne = (db: Db, clock: Clock, territory: string): Promise<Sealing> =>
  asActor(db, jobActor(territory), async (tx) => {
    const store = sealStore(tx, territory);
    await store.lock();
    const now = clock.now();
    const head = await store.head();
    const entries = await store.unsealed(await store.settledUpTo(new Date(now.getTime() - longestTransactionMs)), largest);
    const last = entries.at(-1);
    if (!last) return { entries: 0, head: head ? { number: head.number, hash: head.hash.toString('hex') } : null };
    const place = { territory, number: (head?.number ?? 0) + 1, previousHash: head?.hash ?? beginning };
    const hash = segmentHash(place, entries.map(({ canonical }) => canonical));
    const moments = entries.map(({ at }) => at.getTime());
    await store.append({
      ...place, hash, entries: entries.length, lastEntryId: last.id, sealedAt: now, expiredAt: null,
      firstAt: new Date(earliest(moments)), lastAt: new Date(latest(moments)),
    }, entries.map(({ id, canonical }) => ({ id, hash: entryHash(canonical) })));
    return { entries: entries.length, head: { number: place.number, hash: hash.toString('hex') } };
  });

const earliest = (moments: readonly number[]): number => moments.reduce((a, b) => Math.min(a, b));
const latest = (moments: readonly number[]): number => moments.reduce((a, b) => Math.max(a, b));
