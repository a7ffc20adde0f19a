import { documentStore, wholeTerritory } from '../../files/document.store.ts';
import { wholeDocument } from '../../files/document.service.ts';
import type { PersonalArea } from '../personal-area.ts';

/** Documents: given back as they were given, erased with the file. */
export const fileArea = (key: Buffer): PersonalArea => ({
  id: 'documents',
  title: 'Vos documents',
  tables: ['file.document', 'file.piece'],
  give: async (tx, { territory, personId }) => {
    const documents = await documentStore(tx, wholeTerritory(territory)).ofPerson(personId);
    return [{ table: 'file.document', rows: documents.map(({ purpose, name, mediaType, bytes, sha256, createdAt }) => ({ purpose, name, media_type: mediaType, bytes, sha256, created_at: createdAt })) }];
  },
  attachments: async (tx, { territory, personId }) => {
    const documents = await documentStore(tx, wholeTerritory(territory)).ofPerson(personId);
    return Promise.all(documents.map(async (document, at) => ({ name: `${at + 1}-${document.name}`, bytes: await wholeDocument(tx, territory, key, document) })));
  },
  forget: async ({ tx, territory }, { personId }) => void (await documentStore(tx, wholeTerritory(territory)).eraseOfPerson(personId)),
  keeps: [],
  tasks: [],
});
