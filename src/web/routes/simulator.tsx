import { data } from 'react-router';
import { answerFields, personas, readAnswers, readFact, ruleBook, slugOf, warmRules, writeAnswers, type AnswerProblem, type Answers } from '../../aids/index.ts';
import { readFormLists } from '../form.ts';
import { pageLanguageOf, usePageLanguage, usePageWords } from '../language.ts';
import { simulatorMessages } from '../messages/simulator.ts';
import { appContext } from '../request.ts';
import { Page } from '../shell/page.tsx';
import { SimulatorQuestion } from '../simulator/question.tsx';
import { SimulatorResult } from '../simulator/result.tsx';
import { projectChoices, simulatorView } from '../simulator/simulator.view.ts';
import { SimulatorStart } from '../simulator/start.tsx';
import type { Route } from './+types/simulator';

export function loader({ context, request }: Route.LoaderArgs) {
  const at = context.get(appContext).clock.today();
  if (request.method === 'GET') warmRules(at);
  return { projects: projectChoices(pageLanguageOf(request)), personas: personas(at).map(({ id, projects, facts }) => ({ id, fields: writeAnswers({ projects, facts, skipped: [] }) })) };
}

/** Takes the answers so far and the one just given, and shows what comes next. Nothing is kept between two requests. */
export async function action({ context, request }: Route.ActionArgs) {
  const app = context.get(appContext);
  const all = await readFormLists(request);
  const read = readAnswers(all, app.territory);
  const [gesture = '', field = ''] = (all('geste')[0] ?? '').split(':');
  const { answers, problems } = gesture === '' || gesture === 'repondre' ? withAnswer(read.answers, all) : { answers: gesture === 'passer' ? passedOver(read.answers, all('question')[0] === answerFields.several ? all('demande') : all('question')) : read.answers, problems: [] };
  const asked = all('question')[0] ?? '';
  const again = problems.length > 0 ? asked : gesture === 'modifier' ? field : undefined;
  const view = simulatorView({ answers, at: app.clock.today(), territory: app.territory, language: pageLanguageOf(request), problems, ended: gesture === 'resultat', ...(again === undefined ? {} : { again }) });
  return data(view, { status: problems.length > 0 ? 400 : 200 });

  /** The question's own field is `reponse`, so that an answer that cannot be read leaves the others whole. */
  function withAnswer(so: Answers, given: (name: string) => string[]): { answers: Answers; problems: AnswerProblem[] } {
    const question = given('question')[0] ?? '';
    const text = given('reponse')[0]?.trim() ?? '';
    if (question === answerFields.commune) {
      const known = given('reponse').length > 0 && (text === '' || app.territory.communes.has(text));
      return known ? { answers: { ...so, commune: text }, problems: [] } : { answers: so, problems: [{ field: question, failure: { code: 'commune.unknown' } }] };
    }
    // Of several facts to tick, those left alone are no.
    if (question === answerFields.several) {
      const asked = given('demande').flatMap((slug) => ruleBook().bySlug.get(slug) ?? []).filter(({ type }) => type === 'booléen');
      return { answers: { ...so, facts: { ...so.facts, ...Object.fromEntries(asked.map(({ name }) => [name, given('reponse').includes(slugOf(name))])) } }, problems: [] };
    }
    const input = ruleBook().bySlug.get(question);
    if (!input) return { answers: so, problems: [] };
    const fact = readFact(input, text);
    if (!fact.ok) return { answers: so, problems: [{ field: question, failure: fact.error }] };
    return { answers: { ...so, facts: { ...so.facts, [input.name]: fact.value }, skipped: so.skipped.filter((name) => name !== input.name) }, problems: [] };
  }
}

function passedOver(answers: Answers, slugs: readonly string[]): Answers {
  if (slugs.includes(answerFields.commune)) return { ...answers, commune: '' };
  const names = slugs.flatMap((slug) => ruleBook().bySlug.get(slug)?.name ?? []);
  return { ...answers, skipped: [...new Set([...answers.skipped, ...names])] };
}

/** What one can have, one question a page. Public, and nothing is stored. */
export default function Simulator({ loaderData, actionData }: Route.ComponentProps) {
  const words = usePageWords(simulatorMessages);
  const language = usePageLanguage();
  if (!actionData || actionData.fields.every(([name]) => name !== answerFields.projects)) {
    return <Page title={words.title} kind="text" lead={<p>{words.lead}</p>}><SimulatorStart projects={loaderData.projects} personas={loaderData.personas} /></Page>;
  }
  return actionData.question
    ? <SimulatorQuestion view={actionData} question={actionData.question} language={language} />
    : <SimulatorResult view={actionData} language={language} />;
}
