/**
 * A tar file (ustar), so that `tar` lists and extracts a backup without Ancrage. Every byte that is no content follows from
 * names and sizes: a reader makes it again and compares, and a flipped byte anywhere is seen.
 */

export const blockBytes = 512;
const largest = 8 ** 11 - 1;

/** The block before an entry's content. */
export function entryHeader(name: string, size: number): Buffer {
  if (Buffer.byteLength(name) > 100) throw new RangeError(`the name is too long for an archive: ${name}`);
  if (size > largest) throw new RangeError(`the part is too large for an archive: ${name}`);
  const header = Buffer.alloc(blockBytes);
  const octal = (value: number, digits: number, at: number): void => void header.write(`${value.toString(8).padStart(digits, '0')}\0`, at, 'latin1');
  header.write(name, 0, 'utf8');
  octal(0o600, 7, 100);
  octal(0, 7, 108);
  octal(0, 7, 116);
  octal(size, 11, 124);
  // No date: the manifest says when it was made.
  octal(0, 11, 136);
  header.write('        0', 148, 'latin1');
  header.write('ustar\u000000', 257, 'latin1');
  octal(header.reduce((sum, byte) => sum + byte, 0), 6, 148);
  return header;
}

/** Zeros that fill an entry's last block. */
export const padding = (size: number): Buffer => Buffer.alloc((blockBytes - (size % blockBytes)) % blockBytes);

/** Two empty blocks end the archive. */
export const archiveEnd = Buffer.alloc(2 * blockBytes);

/** The size that a header gives, or undefined where it is none of ours. */
export function sizeIn(header: Buffer, name: string): number | undefined {
  const size = Number.parseInt(header.toString('latin1', 124, 135), 8);
  return Number.isSafeInteger(size) && size >= 0 && entryHeader(name, size).equals(header) ? size : undefined;
}
