import { type Adapter, amount, type Answer, cell, firstDay, flag, french, quoted, type Row, type Situation, TENANCIES, yesNo } from './adapter.ts';

const OPEN = 'README 7: no closing date';
const MONTH = 'README 7: days are counted from the month’s first day, contract ≥, lease >';
const TRAINEES = 'AIDS 7: the young route accepts alternants';
const HOURS = 'AIDS 1: a SMIC of 151.67 hours';

const contract = (row: Row): string => cell(row, 'contrat_de_travail_debut');
const lease = (row: Row): string => cell(row, 'date_entree_logement');

function situationOf(row: Row, as: ReadonlySet<string>): Situation {
  return {
    date: french(firstDay(row)),
    'personne . âge': cell(row, 'age'),
    'personne . activité': quoted(cell(row, 'activite') === 'actif' || flag(row, 'alternant') ? 'salarié' : cell(row, 'activite') === 'chomeur' ? 'sans emploi' : 'étudiant'),
    'emploi . contrat': quoted(flag(row, 'alternant') && !as.has(TRAINEES) ? 'apprentissage' : 'autre'),
    'emploi . promesse': 'non',
    'emploi . début': french(contract(row)),
    'emploi . salaire brut': cell(row, 'salaire_de_base'),
    'logement . statut': quoted(TENANCIES[cell(row, 'statut_occupation_logement')] ?? ''),
    'logement . date du bail': french(lease(row)),
    // AIDS 7: the engine has no route by nearness, and the file no commute.
    'trajet . se rapproche du travail': 'non',
    'aides . mille euros déjà reçus': 'non',
    ...(as.has(OPEN) ? { 'mon job mon logement . ouverte': 'oui' } : {}),
    ...(as.has(MONTH) ? {
      'mon job mon logement . nouvel emploi': yesNo(contract(row) >= firstDay(row, -3)),
      'mon job mon logement . bail récent': yesNo(lease(row) > firstDay(row, -3)),
      'mon job mon logement . contrat de moins de six mois': yesNo(contract(row) > firstDay(row, -6)),
      'mon job mon logement . bail de moins de trois mois': yesNo(lease(row) > firstDay(row, -3)),
    } : {}),
    ...(as.has(HOURS) ? { 'smic . mensuel brut': 'smic . horaire brut * 151.67 heure/mois' } : {}),
  };
}

export const monJob: Adapter = {
  name: 'mon_job_mon_logement',
  columns: ['case', 'period', 'age', 'activite', 'alternant', 'salaire_de_base', 'smic_proratise_out', 'date_entree_logement', 'contrat_de_travail_debut', 'eligible', 'eligible_jeune_actif', 'mon_job_mon_logement'],
  tolerance: 0.01,
  departures: [
    { name: OPEN, holds: (row) => firstDay(row) >= '2022-10-01' },
    { name: MONTH, holds: (row) => contract(row) !== '' && lease(row) !== '' },
    { name: TRAINEES, holds: (row) => flag(row, 'alternant') },
    { name: HOURS, holds: (row) => amount(row, 'salaire_de_base') > 0 },
  ],
  situation: situationOf,
  answer(row, ask, as) {
    const prefix = 'mon job mon logement .';
    const got = ask(situationOf(row, as), [`${prefix} éligible`, `${prefix} emploi ou promesse`, 'logement . loué par bail', `${prefix} ouverte`, `${prefix} voie générale`, `${prefix} voie du jeune actif`, `${prefix} montant`, 'smic . horaire brut']);
    // The file's routes are whole: they hold what is common to both.
    const common = [got[`${prefix} ouverte`], got[`${prefix} emploi ou promesse`], got['logement . loué par bail']];
    const whole = (route: Answer): Answer => ([...common, route].includes(false) ? 0 : [...common, route].every((answer) => answer === true) ? 1 : undefined);
    const isEligible = got[`${prefix} éligible`];
    return {
      smic_proratise_out: Number(got['smic . horaire brut']) * 151.67,
      eligible: whole(got[`${prefix} voie générale`]),
      eligible_jeune_actif: whole(got[`${prefix} voie du jeune actif`]),
      mon_job_mon_logement: isEligible === true ? got[`${prefix} montant`] : isEligible === false ? 0 : undefined,
    };
  },
};
