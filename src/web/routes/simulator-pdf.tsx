import { createContext, redirect } from 'react-router';
import { readAnswers } from '../../aids/index.ts';
import { readFormLists } from '../form.ts';
import { pageLanguageOf, pathIn } from '../language.ts';
import { appContext, visitContext } from '../request.ts';
import { contactOf } from '../simulator/contact.view.ts';
import { refusal } from '../simulator/refusal.ts';
import { simulatorPdf } from '../simulator/simulator.pdf.ts';
import { simulatorView, stateOf } from '../simulator/simulator.view.ts';
import { SimulatorStart } from '../simulator/start.tsx';
import { startView } from '../simulator/start.view.ts';
import { takeTurn } from '../simulator/turn.ts';
import type { Route } from './+types/simulator-pdf';

/** Why there is no file, for the page that says so. */
const refusalContext = createContext<ReturnType<typeof refusal> | null>(null);

/** A form is answered by the file, before any page; a refusal goes on to the page below. */
export const middleware: Route.MiddlewareFunction[] = [async ({ context, request }) => {
  if (request.method !== 'POST') return undefined;
  const answer = await fileOf({ context, request });
  if (answer instanceof Response) return answer;
  context.set(refusalContext, answer);
  return undefined;
}];

/** The result as a file. Its answers come by the form and are not kept. */
async function fileOf({ context, request }: Pick<Route.ActionArgs, 'context' | 'request'>): Promise<Response | ReturnType<typeof refusal>> {
  const app = context.get(appContext);
  const language = pageLanguageOf(request);
  const turn = await takeTurn(app, context.get(visitContext));
  const form = await readFormLists(request);
  if (!form.ok) return refusal(form.error, language);
  const { answers } = readAnswers(form.value, app.territory);
  if (answers.projects.length === 0) return refusal({ code: 'simulation.noProject' }, language);
  if (!turn.ok) return refusal(turn.error, language, stateOf(answers, { ended: true }));
  const at = app.clock.today();
  const view = simulatorView({ answers, at, territory: app.territory, language, contact: contactOf(app), ended: true });
  const { bytes } = simulatorPdf(view, { language, territory: app.territory.name });
  return new Response(new Uint8Array(bytes), { headers: { 'content-type': 'application/pdf', 'content-disposition': `attachment; filename="mes-aides-${at}.pdf"`, 'cache-control': 'no-store' } });
}

export const action = ({ context }: Route.ActionArgs) => context.get(refusalContext);
export const headers = ({ actionHeaders }: Route.HeadersArgs): Headers => actionHeaders;

/** There is nothing at this address before a form comes: the questions come first. */
export function loader({ context, request }: Route.LoaderArgs) {
  const language = pageLanguageOf(request);
  if (!context.get(refusalContext)) throw redirect(pathIn(language, '/simulateur'));
  return startView(context.get(appContext).clock.today(), language);
}

/** The questions again, with why there is no file. */
export default function NoFile({ loaderData, actionData }: Route.ComponentProps) {
  return <SimulatorStart start={loaderData} state={actionData ?? undefined} />;
}
