import type { Input } from 'regles-logement';
import type { Territory } from '../territory/index.ts';
import { readFact, writeFact, type FactFailure, type FactValue, type Facts } from './facts.ts';
import { projectIds } from './projects.ts';
import { questionGroups } from './question-groups.ts';
import { ruleBook, slugOf } from './rule-book.ts';

/** What somebody answered so far. It lives in the page's form and its address, and nowhere else. */
export interface Answers {
  /** Projects, or single aids by their id. */
  projects: readonly string[];
  /** Whether the home to rent is found; `unsaid` where it was asked and not answered; absent while not asked. */
  dwelling?: boolean | 'unsaid';
  /** INSEE code of the commune of the home; `''` for one outside the territory, or not known; absent while not asked. */
  commune?: string;
  facts: Facts;
  /** Inputs that were passed over. */
  skipped: readonly string[];
  /** Fields of the questions answered or passed over, the last one at the end: the way back. */
  trail?: readonly string[];
}

/** Names of a simulation's fields in forms and addresses; a page of several facts is `plusieurs-` and its group. */
export const answerFields = { projects: 'projet', dwelling: 'logement-trouve', commune: 'commune', skipped: 'passe', trail: 'suite', several: 'plusieurs-' } as const;

/** The commune's field for one that the territory does not have. */
export const elsewhere = 'ailleurs';

/** The home's field where it was passed over. */
const unsaid = 'passe';

/** Whether no home is told of: none is found, or it was not said. */
export const withoutHome = ({ dwelling }: Pick<Answers, 'dwelling'>): boolean => dwelling === false || dwelling === 'unsaid';

export interface AnswerProblem { field: string; failure: FactFailure | { code: 'commune.unknown' | 'dwelling.notYesNo' } }

/** The input that a question's field asks for; the day of the rules is nobody's answer. */
export function askableBySlug(slug: string): Input | undefined {
  const input = ruleBook().bySlug.get(slug);
  return input?.name === 'date' ? undefined : input;
}

/** A commune's field as answers hold it; undefined for what is neither the territory's nor `ailleurs`. */
export const readCommune = (text: string, { communes }: Pick<Territory, 'communes'>): string | undefined => (text === elsewhere ? '' : communes.has(text) ? text : undefined);

const writeCommune = (commune: string): string => commune || elsewhere;

/** Reads answers from a form or an address. What cannot be read is left out, and told. */
export function readAnswers(all: (name: string) => readonly string[], territory: Pick<Territory, 'communes'>): { answers: Answers; problems: AnswerProblem[] } {
  const { bySlug, aids } = ruleBook();
  const facts: Record<string, FactValue> = {};
  const problems: AnswerProblem[] = [];
  for (const slug of bySlug.keys()) {
    const input = askableBySlug(slug);
    const text = all(slug)[0]?.trim() ?? '';
    if (text === '' || !input) continue;
    const fact = readFact(input, text);
    if (fact.ok) facts[input.name] = fact.value;
    else problems.push({ field: slug, failure: fact.error });
  }
  const place = all(answerFields.commune)[0] ?? '';
  const commune = readCommune(place, territory);
  if (place !== '' && commune === undefined) problems.push({ field: answerFields.commune, failure: { code: 'commune.unknown' } });
  const dwelling = all(answerFields.dwelling)[0];
  const skipped = [...new Set(all(answerFields.skipped).flatMap((slug) => askableBySlug(slug)?.name ?? []))].filter((name) => !(name in facts));
  const chosen = new Set(all(answerFields.projects));
  const projects = [...projectIds, ...aids.map(({ id }) => id)].filter((one) => chosen.has(one));
  const trail = [...new Set(all(answerFields.trail))].filter(isQuestionField);
  return {
    answers: {
      projects, facts, skipped, ...(commune === undefined ? {} : { commune }),
      ...(dwelling === 'oui' || dwelling === 'non' ? { dwelling: dwelling === 'oui' } : dwelling === unsaid ? { dwelling: 'unsaid' } : {}),
      ...(trail.length > 0 ? { trail } : {}),
    },
    problems,
  };
}

const isQuestionField = (field: string): boolean =>
  field === answerFields.commune || field === answerFields.dwelling || (field.startsWith(answerFields.several) && Object.hasOwn(questionGroups, field.slice(answerFields.several.length))) || askableBySlug(field) !== undefined;

/** The answers as fields, in the order in which they were given: `readAnswers` takes them back. */
export const writeAnswers = ({ projects, dwelling, commune, facts, skipped, trail = [] }: Answers): [name: string, value: string][] => [
  ...projects.map((project): [string, string] => [answerFields.projects, project]),
  ...(dwelling === undefined ? [] : [[answerFields.dwelling, dwelling === 'unsaid' ? unsaid : writeFact(dwelling)] as [string, string]]),
  ...(commune === undefined ? [] : [[answerFields.commune, writeCommune(commune)] as [string, string]]),
  ...Object.entries(facts).map(([name, value]): [string, string] => [slugOf(name), writeFact(value)]),
  ...skipped.map((name): [string, string] => [answerFields.skipped, slugOf(name)]),
  ...trail.map((field): [string, string] => [answerFields.trail, field]),
];
