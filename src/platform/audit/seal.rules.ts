import { createHash } from 'node:crypto';

/** A sealed entry as it stands now: its place and hash when it was sealed, and its text today, null when it is gone. */
export interface SealedEntry {
  entryId: number;
  position: number;
  hash: Buffer;
  canonical: string | null;
}

export interface Segment {
  territory: string;
  number: number;
  entries: number;
  hash: Buffer;
  previousHash: Buffer;
  lastAt: Date;
  expiredAt: Date | null;
}

/**
 * What verification found. `broken`: the segment's own line was changed; `missing`: a whole segment is gone; `unlinked`: it
 * does not follow the one before it; `expiredEarly`: it went before its time.
 */
export type FindingKind = 'edited' | 'removed' | 'reordered' | 'added' | 'broken' | 'missing' | 'unlinked' | 'expiredEarly';

export interface Finding {
  kind: FindingKind;
  segment: number | null;
  /** Null when what is gone left no number behind, and for what concerns a whole segment. */
  entryId: number | null;
}

/** What stands before a territory's first segment. */
export const beginning: Buffer = Buffer.alloc(32);

/** The hash of one entry's canonical text. */
export const entryHash = (canonical: string): Buffer => createHash('sha256').update(canonical).digest();

/** The hash of a segment: the one before it, its place, and its entries in order. A canonical text holds no line break. */
export function segmentHash({ territory, number, previousHash }: Pick<Segment, 'territory' | 'number' | 'previousHash'>, canonicals: readonly string[]): Buffer {
  const hash = createHash('sha256').update(previousHash).update(`${territory} ${number}\n`);
  for (const canonical of canonicals) hash.update(canonical).update('\n');
  return hash.digest();
}

/** Compares a live segment with what was sealed. An expired one has no entries left: only its place in the chain is checked. */
export function inspectSegment(segment: Segment, entries: readonly SealedEntry[]): Finding[] {
  const found = (kind: FindingKind, entryId: number | null): Finding => ({ kind, segment: segment.number, entryId });
  if (segment.expiredAt) {
    return [...(shortestLife(segment.lastAt) > segment.expiredAt ? [found('expiredEarly', null)] : []), ...entries.map(({ entryId }) => found('added', entryId))];
  }
  const inOrder = entries.toSorted((a, b) => a.position - b.position);
  const findings: Finding[] = [];
  for (const { entryId, position, hash, canonical } of inOrder) {
    if (position < 1 || position > segment.entries) findings.push(found('added', entryId));
    else if (canonical === null) findings.push(found('removed', entryId));
    else if (!entryHash(canonical).equals(hash)) findings.push(found('edited', entryId));
  }
  const places = new Set(inOrder.map(({ position }) => position));
  for (let position = 1; position <= segment.entries; position += 1) {
    if (!places.has(position)) findings.push(found('removed', null));
  }
  // Entries are sealed in the order of their numbers.
  const byNumber = inOrder.toSorted((a, b) => a.entryId - b.entryId);
  for (const [at, entry] of inOrder.entries()) {
    if (byNumber[at] !== entry) findings.push(found('reordered', entry.entryId));
  }
  if (findings.length === 0 && !segmentHash(segment, inOrder.map(({ canonical }) => canonical ?? '')).equals(segment.hash)) findings.push(found('broken', null));
  return findings;
}

/** Checks that a segment follows the one before it, expired or not. */
export function inspectLink(segment: Segment, before: Pick<Segment, 'number' | 'hash'> | undefined): Finding[] {
  const expected = (before?.number ?? 0) + 1;
  const gone = Array.from({ length: Math.max(0, segment.number - expected) }, (_, at): Finding => ({ kind: 'missing', segment: expected + at, entryId: null }));
  if (gone.length > 0) return gone;
  return segment.previousHash.equals(before?.hash ?? beginning) ? [] : [{ kind: 'unlinked', segment: segment.number, entryId: null }];
}

/** The trace lives six months at the very least. */
function shortestLife(lastAt: Date): Date {
  const end = new Date(lastAt);
  end.setUTCMonth(end.getUTCMonth() + 6);
  // A day of slack: months are counted by the database in its own zone.
  return new Date(end.getTime() - 86_400_000);
}
