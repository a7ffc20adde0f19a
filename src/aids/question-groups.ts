import { dayNumber, isoDay } from './columns.ts';
import type { Facts } from './facts.ts';

/** Yes-or-no facts that are seldom yes: those still wanted of a group are asked on one page, to be ticked. */
export const questionGroups = {
  lease: ['logement . colocation', 'logement . chambre', 'logement . proche parent', 'logement . autre garantie', 'logement . bail mobilité', 'logement . intermédiation', 'logement . conventionné'],
  received: ['aides . Loca-Pass en cours', 'aides . FSL de même nature', 'aides . demande déjà déposée', 'aides . Mobili-Jeune en cours', 'aides . Mobili-Pass depuis deux ans', 'aides . mille euros déjà reçus'],
  work: ['emploi . promesse', 'emploi . mutation', 'emploi . hors du bassin', 'emploi . CDD de trois mois en cours', 'emploi . stage de trois mois', 'emploi . licenciement économique', 'emploi . déménagement'],
  place: ['logement . quartier prioritaire', 'logement . zone rurale', 'logement . exclu du surloyer'],
  commute: ['trajet . se rapproche du travail', 'trajet . passe aux transports en commun', 'trajet . double loyer'],
} as const satisfies Record<string, readonly string[]>;

export type QuestionGroup = keyof typeof questionGroups;

/** The group that an input belongs to. */
export const groupOf = (name: string): QuestionGroup | undefined =>
  (Object.keys(questionGroups) as QuestionGroup[]).find((group) => (questionGroups[group] as readonly string[]).includes(name));

/** What nobody knows of a home that is not found yet; its commune, and the zones that follow, may be known already. */
export const dwellingFacts: readonly string[] = [
  'logement . statut', 'logement . colocation', 'logement . chambre', 'logement . conventionné', 'logement . résidence principale', 'logement . loyer', 'logement . charges',
  'logement . dépôt de garantie', 'logement . date du bail',
  'logement . proche parent', 'logement . autre garantie', 'logement . bail mobilité', 'logement . intermédiation', 'logement . lié à la formation', 'logement . financement',
  'logement . quartier prioritaire', 'logement . surface',
  'ménage . aide au logement perçue', 'trajet . distance entre logements', 'trajet . durée après', 'trajet . double loyer', 'aides . FSL de même nature', 'aides . demande déjà déposée',
];

/** A plain home at a low rent, its lease to come: what could refuse an aid with it is not the home. */
export const ordinaryHome = (at: string): Facts => ({
  'logement . statut': 'location vide', 'logement . résidence principale': true, 'logement . loyer': 100, 'logement . charges': 0, 'logement . date du bail': isoDay(dayNumber(at) + 30),
  'logement . colocation': false, 'logement . chambre': false, 'logement . proche parent': false, 'logement . autre garantie': false,
  'logement . bail mobilité': false, 'logement . intermédiation': false,
});
