import { createServer } from 'node:net';
import { failure, success, type Result } from '../platform/result.ts';

export type PortFailure = { code: 'port.busy'; port: number } | { code: 'port.forbidden'; port: number } | { code: 'port.badHost'; host: string };

/** The failure behind an error of `listen`, when it is one that people can act on. */
export function portFailureOf(error: unknown, port: number, host: string): PortFailure | undefined {
  switch ((error as { code?: string }).code) {
    case 'EADDRINUSE':
      return { code: 'port.busy', port };
    case 'EACCES':
      return { code: 'port.forbidden', port };
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
      return { code: 'port.badHost', host };
    default:
      return undefined;
  }
}

/** Opens the port for a moment, so that a busy one is said before any long work. */
export function checkPort(port: number, host: string): Promise<Result<undefined, PortFailure>> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', (error) => {
      const known = portFailureOf(error, port, host);
      if (known) resolve(failure(known));
      else reject(error);
    });
    probe.listen(port, host, () => probe.close(() => resolve(success(undefined))));
  });
}
