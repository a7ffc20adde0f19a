import { loadRules } from 'regles-logement';

/**
 * A reason in the words of an aid's own list of what is not modelled.
 * @throws Error when no sentence of the aid speaks of `about`: the reason is then no longer true
 */
function notModelled(aid: string, about: string, what: string): string {
  const sentence = loadRules().aids.find(({ id }) => id === aid)?.notModelled.find((each) => each.includes(about));
  if (sentence === undefined) throw new Error(`${aid}: nothing said of ${about} among what is not modelled`);
  return `${what} (non modélisé : ${sentence})`;
}

export const ABROAD = notModelled('aide-au-logement', 'outre-mer', 'overseas');
export const ACCESSION = notModelled('aide-au-logement', 'accession', 'home ownership');
export const HOSTEL = notModelled('aide-au-logement', 'les foyers', 'hostels');
export const RESOURCES = notModelled('aide-au-logement', 'Les ressources retenues', 'resources of the allowance, from raw incomes');
const WEALTH = notModelled('aide-au-logement', 'Le patrimoine', 'wealth');
const VISALE_RESOURCES = notModelled('visale', 'ressources telles que Visale les retient', 'resources of Visale, from raw incomes');

export const MAJORITY = 'no rule of ours: the applicant for social housing is of age';
export const OTHERS = 'people in the household who are neither the couple nor its children: theirs is not read';
export const ROOM = 'AIDS 21: a room’s share of the rent cap, not said for whom but a person alone';
export const ZONE = 'zone read from a file of communes';
export const EARLY_DAY = 'before the rules’ first date';
export const NO_VALUE = 'our rules hold no value at this date';
export const PERIOD = 'a period that is no month';
export const SHAPE = 'as many values as persons or households expected';
export const VALUE = 'a value that is neither amount, yes or no, nor category';
export const REFORM = 'a reform of that engine’s parameters';
export const notGiven = (fact: string): string => `fact not given: ${fact}`;
export const notRead = (variable: string): string => `fact given that our rules do not read: ${variable}`;

/** Outputs that no rule of ours answers, by why; the first that fits is the reason. */
const NO_RULE: readonly [output: RegExp, reason: string][] = [
  [/accedant|accession|_pret/u, ACCESSION],
  [/foyer|^aides_logement_k$|^aides_logement_loyer_minimal$/u, HOSTEL],
  [/^visale_base_ressources/u, VISALE_RESOURCES],
  [/patrimoine/u, WEALTH],
  [/base_ressources/u, RESOURCES],
  [/^zone_/u, ZONE],
  [/^residence_ile_de_france$/u, 'a fact asked, no rule: in Île-de-France'],
  [/^al_nb_personnes_a_charge$/u, 'a fact asked, no rule: dependants'],
  [/^al[fs]$/u, 'no rule of ours says which of the allowances it is'],
];

/** Why no rule of ours answers an output. */
export const noRule = (output: string): string => NO_RULE.find(([pattern]) => pattern.test(output))?.[1] ?? `no rule of ours answers: ${output}`;
