import { hostInAddress } from '../../platform/config.ts';

const thisComputer = /^(localhost|127(\.\d{1,3}){3}|\[::1\])$/i;

/**
 * The site's address, for links that must be absolute: the configured one, else the one that was asked for where only
 * this server can be meant. Null elsewhere: whoever forges a `Host` header would write the page's links.
 */
export function originOf(config: { ANCRAGE_ORIGIN?: string | undefined; HOST: string }, asked: { protocol: string; host: string }): string | null {
  if (config.ANCRAGE_ORIGIN !== undefined) return config.ANCRAGE_ORIGIN;
  const address = `${asked.protocol}://${asked.host}`;
  if (!URL.canParse(address)) return null;
  const { hostname, origin } = new URL(address);
  const served = hostInAddress(config.HOST.toLowerCase());
  return thisComputer.test(hostname) || hostname === served ? origin : null;
}
