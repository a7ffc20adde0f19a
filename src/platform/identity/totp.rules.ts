import { Secret, TOTP } from 'otpauth';

const periodS = 30;
/** Codes of the step before and after are taken too: clocks differ. */
const window = 1;

const totp = (secret: Uint8Array, label = ''): TOTP =>
  new TOTP({ issuer: 'Ancrage', label, algorithm: 'SHA1', digits: 6, period: periodS, secret: new Secret({ buffer: new Uint8Array(secret).buffer }) });

/** Six digits, whatever spaces were typed between them. */
export const typedCode = (typed: string): string | undefined => /^\d{6}$/.exec(typed.replaceAll(/\s/g, ''))?.[0];

/** The time step that a code belongs to; undefined when it is not one of now, or not later than the last one used: a code serves once. */
export function stepOf(code: string, secret: Uint8Array, now: Date, lastStep: number): number | undefined {
  const delta = totp(secret).validate({ token: code, timestamp: now.getTime(), window });
  if (delta === null) return undefined;
  const step = Math.floor(now.getTime() / 1000 / periodS) + delta;
  return step > lastStep ? step : undefined;
}

/** The address that an authenticator application reads from the QR code. */
export const enrolmentAddress = (secret: Uint8Array, email: string): string => totp(secret, email).toString();

/** The key as text, in groups of four, for who cannot scan. */
export const enrolmentKey = (secret: Uint8Array): string => new Secret({ buffer: new Uint8Array(secret).buffer }).base32.replaceAll(/(.{4})(?=.)/g, '$1 ');
