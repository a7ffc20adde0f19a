import { sourceCatalogue } from '../../observatory/index.ts';

/** What the population cannot tell, with the file that would. */
export interface Missing {
  what: string;
  file: string;
}

/** A file to load, in the observatory's own words. */
export function fileOf(id: (typeof sourceCatalogue)[number]['id']): string {
  const source = sourceCatalogue.find((one) => one.id === id);
  return source ? `${source.title} (${source.producer}) : ${source.ask}` : id;
}

/** No file that Ancrage reads gives these, whatever is loaded. */
export const neverGiven: readonly Missing[] = [
  { what: 'Salaire de chaque personne', file: 'Base Tous salariés (INSEE), fichier détail ; Ancrage ne le lit pas encore' },
  { what: 'Nature du contrat de travail (CDI, CDD, intérim), apprentis', file: 'Mobilités professionnelles (INSEE), fichier détail, colonnes EMPL et STAT ; Ancrage n’en garde pas encore le croisement' },
  { what: 'Taille et secteur de l’employeur, assujettissement à la PEEC', file: 'Aucun fichier ouvert ne le croise avec les ménages : à demander aux employeurs' },
  { what: 'Personnes au travail de 65 ans ou plus', file: 'Mobilités professionnelles (INSEE), fichier détail, colonne AGEREVQ ; pas encore croisé avec les zones' },
  { what: 'Salariés en mobilité', file: 'Migrations résidentielles (INSEE), fichier détail ; Ancrage ne le lit pas encore' },
  { what: 'Salariés frontaliers', file: 'Mobilités professionnelles (INSEE), fichier détail ; Ancrage ne croise pas encore le pays de travail avec le ménage' },
  { what: 'Handicap reconnu, qui relève d’un rang les plafonds de ressources', file: 'Aucun fichier ouvert ne le donne par ménage' },
  { what: 'Suroccupation', file: 'Logements (INSEE, recensement), fichier détail, nombre de pièces par ménage ; Ancrage ne le lit pas encore' },
];

/** What of rents the households' effort lacks. */
export const missingRents = (hasRents: boolean, hasBounds: boolean): Missing[] =>
  hasRents
    ? hasBounds ? [] : [{ what: 'Bornes du taux d’effort', file: 'Carte des loyers avec ses bornes d’estimation : le fichier chargé n’en donne pas' }]
    : [{ what: 'Taux d’effort, ménages en difficulté', file: fileOf('rents-flat') }];

/** Without any of these, there is no household to speak of. */
export const neededFiles = (): Missing[] => [
  { what: 'Ménages par IRIS : composition, âges, statut d’occupation, emploi', file: fileOf('iris-indicators') },
  { what: 'À défaut, ménages par commune et statut d’occupation', file: fileOf('census') },
  { what: 'Personnes en emploi par statut d’occupation et taille de ménage', file: fileOf('mobpro') },
  { what: 'Revenus par IRIS (déciles)', file: fileOf('filosofi-iris') },
  { what: 'Revenus par commune, pauvreté selon le statut d’occupation', file: fileOf('filosofi') },
  ...neverGiven,
];
