import { dayNumber, isoDay } from './columns.ts';
import type { Facts } from './facts.ts';

/** Invented people, to see what the rules say of a whole situation: facts that they know, some questions left to be asked. Days are relative to the day asked. */
export interface Persona { id: PersonaId; projects: readonly string[]; facts: Facts }
export type PersonaId = 'apprentice' | 'mobile' | 'crossBorder' | 'separated' | 'buyer' | 'temp' | 'seasonal' | 'firstJob';

const daysFrom = (day: string, days: number): string => isoDay(dayNumber(day) + days);

const european = { 'personne . nationalité': 'européenne' } as const;
const privateEmployee = { 'personne . activité': 'salarié', 'employeur . secteur': 'privé', ...european } as const;
const plainLease = {
  'logement . résidence principale': true, 'logement . colocation': false, 'logement . chambre': false, 'logement . proche parent': false, 'logement . autre garantie': false, 'logement . bail mobilité': false, 'logement . intermédiation': false,
  'aides . Loca-Pass en cours': false, 'aides . FSL de même nature': false, 'aides . demande déjà déposée': false,
} as const;

/** The eight situations that the simulator offers to try, at a day (AAAA-MM-JJ). */
export const personas = (at: string): readonly Persona[] => [
  {
    id: 'apprentice', projects: ['rent'],
    facts: {
      ...privateEmployee, ...plainLease, 'personne . âge': 19, 'emploi . contrat': 'apprentissage', 'emploi . début': daysFrom(at, -60), 'emploi . salaire brut': 980, 'emploi . salaire net': 960, 'ménage . ressources mensuelles': 960,
      'logement . statut': 'location meublée', 'logement . loyer': 390, 'logement . charges': 40, 'logement . dépôt de garantie': 390, 'logement . date du bail': daysFrom(at, -20), 'logement . lié à la formation': true,
      'trajet . distance entre logements': 95, 'aides . Mobili-Jeune en cours': false,
    },
  },
  {
    id: 'mobile', projects: ['rent', 'move'],
    facts: {
      ...privateEmployee, ...plainLease, 'personne . âge': 37, 'emploi . contrat': 'CDI confirmé', 'emploi . mutation': true, 'emploi . date de mutation': daysFrom(at, 20), 'emploi . salaire brut': 2900, 'emploi . salaire net': 2260, 'employeur . effectif': 240,
      'ménage . ressources mensuelles': 2260, 'logement . statut': 'location vide', 'logement . loyer': 780, 'logement . charges': 90, 'logement . dépôt de garantie': 780, 'logement . date du bail': daysFrom(at, 15), 'trajet . distance entre logements': 310,
    },
  },
  {
    id: 'crossBorder', projects: ['rent'],
    facts: { ...european, ...plainLease, 'personne . âge': 33, 'personne . activité': 'salarié', 'emploi . contrat': 'CDI confirmé', 'emploi . salaire net': 3100, 'ménage . ressources mensuelles': 3100, 'logement . statut': 'location vide', 'logement . loyer': 950, 'logement . charges': 110, 'logement . date du bail': daysFrom(at, 30) },
  },
  {
    id: 'separated', projects: ['difficulty', 'socialHousing'],
    facts: {
      ...privateEmployee, 'personne . âge': 41, 'personne . en difficulté imprévue': true, 'emploi . contrat': 'CDI confirmé', 'emploi . salaire net': 1580, 'employeur . effectif': 60, 'ménage . personnes': 3, 'ménage . à charge': 2, 'ménage . couple': false, 'ménage . handicap': false,
      'ménage . revenu fiscal N moins 2': 19_400, 'logement . statut': 'location vide', 'logement . loyer': 720, 'logement . charges': 80,
    },
  },
  {
    id: 'buyer', projects: ['buy'],
    facts: { ...privateEmployee, 'personne . âge': 31, 'personne . premier achat': true, 'emploi . contrat': 'CDI confirmé', 'employeur . effectif': 35, 'ménage . personnes': 2, 'ménage . à charge': 0, 'ménage . couple': true, 'ménage . somme des âges': 60, 'ménage . handicap': false, 'ménage . revenu fiscal N moins 2': 38_500 },
  },
  {
    id: 'temp', projects: ['rent'],
    facts: { ...privateEmployee, ...plainLease, 'personne . âge': 42, 'emploi . contrat': 'intérim', 'emploi . début': daysFrom(at, -90), 'emploi . salaire net': 1640, 'ménage . ressources mensuelles': 1640, 'logement . statut': 'location vide', 'logement . loyer': 560, 'logement . charges': 60, 'logement . dépôt de garantie': 560, 'logement . date du bail': daysFrom(at, 20) },
  },
  {
    id: 'seasonal', projects: ['rent'],
    facts: { ...european, ...plainLease, 'personne . âge': 34, 'personne . activité': 'salarié', 'employeur . secteur': 'agricole', 'emploi . contrat': 'saisonnier', 'emploi . début': daysFrom(at, -10), 'emploi . hors du bassin': true, 'emploi . salaire net': 1510, 'ménage . ressources mensuelles': 1510, 'logement . statut': 'location meublée', 'logement . loyer': 420, 'logement . charges': 50, 'logement . date du bail': daysFrom(at, 5) },
  },
  {
    id: 'firstJob', projects: ['rent'],
    facts: { ...privateEmployee, ...plainLease, 'personne . âge': 23, 'emploi . contrat': 'CDI en essai', 'emploi . début': daysFrom(at, -15), 'emploi . salaire brut': 1980, 'emploi . salaire net': 1560, 'ménage . ressources mensuelles': 1560, 'logement . statut': 'location vide', 'logement . loyer': 480, 'logement . charges': 55, 'logement . dépôt de garantie': 480, 'logement . date du bail': daysFrom(at, 25) },
  },
];
