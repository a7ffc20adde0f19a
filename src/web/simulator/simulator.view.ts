import { boundsOf, dwellingFacts, elsewhere, factText, fieldOf, projectIds, questionOfField, ruleBook, simulate, slugOf, withoutHome, wayTo, writeAnswers, writeFact, type AnswerProblem, type Answers, type Question } from '../../aids/index.ts';
import { formatInteger, formatNumber, type PageLanguage } from '../../platform/i18n/format.ts';
import type { Territory } from '../../territory/index.ts';
import type { Problem } from '../form.ts';
import { simulatorMessages } from '../messages/simulator.ts';
import { aidView, type AidView } from './answer.view.ts';
import type { ContactView } from './contact.view.ts';
import { givenOf, type GivenView } from './given.view.ts';
import { labelsOf, titleOf } from './labels.ts';

export interface QuestionView {
  slug: string;
  title: string;
  help?: string;
  /** Aids that wait for the answer. */
  why?: string;
  kind: 'choice' | 'several' | 'commune' | 'number' | 'day';
  choices: readonly { value: string; label: string; /** Answered so already. */ present?: boolean }[];
  unit?: string;
  /** What stands in the field. */
  value?: string;
}

/** All that a page of the simulator is made from, for the next request: nothing is kept between two. */
export interface SimulatorState {
  /** Every answer. */
  fields: readonly [name: string, value: string][];
  /** How to come back to this very page with these answers: `modifier:` and a question's field, or `resultat`; empty for the next question. */
  shows: string;
}

export interface SimulatorView extends SimulatorState {
  at: string;
  /** Whether a project was chosen. */
  started: boolean;
  /** Whether there is a question to go back to. */
  goesBack: boolean;
  /** Whether an answer is changed while nothing else is asked: the result comes next. */
  isLast: boolean;
  given: readonly GivenView[];
  question?: QuestionView;
  left?: string;
  aids: readonly AidView[];
  /** Whom to turn to, whatever the result. */
  contact?: ContactView;
  /** A difficulty: whom to turn to comes before the aids. */
  talksFirst: boolean;
  problems: readonly Problem[];
}

interface Asked {
  answers: Answers;
  at: string;
  territory: Pick<Territory, 'zones' | 'communes'>;
  language: PageLanguage;
  /** Whom the territory gives to talk to. */
  contact?: ContactView | undefined;
  problems?: readonly AnswerProblem[];
  /** A question to answer again, by its field. */
  again?: string;
  /** No more questions: the result as it stands. */
  ended?: boolean;
}

/** A page's answers, and what it shows of them. */
export const stateOf = (answers: Answers, { again, ended = false }: Pick<Asked, 'again' | 'ended'>): SimulatorState => ({ fields: writeAnswers(answers), shows: again ? `modifier:${again}` : ended ? 'resultat' : '' });

type AskedQuestion = Exclude<Question, { kind: 'projects' }>;

/** The simulator's page for what was answered so far. */
export function simulatorView({ answers, at, territory, language, contact, problems = [], again, ended = false }: Asked): SimulatorView {
  const step = simulate(answers, at, territory);
  const asked = again === undefined ? undefined : questionOfField(again, answers);
  const question = asked ?? (ended || step.question?.kind === 'projects' ? undefined : (step.question as AskedQuestion | undefined));
  const waiting = withoutHome(answers) ? { hides: new Set(dwellingFacts), says: simulatorMessages[language].dwelling.toFind, askNow: step.askNow } : undefined;
  return {
    at, aids: step.explanation.aids.map((answer) => aidView(answer, at, language, waiting)), given: givenOf(answers, territory, language),
    ...stateOf(answers, { ...(asked ? { again: fieldOf(asked) } : {}), ended }), started: answers.projects.length > 0,
    goesBack: wayTo(question ? fieldOf(question) : '', answers).length > 0, isLast: asked !== undefined && step.question === undefined,
    problems: problems.map((problem) => ({ field: 'reponse', text: problemText(problem, language) })),
    ...(question ? { question: { ...questionView(question, answers, territory, language), ...whyOf(question, step, language), ...typed(problems) } } : {}),
    ...(contact && !question && answers.projects.length > 0 ? { contact } : {}), talksFirst: answers.projects.includes('difficulty'),
    ...(question && !asked ? { left: leftText(step.left, language) } : {}),
  };
}

