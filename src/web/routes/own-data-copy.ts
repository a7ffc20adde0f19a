import { data } from 'react-router';
import { sendCopy } from '../privacy-answers.ts';
import { appContext } from '../request.ts';
import { demand } from '../session.ts';
import type { Route } from './+types/own-data-copy';

/** A copy is made on purpose, by a button: an address alone makes none. */
export function loader(): never {
  throw data(null, { status: 404 });
}

export function action({ context }: Route.ActionArgs): Promise<Response> {
  const { db, clock, secret } = context.get(appContext);
  const { actor } = demand(context, 'privacyRequest.read');
  if (actor.role !== 'employee') throw data(null, { status: 404 });
  return sendCopy(secret, { db, clock, actor }, {});
}
