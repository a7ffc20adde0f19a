import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import { z } from 'zod';
import { keyFor } from '../secret.ts';

const sha256 = z.string().regex(/^[0-9a-f]{64}$/);

export const manifestSchema = z.strictObject({
  format: z.literal(1),
  /** Ancrage's version that made it. */
  version: z.string(),
  madeAt: z.iso.datetime(),
  /** Names the backup in what is encrypted: a part of another one opens nowhere. */
  id: z.uuid(),
  /** The schema: its migrations, in order. */
  migrations: z.array(z.string()).min(1),
  tables: z.array(z.strictObject({
    name: z.string(),
    columns: z.array(z.string()).min(1),
    rows: z.int().min(0),
    /** Of the part as it stands in the archive: compressed, encrypted. */
    bytes: z.int().min(0),
    sha256,
    /** Of its rows, whatever their order. */
    content: sha256,
  })),
  sequences: z.array(z.strictObject({ name: z.string(), value: z.string().regex(/^-?\d+$/), called: z.boolean() })),
  /** Of every table's content. */
  content: sha256,
});

export type Manifest = z.infer<typeof manifestSchema>;
export type TablePart = Manifest['tables'][number];

export const manifestName = 'manifest.json';
export const macName = 'manifest.mac';
export const partName = (table: string): string => `tables/${table}.gz.aes`;

const nameBytes = 16;

/** Whoever has not the secret can neither read a backup nor make one that is believed. The key's name tells another secret from damage. */
export const macOf = (secret: string, manifest: Uint8Array): Buffer => Buffer.concat([
  createHash('sha256').update(keyFor(secret, 'backup name')).digest().subarray(0, nameBytes), createHmac('sha256', keyFor(secret, 'backup mac')).update(manifest).digest(),
]);

export const macSize = nameBytes + 32;

/** What a manifest's mac says of it under this secret. */
export function checkMac(secret: string, manifest: Uint8Array, mac: Buffer): 'genuine' | 'otherSecret' | 'damaged' {
  const expected = macOf(secret, manifest);
  const [sameKey, sameContent] = [timingSafeEqual(expected.subarray(0, nameBytes), mac.subarray(0, nameBytes)), timingSafeEqual(expected.subarray(nameBytes), mac.subarray(nameBytes))];
  if (sameKey && sameContent) return 'genuine';
  return sameKey || sameContent ? 'damaged' : 'otherSecret';
}

/** The whole content's hash, from the tables'. */
export const contentOf = (tables: readonly Pick<TablePart, 'name' | 'rows' | 'content'>[]): string =>
  createHash('sha256').update(tables.map(({ name, rows, content }) => `${name} ${rows} ${content}\n`).toSorted().join('')).digest('hex');
