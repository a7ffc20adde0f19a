import { answerFields, factText, projectIds, ruleBook, simulate, slugOf, writeAnswers, writeFact, type AnswerProblem, type Answers, type Question } from '../../aids/index.ts';
import { formatInteger, type PageLanguage } from '../../platform/i18n/format.ts';
import type { Territory } from '../../territory/index.ts';
import type { Problem } from '../form.ts';
import { simulatorMessages } from '../messages/simulator.ts';
import { aidView, type AidView } from './answer.view.ts';
import { labelsOf, titleOf } from './labels.ts';

/** An answer given, to be read again and changed. */
export interface GivenView { slug: string; title: string; value: string }

export interface QuestionView {
  slug: string;
  title: string;
  help?: string;
  /** Aids that wait for the answer. */
  why?: string;
  kind: 'choice' | 'several' | 'commune' | 'number' | 'day';
  choices: readonly { value: string; label: string }[];
  unit?: string;
  value?: string;
}

export interface SimulatorView {
  at: string;
  /** Every answer, for the next request: nothing is kept between two. */
  fields: readonly [name: string, value: string][];
  given: readonly GivenView[];
  question?: QuestionView;
  left?: string;
  aids: readonly AidView[];
  problems: readonly Problem[];
}

interface Asked {
  answers: Answers;
  at: string;
  territory: Pick<Territory, 'zones' | 'communes'>;
  language: PageLanguage;
  problems?: readonly AnswerProblem[];
  /** A question to answer again, by its field. */
  again?: string;
  /** No more questions: the result as it stands. */
  ended?: boolean;
}

/** The simulator's page for what was answered so far. */
export function simulatorView({ answers, at, territory, language, problems = [], again, ended = false }: Asked): SimulatorView {
  const step = simulate(answers, at, territory);
  const question = again === undefined ? (ended ? undefined : step.question) : questionOf(again);
  const shown = step.explanation.aids.map((answer) => aidView(answer, at, language));
  const waiting = step.explanation.aids.filter(({ missing }) => inputsOf(question).some(({ name }) => missing.includes(name))).map(({ aid }) => titleOf(aid, language));
  return {
    at, aids: shown, given: givenOf(answers, territory, language),
    fields: writeAnswers(answers).filter(([name]) => name !== again),
    problems: problems.map(({ failure }) => ({ field: 'reponse', text: problemText(failure, language) })),
    ...(question && question.kind !== 'projects' ? { question: { ...questionView(question, answers, territory, language, waiting), ...typed(problems) } } : {}),
    ...(question && question.kind !== 'projects' && again === undefined ? { left: leftText(step.explanation.aids, language) } : {}),
  };
}

/** What could not be read stands in its field again. */
const typed = ([problem]: readonly AnswerProblem[]): { value?: string } => (problem && 'given' in problem.failure ? { value: problem.failure.given } : {});

const inputsOf = (question: Question | undefined) => (question?.kind === 'fact' ? [question.input] : question?.kind === 'several' ? question.inputs : []);

function questionOf(field: string): Question | undefined {
  if (field === answerFields.commune) return { kind: 'commune' };
  const input = ruleBook().bySlug.get(field);
  return input && { kind: 'fact', input };
}

function questionView(question: Exclude<Question, { kind: 'projects' }>, answers: Answers, territory: Pick<Territory, 'communes'>, language: PageLanguage, waiting: readonly string[]): QuestionView {
  const words = simulatorMessages[language];
  const why = waiting.length > 0 ? { why: words.whyText(waiting.join(', ')) } : {};
  if (question.kind === 'commune') {
    const communes = [...territory.communes.values()].map(({ code, name }) => ({ value: code, label: name })).toSorted((a, b) => a.label.localeCompare(b.label, 'fr'));
    return { slug: answerFields.commune, title: words.commune.title, help: words.commune.help, kind: 'commune', choices: communes, ...(answers.commune === undefined ? {} : { value: answers.commune }), ...why };
  }
  if (question.kind === 'several') {
    const choices = question.inputs.map((input) => ({ value: slugOf(input.name), label: labelsOf(language)[input.name]?.title ?? input.title }));
    return { slug: answerFields.several, title: words.several[question.group], help: words.several.help, kind: 'several', choices, ...why };
  }
  const { input } = question;
  const label = labelsOf(language)[input.name];
  const present = answers.facts[input.name];
  const yesNo = [true, false].map((value) => ({ value: writeFact(value), label: capital(factText({}, value, language)) }));
  const options = (input.options ?? []).map(({ value, label: own }) => ({ value, label: label?.options?.[value] ?? own }));
  return {
    slug: slugOf(input.name), title: label?.question ?? label?.title ?? input.question, kind: input.type === 'nombre' ? 'number' : input.type === 'date' ? 'day' : 'choice', choices: input.type === 'booléen' ? yesNo : options,
    ...(label?.help === undefined ? {} : { help: label.help }), ...(input.unit === undefined ? {} : { unit: input.unit }), ...(present === undefined ? {} : { value: writeFact(present) }), ...why,
  };
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

function givenOf({ commune, facts, skipped }: Answers, territory: Pick<Territory, 'communes'>, language: PageLanguage): GivenView[] {
  const words = simulatorMessages[language];
  const labels = labelsOf(language);
  const { inputs } = ruleBook();
  const title = (name: string): string => labels[name]?.title ?? name;
  return [
    ...(commune === undefined ? [] : [{ slug: answerFields.commune, title: words.commune.title, value: territory.communes.get(commune)?.name ?? words.commune.elsewhere }]),
    ...Object.entries(facts).map(([name, value]) => ({ slug: slugOf(name), title: title(name), value: factText(inputs.get(name) ?? {}, value, language, labels[name]?.options) })),
    ...skipped.map((name) => ({ slug: slugOf(name), title: title(name), value: words.passed })),
  ];
}

/** About how many questions are left: what the open aids wait for, each question once; most are settled by others' answers. */
function leftText(aids: ReturnType<typeof simulate>['explanation']['aids'], language: PageLanguage): string {
  const words = simulatorMessages[language].left;
  const shortest = new Set(aids.filter(({ outcome }) => outcome === 'open').flatMap(({ missing }) => missing));
  const count = Math.max(1, Math.round(shortest.size * 0.6));
  return count === 1 ? words.one : words.many(formatInteger(count, language));
}

function problemText(failure: AnswerProblem['failure'], language: PageLanguage): string {
  const words = simulatorMessages[language].problems;
  if (failure.code === 'fact.outOfRange') return words['fact.outOfRange'](formatInteger(failure.min, language), formatInteger(failure.max, language));
  return words[failure.code]();
}

/** The doors of the first page. */
export const projectChoices = (language: PageLanguage): { value: string; label: string }[] => projectIds.map((value) => ({ value, label: simulatorMessages[language].projects[value] }));
