import { sql, type RawBuilder } from 'kysely';
import type { Tx } from '../database/database.ts';
import type { Actor } from '../permission/actor.ts';
import type { Scope } from '../permission/matrix.ts';
import { seal, unseal } from '../secret.ts';
import type { MediaType } from './content.rules.ts';

/** What is known of a document without opening it. */
export interface DocumentLine {
  id: string;
  personId: string;
  custodianId: string;
  purpose: string;
  name: string;
  mediaType: MediaType;
  bytes: number;
  pieces: number;
  sha256: string;
  createdAt: Date;
}

/** A piece opens only in its place of its document: none can be moved, repeated, or left out at the end. */
const place = (documentId: string, position: number, last: boolean): string => `document ${documentId} ${position} ${last ? 'last' : 'more'}`;

/** Who reads or writes, and how far: a territory's documents, an organisation's, one's own. */
export interface Reach {
  actor: Pick<Actor, 'territory' | 'organisationId' | 'personId'>;
  scope: Scope;
}

/** The house's own work reaches its whole territory. */
export const wholeTerritory = (territory: string): Reach => ({ actor: { territory, organisationId: null, personId: null }, scope: 'territory' });

function reached({ actor, scope }: Reach, person: string): RawBuilder<boolean> {
  const here = sql<boolean>`territory = ${actor.territory}`;
  if (scope === 'territory') return here;
  const [column, value] = scope === 'own' ? [person, actor.personId] : ['custodian_id', scope === 'organisation' ? actor.organisationId : null];
  return value === null ? sql<boolean>`false` : sql<boolean>`(${here} and ${sql.ref(column)} = ${value})`;
}

/** Documents and their encrypted pieces. */
export const documentStore = (tx: Tx, reach: Reach) => {
  const { territory } = reach.actor;
  const within = reached(reach, 'person_id');
  const lines = tx.selectFrom('file.document').select([
    'id', 'person_id as personId', 'custodian_id as custodianId', 'purpose', 'name', 'media_type as mediaType', 'bytes', 'pieces', 'sha256', 'created_at as createdAt',
  ]).where(within);
  const asLine = (row: Awaited<ReturnType<typeof lines.executeTakeFirstOrThrow>>): DocumentLine => ({ ...row, mediaType: row.mediaType as MediaType, sha256: row.sha256.toString('hex') });
  return {
    find: async (id: string): Promise<DocumentLine | undefined> => {
      const row = await lines.where('id', '=', id).executeTakeFirst();
      return row && asLine(row);
    },
    ofPerson: async (personId: string): Promise<DocumentLine[]> => (await lines.where('person_id', '=', personId).orderBy('created_at').orderBy('id').execute()).map(asLine),

    custodianOf: async (personId: string): Promise<string | undefined> =>
      (await tx.selectFrom('party.person').select('custodian_id').where(reached(reach, 'id')).where('id', '=', personId).where('state', '=', 'open').executeTakeFirst())?.custodian_id,

    addPiece: (document: Pick<DocumentLine, 'id' | 'personId' | 'custodianId'>, key: Buffer, position: number, last: boolean, plain: Uint8Array) =>
      tx.insertInto('file.piece').values({
        document_id: document.id, position, territory, custodian_id: document.custodianId, person_id: document.personId, sealed: seal(key, plain, place(document.id, position, last)),
      }).execute(),

    add: ({ id, personId, custodianId, purpose, name, mediaType, bytes, pieces, sha256, createdAt }: DocumentLine, createdBy: string | null) =>
      tx.insertInto('file.document').values({
        id, territory, person_id: personId, custodian_id: custodianId, purpose, name, media_type: mediaType, bytes, pieces, sha256: Buffer.from(sha256, 'hex'), created_by: createdBy, created_at: createdAt,
      }).execute(),

    /** A piece in clear; undefined when it is gone, was changed, or another key made it. */
    readPiece: async ({ id, pieces }: Pick<DocumentLine, 'id' | 'pieces'>, key: Buffer, position: number): Promise<Buffer | undefined> => {
      const row = await tx.selectFrom('file.piece').select('sealed').where(within).where('document_id', '=', id).where('position', '=', position).executeTakeFirst();
      return row && unseal(key, row.sealed, place(id, position, position === pieces));
    },

    /** Its pieces go with it. */
    erase: async (id: string): Promise<boolean> => Number((await tx.deleteFrom('file.document').where(within).where('id', '=', id).executeTakeFirst()).numDeletedRows) > 0,
    eraseOfPerson: (personId: string) => tx.deleteFrom('file.document').where(within).where('person_id', '=', personId).execute(),
  };
};
