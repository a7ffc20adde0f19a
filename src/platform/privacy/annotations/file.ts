import type { SchemaNotes } from '../annotation.ts';

const territory = ['Territoire', 'none'] as const;
const custodian = ['Organisme qui suit le dossier', 'followUp'] as const;
const person = ['Personne', 'identifier'] as const;

/** Documents, encrypted at rest. */
export const file = {
  'file.document': {
    title: 'Document', processings: ['accompaniment'], retention: 'withFile', readers: 'file',
    columns: {
      id: ['Identifiant', 'identifier'], territory, custodian_id: custodian, person_id: person, purpose: ['Usage', 'documents'], name: ['Nom du fichier', 'documents'], media_type: ['Format', 'none'], bytes: ['Taille', 'none'],
      pieces: ['Morceaux', 'none'], sha256: ['Empreinte', 'documents'], created_by: ['Compte qui l’a déposé', 'activity'], created_at: ['Déposé', 'documents'],
    },
  },
  'file.piece': {
    title: 'Contenu chiffré d’un document', processings: ['accompaniment'], retention: 'withFile', readers: 'file',
    columns: { document_id: ['Document', 'identifier'], position: ['Place', 'none'], territory, custodian_id: custodian, person_id: person, sealed: ['Contenu chiffré', 'documents'] },
  },
} as const satisfies SchemaNotes<'file'>;
