import { boundsOf, ruleBook, ruleTexts, slugOf, type Input } from '../aids/index.ts';
import { formatInteger } from '../platform/i18n/format.ts';
import { nearest } from './near.rules.ts';

const types = { nombre: 'number', booléen: 'boolean', date: 'date', énumération: 'choice' } as const;

/** A fact as other programs read it: what a column or a JSON key may be called, and what it may hold. */
export interface FactLine {
  name: string;
  /** The name without capitals, accents and spaces. */
  column: string;
  title: string;
  type: (typeof types)[Input['type']];
  unit?: string;
  values?: readonly { value: string; label: string }[];
  min?: number;
  max?: number;
  /** Of a number: no decimals are taken. */
  whole?: boolean;
}

/** Every fact that a file may give; the day is not one of them, as it is the command's. */
const known = (): Input[] => [...ruleBook().inputs.values()].filter(({ name }) => name !== 'date');

/** The facts for other programs, in the order of the rules' files. */
export const factList = (): FactLine[] => known().map((input) => ({
  name: input.name, column: slugOf(input.name), title: input.title, type: types[input.type],
  ...(input.unit === undefined ? {} : { unit: input.unit }), ...(input.options ? { values: input.options } : {}), ...(input.type === 'nombre' ? boundsOf(input) : {}),
}));

/** The facts in words. */
export function factsText(): string {
  const labels = ruleTexts('fr');
  const facts = known();
  return [
    `${facts.length} faits. Une colonne, ou une clé du JSON, porte l’un ou l’autre de leurs deux noms ; une case vide est un fait inconnu.`,
    ...facts.flatMap((input) => ['', `${input.name}  (${slugOf(input.name)})`, `    ${labels[input.name]?.question ?? input.title}`, `    ${heldBy(input)}`]),
  ].join('\n');
}

function heldBy(input: Input): string {
  switch (input.type) {
    case 'booléen': return 'oui ou non';
    case 'date': return 'une date, AAAA-MM-JJ ou JJ/MM/AAAA';
    case 'nombre': {
      const { min, max, whole } = boundsOf(input);
      return `${whole ? 'un nombre entier' : 'un nombre'} de ${formatInteger(min, 'fr')} à ${formatInteger(max, 'fr')}${input.unit ? `, en ${input.unit}` : ''}`;
    }
    default: return (input.options ?? []).map(({ value }) => value).join(' | ');
  }
}

/** `vouliez-vous dire « personne . âge » ?`, with the facts whose names are near; empty when none is. */
export function meantFacts(asked: string, limit = 3): string {
  const found = nearest(asked, known().map(({ name }) => ({ code: slugOf(name), name })), limit).map(({ name }) => `« ${name} »`);
  return found.length === 0 ? '' : `vouliez-vous dire ${found.join(' ou ')} ?`;
}
