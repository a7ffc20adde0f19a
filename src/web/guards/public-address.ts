import type { RequestHandler } from 'express';

/** Behind a proxy, the site's address is the configured one, whatever a request pretends. */
export function publicAddress(origin: string | undefined): RequestHandler {
  if (!origin) return (_request, _response, next) => next();
  const { host, protocol } = new URL(origin);
  return (request, _response, next) => {
    delete request.headers['x-forwarded-host'];
    request.headers.host = host;
    request.headers['x-forwarded-proto'] = protocol.slice(0, -1);
    next();
  };
}
