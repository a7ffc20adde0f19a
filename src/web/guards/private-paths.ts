import type { RequestHandler } from 'express';

/** Links sent by mail carry their token in the path, whatever the language, the capitals or the escapes it is written with. */
const personal = /(connexion\/lien|nouveau-mot-de-passe|invitation)\/+[^/]+/gi;

const decoded = (path: string): string => {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
};

/** A path as it may be logged: its token left out. */
export const loggedPath = (path: string): string => decoded(path).replaceAll(personal, '$1/:token');

const isPersonal = (path: string): boolean => loggedPath(path) !== decoded(path);

/**
 * A page whose address is a secret is kept by nobody and named to no other site. Not `no-referrer`: browsers would then
 * send its form without a true Origin, which is how a foreign form is told from ours.
 */
export const privatePaths: RequestHandler = (request, response, next) => {
  if (isPersonal(request.path)) {
    response.setHeader('referrer-policy', 'same-origin');
    response.setHeader('cache-control', 'no-store');
  }
  next();
};
