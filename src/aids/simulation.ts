import type { Input } from 'regles-logement';
import type { Territory } from '../territory/index.ts';
import { answerFields, askableBySlug, withoutHome, type Answers } from './answers.ts';
import { explain, type AidAnswer, type Explanation } from './explain.ts';
import type { Facts } from './facts.ts';
import { factsOfCommune, placeFacts } from './place.rules.ts';
import { aidsOf } from './projects.ts';
import { dwellingFacts, groupOf, ordinaryHome, questionGroups, type QuestionGroup } from './question-groups.ts';
import { ruleBook, slugOf } from './rule-book.ts';

export type Question = { kind: 'projects' } | { kind: 'dwelling' } | { kind: 'commune' } | { kind: 'several'; group: QuestionGroup; inputs: readonly Input[] } | { kind: 'fact'; input: Input };

export interface Step {
  /** Facts as answered, with those that follow from the commune. */
  facts: Facts;
  explanation: Explanation;
  /** Absent when all that can be asked was. */
  question?: Question;
  /** Aids, by their id, that are to be asked for before the home is found, and that an ordinary one would have. */
  askNow: ReadonlySet<string>;
  /** Pages of questions that may still be asked, at most: an answer often settles others. */
  left: number;
}

/** What the answers give at a day, and the question to ask next. */
export function simulate(answers: Answers, at: string, territory: Pick<Territory, 'zones'>): Step {
  const { aids, inputs } = ruleBook();
  const facts = { ...(answers.commune ? factsOfCommune(answers.commune, at, territory.zones) : {}), ...answers.facts };
  // Of a home not found yet nothing is asked.
  const skipped = withoutHome(answers) ? [...answers.skipped, ...dwellingFacts] : answers.skipped;
  const explanation = explain(facts, at, { only: aidsOf(answers.projects, aids), skipped });
  const wanted = new Set(explanation.aids.flatMap(factsWanted).filter((name) => !(name in facts) && !skipped.includes(name)));
  // The commune mostly answers for its zones; who does not know it is asked for each.
  const pages = new Set([...wanted].map((name) => groupOf(name) ?? name));
  const first = asksForDwelling(answers);
  const step = {
    facts, explanation, askNow: withoutHome(answers) ? openToAnyHome(facts, at, explanation) : new Set<string>(),
    left: pages.size + (first ? 1 : 0) + (answers.commune === undefined && [...wanted].some(isPlace) ? 1 : 0),
  };
  if (answers.projects.length === 0) return { ...step, question: { kind: 'projects' } };
  if (explanation.next === undefined) return { ...step, left: 0 };
  if (first) return { ...step, question: { kind: 'dwelling' } };
  // The commune comes before the zone that only the guarantee knows.
  if (answers.commune === undefined && (isPlace(explanation.next) || (explanation.next === visaleZone && [...wanted].some(isPlace)))) return { ...step, question: { kind: 'commune' } };
  return { ...step, ...questionOf(explanation.next, wanted, inputs) };
}

/** What an open aid waits for, and an amount that is not known yet. */
const factsWanted = ({ missing, unpriced }: AidAnswer): readonly string[] => [...missing, ...unpriced];

const visaleZone = 'logement . zone Visale';

/** Aids asked for before the lease is signed that only wait for the home, and are open with an ordinary one. */
function openToAnyHome(facts: Facts, at: string, { aids }: Explanation): Set<string> {
  const waiting = aids.filter(({ aid, outcome }) => outcome === 'open' && aid.window?.before !== undefined).map(({ aid }) => aid);
  if (waiting.length === 0) return new Set();
  return new Set(explain({ ...ordinaryHome(at), ...facts }, at, { only: waiting }).aids.filter(({ outcome }) => outcome === 'yes').map(({ aid }) => aid.id));
}

const isPlace = (name: string): boolean => (placeFacts as readonly string[]).includes(name);

/** Whoever rents, or moves for a job, may not have found yet; who owns the home to renovate, or already told of it, has. */
const asksForDwelling = ({ projects, dwelling, facts }: Answers): boolean =>
  dwelling === undefined && (projects.includes('rent') || projects.includes('move')) && !projects.includes('works') && !dwellingFacts.some((name) => name in facts);

/** The facts of its group that open aids still wait for come with the next one. */
function questionOf(next: string, wanted: ReadonlySet<string>, inputs: ReadonlyMap<string, Input>): Pick<Step, 'question'> {
  const input = inputs.get(next);
  if (!input) return {};
  const group = groupOf(next);
  const together = group === undefined ? [] : questionGroups[group].filter((name) => wanted.has(name)).flatMap((name) => inputs.get(name) ?? []);
  return { question: group !== undefined && together.length > 1 ? { kind: 'several', group, inputs: together } : { kind: 'fact', input } };
}

/** A question's field in forms, addresses and the way back. */
export const fieldOf = (question: Exclude<Question, { kind: 'projects' }>): string =>
  question.kind === 'fact' ? slugOf(question.input.name) : question.kind === 'several' ? answerFields.several + question.group : answerFields[question.kind];

/** A question to answer again, by its field; of several facts, those that were asked. */
export function questionOfField(field: string, { facts, skipped }: Answers): Exclude<Question, { kind: 'projects' }> | undefined {
  if (field === answerFields.commune) return { kind: 'commune' };
  if (field === answerFields.dwelling) return { kind: 'dwelling' };
  const group = groupOfField(field);
  if (group) {
    const inputs = questionGroups[group].filter((name) => name in facts || skipped.includes(name)).flatMap((name) => ruleBook().inputs.get(name) ?? []);
    return inputs.length > 0 ? { kind: 'several', group, inputs } : undefined;
  }
  const input = askableBySlug(field);
  return input && { kind: 'fact', input };
}

/** The group of a page of several facts, by its field. */
export const groupOfField = (field: string): QuestionGroup | undefined => (Object.keys(questionGroups) as QuestionGroup[]).find((group) => field === answerFields.several + group);

