import { indicator, text } from './indicator.ts';

const definition = (fr: string, en: string) => text(
  `Loyer moyen estimé des annonces, charges comprises, pour ${fr} loués vides. C’est le loyer des biens proposés, pas celui des locataires en place.`,
  `Estimated mean advertised rent, charges included, for unfurnished ${en}. It is the rent of dwellings on offer, not that of sitting tenants.`,
);
const method = text(
  'Colonne loypredm2 de la carte des loyers. Où les annonces manquent, la même estimation est répétée pour toutes les communes d’une maille ou d’une intercommunalité. Un loyer ne s’additionne pas : aucune valeur n’est calculée pour le territoire.',
  'Column loypredm2 of the rents map. Where advertisements are too few, one estimate is repeated for all communes of a group or an intercommunality. Rents cannot be added up: no value is computed for the territory.',
);

const rent = (id: string, source: string, label: ReturnType<typeof text>, short: ReturnType<typeof text>, what: ReturnType<typeof text>) =>
  indicator({ kind: 'measure', measure: id }, {
    id,
    theme: 'rents',
    label,
    shortLabel: short,
    definition: definition(what.fr, what.en),
    method,
    unit: 'eurosPerM2',
    digits: 2,
    territoryValue: 'never',
    sources: [source],
  });

export const rentIndicators = [
  rent('rents.flat', 'rents-flat', text('Loyer d’annonce des appartements', 'Advertised rent of flats'), text('Loyer appartements', 'Rent, flats'), text('des appartements', 'flats')),
  indicator({ kind: 'measure', measure: 'rents.flatLevel' }, {
    id: 'rents.flatLevel',
    theme: 'rents',
    label: text('Niveau d’estimation du loyer des appartements', 'Level of the estimate of flats’ rent'),
    shortLabel: text('Niveau d’estimation', 'Level of estimate'),
    definition: text(
      'Où les annonces ont été observées : la commune même, une maille de communes voisines, ou l’intercommunalité.',
      'Where advertisements were observed: the commune itself, a group of neighbouring communes (“maille”), or the intercommunality (“epci”).',
    ),
    method: text('Colonne TYPPRED de la carte des loyers.', 'Column TYPPRED of the rents map.'),
    unit: 'category',
    digits: 0,
    territoryValue: 'never',
    sources: ['rents-flat'],
  }),
  rent('rents.flat12', 'rents-flat-1-2', text('Loyer d’annonce des appartements d’une ou deux pièces', 'Advertised rent of flats with one or two rooms'), text('Loyer 1-2 pièces', 'Rent, 1-2 rooms'), text('des appartements d’une ou deux pièces', 'flats with one or two rooms')),
  rent('rents.flat3', 'rents-flat-3', text('Loyer d’annonce des appartements de trois pièces ou plus', 'Advertised rent of flats with three rooms or more'), text('Loyer 3 pièces ou plus', 'Rent, 3 rooms or more'), text('des appartements de trois pièces ou plus', 'flats with three rooms or more')),
  rent('rents.house', 'rents-house', text('Loyer d’annonce des maisons', 'Advertised rent of houses'), text('Loyer maisons', 'Rent, houses'), text('des maisons', 'houses')),
];
