import type { SchemaNotes } from '../annotation.ts';

const id = ['Identifiant', 'identifier'] as const;
const territory = ['Territoire', 'none'] as const;
const custodian = ['Organisme qui suit le dossier', 'followUp'] as const;
const person = ['Personne', 'identifier'] as const;
const organisation = ['Organisme', 'professional'] as const;
const demonstration = ['Donnée de démonstration', 'none'] as const;
const searched = ['Nom sans accents (recherche)', 'identity'] as const;

/** People and organisations. */
export const party = {
  'party.person': {
    title: 'Personne', processings: ['accompaniment', 'statistics'], retention: 'closedFile', readers: 'person',
    columns: {
      id, territory, custodian_id: custodian, household_id: ['Foyer', 'household'], given_name: ['Prénom', 'identity'], family_name: ['Nom', 'identity'], birth_date: ['Date de naissance', 'identity'],
      email: ['Adresse e-mail', 'contact'], phone: ['Téléphone', 'contact'], commune: ['Commune', 'home'], language: ['Langue', 'identity'], search: searched, created_at: ['Début du suivi', 'followUp'],
      last_contact_on: ['Dernier contact', 'followUp'], closed_on: ['Clôture', 'followUp'], state: ['État du dossier', 'followUp'], erased_at: ['Effacement', 'followUp'], age_band: ['Tranche d’âge (après effacement)', 'identity'], demonstration,
    },
  },
  'party.name_word': {
    title: 'Mot d’un nom (recherche)', processings: ['accompaniment'], retention: 'closedFile', readers: 'software',
    columns: { word: ['Mot', 'identity'] },
  },
  'party.household': {
    title: 'Foyer', processings: ['accompaniment'], retention: 'withFile', readers: 'household',
    columns: { id, territory, custodian_id: custodian, adults: ['Adultes', 'household'], children: ['Enfants', 'household'], created_at: ['Enregistré', 'followUp'], erased_at: ['Effacement', 'followUp'] },
  },
  'party.consent': {
    title: 'Accord', processings: ['accompaniment'], retention: 'withFile', readers: 'consent',
    columns: { id, territory, person_id: person, custodian_id: custodian, purpose: ['Objet', 'choices'], wording: ['Texte présenté', 'choices'], given_at: ['Donné', 'choices'], withdrawn_at: ['Retiré', 'choices'] },
  },
  'party.note': {
    title: 'Note', processings: ['accompaniment', 'socialSupport'], retention: 'note', readers: 'note',
    columns: {
      id, territory, person_id: person, custodian_id: custodian, compartment: ['Compartiment', 'notes'], text: ['Texte', 'notes'], written_by: ['Compte qui l’a écrite', 'activity'], author: ['Qui l’a écrite', 'activity'],
      written_at: ['Écrite', 'notes'],
    },
  },
  'party.privacy_request': {
    title: 'Demande sur les données personnelles', processings: ['rights'], retention: 'request', readers: 'privacyRequest',
    columns: {
      id, territory, person_id: person, kind: ['Nature', 'requests'], asked_at: ['Reçue', 'requests'], due_on: ['Réponse due', 'requests'], answered_at: ['Répondue', 'requests'], outcome: ['Réponse', 'requests'],
      detail: ['Précisions', 'requests'],
    },
  },
  'party.organisation': {
    title: 'Organisme', processings: ['partners'], retention: 'relation', readers: 'organisation',
    columns: {
      id, territory, kind: ['Type', 'none'], name: ['Nom', 'professional'], siren: ['SIREN', 'professional'], commune: ['Commune', 'none'], search: ['Nom sans accents (recherche)', 'professional'],
      created_at: ['Enregistré', 'none'], closed_on: ['Fermé', 'none'], demonstration,
    },
  },
  'party.establishment': {
    title: 'Établissement', processings: ['partners'], retention: 'relation', readers: 'establishment',
    columns: {
      id, territory, organisation_id: organisation, siret: ['SIRET', 'professional'], name: ['Nom', 'professional'], commune: ['Commune', 'none'], address: ['Adresse', 'professional'], opened_on: ['Ouvert', 'none'],
      closed_on: ['Fermé', 'none'], moved_from: ['Établissement précédent', 'none'], recorded_at: ['Enregistré', 'none'],
    },
  },
  'party.contact': {
    title: 'Interlocuteur professionnel', processings: ['partners'], retention: 'contact', readers: 'contact',
    columns: {
      id, territory, organisation_id: organisation, name: ['Nom', 'identity'], function: ['Fonction', 'professional'], email: ['Adresse e-mail', 'contact'], phone: ['Téléphone', 'contact'], source: ['Origine', 'professional'],
      checked_on: ['Vérifié', 'professional'], opted_out_at: ['Opposition', 'choices'], created_at: ['Enregistré', 'professional'],
    },
  },
  'party.membership': {
    title: 'Fonction', processings: ['access'], retention: 'formerAccount', readers: 'membership',
    columns: { id, territory, account_id: ['Compte', 'identifier'], organisation_id: organisation, role: ['Rôle', 'professional'], since: ['Depuis', 'professional'], ended_at: ['Fin', 'professional'] },
  },
  'party.invitation': {
    title: 'Invitation', processings: ['access'], retention: 'invitation', readers: 'invitation',
    columns: {
      id, territory, organisation_id: organisation, person_id: person, email: ['Adresse e-mail', 'contact'], role: ['Rôle proposé', 'professional'], hash: ['Empreinte du lien', 'secret'], created_by: ['Compte qui invite', 'activity'],
      created_at: ['Envoyée', 'activity'], expires_at: ['Échéance', 'none'], accepted_at: ['Acceptée', 'activity'], revoked_at: ['Retirée', 'activity'],
    },
  },
  'party.yearly_count': {
    title: 'Personnes suivies par année', processings: ['statistics'], retention: 'kept', readers: 'yearlyCount',
    columns: {
      territory, year: ['Année', 'none'], commune: ['Commune', 'none'], custodian_kind: ['Type d’organisme', 'none'], age_band: ['Tranche d’âge', 'none'], persons: ['Personnes', 'none'], counted_at: ['Compté', 'none'],
    },
  },
} as const satisfies SchemaNotes<'party'>;
