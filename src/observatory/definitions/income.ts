import { indicator, text } from './indicator.ts';

const secrecy = text(
  'Les cases « s » de Filosofi sont couvertes par le secret statistique : petites communes, ou trop peu de ménages pour la ventilation. Le plus souvent, seule la médiane est publiée.',
  'Cells marked “s” by Filosofi are under statistical secrecy: small communes, or too few households for the breakdown. Most often only the median is published.',
);
const livingStandard = text(
  'Le niveau de vie est le revenu disponible du ménage, après impôts et prestations, divisé par le nombre d’unités de consommation.',
  'The standard of living is the household’s disposable income, after taxes and benefits, divided by its consumption units.',
);
const notSummed = text(
  'Une médiane, un décile, un taux ou un rapport publié par commune ne s’additionne pas : aucune valeur n’est calculée pour le territoire.',
  'A median, decile, rate or ratio published by commune cannot be added up: no value is computed for the territory.',
);
const method = (column: string) => text(`Colonne ${column} de Filosofi. ${notSummed.fr}`, `Column ${column} of Filosofi. ${notSummed.en}`);

const shared = { theme: 'income', secrecy, sources: ['filosofi'] } as const;
const povertyLine = text(
  'Le seuil de pauvreté vaut 60 % du niveau de vie médian de France métropolitaine.',
  'The poverty line is 60 % of the median standard of living of metropolitan France.',
);
const poverty = (id: string, column: string, fr: string, en: string, ofFr: string, ofEn: string) =>
  indicator({ kind: 'measure', measure: id }, {
    ...shared,
    id,
    label: text(fr, en),
    definition: text(`Part des personnes ${ofFr} qui vivent sous le seuil de pauvreté. ${povertyLine.fr}`, `Share of people ${ofEn} living below the poverty line. ${povertyLine.en}`),
    method: method(column),
    unit: 'fraction',
    digits: 0,
    direction: 'down',
    territoryValue: 'never',
  });

export const incomeIndicators = [
  indicator({ kind: 'measure', measure: 'income.fiscalHouseholds' }, {
    ...shared,
    id: 'income.fiscalHouseholds',
    label: text('Ménages fiscaux', 'Fiscal households'),
    definition: text('Ménages constitués des foyers fiscaux d’un même logement.', 'Households made of the tax units of one dwelling.'),
    method: text(
      'Colonne NBMENFISC de Filosofi. Territoire : somme des communes ; une case secrète n’a pas de maximum connu, la somme est alors un minimum.',
      'Column NBMENFISC of Filosofi. Territory: sum over communes; a secret cell has no known maximum, the sum is then a minimum.',
    ),
    unit: 'households',
    digits: 0,
  }),
  indicator({ kind: 'ratio', numerator: 'income.fiscalPersons', denominator: ['income.fiscalHouseholds'], factor: 1 }, {
    ...shared,
    id: 'income.personsPerHousehold',
    label: text('Personnes par ménage fiscal', 'Persons per fiscal household'),
    shortLabel: text('Personnes par ménage', 'Persons per household'),
    definition: text('Nombre moyen de personnes dans un ménage fiscal.', 'Mean number of people in a fiscal household.'),
    method: text('NBPERSMENFISC ÷ NBMENFISC de Filosofi. Territoire : rapport des deux sommes.', 'NBPERSMENFISC ÷ NBMENFISC of Filosofi. Territory: ratio of the two sums.'),
    unit: 'ratio',
    digits: 2,
  }),
  indicator({ kind: 'measure', measure: 'income.median' }, {
    ...shared,
    id: 'income.median',
    label: text('Niveau de vie médian', 'Median standard of living'),
    definition: text(`La moitié des personnes a un niveau de vie inférieur. ${livingStandard.fr}`, `Half of the people have a lower standard of living. ${livingStandard.en}`),
    method: method('MED'),
    unit: 'eurosPerYear',
    digits: 0,
    territoryValue: 'never',
  }),
  poverty('income.povertyRate', 'TP60', 'Taux de pauvreté', 'Poverty rate', 'de la commune', 'of the commune'),
  poverty('income.povertyUnder30', 'TP60AGE1', 'Taux de pauvreté des ménages de moins de 30 ans', 'Poverty rate of households under 30', 'dont le référent fiscal a moins de 30 ans', 'whose household’s tax referent is under 30'),
  poverty('income.povertyTenants', 'TP60TOL2', 'Taux de pauvreté des locataires', 'Poverty rate of tenants', 'des ménages locataires', 'in tenant households'),
  poverty('income.povertyOwners', 'TP60TOL1', 'Taux de pauvreté des propriétaires', 'Poverty rate of owners', 'des ménages propriétaires de leur logement', 'in owner households'),
  indicator({ kind: 'measure', measure: 'income.d1' }, {
    ...shared,
    id: 'income.d1',
    label: text('Premier décile du niveau de vie', 'First decile of the standard of living'),
    shortLabel: text('1er décile', '1st decile'),
    definition: text(`Une personne sur dix a un niveau de vie inférieur. ${livingStandard.fr}`, `One person in ten has a lower standard of living. ${livingStandard.en}`),
    method: method('D1'),
    unit: 'eurosPerYear',
    digits: 0,
    territoryValue: 'never',
  }),
  indicator({ kind: 'measure', measure: 'income.d9' }, {
    ...shared,
    id: 'income.d9',
    label: text('Neuvième décile du niveau de vie', 'Ninth decile of the standard of living'),
    shortLabel: text('9e décile', '9th decile'),
    definition: text(`Une personne sur dix a un niveau de vie supérieur. ${livingStandard.fr}`, `One person in ten has a higher standard of living. ${livingStandard.en}`),
    method: method('D9'),
    unit: 'eurosPerYear',
    digits: 0,
    territoryValue: 'never',
  }),
  indicator({ kind: 'measure', measure: 'income.interdecileRatio' }, {
    ...shared,
    id: 'income.interdecileRatio',
    label: text('Rapport interdécile (D9/D1)', 'Interdecile ratio (D9/D1)'),
    shortLabel: text('D9/D1', 'D9/D1'),
    definition: text('Combien de fois le neuvième décile du niveau de vie contient le premier : une mesure des écarts.', 'How many times the ninth decile of the standard of living contains the first: a measure of gaps.'),
    method: method('RD'),
    unit: 'ratio',
    digits: 1,
    direction: 'down',
    territoryValue: 'never',
  }),
  indicator({ kind: 'measure', measure: 'income.wageShare' }, {
    ...shared,
    id: 'income.wageShare',
    label: text('Part des salaires dans le revenu', 'Share of wages in income'),
    shortLabel: text('Part des salaires', 'Share of wages'),
    definition: text('Part des salaires et traitements (hors chômage) dans le revenu disponible des ménages.', 'Share of wages and salaries (without unemployment benefits) in the households’ disposable income.'),
    method: method('PTSA'),
    unit: 'fraction',
    digits: 1,
    territoryValue: 'never',
  }),
];
