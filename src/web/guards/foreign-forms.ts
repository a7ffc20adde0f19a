import type { RequestHandler } from 'express';
import type { Refuse } from '../http/refusal.ts';

const harmless: ReadonlySet<string> = new Set(['GET', 'HEAD', 'OPTIONS']);

/** A form of another site is refused before anything is read of it. A browser says where a form comes from; who does not say is refused too. */
export const foreignForms = (refuse: Refuse): RequestHandler => (request, response, next) => {
  if (harmless.has(request.method)) return next();
  const origin = request.get('origin');
  const own = origin === undefined ? request.get('sec-fetch-site') === 'same-origin' : origin === `${request.protocol}://${request.host}`;
  if (own) return next();
  refuse(request, response, 403);
};
