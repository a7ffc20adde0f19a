/** What no file that is read here gives of a household, and the file that would: it stands as "non calculable", never guessed. */
export interface Uncountable {
  id: UncountableId;
  /** What cannot be computed, in French. */
  what: string;
  /** The file that gives it. */
  file: string;
}

export type UncountableId = keyof typeof uncountables;

const uncountables = {
  atWork: ['les ménages qui ont une personne au travail', 'Recensement, population active par commune ou IRIS (base-ic-activite-residents)'],
  income: ['les revenus des ménages', 'Filosofi, déciles par IRIS ou par commune'],
  under30: ['les moins de 30 ans', 'Recensement, ménages par âge de la personne de référence'],
  tenure: ['le statut d’occupation', 'Recensement, logements par commune (base-cc-logement)'],
  rents: ['le taux d’effort et les ménages en difficulté', 'Carte des loyers, appartements et maisons'],
  rentBounds: ['les bornes du taux d’effort', 'Carte des loyers du ministère, avec ses bornes : le fichier importé ici n’en donne pas'],
  apprentices: ['les apprentis', 'Recensement, fichier détail Individus (condition d’emploi)'],
  mobile: ['les salariés en mobilité', 'Recensement, fichier détail Migrations résidentielles'],
  crossBorder: ['les salariés frontaliers', 'Recensement, fichier détail Mobilités professionnelles (MOBPRO), croisé avec le ménage'],
  employer: ['le contrat, le salaire, le secteur et la taille de l’employeur', 'Base Tous salariés (Insee)'],
  disability: ['le handicap reconnu, qui relève d’un rang les plafonds de ressources', 'Aucun fichier public lu ici ne le donne par ménage'],
  overcrowding: ['la suroccupation', 'Recensement, fichier détail Logements (nombre de pièces par ménage)'],
} as const;

export const uncountable = (id: UncountableId): Uncountable => ({ id, what: uncountables[id][0], file: uncountables[id][1] });

/** What never stands in the population, whatever is loaded today. */
export const neverCounted: readonly UncountableId[] = ['apprentices', 'mobile', 'crossBorder', 'employer', 'disability', 'overcrowding'];
