import { redirect } from 'react-router';
import { endSession } from '../../platform/identity/index.ts';
import { leftHeaders } from '../cookies.ts';
import { languageOf, pathIn } from '../language.ts';
import { appContext, visitContext } from '../request.ts';
import { identityHouse } from '../visit.ts';
import type { Route } from './+types/sign-out';

/** Only a form signs out: an address that is merely opened does not. */
export const loader = ({ request }: Route.LoaderArgs): Response => redirect(pathIn(languageOf(request), '/'));

export async function action({ context, request }: Route.ActionArgs) {
  const app = context.get(appContext);
  const { current } = context.get(visitContext);
  if (current) await endSession(identityHouse(app), current, current.sessionId);
  return redirect(pathIn(languageOf(request), '/'), { headers: await leftHeaders(app.config) });
}
