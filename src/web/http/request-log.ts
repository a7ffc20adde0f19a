import { randomBytes, randomUUID } from 'node:crypto';
import type { RequestHandler } from 'express';
import type { Log } from '../../platform/log.ts';
import { loggedPath } from '../guards/private-paths.ts';

/** Gives the request the number that its answer, its log and its error page carry, and a nonce for its policy. */
export const identify: RequestHandler = (_request, response, next) => {
  response.locals['requestId'] = randomUUID();
  response.locals['nonce'] = randomBytes(16).toString('base64');
  response.setHeader('x-request-id', String(response.locals['requestId']));
  next();
};

/** One line a request: no address of the reader, no query string, no token of a link. Faults stand out; a refusal is an ordinary answer. */
export const requestLog = (log: Log): RequestHandler => (request, response, next) => {
  const start = performance.now();
  const path = loggedPath(request.path);
  response.on('finish', () => {
    const line = { requestId: String(response.locals['requestId']), method: request.method, path, status: response.statusCode, ms: Math.round(performance.now() - start) };
    if (response.statusCode >= 500) log.error(line, 'request');
    else log.info(line, 'request');
  });
  next();
};
