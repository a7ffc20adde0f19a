/**
 * Where the State's spreadsheet is plainly wrong, and what the default mode does instead. The reference mode applies
 * none of them. Choices of method that may be argued for stay as they are: docs/decisions/20261130170000-needs-method.md.
 */
export const corrections = {
  calendarYears: {
    title: 'Coefficient d’années civiles',
    reason: 'le tableur multiplie chaque bloc par le rapport de deux années (2030/2050 = 0,99), qui n’est pas une durée ; les blocs sont pris entiers, et seul l’étalement annuel dit ce qui est résorbé',
  },
  roundedBlocks: {
    title: 'Blocs arrondis',
    reason: 'le tableur arrondit chaque bloc avant de s’en servir dans le suivant ; rien n’est arrondi avant l’affichage',
  },
  negativeBlocks: {
    title: 'Blocs négatifs',
    reason: 'les recouvrements retirés peuvent dépasser le bloc ; un besoin ne descend pas sous zéro',
  },
  shortVacancyFloor: {
    title: 'Vacance courte qui ne baisse jamais',
    reason: 'le tableur retient les hausses de la vacance courte et efface ses baisses, ce qui gonfle le besoin quand le nombre de ménages recule ; les deux comptent',
  },
  flatStock: {
    title: 'Parc figé après le pic',
    reason: 'le tableur garde le parc du pic tout en comptant des besoins et des excédents après lui ; le parc suit chaque année',
  },
  homesOfTheHoused: {
    title: 'Logements des personnes relogées',
    reason: 'le tableur calcule vacance et résidences secondaires sur les seuls ménages ; qui était sans logement et en obtient un l’occupe aussi (comme dans la version récente d’Otelo)',
  },
} as const;

export type CorrectionId = keyof typeof corrections;

/** They change the deficit's blocks: without object where a file gives the deficit as one number. */
export const blockCorrections: ReadonlySet<CorrectionId> = new Set(['calendarYears', 'roundedBlocks', 'negativeBlocks', 'homesOfTheHoused']);
export type Mode = 'reference' | 'default';

export const correctionIds = Object.keys(corrections) as CorrectionId[];

export const correctionsOf = (mode: Mode): ReadonlySet<CorrectionId> => new Set(mode === 'default' ? correctionIds : []);
