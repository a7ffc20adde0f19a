import { indicator, text } from './indicator.ts';

export const commutingIndicators = [
  indicator({ kind: 'measure', measure: 'commuting.luxembourg' }, {
    id: 'commuting.luxembourg',
    theme: 'commuting',
    label: text('Frontaliers : salariés du Luxembourg (source luxembourgeoise)', 'Residents who work in Luxembourg (Luxembourg source)'),
    shortLabel: text('Frontaliers (Luxembourg)', 'Commuters to Luxembourg'),
    definition: text(
      'Salariés du Luxembourg qui habitent l’intercommunalité, comptés par leurs employeurs. Ce n’est pas le nombre du recensement, plus ancien et tiré d’un sondage.',
      'Employees of Luxembourg who live in the intercommunality, counted by their employers. It is not the census’s number, which is older and comes from a survey.',
    ),
    method: text('Nombres publiés par l’IGSS et le STATEC, portés dans un fichier d’indicateurs.', 'Numbers published by IGSS and STATEC, brought by a file of indicators.'),
    unit: 'persons',
    digits: 0,
    grain: 'intercommunality',
    territoryValue: 'given',
    sources: ['lu-commuters'],
  }),
];
