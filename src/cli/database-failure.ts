/** Why the database does not answer. */
export type Unreachable =
  | 'address' | 'unknownHost' | 'nothingListens' | 'noSocket' | 'forbidden' | 'silent' | 'cut' | 'notEncrypted'
  | 'account' | 'noDatabase' | 'startsOrStops' | 'full';

/**
 * What a driver's error means, when people can act on it. Never the driver's own words: they are English, and may hold a
 * piece of the address, with its password.
 */
export type DatabaseFailure =
  | { code: 'database.unreachable'; reason: Unreachable }
  | { code: 'database.noRights' }
  | { code: 'database.notSame' }
  | { code: 'database.diskFull' };

/** By the system's code, or by SQLSTATE: the whole of it, else its first digits. */
const reasons: Record<string, Unreachable> = {
  ENOTFOUND: 'unknownHost', EAI_AGAIN: 'unknownHost',
  ECONNREFUSED: 'nothingListens', EADDRNOTAVAIL: 'nothingListens',
  ENOENT: 'noSocket', ENOTDIR: 'noSocket',
  EACCES: 'forbidden', EPERM: 'forbidden',
  ETIMEDOUT: 'silent', EHOSTUNREACH: 'silent', ENETUNREACH: 'silent',
  ECONNRESET: 'cut', '08': 'cut',
  '28': 'account',
  '3D': 'noDatabase',
  '57P0': 'startsOrStops',
  '53300': 'full',
};

/** Of the system's failures, those of a connection: a command reads and writes files too. */
const syscalls: ReadonlySet<unknown> = new Set(['connect', 'getaddrinfo', 'read']);

const sqlState = /^[0-9A-Z]{5}$/;

/** What the driver says without a code. */
const sayings: readonly (readonly [RegExp, Unreachable])[] = [
  [/^timeout (expired|exceeded)|connection timeout$/, 'silent'],
  [/^Connection (terminated|ended)/, 'cut'],
  [/^The server does not support SSL|^There was an error establishing an SSL/, 'notEncrypted'],
  [/^SASL: /, 'account'],
];

/** What keeps a command from the database, at any moment of its work. */
export function databaseFailureOf(error: unknown): DatabaseFailure | undefined {
  if (!(error instanceof Error)) return undefined;
  if (error instanceof AggregateError && error.errors.length > 0) return databaseFailureOf(error.errors[0]);
  const code = codeOf(error);
  if (code === '53100') return { code: 'database.diskFull' };
  const reason = reasonOf(code, error);
  return reason && { code: 'database.unreachable', reason };
}

/** The same while the house opens: what would be a bug of ours later is a setting there. */
export function openingFailureOf(error: unknown): DatabaseFailure | undefined {
  const code = error instanceof Error ? codeOf(error) : '';
  // No schema or table of ours where the app's account looks, right after the owner's made them.
  if (code === '42P01' || code === '3F000') return { code: 'database.notSame' };
  if (code === '42501') return { code: 'database.noRights' };
  // The app's account, to which the owner's gives its rights.
  if (code === '42704') return { code: 'database.unreachable', reason: 'account' };
  return databaseFailureOf(error);
}

const codeOf = (error: Error): string => ('code' in error ? String(error.code) : '');

function reasonOf(code: string, error: Error): Unreachable | undefined {
  if (code === '') return sayings.find(([pattern]) => pattern.test(error.message))?.[1];
  if (sqlState.test(code)) return reasons[code] ?? reasons[code.slice(0, 4)] ?? reasons[code.slice(0, 2)];
  if ('syscall' in error) return syscalls.has(error.syscall) ? reasons[code] : undefined;
  return /CERT|TLS|SSL/.test(code) ? 'notEncrypted' : undefined;
}
