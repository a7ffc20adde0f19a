const minute = 60_000;
const day = 24 * 60 * minute;

/** After this long, links and dates in a mail are past: it is not sent any more. */
export const staleAfterMs = 3 * day;

/** Retries after 1, 2, 4, 8… minutes, four hours at most. */
export const retryAt = (tries: number, now: Date): Date => new Date(now.getTime() + Math.min(2 ** tries, 240) * minute);

export interface DeliveryFault {
  /** The server's SMTP code, when it answered. */
  responseCode?: number | undefined;
  /** Nodemailer's code: `EENVELOPE` when an address was refused, `ECONNECTION`… */
  code?: string | undefined;
}

export type Verdict =
  | { kind: 'giveUp'; failure: 'refused' | 'stale' }
  | { kind: 'tryAgain'; at: Date; failure: 'busy' | 'unreachable' };

/**
 * What becomes of a mail that a server did not take. A permanent answer (5xx) is final, save that to our own sign-in: an
 * operator who mends a wrong password loses no mail.
 */
export function verdictOf({ responseCode, code }: DeliveryFault, { tries, createdAt }: { tries: number; createdAt: Date }, now: Date): Verdict {
  const ours = code === 'EAUTH' || code === 'ENOAUTH' || code === 'ETLS';
  if (!ours && responseCode !== undefined && responseCode >= 500) return { kind: 'giveUp', failure: 'refused' };
  if (isStale(createdAt, now)) return { kind: 'giveUp', failure: 'stale' };
  return { kind: 'tryAgain', at: retryAt(tries, now), failure: responseCode === undefined || ours ? 'unreachable' : 'busy' };
}

export const isStale = (createdAt: Date, now: Date): boolean => now.getTime() - createdAt.getTime() > staleAfterMs;
