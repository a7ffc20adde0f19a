import { z } from 'zod';

/** What to look for in the trace; an absent filter asks for everything. */
export const journalQuery = z.object({
  personId: z.uuid().optional(),
  accountId: z.uuid().optional(),
  type: z.string().regex(/^[a-zA-Z]+\.[a-zA-Z]+$/).max(60).optional(),
  day: z.iso.date().optional(),
  /** Entries before this one: the next page. */
  before: z.coerce.number().int().positive().max(Number.MAX_SAFE_INTEGER).optional(),
});
export type JournalQuery = z.infer<typeof journalQuery>;

/** One line of the trace, with the names that its reader may see. */
export interface JournalEntry {
  id: number;
  at: Date;
  role: string;
  accountId: string | null;
  accountName: string | null;
  organisationName: string | null;
  type: string;
  subjectKind: string;
  subjectId: string;
  /** What it was done to, where it has a name that outlives the act: an organisation, or whose account or function. */
  subjectName: string | null;
  personId: string | null;
  reason: string | null;
}

export interface JournalPage {
  entries: JournalEntry[];
  /** Number to give as `before` for the next page; null on the last one. */
  next: number | null;
}
