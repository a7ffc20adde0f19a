import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import { PassThrough, Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip, createGzip } from 'node:zlib';

// A table's part: its lines, compressed, then encrypted (AES-256-GCM): nonce, bytes, tag. It is bound to its backup and
// its table, so that parts cannot be exchanged.

const algorithm = 'aes-256-gcm';
const nonceBytes = 12;
const tagBytes = 16;

export interface PartKey {
  key: Buffer;
  /** What it is bound to. */
  belongsTo: string;
}

/** Writes the lines of a table to a file of its own; tells its size and hash. */
export async function writePart(file: string, { key, belongsTo }: PartKey, lines: AsyncIterable<string[]>): Promise<{ bytes: number; sha256: string }> {
  const nonce = randomBytes(nonceBytes);
  const cipher = createCipheriv(algorithm, key, nonce).setAAD(Buffer.from(belongsTo));
  const hash = createHash('sha256');
  let bytes = 0;
  const counted = new Transform({
    construct(done) {
      this.push(nonce);
      done();
    },
    transform: (part: Buffer, _encoding, done) => done(null, part),
    flush(done) {
      this.push(cipher.getAuthTag());
      done();
    },
  });
  const measured = new PassThrough();
  measured.on('data', (part: Buffer) => {
    hash.update(part);
    bytes += part.length;
  });
  await pipeline(Readable.from(texts(lines)), createGzip({ level: 6 }), cipher, counted, measured, createWriteStream(file, { mode: 0o600, flush: true }));
  return { bytes, sha256: hash.digest('hex') };
}

async function* texts(lines: AsyncIterable<string[]>): AsyncGenerator<string> {
  for await (const batch of lines) yield `${batch.map(oneLine).join('\n')}\n`;
}

/** JSON leaves two characters as they are that readers of lines take for an end. */
const oneLine = (text: string): string => JSON.stringify(text).replaceAll('\u2028', '\\u2028').replaceAll('\u2029', '\\u2029');

/** Reads a part's lines from an archive. Call it on a part whose hash was checked: lines come before the tag is. */
export async function* readPart(file: string, { key, belongsTo }: PartKey, { offset, bytes }: { offset: number; bytes: number }): AsyncGenerator<string[]> {
  const handle = await open(file);
  const [nonce, tag] = [Buffer.alloc(nonceBytes), Buffer.alloc(tagBytes)];
  await handle.read(nonce, 0, nonceBytes, offset);
  await handle.read(tag, 0, tagBytes, offset + bytes - tagBytes);
  await handle.close();
  const decipher = createDecipheriv(algorithm, key, nonce, { authTagLength: tagBytes }).setAAD(Buffer.from(belongsTo));
  decipher.setAuthTag(tag);
  const plain = new PassThrough();
  const done = pipeline(createReadStream(file, { start: offset + nonceBytes, end: offset + bytes - tagBytes - 1 }), decipher, createGunzip(), plain);
  done.catch(() => {});
  let batch: string[] = [];
  let size = 0;
  for await (const line of createInterface({ input: plain, crlfDelay: Number.POSITIVE_INFINITY })) {
    batch.push(JSON.parse(line) as string);
    size += line.length;
    if (size < 1_000_000 && batch.length < 2_000) continue;
    yield batch;
    [batch, size] = [[], 0];
  }
  await done;
  if (batch.length > 0) yield batch;
}
