import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';
import { existsSync, linkSync, mkdirSync, readFileSync, unlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Config } from './config.ts';
import { failure, success, type Result } from './result.ts';

export type SecretFailure = { code: 'secret.badFile'; file: string } | { code: 'secret.unwritable'; file: string; detail: string };

const shortest = 32;

/**
 * The secret from which every key is derived. Production gives its own; elsewhere one is made once in the data folder.
 *
 * @param made told the file when one was made
 */
export function openSecret(config: Pick<Config, 'ANCRAGE_SECRET' | 'ANCRAGE_DATA'>, made: (file: string) => void): Result<string, SecretFailure> {
  if (config.ANCRAGE_SECRET) return success(config.ANCRAGE_SECRET);
  const file = join(config.ANCRAGE_DATA, 'secret');
  try {
    mkdirSync(config.ANCRAGE_DATA, { recursive: true });
    if (makeOnce(file)) made(file);
    const secret = readFileSync(file, 'utf8').trim();
    return secret.length < shortest ? failure({ code: 'secret.badFile', file }) : success(secret);
  } catch (error) {
    return failure({ code: 'secret.unwritable', file, detail: error instanceof Error ? error.message : String(error) });
  }
}

/** Two processes that start together end up with the same whole file: a link is made by one of them only. */
function makeOnce(file: string): boolean {
  if (existsSync(file)) return false;
  const draft = `${file}.${process.pid}.${randomBytes(4).toString('hex')}`;
  writeFileSync(draft, `${randomBytes(32).toString('base64url')}\n`, { mode: 0o600, flag: 'wx' });
  try {
    linkSync(draft, file);
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false;
    throw error;
  } finally {
    unlinkSync(draft);
  }
}

/** One key a purpose: what one of them gives away says nothing of the others. */
export const keyFor = (secret: string, purpose: string): Buffer => Buffer.from(hkdfSync('sha256', secret, '', `ancrage ${purpose}`, 32));

const nonceBytes = 12;
const tagBytes = 16;

/** Encrypts a short value (AES-256-GCM), bound to what it belongs to: it opens nowhere else. */
export function seal(key: Buffer, plain: Uint8Array, belongsTo: string): Buffer {
  const nonce = randomBytes(nonceBytes);
  const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(belongsTo));
  const sealed = Buffer.concat([cipher.update(plain), cipher.final()]);
  return Buffer.concat([nonce, cipher.getAuthTag(), sealed]);
}

/** What `seal` encrypted; undefined when it was changed, belongs to something else, or another key made it. */
export function unseal(key: Buffer, sealed: Buffer, belongsTo: string): Buffer | undefined {
  if (sealed.length < nonceBytes + tagBytes) return undefined;
  const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(0, nonceBytes), { authTagLength: tagBytes }).setAAD(Buffer.from(belongsTo));
  decipher.setAuthTag(sealed.subarray(nonceBytes, nonceBytes + tagBytes));
  try {
    return Buffer.concat([decipher.update(sealed.subarray(nonceBytes + tagBytes)), decipher.final()]);
  } catch {
    return undefined;
  }
}
