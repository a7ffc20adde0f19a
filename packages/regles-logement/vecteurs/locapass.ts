import { type Adapter, amount, bit, cell, firstDay, flag, french, quoted, type Row, type Situation, TENANCIES, yesNo } from './adapter.ts';

const AGE = 'README 5: age 30 is accepted';

const TRAINEES = 'README 5: routes follow `activite` alone, an alternant is young in training only as a student, and never an employee';

const WAGES = [0, 1, 2, 3, 4, 5].map((month) => `salaire_net_m${month}`);
const worked = (row: Row): boolean[] => WAGES.map((column) => amount(row, column) > 0);

function activity(row: Row, asStated: boolean): string {
  const isStudent = flag(row, 'etudiant') || cell(row, 'activite') === 'etudiant';
  if (cell(row, 'activite') === 'actif' || (flag(row, 'alternant') && !asStated)) return isStudent ? 'étudiant salarié' : 'salarié';
  if (cell(row, 'activite') === 'chomeur') return 'sans emploi';
  return isStudent ? 'étudiant' : 'autre';
}

/** README 5: any `actif` counts, the file says neither sector nor contract: a permanent job with a private employer. */
const situationOf = (row: Row, as: ReadonlySet<string>): Situation => ({
  date: french(firstDay(row)),
  'personne . âge': as.has(AGE) && cell(row, 'age') === '30' ? '29' : cell(row, 'age'),
  'personne . activité': quoted(activity(row, as.has(TRAINEES))),
  'personne . boursier': yesNo(flag(row, 'boursier')),
  'employeur . secteur': quoted('privé'),
  'emploi . contrat': quoted(flag(row, 'alternant') && !as.has(TRAINEES) ? 'apprentissage' : 'titulaire'),
  // Young in training as a student: by the age of our own rule.
  ...(as.has(TRAINEES) && flag(row, 'alternant') ? { 'avance loca-pass . jeune en formation': cell(row, 'activite') === 'etudiant' ? 'avance loca-pass . moins de trente ans' : 'non' } : {}),
  'emploi . CDD de trois mois en cours': yesNo(worked(row).slice(0, 3).every(Boolean)),
  'emploi . mois travaillés sur six': String(worked(row).filter(Boolean).length),
  'emploi . stage de trois mois': 'non',
  'logement . statut': quoted(TENANCIES[cell(row, 'statut_occupation_logement')] ?? ''),
  'logement . résidence principale': 'oui',
  'logement . date du bail': french(cell(row, 'date_entree_logement')),
  'aides . Loca-Pass en cours': 'non',
  'aides . FSL de même nature': 'non',
  'aides . demande déjà déposée': 'non',
});

export const locaPass: Adapter = {
  name: 'locapass',
  inputs: {
    period: 'month', age: 'count', activite: 'word', alternant: 'flag', etudiant: 'flag', boursier: 'flag', ...Object.fromEntries(WAGES.map((column) => [column, 'amount' as const])),
    statut_occupation_logement: Object.keys(TENANCIES), date_entree_logement: 'day',
  },
  outputs: ['eligible_salarie', 'eligible_jeune', 'eligible_etudiant', 'locapass_eligibilite'],
  tolerance: 0,
  departures: [
    { name: AGE, holds: (row) => cell(row, 'age') === '30' },
    // At 30 or more, an employed trainee is no more than an employee for both.
    { name: TRAINEES, holds: (row) => flag(row, 'alternant') && (cell(row, 'activite') !== 'actif' || amount(row, 'age') < 30) },
  ],
  situation: situationOf,
  answer(row, ask, as) {
    const prefix = 'avance loca-pass .';
    const got = ask(situationOf(row, as), ['emploi . salarié ou préretraité du privé', `${prefix} jeune en formation`, `${prefix} jeune sans emploi`, `${prefix} jeune en emploi`, `${prefix} étudiant boursier`, `${prefix} étudiant salarié`, `${prefix} éligible`]);
    return {
      eligible_salarie: bit(got['emploi . salarié ou préretraité du privé']),
      eligible_jeune: bit(got[`${prefix} jeune en formation`] === true || got[`${prefix} jeune sans emploi`] === true || got[`${prefix} jeune en emploi`] === true),
      eligible_etudiant: bit(got[`${prefix} étudiant boursier`] === true || got[`${prefix} étudiant salarié`] === true),
      locapass_eligibilite: bit(got[`${prefix} éligible`]),
    };
  },
};
