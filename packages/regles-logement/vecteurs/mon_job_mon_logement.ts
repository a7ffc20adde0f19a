import { moveDay } from 'regles-logement';
import { type Adapter, amount, type Answer, cell, firstDay, flag, french, isNearSmic, quoted, type Row, type Situation, TENANCIES, yesNo } from './adapter.ts';

const OPEN = 'README 7: no closing date';
const MONTH = 'README 7: days are counted from the month’s first day, contract ≥, lease >';
const TRAINEES = 'AIDS 7: the young route accepts alternants';
const HOURS = 'AIDS 1: a SMIC of 151.67 hours';

const contract = (row: Row): string => cell(row, 'contrat_de_travail_debut');
const lease = (row: Row): string => cell(row, 'date_entree_logement');

const dayCount = (day: string): number => Date.parse(day) / 86_400_000;
/** AIDS 7: is the second day three months after the first at most? */
const isWithin = (first: string, second: string): boolean => dayCount(second) <= moveDay(dayCount(first), 3, 0);

/** The lease that starts exactly three months before the month's first day. */
const isLeaseAtEdge = (row: Row): boolean => lease(row) === firstDay(row, -3);
/** AIDS 7: lease and first working day three months apart at most; README 7: first working day from three months before the month's first day on. */
const isContractCountedOtherwise = (row: Row): boolean => {
  const isNew = isWithin(contract(row), lease(row)) && isWithin(lease(row), contract(row));
  return isNew !== (contract(row) >= firstDay(row, -3));
};

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
    ...(as.has(MONTH) && isLeaseAtEdge(row) ? { 'mon job mon logement . bail récent': 'non' } : {}),
    ...(as.has(MONTH) && isContractCountedOtherwise(row) ? { 'mon job mon logement . nouvel emploi': yesNo(contract(row) >= firstDay(row, -3)) } : {}),
    ...(as.has(HOURS) ? { 'smic . mensuel brut': 'smic . horaire brut * 151.67 heure/mois' } : {}),
  };
}

export const monJob: Adapter = {
  name: 'mon_job_mon_logement',
  inputs: {
    period: 'month', age: 'count', activite: 'word', alternant: 'flag', salaire_de_base: 'amount', statut_occupation_logement: Object.keys(TENANCIES), date_entree_logement: 'day', contrat_de_travail_debut: 'day',
  },
  outputs: ['smic_proratise_out', 'eligible', 'eligible_jeune_actif', 'mon_job_mon_logement'],
  tolerance: 0.01,
  departures: [
    { name: OPEN, holds: (row) => firstDay(row) >= '2022-10-01' },
    // An older lease is too old for both: the way of counting then changes nothing.
    { name: MONTH, holds: (row) => contract(row) !== '' && lease(row) >= firstDay(row, -3) && (isLeaseAtEdge(row) || isContractCountedOtherwise(row)) },
    { name: TRAINEES, holds: (row) => flag(row, 'alternant') && amount(row, 'age') < 25 },
    { name: HOURS, holds: (row, ours) => isNearSmic(row, 'salaire_de_base', ours, [0.3, 1, 1.5]) },
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
