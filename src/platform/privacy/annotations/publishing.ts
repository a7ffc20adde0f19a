import type { SchemaNotes } from '../annotation.ts';

const id = ['Identifiant', 'none'] as const;
const territory = ['Territoire', 'none'] as const;
const title = ['Titre', 'none'] as const;
const summary = ['Résumé', 'none'] as const;
const body = ['Texte', 'none'] as const;
const slug = ['Adresse', 'none'] as const;
const demonstration = ['Donnée de démonstration', 'none'] as const;

/** What is published. Only the writers of a note that waits for its review are people. */
export const publishing = {
  'publishing.analysis': {
    title: 'Analyse en préparation', processings: ['statistics'], retention: 'kept', readers: 'analysis',
    columns: { id, territory, title, summary, body, slug, demonstration, state: ['État', 'none'], revision: ['Révision', 'none'], created_at: ['Écrite', 'none'], changed_at: ['Modifiée', 'none'] },
  },
  'publishing.analysis_writer': {
    title: 'Qui a écrit une analyse à relire', processings: ['trace'], retention: 'formerAccount', readers: 'analysis',
    columns: { territory, analysis_id: ['Analyse', 'none'], account_id: ['Compte', 'identifier'] },
  },
  'publishing.publication': {
    title: 'Analyse publiée', processings: ['statistics'], retention: 'kept', readers: 'publication',
    columns: { territory, analysis_id: ['Analyse', 'none'], version: ['Version', 'none'], slug, title, summary, body, figures: ['Chiffres figés', 'none'], as_of: ['Date des chiffres', 'none'], demonstration, withdrawn_at: ['Retirée', 'none'] },
  },
  'publishing.cube': {
    title: 'Tableau protégé', processings: ['statistics'], retention: 'kept', readers: 'software',
    columns: { territory, id, day: ['Jour', 'none'], title, dimensions: ['Dimensions', 'none'], rows: ['Cases publiées', 'none'], rule: ['Règle de secret', 'none'], loss: ['Cases cachées', 'none'], demonstration, made_at: ['Fait', 'none'] },
  },
} as const satisfies SchemaNotes<'publishing'>;
