import type { App } from '../composition.ts';
import { servedAt } from '../platform/config.ts';

const loopback: ReadonlySet<string> = new Set(['localhost', '127.0.0.1', '[::1]']);

/**
 * The site's address, for links in mails. Never what a request pretends: a link with a secret must lead here. Without a
 * configured address the request is believed only when it speaks to this very machine.
 */
export function publicOrigin({ config }: Pick<App, 'config'>, request: Request): string {
  if (config.ANCRAGE_ORIGIN) return new URL(config.ANCRAGE_ORIGIN).origin;
  const asked = new URL(request.url);
  if (loopback.has(asked.hostname)) return asked.origin;
  return servedAt(config);
}
