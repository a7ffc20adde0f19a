import { open, type FileHandle } from 'node:fs/promises';
import { Readable, Transform } from 'node:stream';
import { crc32, createInflateRaw } from 'node:zlib';
import { failure, success, type Result } from '../../platform/result.ts';
import type { ImportProblem } from '../import.messages.ts';
import { inflationGuard } from './inflation.rules.ts';

/** A file of an archive, as its directory tells it. */
export interface ZipEntry {
  name: string;
  /** 0: stored as it is; 8: deflate. Others are not read. */
  method: number;
  encrypted: boolean;
  crc: number;
  packedBytes: number;
  bytes: number;
  /** Where its local header begins. */
  at: number;
}

const endMark = 0x06054b50;
const end64Mark = 0x06064b50;
const locator64Mark = 0x07064b50;
const entryMark = 0x02014b50;
const localMark = 0x04034b50;
/** An open-data archive has a few files, a workbook some dozens. */
const maxEntries = 2_000;
const maxDirectoryBytes = 4 * 1024 * 1024;

const damaged = (): Result<never, ImportProblem> => failure({ code: 'zip.damaged' });

/** Reads an archive's directory, which stands at its end: nothing is inflated. */
export async function zipEntries(path: string): Promise<Result<ZipEntry[], ImportProblem>> {
  const file = await open(path);
  try {
    const { size } = await file.stat();
    const tail = await bytesAt(file, Math.max(0, size - 66_000), Math.min(size, 66_000));
    const end = lastMark(tail, endMark);
    if (end === -1 || end + 22 > tail.length) return damaged();
    let [count, length, from] = [tail.readUInt16LE(end + 10), tail.readUInt32LE(end + 12), tail.readUInt32LE(end + 16)];
    const locator = end - 20;
    if (locator >= 0 && tail.readUInt32LE(locator) === locator64Mark) {
      const end64 = await bytesAt(file, Number(tail.readBigUInt64LE(locator + 8)), 56);
      if (end64.length < 56 || end64.readUInt32LE(0) !== end64Mark) return damaged();
      [count, length, from] = [Number(end64.readBigUInt64LE(32)), Number(end64.readBigUInt64LE(40)), Number(end64.readBigUInt64LE(48))];
    }
    if (count > maxEntries || length > maxDirectoryBytes) return failure({ code: 'zip.bomb' });
    const directory = await bytesAt(file, from, length);
    return directory.length < length ? damaged() : entriesOf(directory, count);
  } catch (error) {
    // Offsets that lead outside the file or the directory.
    if (error instanceof RangeError) return damaged();
    throw error;
  } finally {
    await file.close();
  }
}

function entriesOf(directory: Buffer, count: number): Result<ZipEntry[], ImportProblem> {
  const entries: ZipEntry[] = [];
  let at = 0;
  for (let rank = 0; rank < count; rank += 1) {
    if (directory.readUInt32LE(at) !== entryMark) return damaged();
    const [nameLength, extraLength, commentLength] = [directory.readUInt16LE(at + 28), directory.readUInt16LE(at + 30), directory.readUInt16LE(at + 32)];
    const extra = directory.subarray(at + 46 + nameLength, at + 46 + nameLength + extraLength);
    const [bytes, packedBytes, offset] = wide(extra, [directory.readUInt32LE(at + 24), directory.readUInt32LE(at + 20), directory.readUInt32LE(at + 42)]);
    entries.push({
      name: directory.subarray(at + 46, at + 46 + nameLength).toString('utf8'), method: directory.readUInt16LE(at + 10), encrypted: (directory.readUInt16LE(at + 8) & 1) === 1,
      crc: directory.readUInt32LE(at + 16), bytes: bytes ?? 0, packedBytes: packedBytes ?? 0, at: offset ?? 0,
    });
    at += 46 + nameLength + extraLength + commentLength;
  }
  return success(entries);
}

/** Numbers that do not fit 32 bits stand in the field 1 of the extras, in this order. */
function wide(extra: Buffer, numbers: readonly number[]): number[] {
  if (!numbers.includes(0xffffffff)) return [...numbers];
  for (let at = 0; at + 4 <= extra.length; at += 4 + extra.readUInt16LE(at + 2)) {
    if (extra.readUInt16LE(at) !== 1) continue;
    let next = at + 4;
    return numbers.map((number) => {
      if (number !== 0xffffffff) return number;
      next += 8;
      return Number(extra.readBigUInt64LE(next - 8));
    });
  }
  return [...numbers];
}

/**
 * Streams an entry's content. The stream fails with a `ZipFailure` where the content is a bomb, is cut short or is not
 * what the directory says of it.
 */
export async function zipContent(path: string, entry: ZipEntry): Promise<Readable> {
  const file = await open(path);
  const header = await bytesAt(file, entry.at, 30);
  if (header.length < 30 || header.readUInt32LE(0) !== localMark) {
    await file.close();
    throw new ZipFailure('zip.damaged');
  }
  const start = entry.at + 30 + header.readUInt16LE(26) + header.readUInt16LE(28);
  if (entry.packedBytes === 0) {
    await file.close();
    return Readable.from([]);
  }
  const packed = file.createReadStream({ start, end: start + entry.packedBytes - 1 });
  const checked = checking(entry);
  const fail = (error: Error): void => void checked.destroy(error);
  packed.on('error', fail);
  if (entry.method === 0) return packed.pipe(checked);
  const inflated = createInflateRaw();
  inflated.on('error', fail);
  // What is left half-read closes the file.
  checked.on('close', () => void packed.destroy());
  return packed.pipe(inflated).pipe(checked);
}

/** A content that is refused while it streams. */
export class ZipFailure extends Error {
  readonly problem: ImportProblem;

  constructor(code: 'zip.damaged' | 'zip.bomb') {
    super(code);
    this.problem = { code };
  }
}

function checking(entry: ZipEntry): Transform {
  let crc = 0;
  let bytes = 0;
  const swollen = inflationGuard(entry.packedBytes);
  return new Transform({
    transform: (chunk: Buffer, _encoding, done) => {
      bytes += chunk.length;
      crc = crc32(chunk, crc);
      done(swollen(chunk.length) ? new ZipFailure('zip.bomb') : null, chunk);
    },
    flush: (done) => done(bytes !== entry.bytes || crc !== entry.crc ? new ZipFailure('zip.damaged') : null),
  });
}

async function bytesAt(file: FileHandle, position: number, length: number): Promise<Buffer> {
  const { buffer, bytesRead } = await file.read(Buffer.alloc(length), 0, length, position);
  return buffer.subarray(0, bytesRead);
}

function lastMark(bytes: Buffer, mark: number): number {
  const wanted = Buffer.alloc(4);
  wanted.writeUInt32LE(mark);
  return bytes.lastIndexOf(wanted);
}
