import type { SchemaNotes } from '../annotation.ts';

const territory = ['Territoire', 'none'] as const;
const language = ['Langue', 'identity'] as const;
const tries = ['Essais', 'none'] as const;
const failure = ['Échec', 'none'] as const;

/** What the software has left to do or to send. Jobs alone read it. */
export const work = {
  'work.event': {
    title: 'Événement', processings: ['messages', 'accompaniment'], retention: 'event', readers: 'software',
    columns: {
      id: ['Numéro', 'identifier'], territory, type: ['Nature', 'activity'], subject_id: ['Identifiant de l’objet', 'identifier'], payload: ['Faits', 'activity'], occurred_on: ['Jour du fait', 'activity'], recorded_at: ['Enregistré', 'activity'],
      person_id: ['Personne concernée', 'identifier'], account_id: ['Compte', 'identifier'], role: ['Rôle', 'professional'], handled_at: ['Traité', 'none'], tries, retry_at: ['Prochain essai', 'none'], failure,
    },
  },
  'work.mail': {
    title: 'Message envoyé', processings: ['messages'], retention: 'mail', readers: 'software',
    columns: {
      id: ['Identifiant', 'identifier'], territory, recipient: ['Adresse e-mail', 'contact'], language, template: ['Modèle', 'messages'], subject: ['Objet', 'messages'], body: ['Texte', 'messages'], created_at: ['Écrit', 'messages'],
      not_before: ['Envoi prévu', 'none'], sent_at: ['Envoyé', 'messages'], given_up_at: ['Abandonné', 'none'], tries, failure: ['Échec', 'contact'],
    },
  },
  'work.reminder': {
    title: 'Rappel', processings: ['messages'], retention: 'reminder', readers: 'software',
    columns: {
      territory, recipient: ['Destinataire', 'identifier'], subject: ['Objet', 'messages'], address: ['Adresse e-mail', 'contact'], language, content: ['Contenu', 'messages'], due_at: ['Prévu', 'messages'], sent_at: ['Envoyé', 'messages'],
    },
  },
} as const satisfies SchemaNotes<'work'>;
