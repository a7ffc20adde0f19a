import { indicator, text } from './indicator.ts';

const perimeter = text(
  'Valeur donnée par la source pour l’intercommunalité entière ; son périmètre est celui que la source retient.',
  'Value given by the source for the whole intercommunality; its perimeter is the one that the source uses.',
);
const shared = {
  theme: 'construction', unit: 'dwellings', digits: 0, direction: 'up', grain: 'intercommunality', territoryValue: 'given', sources: ['sitadel'],
} as const;

export const constructionIndicators = [
  indicator({ kind: 'measure', measure: 'construction.authorised' }, {
    ...shared,
    id: 'construction.authorised',
    label: text('Logements autorisés par an', 'Dwellings authorised per year'),
    shortLabel: text('Autorisés', 'Authorised'),
    definition: text('Logements des permis accordés dans l’année. Autorisé ne veut pas dire commencé.', 'Dwellings in permits granted in the year. Authorised does not mean started.'),
    method: text(`Sitadel, colonne logaut. ${perimeter.fr}`, `Sitadel, column logaut. ${perimeter.en}`),
  }),
  indicator({ kind: 'measure', measure: 'construction.started' }, {
    ...shared,
    id: 'construction.started',
    label: text('Logements commencés par an', 'Dwellings started per year'),
    shortLabel: text('Commencés', 'Started'),
    definition: text('Logements dont l’ouverture de chantier a été déclarée dans l’année. Commencé ne veut pas dire livré.', 'Dwellings whose start of works was declared in the year. Started does not mean delivered.'),
    method: text(`Sitadel, colonne logcom. ${perimeter.fr}`, `Sitadel, column logcom. ${perimeter.en}`),
  }),
];
