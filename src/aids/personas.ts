import { dayNumber, isoDay } from './columns.ts';
import type { Facts } from './facts.ts';

/** Invented people, to see what the rules say of a whole situation: enough facts that no question is left. Days are relative to the day asked. */
export interface Persona { id: PersonaId; projects: readonly string[]; facts: Facts }
export type PersonaId = 'apprentice' | 'mobile' | 'crossBorder' | 'separated' | 'buyer' | 'temp' | 'seasonal' | 'firstJob';

const daysFrom = (day: string, days: number): string => isoDay(dayNumber(day) + days);

const european = { 'personne . nationalité': 'européenne' } as const;
const privateEmployee = { 'personne . activité': 'salarié', 'employeur . secteur': 'privé', ...european } as const;
const plainLease = {
  'logement . résidence principale': true, 'logement . colocation': false, 'logement . chambre': false, 'logement . proche parent': false, 'logement . autre garantie': false,
  'logement . bail mobilité': false, 'logement . intermédiation': false,
  'aides . Loca-Pass en cours': false, 'aides . FSL de même nature': false, 'aides . demande déjà déposée': false,
} as const;
/** A large town outside Île-de-France. */
const town = { 'logement . en Île-de-France': false, 'logement . région des plafonds': 'autres régions', 'logement . zone ABC': 'B1', 'logement . zone APL': 'zone 2', 'logement . zone Visale': 'II' } as const;
/** Who lives alone, with nobody to keep. */
const alone = { 'ménage . personnes': 1, 'ménage . à charge': 0, 'ménage . couple': false, 'ménage . handicap': false } as const;

