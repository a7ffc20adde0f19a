import { ageClasses, householdKinds } from './population/population.ts';
import type { Facts, RuleColumns } from '../../aids/index.ts';
import type { Profile } from './profiles.rules.ts';

/** The tax income of a household is at least this part of what it declares: wages lose a tenth, other incomes less. */
export const taxIncomeShare = 0.9;

/** An age that stands for its class wherever the rules' own thresholds (17 to 31 years) are all outside of it; none stands for 25 to 54. */
const certainAge: Readonly<Record<(typeof ageClasses)[number], number | undefined>> = { '15-24': 22, '25-54': undefined, '55-64': 60, '65+': 67 };
const [youngCouple, otherCouple] = [50, 60] as const;

/**
 * The facts of each profile in the two cases between which it stands: `strict` in those that ceilings favour least (the whole declared income, no
 * young couple, only the youngest children to keep), `generous` in those that they favour most. What is not there is not known: contract, sector, wage…
 */
export function factsOf(profiles: readonly Profile[], places: readonly Facts[], favour: 'strict' | 'generous'): RuleColumns {
  const generous = favour === 'generous';
  const columns = (of: (profile: Profile) => Facts[string] | undefined): (Facts[string] | undefined)[] => profiles.map(of);
  const income = columns(({ income: step }) => step && Math.round(generous ? step[0] * taxIncomeShare : step[1]));
  const placeFacts = [...new Set(places.flatMap((place) => Object.keys(place)))];
  return {
    ...Object.fromEntries(placeFacts.map((name) => [name, columns(({ place }) => places[place]?.[name])])),
    'personne . âge': columns(({ age }) => (age === undefined ? undefined : certainAge[ageClasses[age] ?? '25-54'])),
    'personne . activité': columns(({ hasEmployee }) => (hasEmployee === undefined ? undefined : hasEmployee ? 'salarié' : 'autre')),
    'ménage . personnes': columns(({ persons }) => persons),
    'ménage . couple': columns(({ kind }) => coupleOf(kind, generous)),
    'ménage . à charge': columns((profile) => dependantsOf(profile, generous)),
    'ménage . somme des âges': columns(({ persons, age }) => (persons === 2 && generous && mayBeYoung(age) ? youngCouple : otherCouple)),
    // Stated on the page: no loaded source tells who has a recognised disability.
    'ménage . handicap': false,
    // The income of one year stands for each of the years that the rules compare.
    'ménage . revenu fiscal N moins 2': income,
    'ménage . revenu fiscal N moins 1': income,
    'ménage . revenus des douze derniers mois': income,
  };
}

/** Adults without a known couple may be one: a parent alone climbs a category, a couple does not. */
const coupleOf = (kind: number, generous: boolean): boolean => (householdKinds[kind] === 'other' ? !generous : householdKinds[kind] === 'couple' || householdKinds[kind] === 'coupleWithChildren');

/** Children under 15 are to keep for sure; those of 15 and more may be. */
function dependantsOf({ kind, persons, children }: Profile, generous: boolean): number {
  if (!generous) return children;
  const adults = { alone: 1, singleParent: 1, couple: 2, coupleWithChildren: 2, other: 1 }[householdKinds[kind] ?? 'other'];
  return Math.max(children, persons - adults);
}

const mayBeYoung = (age: number | undefined): boolean => age === undefined || ageClasses[age] === '15-24' || ageClasses[age] === '25-54';
