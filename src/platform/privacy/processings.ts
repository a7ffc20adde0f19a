/** A processing of the register (GDPR, article 30). French texts: the register is a French legal document. */
export interface Processing {
  title: string;
  purpose: string;
  legalBasis: string;
  controller: string;
  /** Whose data. */
  subjects: string;
}

const partners = 'Intercommunalité et organismes qui suivent le dossier, responsables conjoints : leur accord (article 26) est à signer avant l’ouverture.';
const house = 'Intercommunalité, qui met le service à disposition.';
const publicTask = 'Mission d’intérêt public (article 6.1.e)';

/**
 * Why people's data are here, and on which ground. Proposed by the software; the controllers and the legal bases are for the
 * territory's data protection officer to confirm.
 */
export const processings = {
  accompaniment: {
    title: 'Accompagner les salariés vers un logement',
    purpose: 'Tenir le dossier de la personne, connaître son foyer et ses choix, la joindre, suivre ses démarches.',
    legalBasis: `${publicTask} : convention cadre, missions d’Action Logement (code de la construction et de l’habitation, articles L. 313-19 et suivants).`,
    controller: partners, subjects: 'Personnes accompagnées et membres de leur foyer',
  },
  socialSupport: {
    title: 'Soutenir les salariés en difficulté',
    purpose: 'Noter les faits utiles au soutien social. Ces notes forment un compartiment à part : seul le service de soutien les lit.',
    legalBasis: `${publicTask}. Aucune donnée de santé ni autre donnée de l’article 9 n’a de champ ; le texte libre en avertit.`,
    controller: 'Organisme qui assure le soutien social.', subjects: 'Personnes accompagnées',
  },
  partners: {
    title: 'Travailler avec les employeurs et les partenaires',
    purpose: 'Connaître les organismes de la convention et leurs interlocuteurs professionnels.',
    legalBasis: `${publicTask} pour l’intercommunalité ; intérêt légitime (article 6.1.f) pour les services d’Action Logement. Contacts professionnels seulement, avec droit d’opposition.`,
    controller: house, subjects: 'Interlocuteurs professionnels des organismes',
  },
  access: {
    title: 'Ouvrir l’accès au service et le protéger',
    purpose: 'Reconnaître chaque personne qui se connecte, savoir pour quel organisme elle agit, empêcher l’usage de son compte par d’autres.',
    legalBasis: `${publicTask} et obligation de sécurité (articles 6.1.e et 32).`,
    controller: house, subjects: 'Agents, partenaires et personnes accompagnées qui ont un compte',
  },
  trace: {
    title: 'Savoir qui a ouvert ou changé un dossier',
    purpose: 'Garder la trace des consultations et des changements, la montrer à la personne concernée, détecter les abus.',
    legalBasis: 'Obligation légale : sécurité et responsabilité (articles 6.1.c, 5.2 et 32).',
    controller: house, subjects: 'Personnes accompagnées ; agents et partenaires qui agissent',
  },
  rights: {
    title: 'Répondre aux demandes sur les données personnelles',
    purpose: 'Recevoir les demandes d’accès, de rectification, d’effacement et d’opposition, y répondre dans le mois, pouvoir le prouver.',
    legalBasis: 'Obligation légale (articles 6.1.c et 12 à 22).',
    controller: house, subjects: 'Personnes accompagnées',
  },
  messages: {
    title: 'Envoyer les messages du service',
    purpose: 'Écrire aux personnes au bon moment : invitations, liens de connexion, rappels. Porter les nouvelles d’une partie du service à l’autre.',
    legalBasis: `${publicTask}.`,
    controller: house, subjects: 'Agents, partenaires et personnes accompagnées',
  },
  statistics: {
    title: 'Compter les personnes accompagnées',
    purpose: 'Garder chaque année le nombre de personnes suivies par commune, type d’organisme et tranche d’âge, sans savoir lesquelles.',
    legalBasis: `${publicTask} ; fins statistiques (articles 5.1.b et 89).`,
    controller: house, subjects: 'Personnes accompagnées, après effacement de ce qui les désigne',
  },
} as const satisfies Record<string, Processing>;

export type ProcessingId = keyof typeof processings;

/** What a column says of somebody. `none`: nothing. `secret`: proves who one is; never shown nor exported. */
export const categories = {
  identifier: 'Identifiants techniques', identity: 'Identité', contact: 'Coordonnées', home: 'Lieu de vie', household: 'Foyer', followUp: 'Suivi du dossier', notes: 'Notes',
  choices: 'Accords et choix', professional: 'Vie professionnelle', connection: 'Connexions', activity: 'Actes dans le service', requests: 'Demandes et réponses', documents: 'Documents', messages: 'Messages',
  secret: 'Secrets de connexion (empreintes ou chiffrés)', none: 'Rien de personnel',
} as const;
export type Category = keyof typeof categories;
