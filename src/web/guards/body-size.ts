import type { RequestHandler } from 'express';
import type { Refuse } from '../http/refusal.ts';

/** Forms are text; a file will come through a page of its own. */
const most = 256 * 1024;

/** A body that is too long, or does not say how long it is, is not read. */
export const bodySize = (refuse: Refuse): RequestHandler => (request, response, next) => {
  const length = request.get('content-length');
  if (length === undefined && request.get('transfer-encoding') !== undefined) return refuse(request, response, 411);
  if (Number(length ?? 0) > most) return refuse(request, response, 413);
  next();
};
