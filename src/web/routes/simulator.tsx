import { data } from 'react-router';
import { passedOver, readAnswers, steppedBack, warmRules, withReply, type AnswerProblem, type Answers, type Reply } from '../../aids/index.ts';
import type { Territory } from '../../territory/index.ts';
import { readFormLists } from '../form.ts';
import { pageLanguageOf, usePageLanguage } from '../language.ts';
import { appContext, visitContext } from '../request.ts';
import { contactOf } from '../simulator/contact.view.ts';
import { SimulatorQuestion } from '../simulator/question.tsx';
import { noStore, refusal } from '../simulator/refusal.ts';
import { SimulatorResult } from '../simulator/result.tsx';
import { simulatorView, stateOf } from '../simulator/simulator.view.ts';
import { SimulatorStart } from '../simulator/start.tsx';
import { startView } from '../simulator/start.view.ts';
import { takeTurn } from '../simulator/turn.ts';
import type { Route } from './+types/simulator';

export function loader({ context, request }: Route.LoaderArgs) {
  const at = context.get(appContext).clock.today();
  if (request.method === 'GET') warmRules(at);
  return startView(at, pageLanguageOf(request));
}

export const headers = ({ actionHeaders }: Route.HeadersArgs): Headers => actionHeaders;

/** Takes the answers so far and the one just given, and shows what comes next. Nothing is kept between two requests. */
export async function action({ context, request }: Route.ActionArgs) {
  const app = context.get(appContext);
  const language = pageLanguageOf(request);
  const turn = await takeTurn(app, context.get(visitContext));
  const form = await readFormLists(request);
  if (!form.ok) return refusal(form.error, language);
  const { ended, problems, ...next } = nextOf(form.value, app.territory);
  // The answer just given is kept too: reading it costs nothing.
  if (!turn.ok) return refusal(turn.error, language, stateOf(next.answers, { ...next, ended }));
  return data(simulatorView({ ...next, problems, ended, at: app.clock.today(), territory: app.territory, language, contact: contactOf(app) }), { status: problems.length > 0 ? 400 : 200, headers: noStore });
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
  if (gesture === 'precedente') return { ...still, ...steppedBack(answers, reply.question) };
  if (gesture === 'passer') return { ...still, answers: passedOver(answers, reply) };
  // What was typed before the result was asked for counts.
  if (gesture === 'resultat' && !reply.texts.some((text) => text.trim() !== '')) return { ...still, ended: true };
  const replied = withReply(answers, reply, territory);
  return { ...replied, ended: gesture === 'resultat' && replied.problems.length === 0, ...(replied.problems.length > 0 ? { again: reply.question } : {}) };
}

/** What one can have, one question a page. Public, and nothing is stored. */
export default function Simulator({ loaderData, actionData }: Route.ComponentProps) {
  const language = usePageLanguage();
  if (!actionData || 'refused' in actionData || !actionData.started) return <SimulatorStart start={loaderData} state={actionData} />;
  return actionData.question
    ? <SimulatorQuestion view={actionData} question={actionData.question} language={language} />
    : <SimulatorResult view={actionData} language={language} />;
}
