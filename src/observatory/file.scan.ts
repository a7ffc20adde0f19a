import { createHash } from 'node:crypto';
import { createReadStream, statSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { isUtf8 } from 'node:buffer';
import { Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { failure, success, type Result } from '../platform/result.ts';
import { inflationGuard } from './containers/inflation.rules.ts';
import type { ImportProblem } from './import.messages.ts';
import { JsonScan } from './json.scan.ts';

/** What the bytes of a file say before anything is parsed. */
export interface Scan {
  path: string;
  name: string;
  sha256: string;
  bytes: number;
  kind: 'text' | 'json' | 'parquet';
  gzip: boolean;
  /** False for a text that must then be Latin-1; `notUtf8` says where it shows. */
  utf8: boolean;
  notUtf8: ImportProblem | undefined;
  firstLine: string;
  lines: number;
  endsWithNewline: boolean;
  /** Where the header stands: further down than 1 in a workbook's sheet. */
  headerLine: number;
  /** A sheet has rows without a cell; in a text they are a fault. */
  blankLines: 'refused' | 'skipped';
}

const maxLineBytes = 1024 * 1024;
const maxJsonBytes = 80 * 1024 * 1024;

/** Magic numbers of what people send under a CSV's name. */
const binaries: readonly (readonly [number[], string])[] = [
  [[0x50, 0x4b, 0x03, 0x04], 'un classeur Excel ou une archive zip'],
  [[0xd0, 0xcf, 0x11, 0xe0], 'un ancien classeur Excel (xls)'],
  [[0x25, 0x50, 0x44, 0x46], 'un PDF'],
  [[0x89, 0x50, 0x4e, 0x47], 'une image PNG'],
  [[0xff, 0xd8, 0xff], 'une image JPEG'],
  [[0x47, 0x49, 0x46, 0x38], 'une image GIF'],
  [[0x53, 0x51, 0x4c, 0x69, 0x74, 0x65], 'une base SQLite'],
  [[0x7f, 0x45, 0x4c, 0x46], 'un programme'],
];

/** Reads a file once, in small memory, and stops at the first byte that no source can have. `bytes`: only its fingerprint, whatever they are. */
export async function scanFile(path: string, name: string, as: 'text' | 'bytes' = 'text'): Promise<Result<Scan, ImportProblem>> {
  const entry = statSync(path, { throwIfNoEntry: false });
  if (!entry) return failure({ code: 'file.notFound' });
  if (entry.isDirectory()) return failure({ code: 'file.directory' });
  if (!entry.isFile()) return failure({ code: 'file.unreadable', detail: 'ce n’est pas un fichier ordinaire' });
  if (entry.size === 0) return failure({ code: 'file.empty' });
  try {
    return await scanBytes(path, name, as, entry.size);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    if (code.startsWith('Z_')) return failure({ code: 'file.gzip' });
    return failure({ code: 'file.unreadable', detail: code || String(error) });
  }
}

async function scanBytes(path: string, name: string, as: 'text' | 'bytes', size: number): Promise<Result<Scan, ImportProblem>> {
  const hash = createHash('sha256');
  const first = await firstBytes(path);
  const gzip = first[0] === 0x1f && first[1] === 0x8b;
  const hashed = hashing(path, hash);
  const head = gzip ? await firstBytes(path, true) : first;
  const base = { path, name, gzip, utf8: true, notUtf8: undefined, firstLine: '', lines: 0, endsWithNewline: true, bytes: 0, headerLine: 1, blankLines: 'refused' } as const;
  if (as === 'bytes' || startsWith(head, [0x50, 0x41, 0x52, 0x31])) {
    for await (const chunk of hashed) void chunk;
    return success({ ...base, kind: 'parquet', sha256: hash.digest('hex') });
  }
  const refused = refusedHead(head);
  if (refused) return failure(refused);
  const json = /^\uFEFF?\s*[[{]/.test(head.toString('utf8'));
  const text = new TextScan(json);
  const source = gzip ? inflated(hashed) : hashed;
  const swollen = gzip ? inflationGuard(size) : () => false;
  for await (const chunk of source) {
    const problem = swollen((chunk as Buffer).length) ? ({ code: 'file.gzipBomb' } as const) : text.take(chunk as Buffer);
    if (problem) return failure(problem);
  }
  text.end();
  if (text.bytes === 0 || text.blank) return failure({ code: 'file.empty' });
  return success({
    ...base, kind: json ? 'json' : 'text', sha256: hash.digest('hex'), bytes: text.bytes, utf8: text.notUtf8 === undefined, notUtf8: text.notUtf8,
    firstLine: text.firstLine, lines: text.line, endsWithNewline: text.endsWithNewline,
  });
}

/** The bytes of a file on their way into its fingerprint; each chunk is there until the next is asked for. */
async function* hashing(path: string, hash: ReturnType<typeof createHash>): AsyncGenerator<Buffer> {
  const file = await open(path);
  try {
    const buffer = Buffer.allocUnsafe(1024 * 1024);
    for (;;) {
      const { bytesRead } = await file.read(buffer, 0, buffer.length);
      if (bytesRead === 0) return;
      const chunk = buffer.subarray(0, bytesRead);
      hash.update(chunk);
      yield chunk;
    }
  } finally {
    await file.close();
  }
}

/** What is inflated is read behind the reading of the file: it needs chunks of its own. */
function inflated(chunks: AsyncIterable<Buffer>): Readable {
  async function* copies(): AsyncGenerator<Buffer> {
    for await (const chunk of chunks) yield Buffer.from(chunk);
  }
  const packed = Readable.from(copies());
  const text = packed.pipe(forwardErrors(packed, createGunzip()));
  // What is left half-read closes the file.
  text.on('close', () => packed.destroy());
  return text;
}

function forwardErrors<Target extends NodeJS.WritableStream & { destroy(error?: Error): unknown }>(from: Readable, to: Target): Target {
  from.on('error', (error) => to.destroy(error));
  return to;
}

async function firstBytes(path: string, gunzip = false): Promise<Buffer> {
  const file = createReadStream(path, gunzip ? {} : { end: 1023 });
  const stream = gunzip ? file.pipe(forwardErrors(file, createGunzip())) : file;
  for await (const chunk of stream) {
    file.destroy();
    return (chunk as Buffer).subarray(0, 1024);
  }
  return Buffer.alloc(0);
}

const startsWith = (bytes: Buffer, magic: readonly number[]): boolean => magic.every((byte, at) => bytes[at] === byte);

function refusedHead(head: Buffer): ImportProblem | undefined {
  if (startsWith(head, [0xff, 0xfe]) || startsWith(head, [0xfe, 0xff])) return { code: 'file.utf16', line: 1 };
  const binary = binaries.find(([magic]) => startsWith(head, magic));
  if (binary) return { code: 'file.binary', detail: binary[1] };
  if (/^\uFEFF?\s*<(!doctype\s+html|html|head|body|\?xml|script)/i.test(head.toString('utf8'))) {
    return { code: 'file.html', line: 1, found: head.toString('utf8').trim() };
  }
  return undefined;
}

/** The streaming checks of a text: NUL bytes, endless lines, UTF-8, first line. */
class TextScan {
  bytes = 0;
  line = 1;
  blank = true;
  endsWithNewline = true;
  notUtf8: ImportProblem | undefined;
  firstLine = '';
  #lineBytes = 0;
  #head: Buffer[] | undefined = [];
  #carry: Buffer = Buffer.alloc(0);
  readonly #json: JsonScan | undefined;

  constructor(json: boolean) {
    this.#json = json ? new JsonScan() : undefined;
  }

  take(chunk: Buffer): ImportProblem | undefined {
    this.bytes += chunk.length;
    if (this.#json && this.bytes > maxJsonBytes) return { code: 'file.tooLarge', detail: `plus de ${maxJsonBytes / 1024 / 1024} Mio` };
    if (this.#json?.take(chunk) === false) return { code: 'json.tooComplex', line: this.line };
    const nul = chunk.indexOf(0);
    if (nul !== -1) return { code: 'file.nul', line: this.line + countNewlines(chunk.subarray(0, nul)) };
    this.#checkUtf8(chunk);
    this.blank &&= chunk.every((byte) => byte === 10 || byte === 13 || byte === 32);
    let from = 0;
    for (let at = chunk.indexOf(10); at !== -1; at = chunk.indexOf(10, from)) {
      if (this.#tooLong(at - from)) return { code: 'file.longLine', line: this.line };
      // A file has millions of lines: nothing is made of one but the first.
      if (this.#head) this.#keepHead(chunk.subarray(from, at), true);
      this.line += 1;
      this.#lineBytes = 0;
      from = at + 1;
    }
    if (this.#tooLong(chunk.length - from)) return { code: 'file.longLine', line: this.line };
    this.#lineBytes += chunk.length - from;
    this.#keepHead(chunk.subarray(from), false);
    this.endsWithNewline = chunk.at(-1) === 10;
    return undefined;
  }

  end(): void {
    if (this.#carry.length > 0) this.notUtf8 ??= { code: 'file.notUtf8', line: this.line };
    this.#keepHead(Buffer.alloc(0), true);
    if (this.endsWithNewline) this.line -= 1;
  }

  #tooLong(more: number): boolean {
    return !this.#json && this.#lineBytes + more > maxLineBytes;
  }

  #keepHead(bytes: Buffer, complete: boolean): void {
    if (!this.#head || this.#json) return;
    this.#head.push(Buffer.from(bytes));
    if (!complete) return;
    const whole = Buffer.concat(this.#head);
    this.firstLine = whole.toString(isUtf8(whole) ? 'utf8' : 'latin1').replace(/^\uFEFF/, '').replace(/\r$/, '');
    this.#head = undefined;
  }

  #checkUtf8(chunk: Buffer): void {
    if (this.notUtf8) return;
    const bytes = this.#carry.length > 0 ? Buffer.concat([this.#carry, chunk]) : chunk;
    const end = completeEnd(bytes);
    if (isUtf8(bytes.subarray(0, end))) {
      this.#carry = Buffer.from(bytes.subarray(end));
      return;
    }
    const at = firstInvalid(bytes.subarray(0, end));
    const before = bytes.subarray(0, at);
    const lineStart = before.lastIndexOf(10) + 1;
    this.notUtf8 = {
      code: 'file.notUtf8',
      line: this.line + countNewlines(before),
      found: bytes.subarray(Math.max(lineStart, at - 12), at + 12).toString('latin1'),
    };
  }
}

function countNewlines(bytes: Buffer): number {
  let count = 0;
  for (let at = bytes.indexOf(10); at !== -1; at = bytes.indexOf(10, at + 1)) count += 1;
  return count;
}

/** Where the last complete character ends: a chunk may cut one. */
function completeEnd(bytes: Buffer): number {
  for (let back = 1; back <= Math.min(3, bytes.length); back += 1) {
    const byte = bytes[bytes.length - back] ?? 0;
    if (byte < 0x80) return bytes.length;
    if (byte >= 0xc0) {
      const wanted = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2;
      return wanted > back ? bytes.length - back : bytes.length;
    }
  }
  return bytes.length;
}

/** Bisects for the first byte that is not UTF-8; only on the way to a refusal. */
function firstInvalid(bytes: Buffer): number {
  let good = 0;
  let bad = bytes.length;
  while (bad - good > 1) {
    const middle = (good + bad) >> 1;
    const end = completeEnd(bytes.subarray(0, middle));
    if (end > good && isUtf8(bytes.subarray(0, end))) good = end;
    else if (end <= good) break;
    else bad = middle;
  }
  while (good < bytes.length && isUtf8(bytes.subarray(0, completeEnd(bytes.subarray(0, good + 1)))) && good < bad) good += 1;
  return good;
}
