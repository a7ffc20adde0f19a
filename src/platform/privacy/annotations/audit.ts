import type { SchemaNotes } from '../annotation.ts';

const territory = ['Territoire', 'none'] as const;

/** Who did what, and the seals that keep it from being edited quietly. */
export const audit = {
  'audit.entry': {
    title: 'Trace', processings: ['trace'], retention: 'trace', readers: 'audit',
    columns: {
      id: ['Numéro', 'identifier'], territory, at: ['Date et heure', 'activity'], account_id: ['Compte', 'identifier'], role: ['Rôle', 'professional'], organisation_id: ['Organisme', 'professional'], type: ['Acte', 'activity'],
      subject_kind: ['Objet', 'activity'], subject_id: ['Identifiant de l’objet', 'identifier'], person_id: ['Personne concernée', 'identifier'], reason: ['Motif', 'activity'], details: ['Faits', 'activity'],
    },
  },
  'audit.segment': {
    title: 'Bloc scellé', processings: ['trace'], retention: 'kept', readers: 'audit',
    columns: {
      territory, number: ['Numéro', 'none'], first_at: ['Première trace', 'none'], last_at: ['Dernière trace', 'none'], entries: ['Nombre de traces', 'none'], last_entry_id: ['Dernier numéro', 'none'], hash: ['Empreinte', 'none'],
      previous_hash: ['Empreinte précédente', 'none'], sealed_at: ['Scellé', 'none'], expired_at: ['Effacé', 'none'],
    },
  },
  'audit.sealed': {
    title: 'Place d’une trace dans son bloc', processings: ['trace'], retention: 'trace', readers: 'audit',
    columns: { entry_id: ['Numéro de la trace', 'identifier'], territory, segment: ['Bloc', 'none'], position: ['Place', 'none'], hash: ['Empreinte', 'none'] },
  },
} as const satisfies SchemaNotes<'audit'>;