/** The eight situations that the simulator offers to try, at a day (AAAA-MM-JJ). */
export const personas = (at: string): readonly Persona[] => [
  {
    id: 'apprentice', projects: ['rent'],
    facts: {
      ...town, ...alone, ...privateEmployee, ...plainLease, 'personne . âge': 19, 'emploi . contrat': 'apprentissage', 'emploi . début': daysFrom(at, -60), 'emploi . salaire brut': 980,
      'emploi . salaire net': 960, 'ménage . ressources mensuelles': 960,
      'logement . statut': 'location meublée', 'logement . loyer': 390, 'logement . charges': 40, 'logement . dépôt de garantie': 390, 'logement . date du bail': daysFrom(at, -20),
      'logement . lié à la formation': true,
      'trajet . distance entre logements': 95, 'aides . Mobili-Jeune en cours': false,
      'ménage . ressources pour aide au logement': 7_600, 'ménage . aide au logement perçue': 180, 'logement . conventionné': false, 'employeur . cotise': true, 'trajet . durée avant': 75,
      'trajet . double loyer': false,
    },
  },
  {
    id: 'mobile', projects: ['rent', 'move'],
    facts: {
      ...town, ...alone, ...privateEmployee, ...plainLease, 'personne . âge': 37, 'emploi . contrat': 'CDI confirmé', 'emploi . mutation': true,
      'emploi . date de mutation': daysFrom(at, 20), 'emploi . salaire brut': 2900, 'emploi . salaire net': 2260, 'employeur . effectif': 240,
      'ménage . ressources mensuelles': 2260, 'logement . statut': 'location vide', 'logement . loyer': 780, 'logement . charges': 90, 'logement . dépôt de garantie': 780,
      'logement . date du bail': daysFrom(at, 15), 'trajet . distance entre logements': 310,
      'ménage . revenu fiscal N moins 2': 24_400, 'ménage . ressources pour aide au logement': 24_000, 'ménage . aide au logement perçue': 0, 'logement . conventionné': false,
      'logement . lié à la formation': false,
      'emploi . promesse': false, 'emploi . début': daysFrom(at, -1_400), 'emploi . déménagement': false, 'emploi . licenciement économique': false, 'trajet . durée avant': 190,
      'aides . Mobili-Pass depuis deux ans': false,
    },
  },
  {
    id: 'crossBorder', projects: ['rent'],
    facts: {
      ...town, ...alone, ...european, ...plainLease, 'personne . âge': 33, 'personne . activité': 'salarié', 'emploi . contrat': 'CDI confirmé', 'emploi . salaire net': 3100,
      'ménage . ressources mensuelles': 3100, 'logement . statut': 'location vide', 'logement . loyer': 950, 'logement . charges': 110, 'logement . date du bail': daysFrom(at, 30),
      'ménage . ressources pour aide au logement': 34_000, 'ménage . aide au logement perçue': 0, 'logement . conventionné': false, 'logement . dépôt de garantie': 950,
      'logement . lié à la formation': false,
      'emploi . début': daysFrom(at, -900), 'emploi . promesse': false, 'emploi . mutation': false, 'employeur . secteur': 'étranger',
    },
  },
  {
    id: 'separated', projects: ['difficulty', 'socialHousing'],
    facts: {
      ...town, ...privateEmployee, 'personne . âge': 41, 'personne . en difficulté imprévue': true, 'emploi . contrat': 'CDI confirmé', 'emploi . salaire net': 1580,
      'employeur . effectif': 60, 'ménage . personnes': 3, 'ménage . à charge': 2, 'ménage . couple': false, 'ménage . handicap': false,
      'ménage . revenu fiscal N moins 2': 19_400, 'logement . statut': 'location vide', 'logement . loyer': 720, 'logement . charges': 80,
      'ménage . revenu fiscal N moins 1': 18_900, 'ménage . revenus des douze derniers mois': 18_600, 'logement . résidence principale': true, 'logement . numéro unique': true,
    },
  },
  {
    id: 'buyer', projects: ['buy'],
    facts: {
      ...town, ...privateEmployee, 'personne . âge': 31, 'personne . propriétaire récent': false, 'emploi . contrat': 'CDI confirmé', 'employeur . effectif': 35, 'ménage . personnes': 2,
      'ménage . à charge': 0, 'ménage . couple': true, 'ménage . somme des âges': 60, 'ménage . handicap': false, 'ménage . revenu fiscal N moins 2': 38_500,
      'ménage . revenu fiscal N moins 1': 39_200, 'ménage . revenus des douze derniers mois': 39_800, 'emploi . salaire brut': 2_150, 'logement . résidence principale': true,
      'projet . opération': 'neuf', 'projet . neuf': true, 'projet . coût': 215_000, 'projet . classe énergie': 'A',
    },
  },
  {
    id: 'temp', projects: ['rent'],
    facts: {
      ...town, ...alone, ...privateEmployee, ...plainLease, 'personne . âge': 42, 'emploi . contrat': 'intérim', 'emploi . début': daysFrom(at, -90), 'emploi . salaire net': 1640,
      'ménage . ressources mensuelles': 1640, 'logement . statut': 'location vide', 'logement . loyer': 560, 'logement . charges': 60, 'logement . dépôt de garantie': 560,
      'logement . date du bail': daysFrom(at, 20),
      'ménage . ressources pour aide au logement': 17_500, 'ménage . aide au logement perçue': 0, 'logement . conventionné': false, 'logement . lié à la formation': false,
      'emploi . mutation': false, 'emploi . promesse': false,
    },
  },
  {
    id: 'seasonal', projects: ['rent'],
    facts: {
      ...town, ...alone, ...european, ...plainLease, 'personne . âge': 34, 'personne . activité': 'salarié', 'employeur . secteur': 'agricole', 'emploi . contrat': 'saisonnier',
      'emploi . début': daysFrom(at, -10), 'emploi . hors du bassin': true, 'emploi . salaire net': 1510, 'ménage . ressources mensuelles': 1510, 'logement . statut': 'location meublée',
      'logement . loyer': 420, 'logement . charges': 50, 'logement . date du bail': daysFrom(at, 5),
      'ménage . ressources pour aide au logement': 13_200, 'ménage . aide au logement perçue': 0, 'logement . conventionné': false, 'logement . dépôt de garantie': 420,
      'logement . lié à la formation': false, 'emploi . mutation': false, 'emploi . promesse': false,
    },
  },
  {
    id: 'firstJob', projects: ['rent'],
    facts: {
      ...town, ...alone, ...privateEmployee, ...plainLease, 'personne . âge': 23, 'emploi . contrat': 'CDI en essai', 'emploi . début': daysFrom(at, -15), 'emploi . salaire brut': 1980,
      'emploi . salaire net': 1560, 'ménage . ressources mensuelles': 1560, 'logement . statut': 'location vide', 'logement . loyer': 480, 'logement . charges': 55,
      'logement . dépôt de garantie': 480, 'logement . date du bail': daysFrom(at, 25),
      'ménage . ressources pour aide au logement': 9_800, 'ménage . aide au logement perçue': 0, 'logement . conventionné': false, 'logement . lié à la formation': false,
    },
  },
];
