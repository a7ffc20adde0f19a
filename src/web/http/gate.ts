import type { ErrorRequestHandler, RequestHandler } from 'express';
import type { Log } from '../../platform/log.ts';
import { loggedPath } from '../guards/private-paths.ts';
import type { Refuse } from './refusal.ts';

const methods = ['GET', 'HEAD', 'POST'];
const host = /^(\[[\da-f:.]+\]|[\w.-]+)(:\d{1,5})?$/i;

/** Turns away what no page can answer, before anything reads it. */
export const gate = (refuse: Refuse): RequestHandler => (request, response, next) => {
  if (!methods.includes(request.method)) {
    // Whatever body comes with it is not read.
    response.set({ allow: methods.join(', '), connection: 'close' });
    refuse(request, response, 405);
  } else if (!isAddress(request.headers.host ?? '', request.originalUrl)) refuse(request, response, 400);
  // Pages are documents: their data alone, which React Router would give at these addresses, has no reader.
  else if (request.path.endsWith('.data')) refuse(request, response, 404);
  else next();
};

function isAddress(name: string, address: string): boolean {
  if (!host.test(name) || !URL.canParse(`http://${name}${address}`)) return false;
  try {
    return !decodeURIComponent(address.split('?', 1)[0]!).includes('\0');
  } catch {
    return false;
  }
}

/** What went wrong on the way: known statuses as they are (an absent file), anything else as a fault of ours. */
export const answerFailures = (log: Log, refuse: Refuse): ErrorRequestHandler => (error: unknown, request, response, _next) => {
  const given = typeof error === 'object' && error !== null && 'status' in error ? Number(error.status) : 500;
  const status = given >= 400 && given < 500 ? given : 500;
  if (status === 500) log.error({ err: error, requestId: response.locals['requestId'] as unknown, path: loggedPath(request.path) }, 'request failed');
  // Half an answer cannot be taken back: the connection's end says that it is not whole.
  if (response.headersSent) response.destroy();
  else refuse(request, response, status);
};
