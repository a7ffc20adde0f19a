import type { Margin } from './margins.ts';

/** The French names of the margins, as reports have them. */
export const marginNames: Readonly<Record<Margin['id'], string>> = {
  households: 'Ménages',
  kinds: 'Ménages par type',
  tenures: 'Ménages par statut d’occupation',
  ages: 'Personnes par âge (avec celles hors ménages)',
  workers: 'Personnes en emploi par âge (15 à 64 ans)',
  employees: 'Salariés parmi les personnes en emploi',
  inHouseholds: 'Personnes des ménages',
  workersByTenure: 'Personnes en emploi par statut d’occupation',
  workersBySize: 'Personnes en emploi par taille de ménage',
};
