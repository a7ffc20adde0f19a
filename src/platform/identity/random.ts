import { randomBytes, randomInt } from 'node:crypto';
import { codeLetters } from './recovery-code.rules.ts';

/** 256 random bits, as they travel in a cookie or a link. */
export const newToken = (): string => randomBytes(32).toString('base64url');

/** 160 bits, as RFC 4226 recommends. */
export const newTotpSecret = (): Buffer => randomBytes(20);

const group = (): string => Array.from({ length: 5 }, () => codeLetters[randomInt(codeLetters.length)]).join('');

/** Ten codes that each open once in place of the second factor: `k7m2p-x9qrt`. */
export function newRecoveryCodes(): string[] {
  const codes = new Set<string>();
  while (codes.size < 10) codes.add(`${group()}-${group()}`);
  return [...codes];
}
