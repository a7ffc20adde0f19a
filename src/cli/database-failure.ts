/** What a driver's error means, when people can act on it. */
export type DatabaseFailure = { code: 'database.unreachable'; detail: string } | { code: 'database.diskFull' };

const unreachable = new Set(['ECONNREFUSED', 'ECONNRESET', 'ENOENT', 'ENOTFOUND', 'EAI_AGAIN', 'ETIMEDOUT', 'EHOSTUNREACH', 'EACCES']);

/** Classes of SQLSTATE: 08 connection, 28 refused account, 3D unknown database, 57P0x the server shuts down or starts. */
const refusedState = /^(08...|28...|3D000|57P0[123])$/;

export function databaseFailureOf(error: unknown): DatabaseFailure | undefined {
  if (!(error instanceof Error)) return undefined;
  if (error instanceof AggregateError && error.errors.length > 0) return databaseFailureOf(error.errors[0]);
  const code = 'code' in error ? String(error.code) : '';
  if (code === '53100') return { code: 'database.diskFull' };
  if (unreachable.has(code) || refusedState.test(code) || /timeout.*connect|connection terminated/i.test(error.message)) {
    return { code: 'database.unreachable', detail: error.message };
  }
  return undefined;
}
