import { data } from 'react-router';
import { readAnswers } from '../../aids/index.ts';
import { readFormLists } from '../form.ts';
import { pageLanguageOf } from '../language.ts';
import { appContext, visitContext } from '../request.ts';
import { simulatorPdf } from '../simulator/simulator.pdf.ts';
import { simulatorView } from '../simulator/simulator.view.ts';
import { takeTurn } from '../simulator/turn.ts';
import type { Route } from './+types/simulator-pdf';

/** The result as a file. Its answers come by the form and are not kept. */
export async function action({ context, request }: Route.ActionArgs) {
  const app = context.get(appContext);
  if (!(await takeTurn(app, context.get(visitContext))).ok) throw data(null, { status: 429 });
  const form = await readFormLists(request);
  if (!form.ok) throw data(null, { status: 400 });
  const { answers } = readAnswers(form.value, app.territory);
  if (answers.projects.length === 0) throw data(null, { status: 400 });
  const at = app.clock.today();
  const language = pageLanguageOf(request);
  const { bytes } = simulatorPdf(simulatorView({ answers, at, territory: app.territory, language, ended: true }), { language, territory: app.territory.name });
  return new Response(new Uint8Array(bytes), { headers: { 'content-type': 'application/pdf', 'content-disposition': `attachment; filename="mes-aides-${at}.pdf"`, 'cache-control': 'no-store' } });
}

/** There is nothing at this address before a form comes. */
export function loader(): never {
  throw data(null, { status: 404 });
}
