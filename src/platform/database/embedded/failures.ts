/** Why the embedded server cannot be used; each code has its French sentence at the doors. */
export type EmbeddedFailure =
  | { code: 'server.noBinaries'; platform: string }
  | { code: 'server.noUidToRunAs' }
  | { code: 'server.dataOfAnother'; folder: string }
  | { code: 'server.otherVersion'; folder: string; found: string; wanted: string }
  | { code: 'server.socketFolderTaken'; folder: string }
  | { code: 'server.socketFolderRefused'; folder: string }
  | { code: 'server.diskFull'; folder: string }
  | { code: 'server.lockHeld'; pid: number }
  | { code: 'server.startFailed'; lastLines: string[]; logFile: string };

/** What is being done, for the screen. */
export type EmbeddedStep =
  | { step: 'relocated'; from: string; to: string }
  | { step: 'copyingBinaries'; to: string }
  | { step: 'initialising'; folder: string }
  | { step: 'starting' }
  | { step: 'recovering' }
  | { step: 'waitingForLock'; pid: number };

/** A failure that travels by `throw` inside this folder only; `joinEmbeddedServer` turns it into a value. */
export class EmbeddedError extends Error {
  readonly failure: EmbeddedFailure;

  constructor(failure: EmbeddedFailure) {
    super(failure.code);
    this.failure = failure;
  }
}

/** The failure behind any error that these steps meet, when it is one that people can act on. */
export function failureOf(error: unknown, folder: string): EmbeddedFailure | undefined {
  if (error instanceof EmbeddedError) return error.failure;
  const { code, pid, path } = error as { code?: string; pid?: number; path?: string };
  if (code === 'lock.held') return { code: 'server.lockHeld', pid: pid ?? 0 };
  if (code === 'ENOSPC' || code === 'EDQUOT' || code === '53100') return { code: 'server.diskFull', folder };
  if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS') return { code: 'server.dataOfAnother', folder: path ?? folder };
  return undefined;
}
