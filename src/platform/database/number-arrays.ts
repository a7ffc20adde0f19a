const kinds = {
  /** `smallint`, `integer` and `double precision`: type in PostgreSQL's catalogue, bytes, how one is written. */
  int2: { type: 21, bytes: 2, write: (into: Buffer, value: number, at: number) => into.writeInt16BE(value, at) },
  int4: { type: 23, bytes: 4, write: (into: Buffer, value: number, at: number) => into.writeInt32BE(value, at) },
  float8: { type: 701, bytes: 8, write: (into: Buffer, value: number, at: number) => into.writeDoubleBE(value, at) },
} as const;

/**
 * Numbers as PostgreSQL's own form of an array, which it takes as it is: millions of them as text are written here and
 * parsed there, several times slower. To be given as a parameter cast to the kind's array (`${…}::float8[]`).
 */
export function numberArray(kind: keyof typeof kinds, values: readonly number[]): Buffer {
  const { type, bytes, write } = kinds[kind];
  const header = values.length === 0 ? 12 : 20;
  const buffer = Buffer.alloc(header + values.length * (4 + bytes));
  buffer.writeInt32BE(values.length === 0 ? 0 : 1, 0);
  buffer.writeInt32BE(type, 8);
  if (values.length > 0) buffer.writeInt32BE(values.length, 12);
  if (values.length > 0) buffer.writeInt32BE(1, 16);
  let at = header;
  for (const value of values) {
    buffer.writeInt32BE(bytes, at);
    write(buffer, value, at + 4);
    at += 4 + bytes;
  }
  return buffer;
}
