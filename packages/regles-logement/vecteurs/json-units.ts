import { isRecord } from './json-period.ts';

/** A raw value by the name of its variable, periods and all. */
type Look = (variable: string) => unknown;

export type Entity = 'individu' | 'famille' | 'menage';

/** One person, family or household that an output is about, with all that is said of it. */
export interface Unit {
  id: string;
  look: Look;
  adults: Look[];
  children: Look[];
  /** Names of the variables given about it or about its people. */
  variables: string[];
  /** People who are neither the couple nor its children. */
  others: number;
}

type Group = Record<string, unknown>;
type Input = Readonly<Record<string, unknown>>;

const PLURALS: Readonly<Record<string, string>> = { individu: 'individus', famille: 'familles', menage: 'menages', foyer_fiscal: 'foyers_fiscaux' };
const ROLES = {
  famille: { adults: ['parents', 'parent'], children: ['enfants', 'enfant'], others: [] },
  menage: { adults: ['personne_de_reference', 'conjoint'], children: ['enfants', 'enfant'], others: ['autres'] },
  foyer_fiscal: { adults: ['declarants'], children: ['personnes_a_charge'], others: [] },
} as const;
const ROLE_NAMES: ReadonlySet<string> = new Set(Object.values(ROLES).flatMap((roles) => Object.values(roles).flat()));

/** The entity that a key of an input or of an output names, if it is one. */
export const entityOf = (key: string): string | undefined => Object.entries(PLURALS).find(([one, many]) => key === one || key === many)?.[0];

const list = (value: unknown): string[] => (value === undefined || value === null ? [] : [value].flat().map(String));
const members = (group: Group, roles: readonly string[]): string[] => roles.flatMap((role) => list(group[role]));

function groups(input: Input, entity: string): [string, Group][] {
  const one = input[entity];
  const many = input[PLURALS[entity] ?? ''];
  return [...(isRecord(one) ? [[entity, one] as [string, Group]] : []), ...(isRecord(many) ? Object.entries(many).filter((entry): entry is [string, Group] => isRecord(entry[1])) : [])];
}

/** A case that names its people: each family, household or person of it. */
function named(input: Input, entity: Entity): Unit[] {
  const people = new Map(groups(input, 'individu'));
  const families = groups(input, 'famille');
  const households = groups(input, 'menage');
  const taxed = groups(input, 'foyer_fiscal');
  const holding = (all: [string, Group][], roles: (typeof ROLES)[keyof typeof ROLES], person: string): Group =>
    all.find(([, group]) => members(group, Object.values(roles).flat()).includes(person))?.[1] ?? {};
  const unit = (id: string, subject: string, own: Group, roles: (typeof ROLES)['famille' | 'menage']): Unit => {
    const around = [own, people.get(subject) ?? {}, holding(families, ROLES.famille, subject), holding(households, ROLES.menage, subject), holding(taxed, ROLES.foyer_fiscal, subject)];
    const adults = members(own, roles.adults);
    const children = members(own, roles.children);
    const of = (person: string): Look => (variable) => people.get(person)?.[variable];
    const said = [...around, ...[...adults, ...children].map((person) => people.get(person) ?? {})];
    return {
      id, look: (variable) => around.find((group) => group[variable] !== undefined)?.[variable], adults: adults.map(of), children: children.map(of),
      variables: [...new Set(said.flatMap((group) => Object.keys(group)))].filter((name) => !ROLE_NAMES.has(name)), others: members(own, roles.others).length,
    };
  };
  if (entity === 'individu') return [...people.keys()].map((person) => unit(person, person, holding(families, ROLES.famille, person), ROLES.famille));
  const roles = ROLES[entity];
  return (entity === 'famille' ? families : households).map(([id, group]) => unit(id, members(group, roles.adults)[0] ?? '', group, roles));
}

const longest = (value: unknown): number => (Array.isArray(value) ? value.length : isRecord(value) ? Math.max(1, ...Object.values(value).map(longest)) : 1);
const pick = (value: unknown, at: number): unknown => (Array.isArray(value) ? value[at] : isRecord(value) ? Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, pick(inner, at)])) : value);

/** A case of plain variables: people who each live alone, as many as the longest list. */
function alone(input: Input, output: unknown): Unit[] {
  return Array.from({ length: Math.max(longest(input), longest(output)) }, (_, at) => {
    const look: Look = (variable) => pick(input[variable], at);
    return { id: String(at), look, adults: [look], children: [], variables: Object.keys(input), others: 0 };
  });
}

/** The persons, families or households of a case, in the order in which its lists of values are. */
export const unitsOf = (input: Input, output: unknown, entity: Entity): Unit[] =>
  (Object.keys(input).some((key) => entityOf(key) !== undefined) ? named(input, entity) : alone(input, output));
