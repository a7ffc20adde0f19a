import type { Clock } from '../clock.ts';
import type { Tx } from '../database/database.ts';
import type { AnnotatedTable } from './annotations/index.ts';

/** An accompanied person whose data are given back or forgotten. */
export interface Subject {
  territory: string;
  personId: string;
  /** Her e-mail addresses, by which messages know her. */
  addresses: readonly string[];
}

/** Rows of a table about a person, under the names of its columns. */
export interface Section {
  table: AnnotatedTable;
  rows: readonly Readonly<Record<string, unknown>>[];
}

/** What stays after an erasure: what, on which ground, until when. In French, for the answer that she gets. */
export interface Kept {
  what: string;
  why: string;
  until: string;
}

/** A document given with a copy of one's data. */
export interface Attachment {
  name: string;
  bytes: Buffer;
}

export interface Erasing {
  tx: Tx;
  territory: string;
  clock: Clock;
}

/** Erases, or pseudonymises, what has had its time: one batch, in one transaction. */
export interface RetentionTask {
  id: string;
  /** Rows of a batch at most. */
  most: number;
  /** How many rows went; fewer than `most` when nothing is left. */
  run(work: Erasing & { most: number }): Promise<number>;
}

/**
 * What a part of the house declares of the people whose data it keeps: how it gives them back, how it forgets them, what it
 * may keep, and what goes by itself in time. `composition.ts` joins them; a table that names a person belongs to one of them.
 */
export interface PersonalArea {
  /** Names its file in the copy of one's data. */
  id: string;
  title: string;
  /** Tables that it answers for. */
  tables: readonly AnnotatedTable[];
  /** Everything about the person that the transaction's actor may give her. */
  give(tx: Tx, subject: Subject): Promise<Section[]>;
  attachments?(tx: Tx, subject: Subject): Promise<Attachment[]>;
  /** Lines of the copy that say what is not in it, and where to ask. */
  withheld?: (by: 'herself' | 'officer') => readonly string[];
  /** Runs with the rights of a job. */
  forget(work: Erasing, subject: Subject): Promise<void>;
  keeps: readonly Kept[];
  tasks: readonly RetentionTask[];
}
