import { indicator, text } from './indicator.ts';

const underEleven = text(
  'LOVAC écrit « s » pour moins de 11 logements : une case secrète vaut de 0 à 10. La somme du territoire est donc un intervalle.',
  'LOVAC writes “s” for fewer than 11 dwellings: a secret cell is 0 to 10. The territory’s sum is therefore an interval.',
);
const openAbove = text(
  'LOVAC cache aussi le parc de communes de plusieurs centaines de logements : une case secrète n’a pas de maximum connu, et la somme du territoire est un minimum.',
  'LOVAC also hides the stock of communes with several hundred dwellings: a secret cell has no known maximum, and the territory’s sum is a minimum.',
);
const breakInSeries = text(
  'La méthode de LOVAC change d’un millésime à l’autre (le nombre de logements vacants de 2025 est bas par méthode) : comparer deux années avec prudence.',
  'LOVAC’s method changes from one edition to the next (the 2025 number of vacant dwellings is low by method): compare years with care.',
);
const rateMethod = text(
  'Parc de la même année ; sinon, le dernier parc publié avant elle (LOVAC 2025 donne le parc de 2024). Territoire : rapport des sommes ; avec des cases secrètes, ses bornes.',
  'Stock of the same year; else the last one published before it (LOVAC 2025 gives the stock of 2024). Territory: ratio of the sums; with secret cells, its bounds.',
);

const shared = {
  theme: 'privateStock', sources: ['lovac'],
  methodBreaks: {
    at: 'everyPeriod',
    text: text(
      'La méthode de LOVAC change d’un millésime à l’autre\u00a0: aucune évolution n’est calculée.',
      'LOVAC’s method changes from one edition to the next: no change is computed.',
    ),
  },
} as const;

export const privateStockIndicators = [
  indicator({ kind: 'measure', measure: 'private.dwellings' }, {
    ...shared,
    id: 'private.dwellings',
    label: text('Logements du parc privé', 'Private dwellings'),
    shortLabel: text('Parc privé', 'Private stock'),
    definition: text('Logements du parc privé au 1er janvier, selon LOVAC.', 'Dwellings of the private stock on 1 January, from LOVAC.'),
    method: text(`Colonnes pp_total_AA de LOVAC (ff_pp_total_AA à partir de 2026). ${breakInSeries.fr}`, `Columns pp_total_YY of LOVAC (ff_pp_total_YY from 2026). ${breakInSeries.en}`),
    unit: 'dwellings',
    digits: 0,
    secrecy: openAbove,
  }),
  indicator({ kind: 'measure', measure: 'private.vacant' }, {
    ...shared,
    id: 'private.vacant',
    label: text('Logements privés vacants', 'Vacant private dwellings'),
    shortLabel: text('Privés vacants', 'Vacant private'),
    definition: text('Logements du parc privé vacants au 1er janvier, quelle que soit la durée.', 'Private dwellings vacant on 1 January, however long.'),
    method: text(`Colonnes pp_vacant_AA de LOVAC. ${breakInSeries.fr}`, `Columns pp_vacant_YY of LOVAC. ${breakInSeries.en}`),
    unit: 'dwellings',
    digits: 0,
    direction: 'down',
    secrecy: underEleven,
  }),
  indicator({ kind: 'measure', measure: 'private.structuralVacancy' }, {
    ...shared,
    id: 'private.structuralVacancy',
    label: text('Logements privés vacants depuis plus de deux ans', 'Private dwellings vacant for over two years'),
    shortLabel: text('Vacants > 2 ans', 'Vacant > 2 years'),
    definition: text(
      'Vacance structurelle : logements du parc privé vacants depuis plus de deux ans au 1er janvier.',
      'Structural vacancy: private dwellings vacant for more than two years on 1 January.',
    ),
    method: text(`Colonnes pp_vacant_plus_2ans_AA de LOVAC. ${breakInSeries.fr}`, `Columns pp_vacant_plus_2ans_YY of LOVAC. ${breakInSeries.en}`),
    unit: 'dwellings',
    digits: 0,
    direction: 'down',
    secrecy: underEleven,
  }),
  indicator({ kind: 'ratio', numerator: 'private.vacant', denominator: ['private.dwellings'], factor: 1 }, {
    ...shared,
    id: 'private.vacancyRate',
    label: text('Taux de vacance du parc privé', 'Vacancy rate of the private stock'),
    shortLabel: text('Vacance privée', 'Private vacancy'),
    definition: text('Part des logements vacants dans le parc privé.', 'Share of vacant dwellings in the private stock.'),
    method: text(`pp_vacant ÷ pp_total de LOVAC. ${rateMethod.fr}`, `pp_vacant ÷ pp_total of LOVAC. ${rateMethod.en}`),
    unit: 'fraction',
    digits: 1,
    direction: 'down',
    secrecy: openAbove,
  }),
  indicator({ kind: 'ratio', numerator: 'private.structuralVacancy', denominator: ['private.dwellings'], factor: 1 }, {
    ...shared,
    id: 'private.structuralVacancyRate',
    label: text('Taux de vacance de plus de deux ans', 'Rate of vacancy over two years'),
    shortLabel: text('Vacance > 2 ans', 'Vacancy > 2 years'),
    definition: text('Part des logements vacants depuis plus de deux ans dans le parc privé.', 'Share of dwellings vacant for more than two years in the private stock.'),
    method: text(`pp_vacant_plus_2ans ÷ pp_total de LOVAC. ${rateMethod.fr}`, `pp_vacant_plus_2ans ÷ pp_total of LOVAC. ${rateMethod.en}`),
    unit: 'fraction',
    digits: 1,
    direction: 'down',
    secrecy: openAbove,
  }),
];
