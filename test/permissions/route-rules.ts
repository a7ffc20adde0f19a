import type { Permission, Role } from '../../src/platform/permission/matrix.ts';
import { small } from '../needs/territories.ts';
import { siret, type Place } from './place.ts';

/** What a form sends about a place. */
type Form = (place: Place) => Readonly<Record<string, string>>;

/** One thing that a page's form asks for. */
export interface Gesture {
  permission: Permission;
  form: Form;
  /** Roles that hold the line of the matrix, and yet not for this. */
  except?: readonly Role[];
  /** It shows rows and changes none: what is shown is looked for. */
  shows?: true;
  /** It shows what was sent, and changes nothing. */
  draws?: true;
  /** It makes a row of one's own: whose place the form names does not matter. */
  makes?: true;
  /** The person's file is closed first. */
  closed?: true;
  /** The analysis is a draft first. */
  drafted?: true;
  /** The organisation is closed first. */
  organisationClosed?: true;
  /** The scenario is retained first. */
  retained?: true;
  /** The member's account is disabled first. */
  disabled?: true;
  /** Not to the organisation for which one acts. */
  notMine?: true;
  /** The address, where it is not the page's. */
  params?: (place: Place) => Readonly<Record<string, string>>;
}

export type RouteRule =
  /** Anybody, signed in or not: nothing of a person stands there. */
  | { for: 'all'; why?: string; /** What its forms send, of which nothing may be kept. */ sends?: readonly Readonly<Record<string, string>>[] }
  /** Whoever is signed in, about their own account. */
  | { for: 'account' }
  | {
    for: Permission;
    except?: readonly Role[];
    /** The row that the address names; absent: a page of its own, or a list. */
    params?: (place: Place) => Readonly<Record<string, string>>;
    /** The row as a file, which says figures and names nobody. */
    file?: true;
    /** Whether the page names the rows that one may see. */
    lists?: true;
    /** Only sent to: looking at it answers 404. */
    sentOnly?: true;
    gestures?: Readonly<Record<string, Gesture>>;
  };

const person = (place: Place) => ({ id: place.person });
const organisation = (place: Place) => ({ id: place.organisation });
const scenario = ({ scenario: id }: Place) => ({ id });
const scenarioLines = { population: 'central', menages: 'c' } as const;
const identity: Form = ({ mark }) => ({ prenom: 'Dominique', nom: mark, langue: 'fr', adultes: '1', enfants: '0' });
const note: Form = ({ mark }) => ({ titre: `${mark} autre`, resume: 'Un résumé', texte: `Un texte de ${mark}.` });
/** Of the files that they read, these close, reopen or invite nobody: who follows the person does. */
const notOwn = ['employee'] as const;

/**
 * Every address of the house, French ones (English ones are the same pages): who may come, and what each of its forms
 * asks for. Written by hand from what the pages are for; the roles and their scopes are the matrix's.
 */
