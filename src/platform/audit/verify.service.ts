import { sql } from 'kysely';
import { asActor } from '../database/as-actor.ts';
import type { Db, Tx } from '../database/database.ts';
import { jobActor } from '../permission/actor.ts';
import { inspectLink, inspectSegment, type Finding, type Segment } from './seal.rules.ts';
import { longestTransactionMs } from './seal.jobs.ts';
import { sealStore } from './seal.store.ts';

export interface Verification {
  territory: string;
  segments: number;
  /** Segments whose entries went in time; their hash stays in the chain. */
  expired: number;
  entries: number;
  /** The chain's last link, to be compared with one noted earlier. */
  head: { number: number; hash: string } | null;
  /** Whether the hash noted earlier is still in the chain; undefined when none is given. */
  knowsNoted: boolean | undefined;
  findings: Finding[];
}

/** Territories whose trace this database holds. */
export async function tracedTerritories(db: Db): Promise<string[]> {
  const { rows } = await sql<{ territory: string }>`select territory from audit.territories() as territory order by 1`.execute(db);
  return rows.map(({ territory }) => territory);
}

/**
 * Computes every live segment anew and follows the chain from its beginning. It reads as a job of the territory does: no
 * right of the database's owner is needed.
 *
 * @param noted a segment's hash noted earlier, outside of the database
 */
export const verifyAudit = (db: Db, territory: string, now: Date, noted?: string): Promise<Verification> =>
  asActor(db, jobActor(territory), async (tx) => {
    const store = sealStore(tx, territory);
    await store.lock();
    const result: Verification = { territory, segments: 0, expired: 0, entries: 0, head: null, knowsNoted: noted === undefined ? undefined : false, findings: [] };
    let before: Segment | undefined;
    for await (const [segment, entries] of segmentsOf(tx, territory)) {
      result.segments += 1;
      result.entries += entries.length;
      if (segment.expiredAt) result.expired += 1;
      if (segment.hash.toString('hex') === noted) result.knowsNoted = true;
      result.findings.push(...inspectLink(segment, before), ...inspectSegment(segment, entries));
      before = segment;
    }
    if (before) result.head = { number: before.number, hash: before.hash.toString('hex') };
    const slipped = await store.slippedIn(await store.settledUpTo(new Date(now.getTime() - longestTransactionMs)));
    result.findings.push(...slipped.map((entryId): Finding => ({ kind: 'added', segment: null, entryId })));
    return result;
  });

const segmentsAtOnce = 50;

async function* segmentsOf(tx: Tx, territory: string) {
  const store = sealStore(tx, territory);
  let after = 0;
  for (;;) {
    const segments = await store.segments(after, segmentsAtOnce);
    const last = segments.at(-1);
    if (!last) return;
    const entries = await store.sealed(after + 1, last.number);
    for (const segment of segments) yield [segment, entries.get(segment.number) ?? []] as const;
    after = last.number;
  }
}
