import { indicator, text } from './indicator.ts';

const secrecy = text(
  'Où le parc social d’une commune ne dépasse pas 10 logements, RPLS en cache le détail (cases vides) : chaque part cachée vaut de 0 à 10. Le total reste publié.',
  'Where a commune’s social stock is at most 10 dwellings, RPLS hides its breakdown (blank cells): each hidden part is 0 to 10. The total is still published.',
);

export const socialHousingIndicators = [
  indicator({ kind: 'measure', measure: 'social.dwellings' }, {
    id: 'social.dwellings',
    theme: 'socialHousing',
    label: text('Logements locatifs sociaux', 'Social rental dwellings'),
    shortLabel: text('Logements sociaux', 'Social dwellings'),
    definition: text(
      'Logements locatifs des bailleurs sociaux au 1er janvier (RPLS). Ce n’est pas l’inventaire SRU.',
      'Rental dwellings of social landlords on 1 January (RPLS). It is not the inventory of the SRU law.',
    ),
    method: text(
      'Colonne nb_ls de RPLS. RPLS ne liste que les communes qui ont des logements sociaux : les autres comptent pour zéro dans la somme du territoire.',
      'Column nb_ls of RPLS. RPLS lists only communes with social dwellings: the others count as zero in the territory’s sum.',
    ),
    unit: 'dwellings',
    digits: 0,
    direction: 'up',
    secrecy: text('Aucune case secrète sur le total.', 'No secret cell in the total.'),
    sources: ['rpls'],
  }),
  indicator({ kind: 'ratio', numerator: 'social.vacantDwellings', denominator: ['social.rented', 'social.vacantDwellings'], factor: 1 }, {
    id: 'social.vacancyRate',
    theme: 'socialHousing',
    label: text('Vacance du parc social', 'Vacancy of the social stock'),
    shortLabel: text('Vacance sociale', 'Social vacancy'),
    definition: text(
      'Part des logements proposés à la location et vacants, parmi les logements sociaux loués ou proposés à la location.',
      'Share of dwellings offered for rent and vacant among social dwellings let or offered for rent.',
    ),
    method: text('nb_vacants ÷ (nb_loues + nb_vacants) de RPLS. Territoire : rapport des sommes.', 'nb_vacants ÷ (nb_loues + nb_vacants) of RPLS. Territory: ratio of the sums.'),
    unit: 'fraction',
    digits: 1,
    direction: 'down',
    secrecy,
    sources: ['rpls'],
  }),
  indicator({ kind: 'ratio', numerator: 'social.dwellings', denominator: ['population.households'], factor: 100 }, {
    id: 'social.per100Households',
    theme: 'socialHousing',
    label: text('Logements sociaux pour 100 ménages', 'Social dwellings per 100 households'),
    shortLabel: text('Sociaux pour 100 ménages', 'Social per 100 households'),
    definition: text(
      'Logements locatifs sociaux (RPLS) rapportés aux ménages du recensement. Ce n’est pas le taux SRU, qui vient d’un inventaire contradictoire annuel.',
      'Social rental dwellings (RPLS) per 100 households of the census. It is not the SRU rate, which comes from a yearly inventory agreed with each commune.',
    ),
    method: text(
      '100 × nb_ls de RPLS ÷ ménages du dernier recensement connu à cette date. Territoire : rapport des sommes sur le périmètre de l’année de RPLS.',
      '100 × nb_ls of RPLS ÷ households of the last census known at that date. Territory: ratio of the sums over the perimeter of RPLS’s year.',
    ),
    unit: 'perHundred',
    digits: 1,
    direction: 'up',
    sources: ['rpls', 'census'],
  }),
];
