import { type Adapter, cell, flag, type Row, type Situation, yesNo } from './adapter.ts';
import { housingAllowance } from './aide_logement.ts';
import { ABROAD, ACCESSION, HOSTEL, MAJORITY, OTHERS, ROOM } from './json-reasons.ts';
import type { Unit } from './json-units.ts';
import { locaPass } from './locapass.ts';
import { socialHousing } from './logement_social.ts';
import { mobiliJeune } from './mobili_jeune.ts';
import { monJob } from './mon_job_mon_logement.ts';
import { visale } from './visale.ts';

/** How cases without columns are put to one of our adapters. */
export interface Kind {
  adapter: Adapter;
  /** First day for which our rules answer, AAAA-MM-JJ. */
  since: string;
  /** Facts of the adapter's situation → the columns it reads them from: a fact whose column is absent is left out. */
  facts: Readonly<Record<string, readonly string[]>>;
  /** What the adapter does not read and our rules know: rules or facts a case gives itself. */
  given: (row: Row) => Situation;
  /** Variables read, or without effect on the outputs. Another one, when a case gives it, makes the case another question. */
  reads: ReadonlySet<string>;
  /** Why a unit is beyond our rules, if it is. */
  beyond: (row: Row, unit: Unit) => string | undefined;
}

const WAGES = [0, 1, 2, 3, 4, 5].map((back) => `salaire_net_m${back}`);
const PERSON = ['age', 'date_naissance', 'age_en_mois', 'statut_marital'];
/** Steps of the allowance that a case may give, or expect. */
export const ALLOWANCE_STEPS = {
  aide_logement_loyer_retenu: 'aide au logement . loyer retenu',
  aide_logement_charges: 'aide au logement . charges',
  aide_logement_participation_personnelle: 'aide au logement . participation',
  aide_logement_montant_brut_avant_degressivite: 'aide au logement . avant dégressivité',
  aide_logement_montant_brut: 'aide au logement . montant brut',
  aide_logement_montant_brut_crds: 'aide au logement . après réduction de loyer',
} as const;
const RULES_GIVEN: Readonly<Record<string, string>> = {
  ...ALLOWANCE_STEPS,
  al_nb_personnes_a_charge: 'ménage . à charge',
  categorie: 'plafonds . taille comptée',
};

/** Rules that a case gives in figures, of those named. */
const figures = (row: Row, ...columns: string[]): Situation =>
  Object.fromEntries(columns.flatMap((column) => (cell(row, column) === '' ? [] : [[RULES_GIVEN[column] ?? '', cell(row, column)]])));
/** Facts or rules that a case answers by yes or no. */
const answers = (row: Row, column: string, ...rules: string[]): Situation => (cell(row, column) === '' ? {} : Object.fromEntries(rules.map((rule) => [rule, yesNo(flag(row, column))])));

function beyondAllowance(row: Row, { look }: Unit): string | undefined {
  if (/^97|^98/u.test(cell(row, 'depcom'))) return ABROAD;
  const tenancy = JSON.stringify(look('statut_occupation_logement') ?? '');
  if (tenancy.includes('accedant')) return ACCESSION;
  if (tenancy.includes('foyer')) return HOSTEL;
  return flag(row, 'logement_chambre') && (flag(row, 'coloc') || cell(row, 'n_adults') !== '1' || cell(row, 'ages').includes(' ')) ? ROOM : undefined;
}

const LOCA_PASS: Kind = {
  adapter: locaPass,
  since: '2018-01-01',
  facts: {
    'personne . âge': ['age'], 'personne . activité': ['activite'], 'logement . statut': ['statut_occupation_logement'], 'logement . date du bail': ['date_entree_logement'],
    'emploi . CDD de trois mois en cours': WAGES.slice(0, 3), 'emploi . mois travaillés sur six': WAGES,
  },
  given: () => ({}),
  reads: new Set([...PERSON, 'activite', 'alternant', 'etudiant', 'boursier', 'salaire_net', 'statut_occupation_logement', 'date_entree_logement', 'depcom', 'loyer', 'charges_locatives']),
  beyond: () => undefined,
};

const VISALE: Kind = {
  adapter: visale,
  since: '2018-06-19',
  facts: { 'personne . âge': ['age'], 'ménage . ressources mensuelles': ['base_ressources_mensuelle'], 'logement . loyer': ['loyer'], 'logement . en Île-de-France': ['depcom'] },
  given: (row) => answers(row, 'mineur_emancipe', 'personne . mineur émancipé'),
  reads: new Set([...PERSON, 'mineur_emancipe', 'etudiant', 'nationalite', 'visale_base_ressources', 'salaire_net', 'loyer', 'charges_locatives', 'depcom', 'date_entree_logement', 'statut_occupation_logement']),
  beyond: (_, { others }) => (others > 0 ? OTHERS : undefined),
};

