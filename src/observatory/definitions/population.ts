import { indicator, text } from './indicator.ts';

export const populationIndicators = [
  indicator({ kind: 'measure', measure: 'population.municipal' }, {
    id: 'population.municipal',
    theme: 'population',
    label: text('Population municipale', 'Municipal population'),
    shortLabel: text('Population', 'Population'),
    definition: text(
      'Personnes qui ont leur résidence habituelle dans la commune, selon le recensement. L’année est celle du recensement, publié trois ans plus tard.',
      'People usually living in the commune, from the census. The year is that of the census, published three years later.',
    ),
    method: text(
      'Colonnes pAA_pop de la série par commune ; recensements 2022 et 2023 des listes officielles. Territoire : somme des communes de son périmètre de l’année. Communes fusionnées : somme des anciennes communes.',
      'Columns pYY_pop of the series by commune; censuses 2022 and 2023 from the official lists. Territory: sum over the communes of its perimeter that year. Merged communes: sum of the former ones.',
    ),
    unit: 'persons',
    digits: 0,
    sources: ['population'],
  }),
  indicator({ kind: 'growth', measure: 'population.municipal', years: 5 }, {
    id: 'population.yearlyGrowth',
    theme: 'population',
    label: text('Évolution annuelle moyenne de la population', 'Mean yearly population growth'),
    shortLabel: text('Évolution par an', 'Growth per year'),
    definition: text(
      'Évolution moyenne par an de la population municipale sur cinq ans, jusqu’au recensement indiqué.',
      'Mean yearly change of the municipal population over the five years to the census shown.',
    ),
    method: text(
      '(population de l’année ÷ population cinq ans avant) puissance 1/5, moins 1. Territoire : même périmètre aux deux dates, celui de l’année d’arrivée.',
      '(population of the year ÷ population five years before) to the power 1/5, minus 1. Territory: the same perimeter at both dates, that of the last year.',
    ),
    unit: 'fraction',
    digits: 2,
    sources: ['population'],
  }),
  indicator({ kind: 'measure', measure: 'population.households' }, {
    id: 'population.households',
    theme: 'population',
    label: text('Ménages', 'Households'),
    definition: text(
      'Ménages au sens du recensement : occupants d’une même résidence principale.',
      'Households as the census counts them: the occupants of one main residence.',
    ),
    method: text(
      'Nombre de ménages de l’exploitation principale du recensement, arrondi à l’unité. Territoire : somme des communes de son périmètre de l’année.',
      'Number of households of the census’s main results, rounded to one. Territory: sum over the communes of its perimeter that year.',
    ),
    unit: 'households',
    digits: 0,
    sources: ['census'],
  }),
];
