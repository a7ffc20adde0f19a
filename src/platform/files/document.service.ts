import { createHash, randomUUID } from 'node:crypto';
import { z } from 'zod';
import { asActor } from '../database/as-actor.ts';
import type { Tx } from '../database/database.ts';
import { scopeOf } from '../permission/permission.rules.ts';
import { failure, success, type Result } from '../result.ts';
import { useCase, type Session } from '../use-case.ts';
import { mediaTypes, textCheck, typeOf, type MediaType } from './content.rules.ts';
import { documentStore, wholeTerritory, type DocumentLine, type Reach } from './document.store.ts';
import { safeName } from './download.rules.ts';

/** Bytes of a piece: enough to tell a type by, small enough to hold in memory. */
const pieceBytes = 262_144;

const newDocument = z.object({
  personId: z.uuid(),
  /** What it is for: `payslip`, `identity`. */
  purpose: z.string().regex(/^[a-z][a-zA-Z]{0,39}$/),
  name: z.string().max(1_000).transform(safeName),
  /** Kinds that the caller takes. */
  allowed: z.array(z.enum(mediaTypes)).min(1),
  mostBytes: z.number().int().min(1).max(100_000_000),
  content: z.custom<AsyncIterable<Uint8Array>>((given) => typeof given === 'object' && given !== null && Symbol.asyncIterator in given),
});

export type DocumentFailure =
  | { code: 'person.unknown' }
  | { code: 'document.empty' }
  | { code: 'document.tooLarge'; mostBytes: number }
  | { code: 'document.typeRefused'; found: string; allowed: readonly MediaType[] };

/** Keeps a document of a person's open file: read once, piece after piece, checked by its content, encrypted before it is written. */
export const keepDocument = (key: Buffer) => useCase('file.create', newDocument, async ({ input, actor, scope, tx, clock, record }): Promise<Result<DocumentLine, DocumentFailure>> => {
  const store = documentStore(tx, { actor, scope });
  const custodianId = await store.custodianOf(input.personId);
  if (!custodianId) return failure({ code: 'person.unknown' });
  const document = { id: randomUUID(), personId: input.personId, custodianId };
  const written = await write(store, key, document, input);
  if (!written.ok) return written;
  const line = { ...document, ...written.value, purpose: input.purpose, name: input.name, createdAt: clock.now() };
  await store.add(line, actor.accountId);
  await record.changed({ type: 'document.kept', subject: { kind: 'document', id: document.id }, personId: input.personId, details: { purpose: input.purpose, mediaType: line.mediaType, bytes: line.bytes } });
  return success(line);
});

type Written = Pick<DocumentLine, 'mediaType' | 'bytes' | 'pieces' | 'sha256'>;

async function write(
  store: ReturnType<typeof documentStore>, key: Buffer, document: Pick<DocumentLine, 'id' | 'personId' | 'custodianId'>, { content, allowed, mostBytes }: Pick<z.infer<typeof newDocument>, 'content' | 'allowed' | 'mostBytes'>,
): Promise<Result<Written, DocumentFailure>> {
  const refused = (found: string): Result<never, DocumentFailure> => failure({ code: 'document.typeRefused', found, allowed });
  const hash = createHash('sha256');
  const isText = textCheck();
  let mediaType: MediaType | undefined;
  let bytes = 0;
  let pieces = 0;
  for await (const { piece, last } of inPieces(content, pieceBytes)) {
    bytes += piece.length;
    if (bytes > mostBytes) return failure({ code: 'document.tooLarge', mostBytes });
    if (bytes === 0) return failure({ code: 'document.empty' });
    if (!mediaType) {
      const found = await typeOf(piece);
      mediaType = allowed.find((type) => type === (found === 'unknown' ? 'text/plain' : found));
      if (!mediaType) return refused(found);
    }
    if (mediaType === 'text/plain' && !isText(piece, last)) return refused('unknown');
    hash.update(piece);
    pieces += 1;
    await store.addPiece(document, key, pieces, last, piece);
  }
  return mediaType ? success({ mediaType, bytes, pieces, sha256: hash.digest('hex') }) : failure({ code: 'document.empty' });
}

/** Cuts what comes in any sizes into pieces of one size, the last one shorter and known to be the last. */
async function* inPieces(content: AsyncIterable<Uint8Array>, size: number): AsyncGenerator<{ piece: Buffer; last: boolean }> {
  let waiting: Buffer[] = [];
  let length = 0;
  for await (const chunk of content) {
    waiting.push(Buffer.from(chunk));
    length += chunk.length;
    if (length <= size) continue;
    let rest = Buffer.concat(waiting);
    for (; rest.length > size; rest = rest.subarray(size)) yield { piece: rest.subarray(0, size), last: false };
    waiting = [rest];
    length = rest.length;
  }
  yield { piece: Buffer.concat(waiting), last: true };
}

const oneDocument = z.object({ id: z.uuid() });

/** Opens a document, which is traced; its bytes come from `documentContent`. */
export const openDocument = useCase('file.read', oneDocument, async ({ input, actor, scope, tx, record }) => {
  const document = await documentStore(tx, { actor, scope }).find(input.id);
  if (!document) return failure({ code: 'document.unknown' as const });
  await record.opened({ type: 'document.opened', subject: { kind: 'document', id: document.id }, personId: document.personId, details: { purpose: document.purpose } });
  return success(document);
});

/** The document's bytes, piece after piece, each read with the actor's rights of that moment. Throws where a piece is not what was written. */
export async function* documentContent({ db, actor }: Pick<Session, 'db' | 'actor'>, key: Buffer, document: Pick<DocumentLine, 'id' | 'pieces'>): AsyncGenerator<Buffer> {
  const scope = scopeOf(actor.role, 'file.read');
  for (let position = 1; scope && position <= document.pieces; position += 1) yield await asActor(db, actor, (tx) => pieceOf(tx, { actor, scope }, key, document, position));
}

/** A whole document within the house's own transaction, for the copy of one's data. */
export async function wholeDocument(tx: Tx, territory: string, key: Buffer, document: Pick<DocumentLine, 'id' | 'pieces'>): Promise<Buffer> {
  const pieces: Buffer[] = [];
  for (let position = 1; position <= document.pieces; position += 1) pieces.push(await pieceOf(tx, wholeTerritory(territory), key, document, position));
  return Buffer.concat(pieces);
}

async function pieceOf(tx: Tx, reach: Reach, key: Buffer, document: Pick<DocumentLine, 'id' | 'pieces'>, position: number): Promise<Buffer> {
  const piece = await documentStore(tx, reach).readPiece(document, key, position);
  if (!piece) throw new Error(`document ${document.id}: piece ${position} is not what was written`);
  return piece;
}

/** Erases a document and its bytes. */
export const eraseDocument = useCase('file.erase', oneDocument, async ({ input, actor, scope, tx, record }) => {
  const store = documentStore(tx, { actor, scope });
  const document = await store.find(input.id);
  if (!document || !(await store.erase(input.id))) return failure({ code: 'document.unknown' as const });
  await record.changed({ type: 'document.erased', subject: { kind: 'document', id: input.id }, personId: document.personId, details: { purpose: document.purpose } });
  return success(undefined);
});