export const routeRules: Readonly<Record<string, RouteRule>> = {
  '/': { for: 'all' },
  'vivre-ou-l-on-travaille': { for: 'all' },
  'vivre-et-travailler-ici': { for: 'all' },
  'observatoire': { for: 'all' },
  'observatoire.csv': { for: 'all' },
  'observatoire.xlsx': { for: 'all' },
  'observatoire/communes/:code': { for: 'all' },
  'observatoire/communes/:code/fiche.pdf': { for: 'all' },
  'observatoire/territoire': { for: 'all' },
  'observatoire/territoire/fiche.pdf': { for: 'all' },
  'publications': { for: 'all' },
  'observatoire/indicateurs/:id': { for: 'all' },
  'sources': { for: 'all' },
  'besoins': { for: 'employeesNeeds.read' },
  'donnees': { for: 'all' },
  'donnees/dictionnaire': { for: 'all' },
  'donnees/:file': { for: 'all' },
  'analyses': { for: 'all' },
  'analyses/:slug': { for: 'all' },
  'analyses/:slug/analyse.pdf': { for: 'all' },
  'convention': { for: 'all' },
  'comite': { for: 'all' },
  'comite.pdf': { for: 'all' },
  'comite.pptx': { for: 'all' },
  'comite.xlsx': { for: 'all' },
  'simulateur': {
    for: 'all',
    sends: [
      { projet: 'rent' }, { projet: 'rent', 'personne-age': '22', geste: 'repondre', question: 'logement-loyer', reponse: '480' }, { projet: 'rent', question: 'commune', reponse: '57463' },
      { projet: 'move', geste: 'repondre', question: 'plusieurs-work', demande: 'emploi-mutation', reponse: 'emploi-mutation' }, { projet: 'buy', geste: 'modifier:menage-personnes', 'menage-personnes': '3' },
      { projet: 'rent', geste: 'passer', question: 'personne-activite' }, { projet: 'rent', geste: 'precedente', suite: 'personne-activite', 'personne-activite': 'salarié' }, { projet: 'rent', geste: 'voir', vue: 'resultat' }, { projet: 'visale', geste: 'resultat', 'logement-date-du-bail': '2026-11-01' },
    ],
  },
  'simulateur/resultat.pdf': { for: 'all', sends: [{ projet: 'rent', 'personne-age': '22', 'logement-loyer': '480' }] },
  'regles': { for: 'all' },
  'regles/:id': { for: 'all' },
  'recherche': { for: 'all' },
  'accessibilite': { for: 'all' },
  'mentions-legales': { for: 'all' },
  'donnees-personnelles': { for: 'all' },
  'algorithmes': { for: 'all' },
  'plan-du-site': { for: 'all' },
  '.well-known/security.txt': { for: 'all' },
  '*': { for: 'all' },
  'connexion': { for: 'all', why: 'signing in; what it opens is told in test/identity' },
  'connexion/code': { for: 'all', why: 'a stage of signing in' },
  'connexion/double-facteur': { for: 'all', why: 'a stage of signing in' },
  'connexion/lien': { for: 'all', why: 'a stage of signing in' },
  'connexion/lien/:token': { for: 'all', why: 'the link is the right' },
  'deconnexion': { for: 'all' },
  'mot-de-passe-oublie': { for: 'all' },
  'nouveau-mot-de-passe/:token': { for: 'all', why: 'the link is the right' },
  'invitation/:token': { for: 'all', why: 'the link is the right' },
  'besoins/scenarios': { for: 'needsScenario.read', lists: true },
  'besoins/scenarios/nouveau': {
    for: 'needsScenario.create',
    gestures: {
      creerScenario: { permission: 'needsScenario.create', makes: true, form: ({ mark, territory }) => ({ ...scenarioLines, nom: `${mark} nouveau`, chiffres: JSON.stringify({ ...small, epciCode: territory }) }) },
      dupliquer: { permission: 'needsScenario.create', form: ({ mark, scenario: copie }) => ({ copie, nom: `${mark} copie` }) },
    },
  },
  'besoins/scenarios/comparaison': { for: 'needsScenario.read', lists: true },
  'besoins/scenarios/comparaison.csv': { for: 'needsScenario.read', lists: true },
  'besoins/scenarios/comparaison.xlsx': { for: 'needsScenario.read' },
  'besoins/scenarios/:id': {
    for: 'needsScenario.read', params: scenario,
    gestures: { retenir: { permission: 'needsScenario.update', form: () => ({}) }, liberer: { permission: 'needsScenario.update', retained: true, form: () => ({}) } },
  },
  'besoins/scenarios/:id/modifier': {
    for: 'needsScenario.update', params: scenario,
    gestures: { reglerScenario: { permission: 'needsScenario.update', form: ({ mark }) => ({ ...scenarioLines, nom: `${mark} modifié`, horizon: '2031', restructuration: '0,2', disparition: '0,4' }) } },
  },
  'besoins/scenarios/:id/supprimer': { for: 'needsScenario.erase', params: scenario, gestures: { supprimerScenario: { permission: 'needsScenario.erase', form: () => ({}) } } },
  'besoins/scenarios/:id/chiffres.json': { for: 'needsScenario.read', params: scenario, file: true },
  'demo/courrier': { for: 'all', why: 'only where demonstration is on; e2e/identity-doors tells that it is absent elsewhere' },
  'compte': { for: 'account' },
  'espace': { for: 'account' },
  'espace/choix': { for: 'account' },
  'espace/droits': { for: 'register.read' },
  'espace/comptes-annuels': { for: 'yearlyCount.read', lists: true },
  'espace/registre': { for: 'register.read' },
  'espace/journal': { for: 'audit.read', except: ['employee'] },
  'mon-parcours/acces': { for: 'audit.read', except: ['dataProtectionOfficer'] },
  'mon-parcours/mes-donnees': {
    for: 'privacyRequest.create', except: ['dataProtectionOfficer'], lists: true,
    gestures: { demander: { permission: 'privacyRequest.create', except: ['dataProtectionOfficer'], makes: true, form: () => ({ demande: 'rectification', precisions: 'Mon nom' }) } },
  },
  'mon-parcours/mes-donnees/copie': { for: 'privacyRequest.read', except: ['dataProtectionOfficer'], sentOnly: true, gestures: { copier: { permission: 'privacyRequest.read', except: ['dataProtectionOfficer'], makes: true, form: () => ({}) } } },
  'espace/demandes-rgpd': {
    for: 'privacyRequest.update', lists: true,
    gestures: { noter: { permission: 'privacyRequest.update', form: ({ person: id }) => ({ personne: id, demande: 'rectification', precisions: 'Son nom' }) } },
  },
  'espace/demandes-rgpd/:id': {
    for: 'privacyRequest.update', params: ({ request }) => ({ id: request }),
    gestures: {
      repondre: { permission: 'privacyRequest.update', form: () => ({ reponse: 'La copie est partie.' }) },
      effacer: { permission: 'privacyRequest.update', form: () => ({ confirmation: 'oui' }), params: ({ erasing }) => ({ id: erasing }) },
    },
  },
  'espace/demandes-rgpd/:id/copie': { for: 'privacyRequest.update', sentOnly: true, params: ({ request }) => ({ id: request }), gestures: { copier: { permission: 'privacyRequest.update', form: () => ({}) } } },
  'espace/membres/:id/double-facteur': {
    for: 'membership.update', params: ({ member }) => ({ id: member }),
    gestures: { remettre: { permission: 'membership.update', form: () => ({ motif: 'Téléphone perdu' }) } },
  },
  'espace/membres/:id/compte': {
    for: 'membership.update', except: ['organisationManager'], params: ({ member }) => ({ id: member }),
    gestures: {
      desactiver: { permission: 'membership.update', form: () => ({ motif: 'Ordinateur volé' }) },
      reactiver: { permission: 'membership.update', form: () => ({}), disabled: true },
    },
  },
  'espace/analyses': { for: 'analysis.read', lists: true },
  'espace/analyses/nouvelle': { for: 'analysis.create', gestures: { creer: { permission: 'analysis.create', makes: true, form: note } } },
  'espace/analyses/:id': {
    for: 'analysis.read', params: ({ analysis }) => ({ id: analysis }),
    gestures: {
      apercu: { permission: 'analysis.update', draws: true, form: note },
      ecrire: { permission: 'analysis.update', form: note },
      proposer: { permission: 'analysis.update', drafted: true, form: () => ({}) },
      publier: { permission: 'publication.create', form: () => ({ revision: '1' }) },
      oter: { permission: 'publication.update', form: () => ({}) },
    },
  },
  'espace/personnes': { for: 'person.read', except: notOwn, lists: true, gestures: { chercher: { permission: 'person.read', except: notOwn, shows: true, form: ({ mark }) => ({ nom: mark }) } } },
  'espace/personnes/nouvelle': { for: 'person.create', gestures: { creer: { permission: 'person.create', makes: true, form: identity }, rejoindre: { permission: 'person.create', form: (place) => ({ ...identity(place), foyer: place.household }) } } },
  'espace/personnes/:id': {
    for: 'person.read', params: person,
    gestures: {
      note: { permission: 'note.create', form: () => ({ note: 'Visite faite', lecteurs: '' }) },
      accord: { permission: 'consent.create', form: () => ({ objet: 'contactByPhone' }) },
      retrait: { permission: 'consent.update', form: ({ consent }) => ({ accord: consent }) },
      fermer: { permission: 'person.update', except: notOwn, form: () => ({ motif: 'housed' }) },
      rouvrir: { permission: 'person.update', except: notOwn, form: () => ({}), closed: true },
      inviter: { permission: 'person.update', except: ['employee', 'dataProtectionOfficer'], form: () => ({}) },
    },
  },
  'espace/personnes/:id/modifier': {
    for: 'person.update', params: person,
    gestures: {
      identite: { permission: 'person.update', form: identity },
      foyer: { permission: 'household.update', form: () => ({ adultes: '2', enfants: '3' }) },
    },
  },
  'espace/organisations': { for: 'organisation.read' },
  'espace/organisations/nouvelle': { for: 'organisation.create', gestures: { creer: { permission: 'organisation.create', makes: true, form: ({ mark }) => ({ type: 'landlord', nom: `${mark} nouvelle` }) } } },
  'espace/organisations/:id': {
    for: 'organisation.read', params: organisation,
    gestures: {
      inviter: { permission: 'invitation.create', form: ({ mark, memberRole }) => ({ courriel: `nouveau-${mark}@exemple.fr`, role: memberRole }) },
      annuler: { permission: 'invitation.update', form: ({ invitation }) => ({ invitation }) },
      verifier: { permission: 'contact.update', form: ({ contact }) => ({ interlocuteur: contact }) },
      nommer: { permission: 'organisation.update', form: ({ mark }) => ({ nom: `${mark} renommée` }) },
      fermer: { permission: 'organisation.update', except: ['organisationManager'], notMine: true, closed: true, form: () => ({}) },
      rouvrir: { permission: 'organisation.update', except: ['organisationManager'], organisationClosed: true, form: () => ({}) },
    },
  },
  'espace/organisations/:id/etablissements/nouveau': { for: 'establishment.create', params: organisation, gestures: { ouvrir: { permission: 'establishment.create', form: ({ siren }) => ({ siret: siret(siren), ouverture: '2020-01-01' }) } } },
  'espace/organisations/:id/etablissements/:establishment': {
    for: 'establishment.update', params: ({ organisation: id, establishment }) => ({ id, establishment }),
    gestures: {
      fermer: { permission: 'establishment.update', form: () => ({ fermeture: '2026-06-30' }) },
      demenager: { permission: 'establishment.create', form: ({ siren }) => ({ siret: siret(siren), demenagement: '2026-06-30' }) },
    },
  },
  'espace/organisations/:id/interlocuteurs/:contact': {
    for: 'contact.update', params: ({ organisation: id, contact }) => ({ id, contact }),
    gestures: {
      modifier: { permission: 'contact.update', form: ({ mark }) => ({ nom: `${mark} autre`, origine: 'visite', verification: '2026-11-01' }) },
      ajouter: { permission: 'contact.create', form: ({ mark }) => ({ nom: `${mark} nouveau`, origine: 'visite', verification: '2026-11-01' }), params: ({ organisation: id }) => ({ id, contact: 'nouveau' }) },
      opposition: { permission: 'contact.update', form: () => ({}) },
    },
  },
  'espace/organisations/:id/acces/:membership': { for: 'membership.update', params: ({ organisation: id, member }) => ({ id, membership: member }), gestures: { retirer: { permission: 'membership.update', form: () => ({}) } } },
};
