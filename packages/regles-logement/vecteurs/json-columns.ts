import { type Row, TENANCIES } from './adapter.ts';
import { isRecord, monthText, valueIn } from './json-period.ts';
import type { Unit } from './json-units.ts';

/** What the other engine takes when a case says nothing, where our own adapters take the same: no, no charges, French. Amounts, ages, places and days have none. */
export const DEFAULTS: Row = {
  etudiant: '0', boursier: '0', alternant: '0', coloc: '0', logement_conventionne: '0', logement_chambre: '0', handicap: '0', charges_locatives: '0', nationalite: 'FR',
};

type Look = Unit['look'];
/** Evaluates an amount written as a sum or a product; undefined for a text that is none. */
export type Calculate = (text: string) => unknown;

/** AIDS 2: nationals of the European Economic Area; the adapters know them by one of their countries. */
const EUROPEAN_AREA = new Set(['AT', 'BE', 'BG', 'CY', 'CZ', 'DE', 'DK', 'EE', 'ES', 'FI', 'FR', 'GR', 'HR', 'HU', 'IE', 'IS', 'IT', 'LI', 'LT', 'LU', 'LV', 'MT', 'NL', 'NO', 'PL', 'PT', 'RO', 'SE', 'SI', 'SK']);

const DAY = /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$/u;
const ANY = /^\w+$/u;
/** Variables written as they are, under their own name, and what is one of their values. */
const LABELS: Readonly<Record<string, RegExp>> = {
  activite: ANY, secteur_activite_employeur: ANY, categorie_salarie: ANY, zone_apl: /^zone_[123]$/u, date_entree_logement: DAY, contrat_de_travail_debut: DAY,
};
const FLAGS = ['etudiant', 'boursier', 'alternant', 'coloc', 'logement_conventionne', 'logement_chambre', 'mineur_emancipe', 'peec_employeur', 'mobili_jeune_eligibilite', 'mobili_jeune_eligibilite_employeur'];
const AMOUNTS = [
  'loyer', 'charges_locatives', 'salaire_de_base', 'al_nb_personnes_a_charge', 'aide_logement_loyer_retenu', 'aide_logement_charges', 'aide_logement_participation_personnelle',
  'aide_logement_montant_brut_avant_degressivite', 'aide_logement_montant_brut', 'aide_logement_montant_brut_crds',
];

/**
 * What a case says of a unit, as a row of our adapters: a column that it does not say is absent.
 * @param month the month of the output
 * @param stated the case's own month, that of values without a period
 */
export function rowOf(unit: Unit, month: number, stated: number, calculate: Calculate): Row {
  const number = (raw: unknown): number | undefined => {
    const value = typeof raw === 'string' ? calculate(raw) : raw;
    // An exponent is no number of publicodes.
    return typeof value === 'number' && /^-?[\d.]+$/u.test(String(value)) ? value : undefined;
  };
  const label = (variable: string, shape = ANY, look: Look = unit.look): string | undefined => {
    const value = valueIn(look(variable), month, stated);
    return typeof value === 'string' && shape.test(value) ? value : undefined;
  };
  const flag = (variable: string, look: Look = unit.look): boolean | undefined => {
    const value = valueIn(look(variable), month, stated);
    return value === true || value === 1 ? true : value === false || value === 0 ? false : undefined;
  };
  const amount = (variable: string, look: Look = unit.look, at = month): number | undefined => number(valueIn(look(variable), at, stated, isRecord(look(variable)) ? 1 : undefined));
  const yearly = (variable: string, year: number): number | undefined => number(valueIn(unit.look(variable), year * 12 + (stated % 12), stated, 12));
  const age = (look: Look): number | undefined => {
    const born = label('date_naissance', DAY, look);
    // At the month's first day, as the other engine counts.
    return number(valueIn(look('age'), month, stated)) ?? ((born === undefined ? undefined : Number(monthText(month).slice(0, 4)) - Number(born.slice(0, 4)) - (`${monthText(month).slice(5)}-01` < born.slice(5) ? 1 : 0)));
  };
  const sum = (amounts: readonly (number | undefined)[]): number | undefined =>
    (amounts.length === 0 || amounts.includes(undefined) ? undefined : amounts.reduce<number>((total, each) => total + (each ?? 0), 0));
  const place = valueIn(unit.look('depcom'), month, stated);
  const tenancy = label('statut_occupation_logement');
  const ages = [unit.adults, unit.children].map((looks) => looks.map(age));
  const year = Math.floor(month / 12);
  const wages = [0, 1, 2, 3, 4, 5].map((back) => amount('salaire_net', unit.look, month - back));
  const housing = ['apl', 'alf', 'als'].map((variable) => amount(variable)).filter((each) => each !== undefined);
  const nationality = label('nationalite');
  const columns: Record<string, string | number | boolean | undefined> = {
    ...Object.fromEntries(Object.entries(LABELS).map(([name, shape]) => [name, label(name, shape)])),
    ...Object.fromEntries(FLAGS.map((name) => [name, flag(name)])),
    ...Object.fromEntries(AMOUNTS.map((name) => [name, amount(name)])),
    ...Object.fromEntries(wages.map((wage, back) => [`salaire_net_m${back}`, wage])),
    period: monthText(month),
    age: ages[0]?.[0],
    n_adults: unit.adults.length,
    ages: ages.flat().map((each) => each ?? '').join(' '),
    // Ours: whether each age is known.
    adults_ages: sum(ages[0] ?? []),
    children_ages: unit.children.length === 0 ? 0 : sum(ages[1] ?? []),
    handicap: [unit.look, ...unit.adults, ...unit.children].some((look) => flag('handicap', look) === true) || undefined,
    majeur: flag('majeur') ?? (ages[0]?.[0] === undefined ? undefined : ages[0][0] >= 18),
    // A place that is said to be none is in no region of Paris.
    depcom: typeof place === 'boolean' || typeof place === 'number' || (typeof place === 'string' && place !== '') ? String(place).padStart(5, '0') : undefined,
    statut_occupation_logement: tenancy !== undefined && tenancy in TENANCIES ? tenancy : undefined,
    zone: label('zone_logement_social', /^(?:paris_communes_limitrophes|ile_de_france|autres_regions)$/u),
    categorie: /^categorie_([1-6])$/u.exec(label('logement_social_categorie_menage') ?? '')?.[1],
    rfr_n2: yearly('rfr', year - 2), rfr_n1: yearly('rfr', year - 1), rfr_n0: yearly('rfr', year),
    base_ressources: amount('aide_logement_base_ressources'),
    base_ressources_mensuelle: amount('visale_base_ressources') ?? sum(unit.adults.map((look) => amount('salaire_net', look, month - 1))),
    aide_logement: amount('aide_logement') ?? (housing.length > 0 ? sum(housing) : undefined),
    nationalite: nationality !== undefined && EUROPEAN_AREA.has(nationality) ? 'FR' : nationality,
  };
  const written = Object.entries(columns).flatMap(([name, value]) => (value === undefined ? [] : [[name, typeof value === 'boolean' ? String(Number(value)) : String(value)]]));
  return { ...DEFAULTS, ...Object.fromEntries(written) };
}
