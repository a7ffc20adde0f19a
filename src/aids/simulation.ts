import type { Input } from 'regles-logement';
import type { Territory } from '../territory/index.ts';
import { explain, type Explanation } from './explain.ts';
import { readFact, writeFact, type FactFailure, type FactValue, type Facts } from './facts.ts';
import { factsOfCommune, placeFacts } from './place.rules.ts';
import { aidsOf, projectIds } from './projects.ts';
import { groupOf, questionGroups, type QuestionGroup } from './question-groups.ts';
import { ruleBook, slugOf } from './rule-book.ts';

/** What somebody answered so far. It lives in the page's form and its address, and nowhere else. */
export interface Answers {
  /** Projects, or single aids by their id. */
  projects: readonly string[];
  /** INSEE code of the commune of the home; `''` for one outside the territory; absent while not asked. */
  commune?: string;
  facts: Facts;
  /** Inputs that were passed over. */
  skipped: readonly string[];
}

export type Question = { kind: 'projects' } | { kind: 'commune' } | { kind: 'several'; group: QuestionGroup; inputs: readonly Input[] } | { kind: 'fact'; input: Input };

export interface Step {
  /** Facts as answered, with those that follow from the commune. */
  facts: Facts;
  explanation: Explanation;
  /** Absent when all that can be asked was. */
  question?: Question;
}

/** Names of a simulation's fields in forms and addresses. */
export const answerFields = { projects: 'projet', commune: 'commune', skipped: 'passe', several: 'plusieurs' } as const;

export interface AnswerProblem { field: string; failure: FactFailure | { code: 'commune.unknown' } }

/** Reads answers from a form or an address. What cannot be read is left out, and told. */
export function readAnswers(all: (name: string) => readonly string[], territory: Pick<Territory, 'communes'>): { answers: Answers; problems: AnswerProblem[] } {
  const { bySlug, aids } = ruleBook();
  const facts: Record<string, FactValue> = {};
  const problems: AnswerProblem[] = [];
  for (const [slug, input] of bySlug) {
    const text = all(slug)[0]?.trim() ?? '';
    if (text === '' || input.name === 'date') continue;
    const fact = readFact(input, text);
    if (fact.ok) facts[input.name] = fact.value;
    else problems.push({ field: slug, failure: fact.error });
  }
  const commune = all(answerFields.commune)[0];
  const known = commune === undefined || commune === '' || territory.communes.has(commune);
  if (!known) problems.push({ field: answerFields.commune, failure: { code: 'commune.unknown' } });
  const skipped = [...new Set(all(answerFields.skipped).flatMap((slug) => bySlug.get(slug)?.name ?? []))].filter((name) => !(name in facts));
  const projects = [...projectIds, ...aids.map(({ id }) => id)].filter((one) => all(answerFields.projects).includes(one));
  return { answers: { projects, facts, skipped, ...(commune !== undefined && known ? { commune } : {}) }, problems };
}

/** The answers as fields, in the order of the questions: `readAnswers` takes them back. */
export const writeAnswers = ({ projects, commune, facts, skipped }: Answers): [name: string, value: string][] => [
  ...projects.map((project): [string, string] => [answerFields.projects, project]),
  ...(commune === undefined ? [] : [[answerFields.commune, commune] as [string, string]]),
  ...Object.entries(facts).map(([name, value]): [string, string] => [slugOf(name), writeFact(value)]),
  ...skipped.map((name): [string, string] => [answerFields.skipped, slugOf(name)]),
];

/** What the answers give at a day, and the question to ask next. */
export function simulate(answers: Answers, at: string, territory: Pick<Territory, 'zones'>): Step {
  const { aids, inputs } = ruleBook();
  const facts = { ...(answers.commune ? factsOfCommune(answers.commune, at, territory.zones) : {}), ...answers.facts };
  const explanation = explain(facts, at, { only: aidsOf(answers.projects, aids), skipped: answers.skipped });
  if (answers.projects.length === 0) return { facts, explanation, question: { kind: 'projects' } };
  if (explanation.next === undefined) return { facts, explanation };
  if (answers.commune === undefined && (placeFacts as readonly string[]).includes(explanation.next)) return { facts, explanation, question: { kind: 'commune' } };
  return { facts, explanation, ...questionOf(explanation, explanation.next, answers.skipped, inputs) };
}

/** The facts of its group that open aids still wait for come with the next one. */
function questionOf({ aids }: Explanation, next: string, skipped: readonly string[], inputs: ReadonlyMap<string, Input>): Pick<Step, 'question'> {
  const input = inputs.get(next);
  if (!input) return {};
  const group = groupOf(next);
  const wanted = new Set(aids.flatMap(({ missing }) => missing));
  const together = group === undefined ? [] : questionGroups[group].filter((name) => wanted.has(name) && !skipped.includes(name)).flatMap((name) => inputs.get(name) ?? []);
  return { question: group !== undefined && together.length > 1 ? { kind: 'several', group, inputs: together } : { kind: 'fact', input } };
}
