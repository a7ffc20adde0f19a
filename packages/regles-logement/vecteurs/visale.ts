import { type Adapter, amount, bit, cell, firstDay, flag, french, type Ours, quoted, type Row, type Situation, yesNo } from './adapter.ts';

const YOUNG = 'README 6: no route above 30';
const EARLY = 'AIDS 2: no early request at 17 years and 10 months, no minor taken as emancipated';
const CAPS = 'README 6: rent caps of 2018, also in 2026';
const ENTRY = 'README 6: the entry date is strictly after the month’s first day';

const TITLE = 'AIDS 2: residence titles are not read, a student from elsewhere is taken to have one, others not';

const EUROPEAN = new Set(['FR', 'DE', 'CH', 'MC', 'AD', 'SM']);
const PARIS_REGION = new Set(['75', '77', '78', '91', '92', '93', '94', '95']);
const isTooEarly = (row: Row): boolean => cell(row, 'date_entree_logement') <= firstDay(row);
/** The file says nothing of these; the other engine asks nothing of them. */
const OTHER_ROUTES: Situation = { 'emploi . mutation': 'non', 'emploi . promesse': 'non', 'logement . bail mobilité': 'non', 'logement . intermédiation': 'non' };
/** Under the smallest cap of all, neither rent nor half of the resources meets one; but the file does not say the zone, without which the law of 2026 has none. */
const mayMeetCap = (row: Row, ours: Ours): boolean =>
  amount(row, 'loyer') + amount(row, 'charges_locatives') > 600 || amount(row, 'base_ressources_mensuelle') / 2 > 600 || ours('visale . loyer maximum') === undefined;

const situationOf = (row: Row, as: ReadonlySet<string>): Situation => ({
  date: french(firstDay(row)),
  'personne . âge': cell(row, 'age'),
  'personne . activité': quoted(flag(row, 'etudiant') ? 'étudiant' : 'autre'),
  'personne . nationalité': quoted(EUROPEAN.has(cell(row, 'nationalite')) ? 'européenne' : 'autre'),
  ...(as.has(TITLE) ? { 'personne . titre de séjour': yesNo(flag(row, 'etudiant')) } : {}),
  'ménage . ressources mensuelles': cell(row, 'base_ressources_mensuelle'),
  'logement . loyer': cell(row, 'loyer'),
  'logement . charges': cell(row, 'charges_locatives'),
  'logement . en Île-de-France': yesNo(PARIS_REGION.has(cell(row, 'depcom').slice(0, 2))),
  'logement . date du bail': french(cell(row, 'date_entree_logement')),
  'logement . proche parent': 'non',
  'logement . autre garantie': 'non',
  ...(as.has(ENTRY) ? { 'visale . éligible': 'non' } : {}),
  ...(as.has(EARLY) ? { 'personne . proche de la majorité': 'non', 'personne . mineur émancipé': 'non' } : {}),
  ...(as.has(YOUNG) ? OTHER_ROUTES : {}),
  ...(as.has(CAPS) ? {
    'visale . plafond zone I': '1500 €/mois', 'visale . plafond zone II': '1300 €/mois', 'visale . plafond zone III': '1300 €/mois',
    'visale . plafond étudiant zone I': '800 €/mois', 'visale . plafond étudiant zone II': '600 €/mois', 'visale . plafond étudiant zone III': '600 €/mois',
    'visale . multiple du plafond étudiant': '2 fois',
  } : {}),
});

export const visale: Adapter = {
  name: 'visale',
  inputs: {
    period: 'month', age: 'count', etudiant: 'flag', nationalite: 'word', depcom: 'word', base_ressources_mensuelle: 'amount', loyer: 'amount', charges_locatives: 'amount', date_entree_logement: 'day',
  },
  outputs: ['residence_ile_de_france', 'visale_montant_max', 'visale_eligibilite'],
  tolerance: 0.01,
  departures: [
    { name: YOUNG, holds: (row) => amount(row, 'age') > 30 || amount(row, 'age') < 18 },
    { name: EARLY, holds: (row) => amount(row, 'age') < 18 },
    { name: CAPS, holds: (row, ours) => firstDay(row) >= '2026-01-06' && mayMeetCap(row, ours) },
    { name: TITLE, holds: (row) => !EUROPEAN.has(cell(row, 'nationalite')) },
    { name: ENTRY, holds: isTooEarly },
  ],
  situation: situationOf,
  answer(row, ask, as) {
    const got = ask(situationOf(row, as), ['logement . en Île-de-France', 'visale . loyer maximum', 'visale . éligible']);
    return {
      residence_ile_de_france: bit(got['logement . en Île-de-France']),
      visale_montant_max: got['visale . loyer maximum'],
      visale_eligibilite: bit(got['visale . éligible']),
    };
  },
};
