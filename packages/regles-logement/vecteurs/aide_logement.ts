import { type Adapter, amount, cell, dependants, firstDay, flag, french, quoted, type Row, type Situation, TENANCIES, yesNo } from './adapter.ts';

const ALL_AGREED = 'README, columns: the social rent reduction is taken off for every agreed dwelling, not for social landlords only';
const HALF_EURO = 'README: NumPy arithmetic, a rent of exactly half a euro goes to the even euro';

const isHalf = (row: Row): boolean => Math.abs(amount(row, 'loyer') % 1 - 0.5) < 1e-9;

function situationOf(row: Row, as: ReadonlySet<string>): Situation {
  const rent = amount(row, 'loyer');
  const isAgreed = flag(row, 'logement_conventionne');
  const rentAsked = as.has(HALF_EURO) && isHalf(row) && Math.floor(rent) % 2 === 0 ? Math.floor(rent) : rent;
  return {
    date: french(firstDay(row)),
    'ménage . couple': yesNo(cell(row, 'n_adults') === '2'),
    'ménage . à charge': String(dependants(row)),
    'ménage . ressources pour aide au logement': cell(row, 'base_ressources'),
    'logement . zone APL': quoted(cell(row, 'zone_apl').replace('_', ' ')),
    'logement . statut': quoted(TENANCIES[as.has(ALL_AGREED) && isAgreed ? 'locataire_hlm' : cell(row, 'statut_occupation_logement')] ?? ''),
    'logement . conventionné': yesNo(isAgreed),
    'logement . colocation': yesNo(flag(row, 'coloc')),
    'logement . chambre': 'non',
    'logement . loyer': String(rentAsked),
    'logement . résidence principale': 'oui',
    'logement . région des plafonds': quoted('autres régions'),
  };
}

const RULES = {
  loyer_plafond: 'aide au logement . loyer plafond',
  loyer_retenu: 'aide au logement . loyer retenu',
  charges_forfait: 'aide au logement . charges',
  participation_personnelle: 'aide au logement . participation',
  montant_avant_degressivite: 'aide au logement . avant dégressivité',
  montant_brut: 'aide au logement . montant brut',
  rls: 'aide au logement . RLS',
  crds: 'aide au logement . CRDS',
  aide_logement: 'aide au logement . montant',
} as const;

export const housingAllowance: Adapter = {
  name: 'aide_logement',
  inputs: {
    period: 'month', zone_apl: ['zone_1', 'zone_2', 'zone_3'], n_adults: 'count', ages: 'ages', statut_occupation_logement: Object.keys(TENANCIES),
    logement_conventionne: 'flag', coloc: 'flag', loyer: 'amount', base_ressources: 'amount',
  },
  outputs: [...Object.keys(RULES), 'al_nb_personnes_a_charge', 'type'],
  mayBeEmpty: ['type'],
  tolerance: 0.02,
  departures: [
    {
      name: ALL_AGREED,
      holds: (row, ours) => flag(row, 'logement_conventionne') && cell(row, 'statut_occupation_logement') !== 'locataire_hlm' && Number(ours('aide au logement . RLS', [ALL_AGREED])) > 0,
    },
    { name: HALF_EURO, holds: isHalf },
  ],
  situation: situationOf,
  answer(row, ask, as) {
    const got = ask(situationOf(row, as), Object.values(RULES));
    const family = dependants(row) > 0 ? 'alf' : 'als';
    const paid = got['aide au logement . montant'];
    return {
      ...Object.fromEntries(Object.entries(RULES).map(([column, rule]) => [column, column === 'crds' ? -Number(got[rule]) : got[rule]])),
      al_nb_personnes_a_charge: dependants(row),
      type: paid === 0 ? '' : flag(row, 'logement_conventionne') ? 'apl' : family,
    };
  },
};
