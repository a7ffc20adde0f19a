import { ALLOWANCE_STEPS, type Kind, KINDS } from './json-kinds.ts';
import type { Entity } from './json-units.ts';

/** A publicodes expression: a rule's name, or a mechanism over rules. */
type Expression = string | Readonly<Record<string, unknown>>;

export interface Output {
  kind: Kind;
  /** Whose value it is in the other engine. */
  of: Entity;
  expression: Expression;
}

const any = (...rules: string[]): Expression => ({ 'une de ces conditions': rules });
/** Nothing is paid but on the condition. */
const paidIf = (condition: string, amount: unknown): Expression => ({ variations: [{ si: condition, alors: amount }, { sinon: '0 €/mois' }] });
const outputs = (kind: Kind, of: Entity, expressions: Readonly<Record<string, Expression>>): [string, Output][] =>
  Object.entries(expressions).map(([name, expression]) => [name, { kind, of, expression }]);

/** Outputs of the other engine for which our rules have an equal, by name. */
export const OUTPUTS: ReadonlyMap<string, Output> = new Map([
  ...outputs(KINDS.locaPass, 'individu', {
    locapass_eligibilite: 'avance loca-pass . éligible',
    locapass_eligibilite_individu: 'avance loca-pass . bénéficiaire',
    locapass_eligibilite_salarie: 'emploi . salarié ou préretraité du privé',
    locapass_eligibilite_jeunes: any('avance loca-pass . jeune en formation', 'avance loca-pass . jeune sans emploi', 'avance loca-pass . jeune en emploi'),
    locapass_eligibilite_etudiant: any('avance loca-pass . étudiant boursier', 'avance loca-pass . étudiant salarié'),
    locapass_eligibilite_etudiant_contrat: 'avance loca-pass . travail suffisant',
  }),
  ...outputs(KINDS.locaPass, 'menage', { locapass_eligibilite_logement: 'logement . locataire' }),
  ...outputs(KINDS.visale, 'menage', { visale_eligibilite: 'visale . éligible', visale_montant_max: 'visale . loyer maximum' }),
  ...outputs(KINDS.mobiliJeune, 'individu', {
    mobili_jeune_eligibilite: 'mobili-jeune . éligible',
    mobili_jeune: paidIf('mobili-jeune . éligible', paidIf('mobili-jeune . montant >= mobili-jeune . versement minimum', 'mobili-jeune . montant')),
  }),
  ...outputs(KINDS.monJob, 'individu', {
    mon_job_mon_logement: { variations: [{ si: 'mon job mon logement . éligible', alors: 'mon job mon logement . montant' }, { sinon: '0 €' }] },
  }),
  // README 1: the other engine compares with PLAI ceilings.
  ...outputs(KINDS.social, 'famille', {
    logement_social_categorie_menage: 'plafonds . catégorie',
    logement_social_plafond_ressources: 'plafonds . PLAI . plafond',
  }),
  ...outputs(KINDS.socialAccess, 'famille', { logement_social_eligible: 'plafonds . PLAI . respecté' }),
  ...outputs(KINDS.allowance, 'famille', {
    aide_logement_R0: 'aide au logement . R0 . du ménage',
    aide_logement_loyer_plafond: 'aide au logement . loyer plafond',
    ...ALLOWANCE_STEPS,
    crds_logement: '0 €/mois - aide au logement . CRDS',
    aide_logement_montant: 'aide au logement . montant',
    aide_logement: 'aide au logement . montant',
    apl: paidIf('logement . conventionné', 'aide au logement . montant'),
    reduction_loyer_solidarite: 'aide au logement . RLS',
    reduction_loyer_solidarite_montant: 'aide au logement . montant de RLS',
    reduction_loyer_solidarite_plafond_ressources: 'aide au logement . ressources RLS',
  }),
]);