const MOBILI_JEUNE: Kind = {
  adapter: mobiliJeune,
  since: '2018-01-01',
  facts: {
    'personne . âge': ['age'], 'emploi . salaire brut': ['salaire_de_base'], 'employeur . secteur': ['secteur_activite_employeur', 'categorie_salarie'], 'employeur . cotise': ['peec_employeur'],
    'logement . statut': ['statut_occupation_logement'], 'logement . loyer': ['loyer'], 'ménage . aide au logement perçue': ['aide_logement'],
  },
  given: (row) => ({
    ...answers(row, 'mobili_jeune_eligibilite', 'mobili-jeune . éligible'),
    ...answers(row, 'mobili_jeune_eligibilite_employeur', 'employeur . du secteur privé', 'mobili-jeune . employeur cotisant'),
  }),
  reads: new Set([
    ...PERSON, 'activite', 'alternant', 'etudiant', 'salaire_de_base', 'secteur_activite_employeur', 'categorie_salarie', 'peec_employeur', 'statut_occupation_logement',
    'loyer', 'charges_locatives', 'apl', 'alf', 'als', 'aide_logement', 'depcom', 'mobili_jeune_eligibilite', 'mobili_jeune_eligibilite_employeur',
  ]),
  beyond: () => undefined,
};

const MON_JOB: Kind = {
  adapter: monJob,
  since: '2018-01-01',
  facts: {
    'personne . âge': ['age'], 'personne . activité': ['activite'], 'emploi . début': ['contrat_de_travail_debut'], 'emploi . salaire brut': ['salaire_de_base'],
    'logement . statut': ['statut_occupation_logement'], 'logement . date du bail': ['date_entree_logement'],
  },
  given: () => ({}),
  reads: new Set([...PERSON, 'activite', 'alternant', 'etudiant', 'salaire_de_base', 'statut_occupation_logement', 'date_entree_logement', 'contrat_de_travail_debut', 'depcom', 'loyer', 'charges_locatives']),
  beyond: () => undefined,
};

const SOCIAL: Kind = {
  adapter: socialHousing,
  since: '2018-01-01',
  facts: {
    'ménage . personnes': ['n_adults'], 'ménage . à charge': ['children_ages'], 'ménage . somme des âges': ['adults_ages'], 'logement . région des plafonds': ['zone'],
    'ménage . revenu fiscal N moins 2': ['rfr_n2'], 'ménage . revenu fiscal N moins 1': ['rfr_n1'], 'ménage . revenus des douze derniers mois': ['rfr_n0'],
  },
  given: (row) => figures(row, 'categorie'),
  reads: new Set([...PERSON, 'majeur', 'handicap', 'zone_logement_social', 'logement_social_categorie_menage', 'rfr', 'depcom', 'activite', 'etudiant', 'loyer', 'charges_locatives', 'statut_occupation_logement']),
  beyond: (_, { others }) => (others > 0 ? OTHERS : undefined),
};

const SOCIAL_ACCESS: Kind = { ...SOCIAL, beyond: (row, unit) => (cell(row, 'majeur') === '0' ? MAJORITY : SOCIAL.beyond(row, unit)) };

const ALLOWANCE: Kind = {
  adapter: housingAllowance,
  since: '2022-01-01',
  facts: {
    'ménage . couple': ['n_adults'], 'ménage . à charge': ['children_ages'], 'ménage . ressources pour aide au logement': ['base_ressources'],
    'logement . zone APL': ['zone_apl'], 'logement . statut': ['statut_occupation_logement'], 'logement . loyer': ['loyer'],
  },
  given: (row) => ({ ...figures(row, ...Object.keys(RULES_GIVEN).filter((column) => column !== 'categorie')), ...answers(row, 'logement_chambre', 'logement . chambre') }),
  // Incomes and what follows from them are in the resources, which have to be given.
  reads: new Set([
    ...PERSON, ...Object.keys(RULES_GIVEN), 'aide_logement_base_ressources', 'zone_apl', 'statut_occupation_logement', 'logement_conventionne', 'coloc', 'logement_chambre', 'loyer', 'charges_locatives', 'depcom',
    'activite', 'etudiant', 'boursier', 'salaire_imposable', 'salaire_net', 'salaire_de_base', 'chomage_imposable', 'chomage_net', 'rpns_imposables', 'rsa', 'date_debut_chomage',
  ]),
  beyond: beyondAllowance,
};

export const KINDS = { locaPass: LOCA_PASS, visale: VISALE, mobiliJeune: MOBILI_JEUNE, monJob: MON_JOB, social: SOCIAL, socialAccess: SOCIAL_ACCESS, allowance: ALLOWANCE } as const;
