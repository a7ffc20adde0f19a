/** How every command ends; `ancrage --help` lists them. */
export const exitCodes = {
  done: 0,
  /** The request is understood and refused: a bad file, an unknown territory. */
  refused: 1,
  /** The command line is not understood. */
  badUsage: 2,
  /** The machine does not allow it: database, port, disk, settings, a database of a newer version. */
  environment: 3,
  /** A bug of ours. */
  unexpected: 4,
} as const;

export type ExitCode = number;

/** As shells have it: 128 and the signal's number. */
export const interruptedBy = (signal: NodeJS.Signals): ExitCode => 128 + ({ SIGHUP: 1, SIGINT: 2, SIGTERM: 15 } as Record<string, number>)[signal]!;
