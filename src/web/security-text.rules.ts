import type { PlainDate } from '../platform/clock.ts';

const validDays = 180;

/**
 * The content of `/.well-known/security.txt`, or undefined where the operator gave no contact that it can name.
 *
 * @param contact the legal notice's own line: an address among words, or that of a page
 */
export function securityText(contact: string | undefined, origin: string | undefined, today: PlainDate): string | undefined {
  const uri = contact && contactUri(contact);
  if (!uri) return undefined;
  const expires = new Date(Date.parse(`${today}T00:00:00Z`) + validDays * 86_400_000).toISOString().replace('.000Z', 'Z');
  return [
    `Contact: ${uri}`, `Expires: ${expires}`, 'Preferred-Languages: fr, en',
    ...(origin ? [`Canonical: ${new URL('/.well-known/security.txt', origin).href}`] : []),
  ].join('\n').concat('\n');
}

function contactUri(contact: string): string | undefined {
  const email = /[\w.+-]+@[\w-]+(?:\.[\w-]+)+/.exec(contact)?.[0];
  return email ? `mailto:${email}` : /https:\/\/\S+/.exec(contact)?.[0];
}
