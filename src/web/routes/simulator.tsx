import { data } from 'react-router';
import { passedOver, personas, readAnswers, steppedBack, warmRules, withReply, writeAnswers, type AnswerProblem, type Answers, type Reply } from '../../aids/index.ts';
import { formatInteger, type PageLanguage } from '../../platform/i18n/format.ts';
import type { Territory } from '../../territory/index.ts';
import { readFormLists } from '../form.ts';
import { pageLanguageOf, usePageLanguage, usePageWords } from '../language.ts';
import { simulatorMessages } from '../messages/simulator.ts';
import { appContext, visitContext } from '../request.ts';
import { Page } from '../shell/page.tsx';
import { SimulatorQuestion } from '../simulator/question.tsx';
import { SimulatorResult } from '../simulator/result.tsx';
import { projectChoices, simulatorView } from '../simulator/simulator.view.ts';
import { SimulatorStart } from '../simulator/start.tsx';
import { takeTurn } from '../simulator/turn.ts';
import type { Route } from './+types/simulator';

export function loader({ context, request }: Route.LoaderArgs) {
  const at = context.get(appContext).clock.today();
  if (request.method === 'GET') warmRules(at);
  return { projects: projectChoices(pageLanguageOf(request)), personas: personas(at).map(({ id, projects, facts }) => ({ id, fields: writeAnswers({ projects, facts, skipped: [] }) })) };
}

/** A page of answers is its reader's alone. */
const noStore = { 'cache-control': 'no-store' };
export const headers = ({ actionHeaders }: Route.HeadersArgs): Headers => actionHeaders;

/** Takes the answers so far and the one just given, and shows what comes next. Nothing is kept between two requests. */
export async function action({ context, request }: Route.ActionArgs) {
  const app = context.get(appContext);
  const language = pageLanguageOf(request);
  const turn = await takeTurn(app, context.get(visitContext));
  if (!turn.ok) return refusal(turn.error, language, 429);
  const form = await readFormLists(request);
  if (!form.ok) return refusal(form.error, language, 400);
  const { ended, problems, ...next } = nextOf(form.value, app.territory);
  return data(simulatorView({ ...next, problems, ended, at: app.clock.today(), territory: app.territory, language }), { status: problems.length > 0 ? 400 : 200, headers: noStore });
}

function refusal(failure: { code: 'form.tooManyFields' } | { code: 'signIn.tooMany'; minutes: number }, language: PageLanguage, status: number) {
  const words = simulatorMessages[language].refusals;
  const refused = failure.code === 'signIn.tooMany' ? words[failure.code](formatInteger(failure.minutes, language)) : words[failure.code]();
  return data({ refused }, { status, headers: noStore });
}

interface Next { answers: Answers; problems: readonly AnswerProblem[]; again?: string; ended: boolean }

/** What the form's gesture does with the answers: an answer, a question passed over, one step back, an answer to change, the result. */
function nextOf(all: (name: string) => readonly string[], territory: Pick<Territory, 'communes'>): Next {
  const { answers } = readAnswers(all, territory);
  const reply: Reply = { question: all('question')[0] ?? '', texts: all('reponse'), offered: all('demande') };
  const pressed = all('geste')[0] ?? '';
  // The same page again, in another language or after a pause.
  const [gesture, field = ''] = (pressed === 'voir' ? (all('vue')[0] ?? 'voir') : pressed).split(':');
  const still: Next = { answers, problems: [], ended: false };
  if (gesture === 'voir') return still;
  if (gesture === 'modifier') return { ...still, again: field };
  if (gesture === 'precedente') return { ...still, ...steppedBack(answers) };
  if (gesture === 'passer') return { ...still, answers: passedOver(answers, reply) };
  // What was typed before the result was asked for counts.
  if (gesture === 'resultat' && !reply.texts.some((text) => text.trim() !== '')) return { ...still, ended: true };
  const replied = withReply(answers, reply, territory);
  return { ...replied, ended: gesture === 'resultat' && replied.problems.length === 0, ...(replied.problems.length > 0 ? { again: reply.question } : {}) };
}

/** What one can have, one question a page. Public, and nothing is stored. */
export default function Simulator({ loaderData, actionData }: Route.ComponentProps) {
  const words = usePageWords(simulatorMessages);
  const language = usePageLanguage();
  if (!actionData || 'refused' in actionData || !actionData.started) {
    const refused = actionData && 'refused' in actionData ? actionData.refused : undefined;
    return <Page title={words.title} kind="text" lead={<p>{words.lead}</p>}><SimulatorStart projects={loaderData.projects} personas={loaderData.personas} refused={refused} /></Page>;
  }
  return actionData.question
    ? <SimulatorQuestion view={actionData} question={actionData.question} language={language} />
    : <SimulatorResult view={actionData} language={language} />;
}
