import { indicator, text } from './indicator.ts';

export const zoningIndicators = [
  indicator({ kind: 'measure', measure: 'zoning.abc' }, {
    id: 'zoning.abc',
    theme: 'zoning',
    label: text('Zone ABC', 'ABC zone'),
    definition: text(
      'Classement des communes selon la tension du marché du logement : Abis, A, B1, B2, C, de la plus tendue à la moins tendue. Il règle des plafonds de loyers et de ressources.',
      'Classification of communes by housing market pressure: Abis, A, B1, B2, C, from the tightest to the loosest. It sets ceilings of rents and incomes.',
    ),
    method: text('Zonage en vigueur, à la date du décret ou de l’arrêté que porte le fichier.', 'Zoning in force, on the date of the order that the file names.'),
    unit: 'category',
    digits: 0,
    territoryValue: 'never',
    categoryOrder: ['Abis', 'A', 'B1', 'B2', 'C'],
    sources: ['abc'],
  }),
  indicator({ kind: 'measure', measure: 'zoning.employmentZone' }, {
    id: 'zoning.employmentZone',
    theme: 'zoning',
    label: text('Zone d’emploi', 'Employment zone'),
    definition: text(
      'Espace dans lequel la plupart des actifs résident et travaillent (INSEE).',
      'Area in which most of the working people both live and work (INSEE).',
    ),
    method: text('Composition communale des zones d’emploi.', 'Communes of the employment zones.'),
    unit: 'category',
    digits: 0,
    territoryValue: 'never',
    sources: ['employment-zones'],
  }),
  indicator({ kind: 'distinct', list: 'zoning.qpvList' }, {
    id: 'zoning.qpvCount',
    theme: 'zoning',
    label: text('Quartiers prioritaires (QPV)', 'Priority neighbourhoods (QPV)'),
    shortLabel: text('QPV', 'QPV'),
    definition: text(
      'Quartiers prioritaires de la politique de la ville situés au moins en partie dans la commune.',
      'Priority neighbourhoods of urban policy lying at least partly in the commune.',
    ),
    method: text(
      'Codes de quartier du fichier de l’ANCT. Territoire : un quartier partagé par deux communes compte une fois. Une commune absente du fichier n’en a pas.',
      'Neighbourhood codes of the ANCT file. Territory: a neighbourhood shared by two communes counts once. A commune absent from the file has none.',
    ),
    unit: 'count',
    digits: 0,
    sources: ['qpv'],
  }),
  indicator({ kind: 'measure', measure: 'zoning.qpvList' }, {
    id: 'zoning.qpvList',
    theme: 'zoning',
    label: text('Liste des quartiers prioritaires', 'List of priority neighbourhoods'),
    shortLabel: text('Codes des QPV', 'QPV codes'),
    definition: text('Codes officiels des quartiers prioritaires de la commune.', 'Official codes of the commune’s priority neighbourhoods.'),
    method: text('Codes de quartier du fichier de l’ANCT, dans son ordre.', 'Neighbourhood codes of the ANCT file, in its order.'),
    unit: 'category',
    digits: 0,
    territoryValue: 'never',
    sources: ['qpv'],
  }),
];
