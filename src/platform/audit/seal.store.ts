import { sql } from 'kysely';
import type { Tx } from '../database/database.ts';
import { takeTurn } from '../database/turn.ts';
import type { SealedEntry, Segment } from './seal.rules.ts';

/** An entry as text, the same as long as nothing of it changes: written by the database, to the microsecond. */
const canonical = sql<string>`jsonb_build_array(e.id, e.territory, to_char(e.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'), e.account_id, e.role, e.organisation_id,
  e.type, e.subject_kind, e.subject_id, e.person_id, e.reason, e.details)::text`;

export interface UnsealedEntry {
  id: number;
  at: Date;
  canonical: string;
}

export interface NewSegment extends Segment {
  firstAt: Date;
  lastEntryId: number;
  sealedAt: Date;
}

/** SQL of the sealing and of its verification. */
export const sealStore = (tx: Tx, territory: string) => ({
  /** One sealing, expiry or verification of a territory at a time; who writes entries never waits. */
  lock: () => takeTurn(tx, 'seal', territory),

  /** The last segment. */
  head: (): Promise<{ number: number; hash: Buffer } | undefined> =>
    tx.selectFrom('audit.segment').select(['number', 'hash']).where('territory', '=', territory).orderBy('number', 'desc').limit(1).executeTakeFirst(),

  /** Every entry up to this number is sealed: a transaction that took one earlier is long over. */
  settledUpTo: async (longAgo: Date): Promise<number> => {
    const row = await tx.selectFrom('audit.segment').select('last_entry_id as last').where('territory', '=', territory).where('sealed_at', '<', longAgo).orderBy('last_entry_id', 'desc').limit(1).executeTakeFirst();
    return Number(row?.last ?? 0);
  },

  unsealed: (after: number, most: number): Promise<UnsealedEntry[]> =>
    tx.selectFrom('audit.entry as e').select(['e.id', 'e.at', canonical.as('canonical')])
      .where('e.territory', '=', territory).where('e.id', '>', after)
      .where((of) => of.not(of.exists(of.selectFrom('audit.sealed as s').select('s.entry_id').whereRef('s.entry_id', '=', 'e.id'))))
      .orderBy('e.id').limit(most).execute(),

  /** Numbers of the entries that sealing would never see: they came after it had passed. */
  slippedIn: async (upTo: number): Promise<number[]> => {
    const rows = await tx.selectFrom('audit.entry as e').select('e.id').where('e.territory', '=', territory).where('e.id', '<=', upTo)
      .where((of) => of.not(of.exists(of.selectFrom('audit.sealed as s').select('s.entry_id').whereRef('s.entry_id', '=', 'e.id')))).orderBy('e.id').execute();
    return rows.map(({ id }) => id);
  },

  append: async (segment: NewSegment, entries: readonly { id: number; hash: Buffer }[]): Promise<void> => {
    await tx.insertInto('audit.segment').values({
      territory, number: segment.number, entries: segment.entries, hash: segment.hash, previous_hash: segment.previousHash,
      first_at: segment.firstAt, last_at: segment.lastAt, last_entry_id: segment.lastEntryId, sealed_at: segment.sealedAt,
    }).execute();
    // One statement for the whole segment, however long.
    await sql`insert into audit.sealed (entry_id, territory, segment, position, hash)
      select id, ${territory}, ${segment.number}, position, hash from unnest(${entries.map(({ id }) => id)}::bigint[], ${entries.map(({ hash }) => hash)}::bytea[]) with ordinality as one (id, hash, position)`.execute(tx);
  },

  segments: async (after: number, most: number): Promise<Segment[]> => {
    const rows = await tx.selectFrom('audit.segment').select(['number', 'entries', 'hash', 'previous_hash', 'last_at', 'expired_at'])
      .where('territory', '=', territory).where('number', '>', after).orderBy('number').limit(most).execute();
    return rows.map((row) => ({ territory, number: row.number, entries: row.entries, hash: row.hash, previousHash: row.previous_hash, lastAt: row.last_at, expiredAt: row.expired_at }));
  },

  /** Sealed entries of some segments, with their text of today. */
  sealed: async (from: number, to: number): Promise<Map<number, SealedEntry[]>> => {
    const rows = await tx.selectFrom('audit.sealed as s').leftJoin('audit.entry as e', (join) => join.onRef('e.id', '=', 's.entry_id').onRef('e.territory', '=', 's.territory'))
      .select(['s.segment', 's.entry_id', 's.position', 's.hash', 'e.id as found', canonical.as('canonical')])
      .where('s.territory', '=', territory).where('s.segment', '>=', from).where('s.segment', '<=', to).execute();
    return Map.groupBy(rows.map((row) => ({ segment: row.segment, entryId: row.entry_id, position: row.position, hash: row.hash, canonical: row.found === null ? null : row.canonical })), ({ segment }) => segment);
  },

  /** Numbers of the segments whose last entry is older than this. */
  expirable: async (before: Date, most: number): Promise<number[]> => {
    const rows = await tx.selectFrom('audit.segment').select('number').where('territory', '=', territory).where('expired_at', 'is', null).where('last_at', '<', before).orderBy('number').limit(most).execute();
    return rows.map(({ number }) => number);
  },

  /** A whole segment goes; the database refuses a young one. Answers how many entries went. */
  expire: async (number: number, now: Date): Promise<number> => {
    const { rows } = await sql<{ removed: number }>`select audit.expire(${territory}, ${number}, ${now}) as removed`.execute(tx);
    return rows[0]?.removed ?? 0;
  },
});
