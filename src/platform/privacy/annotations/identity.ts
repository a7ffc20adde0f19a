import type { SchemaNotes } from '../annotation.ts';

const account = ['Compte', 'identifier'] as const;
const used = ['Utilisé', 'connection'] as const;

/** Accounts and how one proves to be their holder. Nobody reads these tables: the sign-in alone passes their door. */
export const identity = {
  'identity.account': {
    title: 'Compte', processings: ['access'], retention: 'formerAccount', readers: 'membership',
    columns: {
      id: ['Identifiant', 'identifier'], email: ['Adresse e-mail', 'contact'], name: ['Nom affiché', 'identity'], person_id: ['Personne accompagnée', 'identifier'], territory: ['Territoire', 'none'],
      password_hash: ['Empreinte du mot de passe', 'secret'], created_at: ['Créé', 'connection'], disabled_at: ['Désactivé', 'connection'], demonstration: ['Donnée de démonstration', 'none'],
    },
  },
  'identity.totp': {
    title: 'Second facteur', processings: ['access'], retention: 'formerAccount', readers: 'software',
    columns: { account_id: account, secret: ['Clé chiffrée', 'secret'], confirmed_at: ['Mis en place', 'connection'], last_step: ['Dernier code accepté', 'secret'] },
  },
  'identity.recovery_code': {
    title: 'Code de secours', processings: ['access'], retention: 'formerAccount', readers: 'software',
    columns: { account_id: account, hash: ['Empreinte du code', 'secret'], used_at: used },
  },
  'identity.session': {
    title: 'Session', processings: ['access'], retention: 'session', readers: 'software',
    columns: {
      hash: ['Empreinte du jeton', 'secret'], id: ['Identifiant', 'identifier'], account_id: account, stage: ['Étape', 'connection'], membership_id: ['Fonction exercée', 'connection'], device: ['Appareil', 'connection'],
      created_at: ['Ouverte', 'connection'], last_seen_at: ['Dernier passage', 'connection'], expires_at: ['Échéance', 'connection'], ended_at: ['Fermée', 'connection'],
    },
  },
  'identity.token': {
    title: 'Lien à usage unique', processings: ['access'], retention: 'session', readers: 'software',
    columns: { hash: ['Empreinte du lien', 'secret'], kind: ['Nature', 'connection'], account_id: account, created_at: ['Créé', 'connection'], expires_at: ['Échéance', 'connection'], used_at: used },
  },
  'identity.device': {
    title: 'Appareil reconnu', processings: ['access'], retention: 'device', readers: 'software',
    columns: { account_id: account, hash: ['Empreinte de l’appareil', 'secret'], last_used_at: ['Dernier usage', 'connection'] },
  },
} as const satisfies SchemaNotes<'identity'>;
