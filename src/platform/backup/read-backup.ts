import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { open, type FileHandle } from 'node:fs/promises';
import { failure, success, type Result } from '../result.ts';
import { archiveEnd, blockBytes, entryHeader, padding, sizeIn } from './archive.ts';
import { checkMac, macName, macSize, manifestName, manifestSchema, partName, type Manifest } from './manifest.ts';

export type ReadFailure =
  | { code: 'backup.absent'; file: string }
  | { code: 'backup.notOne'; file: string }
  /** `part`: a table, or the manifest, or the archive's end. */
  | { code: 'backup.damaged'; file: string; part: string }
  | { code: 'backup.otherSecret'; file: string };

export interface OpenBackup {
  manifest: Manifest;
  /** Where each table's bytes begin in the file. */
  offsets: ReadonlyMap<string, number>;
}

/** Reads a backup from its first byte to its last, and tells the first part that is not as it was written. */
export async function readBackup(file: string, secret: string): Promise<Result<OpenBackup, ReadFailure>> {
  let handle: FileHandle;
  try {
    handle = await open(file);
  } catch {
    return failure({ code: 'backup.absent', file });
  }
  try {
    const head = await readManifest(handle, file, secret);
    if (!head.ok) return head;
    const { manifest } = head.value;
    let at = head.value.end;
    const offsets = new Map<string, number>();
    for (const { name, bytes, sha256 } of manifest.tables) {
      offsets.set(name, at + blockBytes);
      const whole = (await holds(handle, at, entryHeader(partName(name), bytes))) && (await hashOf(file, at + blockBytes, bytes)) === sha256 && (await holds(handle, at + blockBytes + bytes, padding(bytes)));
      if (!whole) return failure({ code: 'backup.damaged', file, part: name });
      at += entryBytes(bytes);
    }
    const ends = (await holds(handle, at, archiveEnd)) && (await handle.stat()).size === at + archiveEnd.length;
    return ends ? success({ manifest, offsets }) : failure({ code: 'backup.damaged', file, part: 'end' });
  } finally {
    await handle.close();
  }
}

async function readManifest(handle: FileHandle, file: string, secret: string): Promise<Result<{ manifest: Manifest; end: number }, ReadFailure>> {
  const damaged = failure({ code: 'backup.damaged', file, part: manifestName } as const);
  const first = await take(handle, 0, blockBytes);
  // The name alone says whose archive it is; anything else that differs is damage.
  if (first.toString('latin1', 0, manifestName.length) !== manifestName) return failure({ code: 'backup.notOne', file });
  const size = sizeIn(first, manifestName);
  if (size === undefined || size > (await handle.stat()).size) return damaged;
  const text = await take(handle, blockBytes, size);
  const macAt = entryBytes(size);
  const mac = await take(handle, macAt + blockBytes, macSize);
  const frame = (await holds(handle, blockBytes + size, padding(size))) && (await holds(handle, macAt, entryHeader(macName, macSize))) && (await holds(handle, macAt + blockBytes + macSize, padding(macSize)));
  if (!frame || text.length !== size || mac.length !== macSize) return damaged;
  const genuine = checkMac(secret, text, mac);
  if (genuine === 'otherSecret') return failure({ code: 'backup.otherSecret', file });
  if (genuine === 'damaged') return damaged;
  const manifest = manifestSchema.safeParse(JSON.parse(text.toString('utf8')));
  return manifest.success ? success({ manifest: manifest.data, end: macAt + entryBytes(macSize) }) : damaged;
}

const entryBytes = (size: number): number => blockBytes + size + padding(size).length;

async function take(handle: FileHandle, at: number, size: number): Promise<Buffer> {
  const { buffer, bytesRead } = await handle.read(Buffer.alloc(size), 0, size, at);
  return buffer.subarray(0, bytesRead);
}

const holds = async (handle: FileHandle, at: number, expected: Buffer): Promise<boolean> => (await take(handle, at, expected.length)).equals(expected);

async function hashOf(file: string, at: number, bytes: number): Promise<string> {
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(file, { start: at, end: at + bytes - 1 }) as AsyncIterable<Buffer>) hash.update(chunk);
  return hash.digest('hex');
}
