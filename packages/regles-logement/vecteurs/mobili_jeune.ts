import { type Adapter, amount, bit, cell, firstDay, flag, french, isNearSmic, type Ours, quoted, type Row, type Situation, TENANCIES, yesNo } from './adapter.ts';

const FULL_WAGE = 'README 4: 100 % of the SMIC at all dates';
const NO_MOVE = 'README 4: no mobility test';
const PAYING = 'README 4: the employer must pay the contribution at all dates';
const FARM = 'README 4: agricultural employers allowed, up to 300 €';
const EXECUTIVES = 'AIDS 5: before June 2022 only employees who are not executives';
const PUBLIC = 'AIDS 5: since June 2022 only agricultural or not is tested, public employees pass';
const SMALL = 'AIDS 5: under 10 € nothing is paid, but eligibility is still said';
const HOURS = 'AIDS 1: a SMIC of 151.67 hours';
const SUSPENDED = 'AIDS 5: no suspension';

const isFarm = (row: Row): boolean => cell(row, 'secteur_activite_employeur') === 'agricole';
const since = (row: Row, day: string): boolean => firstDay(row) >= day;
const isPublic = (row: Row): boolean => cell(row, 'categorie_salarie').startsWith('public');
const sector = (row: Row): string => (isFarm(row) ? 'agricole' : isPublic(row) ? 'public' : 'privé');

/** AIDS 5: the share of the SMIC that the wage may reach, by day; the other engine's is 1. */
const share = (row: Row): number => (!since(row, '2024-02-15') ? 1 : since(row, '2024-10-29') ? 1.2 : 0.8);

/** A wage that one of the two shares admits and the other does not. */
function isBetweenShares(row: Row, ours: Ours): boolean {
  const [low = 0, high = 0] = [1, share(row)].toSorted((a, b) => a - b).map((part) => part * Number(ours('smic . mensuel brut')));
  return amount(row, 'salaire_de_base') > low - 0.1 && amount(row, 'salaire_de_base') < high + 0.1;
}

/** The file has no contract date, no link to the training and no other request: the row's month is the contract's first, the rest is taken as met. */
const situationOf = (row: Row, as: ReadonlySet<string>): Situation => ({
  date: french(firstDay(row)),
  'personne . âge': cell(row, 'age'),
  'personne . activité': quoted('salarié'),
  'emploi . contrat': quoted(flag(row, 'alternant') ? 'apprentissage' : 'autre'),
  'emploi . début': french(firstDay(row)),
  'emploi . salaire brut': cell(row, 'salaire_de_base'),
  'employeur . secteur': quoted((as.has(FARM) && isFarm(row)) || (as.has(PUBLIC) && !isFarm(row)) ? 'privé' : sector(row)),
  'employeur . cotise': yesNo(flag(row, 'peec_employeur')),
  'logement . statut': quoted(TENANCIES[cell(row, 'statut_occupation_logement')] ?? ''),
  'logement . loyer': cell(row, 'loyer'),
  'logement . charges': cell(row, 'charges_locatives'),
  'logement . lié à la formation': 'oui',
  'ménage . aide au logement perçue': cell(row, 'aide_logement'),
  'aides . Mobili-Jeune en cours': 'non',
  ...(as.has(FULL_WAGE) && since(row, '2024-02-15') ? { 'mobili-jeune . part du SMIC': '100 %' } : {}),
  ...(as.has(NO_MOVE) ? { 'mobili-jeune . mobilité non exigée': 'oui' } : {}),
  ...(as.has(PAYING) ? { 'mobili-jeune . participation non exigée': 'non' } : {}),
  ...(as.has(FARM) && isFarm(row) ? { 'mobili-jeune . versement maximum': '300 €/mois' } : {}),
  ...(as.has(EXECUTIVES) ? { 'mobili-jeune . employeur participant': 'non' } : {}),
  ...(as.has(SMALL) ? { 'mobili-jeune . montant suffisant': 'oui' } : {}),
  ...(as.has(SUSPENDED) ? { 'mobili-jeune . ouverte': 'oui' } : {}),
  ...(as.has(HOURS) ? { 'smic . mensuel brut': 'smic . horaire brut * 151.67 heure/mois' } : {}),
});

export const mobiliJeune: Adapter = {
  name: 'mobili_jeune',
  inputs: {
    period: 'month', age: 'count', alternant: 'flag', secteur_activite_employeur: 'word', categorie_salarie: 'word', peec_employeur: 'flag', statut_occupation_logement: Object.keys(TENANCIES),
    salaire_de_base: 'amount', loyer: 'amount', charges_locatives: 'amount', aide_logement: 'amount',
  },
  outputs: ['smic_proratise_out', 'mobili_jeune_eligibilite', 'mobili_jeune'],
  tolerance: 0.01,
  departures: [
    { name: FULL_WAGE, holds: (row, ours) => since(row, '2024-02-15') && isBetweenShares(row, ours) },
    { name: NO_MOVE, holds: (row) => since(row, '2024-02-15') },
    { name: PAYING, holds: (row) => since(row, '2022-06-01') && !flag(row, 'peec_employeur') },
    { name: FARM, holds: (row) => isFarm(row) && since(row, '2022-06-01') },
    { name: EXECUTIVES, holds: (row) => !since(row, '2022-06-01') && !isPublic(row) && cell(row, 'categorie_salarie') !== 'prive_non_cadre' },
    { name: PUBLIC, holds: (row) => isPublic(row) && !isFarm(row) && since(row, '2022-06-01') },
    { name: SMALL, holds: (row) => amount(row, 'loyer') + amount(row, 'charges_locatives') - amount(row, 'aide_logement') < 10 },
    { name: SUSPENDED, holds: (row) => since(row, '2023-12-15') && !since(row, '2024-02-15') },
    { name: HOURS, holds: (row, ours) => isNearSmic(row, 'salaire_de_base', ours, [1, share(row)]) },
  ],
  situation: situationOf,
  answer(row, ask, as) {
    const got = ask(situationOf(row, as), ['mobili-jeune . éligible', 'mobili-jeune . montant', 'smic . horaire brut']);
    const isEligible = got['mobili-jeune . éligible'];
    const paid = Number(got['mobili-jeune . montant']);
    return {
      // The engine's own SMIC, not the law's: it checks our hourly value.
      smic_proratise_out: Number(got['smic . horaire brut']) * 151.67,
      mobili_jeune_eligibilite: bit(isEligible),
      mobili_jeune: isEligible === true ? (paid >= 10 ? paid : 0) : isEligible === false ? 0 : undefined,
    };
  },
};