/** What could not be read stands in its field again. */
const typed = ([problem]: readonly AnswerProblem[]): { value?: string } => (problem && 'given' in problem.failure ? { value: problem.failure.given } : {});

function whyOf(question: AskedQuestion, { explanation }: ReturnType<typeof simulate>, language: PageLanguage): Pick<QuestionView, 'why'> {
  const names = question.kind === 'fact' ? [question.input.name] : question.kind === 'several' ? question.inputs.map(({ name }) => name) : [];
  const waiting = explanation.aids.filter(({ missing }) => names.some((name) => missing.includes(name))).map(({ aid }) => titleOf(aid, language));
  return waiting.length > 0 ? { why: simulatorMessages[language].whyText(waiting.join(', ')) } : {};
}

function questionView(question: AskedQuestion, answers: Answers, territory: Pick<Territory, 'communes'>, language: PageLanguage): QuestionView {
  const words = simulatorMessages[language];
  const slug = fieldOf(question);
  const chosen = (value: string, label: string, present: boolean): QuestionView['choices'][number] => ({ value, label, ...(present ? { present } : {}) });
  const yesNo = (present: unknown): QuestionView['choices'] => [true, false].map((value) => chosen(writeFact(value), capital(factText({}, value, language)), value === present));
  if (question.kind === 'dwelling') return { slug, title: words.dwelling.title, help: words.dwelling.help, kind: 'choice', choices: yesNo(answers.dwelling) };
  if (question.kind === 'commune') {
    const communes = [...territory.communes.values()].map(({ code, name }) => ({ value: code, label: name })).toSorted((a, b) => a.label.localeCompare(b.label, 'fr'));
    const title = withoutHome(answers) ? words.commune.looking : words.commune.title;
    const choices = [...communes, { value: elsewhere, label: words.commune.elsewhere }];
    return { slug, title, help: words.commune.help, kind: 'commune', choices, ...(answers.commune === undefined ? {} : { value: answers.commune || elsewhere }) };
  }
  if (question.kind === 'several') {
    const choices = question.inputs.map(({ name, title }) => chosen(slugOf(name), labelsOf(language)[name]?.title ?? title, answers.facts[name] === true));
    return { slug, title: words.several[question.group], help: words.several.help, kind: 'several', choices };
  }
  const { input } = question;
  const label = labelsOf(language)[input.name];
  const present = answers.facts[input.name];
  const options = (input.options ?? []).map(({ value, label: own }) => chosen(value, label?.options?.[value] ?? own, value === present));
  return {
    slug, title: label?.question ?? label?.title ?? input.question, kind: input.type === 'nombre' ? 'number' : input.type === 'date' ? 'day' : 'choice', choices: input.type === 'booléen' ? yesNo(present) : options,
    ...(label?.help === undefined ? {} : { help: label.help }), ...(input.unit === undefined ? {} : { unit: input.unit }), ...(present === undefined ? {} : { value: writeFact(present) }),
  };
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** Answers settle about half of what could still be asked (measured over the examples): both numbers are said, until few are left. */
function leftText(most: number, language: PageLanguage): string {
  const words = simulatorMessages[language].left;
  const text = (count: number): string => formatInteger(count, language);
  return most <= 1 ? words.last : most < 6 ? words.few(text(most)) : words.many(text(Math.ceil(most / 2)), text(most));
}

function problemText({ field, failure }: AnswerProblem, language: PageLanguage): string {
  const words = simulatorMessages[language].problems;
  if (failure.code === 'fact.notNumber') {
    const input: Parameters<typeof boundsOf>[0] = ruleBook().bySlug.get(field) ?? {};
    const example = exampleIn(input.unit);
    return boundsOf(input).whole ? words['fact.notWhole'](formatInteger(example, language)) : words['fact.notNumber'](formatInteger(example, language), formatNumber(example + 0.5, 2, language));
  }
  if (failure.code === 'fact.outOfRange') return words['fact.outOfRange'](formatInteger(failure.min, language), formatInteger(failure.max, language));
  return words[failure.code]();
}

/** A number that could be an answer in a unit. */
const exampleIn = (unit = ''): number => (unit.startsWith('€') ? 650 : unit === 'ans' ? 23 : unit === 'personnes' ? 3 : 12);

/** The doors of the first page. */
export const projectChoices = (language: PageLanguage): { value: string; label: string }[] => projectIds.map((value) => ({ value, label: simulatorMessages[language].projects[value] }));
