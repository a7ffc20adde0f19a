import { randomBytes, randomUUID } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import type { Server } from 'node:http';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { join } from 'node:path';
import { createRequestHandler } from '@react-router/express';
import compression from 'compression';
import express, { type Express, type RequestHandler } from 'express';
import helmet from 'helmet';
import { RouterContextProvider, type ServerBuild } from 'react-router';
import type { App } from '../composition.ts';
import { readLegal } from './legal.ts';
import { readiness } from './readiness.ts';
import type * as entryServer from './entry.server.tsx';

const project = fileURLToPath(new URL('../../', import.meta.url));

export interface WebOptions {
  /** Instead of the configuration's; 0 takes a free port. */
  port?: number;
  host?: string;
}

export interface WebServer {
  port: number;
  /** Stops listening, lets the requests under way finish, then resolves. */
  close(): Promise<void>;
}

/** Serves the pages of the open house. Rejects with code `EADDRINUSE` when the port is busy. */
export async function serveWeb(app: App, options: WebOptions = {}): Promise<WebServer> {
  const server = await listen(await webApplication(app), options.port ?? app.config.PORT, options.host ?? app.config.HOST);
  return { port: (server.address() as AddressInfo).port, close: () => close(server) };
}

async function webApplication(app: App): Promise<Express> {
  const legal = readLegal(app.territory);
  if (!legal.ok) throw new Error(`${legal.error.file} : ${legal.error.detail}`);
  const version = (JSON.parse(readFileSync(join(project, 'package.json'), 'utf8')) as { version: string }).version;
  const build = await loadBuild();
  const { appContext, requestContext } = build.entry.module as unknown as typeof entryServer;

  const web = express();
  web.disable('x-powered-by');
  web.use(identify, accessLog(app), securityHeaders(app), compression());
  web.get('/healthz', (_request, response) => void response.type('text').send('ok'));
  web.get('/readyz', async (_request, response) => {
    const state = await readiness(app.db);
    response.status(state.ready ? 200 : 503).json(state);
  });
  const client = join(project, 'build', 'client');
  web.use('/assets', express.static(join(client, 'assets'), { immutable: true, maxAge: '1y', fallthrough: false }));
  web.use(express.static(client, { maxAge: '1h', index: false }));
  web.use(createRequestHandler({
    build,
    mode: 'production',
    getLoadContext: (_request, response) => {
      const context = new RouterContextProvider();
      context.set(appContext, app);
      context.set(requestContext, { id: requestId(response), nonce: String(response.locals['nonce']), legal: legal.value, version });
      return context;
    },
  }));
  return web;
}

async function loadBuild(): Promise<ServerBuild> {
  const file = join(project, 'build', 'server', 'index.js');
  if (!existsSync(file)) throw new Error('The pages are not built: run `npm run build`.');
  return (await import(pathToFileURL(file).href)) as ServerBuild;
}

type Response = Parameters<RequestHandler>[1];
const requestId = (response: Response): string => String(response.locals['requestId']);

const identify: RequestHandler = (_request, response, next) => {
  response.locals['requestId'] = randomUUID();
  response.locals['nonce'] = randomBytes(16).toString('base64');
  response.setHeader('x-request-id', requestId(response));
  next();
};

/** One line a request: no address of the reader, no query string. */
const accessLog = (app: App): RequestHandler => (request, response, next) => {
  const start = performance.now();
  const path = request.path;
  response.on('finish', () => {
    app.log.info({ requestId: requestId(response), method: request.method, path, status: response.statusCode, ms: Math.round(performance.now() - start) }, 'request');
  });
  next();
};

const securityHeaders = (app: App): RequestHandler[] => [
  helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'none'"],
        scriptSrc: [nonceOf, "'strict-dynamic'", "'self'"],
        styleSrc: ["'self'", nonceOf],
        imgSrc: ["'self'", 'data:'],
        fontSrc: ["'self'"],
        connectSrc: ["'self'"],
        formAction: ["'self'"],
        frameAncestors: ["'none'"],
        baseUri: ["'none'"],
      },
    },
    referrerPolicy: { policy: 'strict-origin-when-cross-origin' },
    strictTransportSecurity: app.config.ANCRAGE_ORIGIN?.startsWith('https:') ? { maxAge: 31_536_000 } : false,
  }),
  (_request, response, next) => {
    response.setHeader('permissions-policy', 'camera=(), geolocation=(), microphone=(), payment=(), usb=(), browsing-topics=()');
    next();
  },
];

const nonceOf = (_request: unknown, response: unknown): string => `'nonce-${String((response as Response).locals['nonce'])}'`;

function listen(web: Express, port: number, host: string): Promise<Server> {
  return new Promise((resolve, reject) => {
    const server = web.listen(port, host, (error) => (error ? reject(error) : resolve(server)));
  });
}

function close(server: Server): Promise<void> {
  return new Promise((resolve, reject) => {
    server.close((error) => (error ? reject(error) : resolve()));
    server.closeIdleConnections();
    // A reader who never finishes must not keep the house open.
    setTimeout(() => server.closeAllConnections(), 5_000).unref();
  });
}
