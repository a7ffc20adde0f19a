import './production.ts';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createRequestHandler } from '@react-router/express';
import compression from 'compression';
import express, { type Express } from 'express';
import { RouterContextProvider, type ServerBuild } from 'react-router';
import type { App } from '../composition.ts';
import { entryOf, loadBuild, project } from './built.ts';
import { bodySize } from './guards/body-size.ts';
import { foreignForms } from './guards/foreign-forms.ts';
import { privatePaths } from './guards/private-paths.ts';
import { publicAddress } from './guards/public-address.ts';
import { listen, type Connections } from './http/connections.ts';
import { answerFailures, gate } from './http/gate.ts';
import { originOf } from './http/origin.rules.ts';
import { refuseWith } from './http/refusal.ts';
import { identify, requestLog } from './http/request-log.ts';
import { securityHeaders } from './http/security-headers.ts';
import { readLegal } from './legal.ts';
import { readiness } from './readiness.ts';
import { readVisit } from './visit.ts';
import { usualSeed } from '../needs/index.ts';

export interface WebOptions {
  /** Instead of the configuration's; 0 takes a free port. */
  port?: number;
  host?: string;
  /** Makes the rules and the synthetic population ready behind the first pages, so that nobody waits for them. */
  warm?: boolean;
}

/** Serves the pages of the open house. Rejects with code `EADDRINUSE` when the port is busy. */
export async function serveWeb(app: App, options: WebOptions = {}): Promise<Connections> {
  const build = await loadBuild();
  const connections = await listen(await webApplication(app, build), { port: options.port ?? app.config.PORT, host: options.host ?? app.config.HOST, log: app.log });
  if (options.warm) {
    entryOf(build).warmRules(app.clock.today());
    // A house that closes meanwhile takes its database with it; any other failure comes back to who asks.
    app.employees({ db: app.db, territory: app.territory, seed: usualSeed, asOf: app.clock.now(), at: app.clock.today() }).catch(() => {});
  }
  return connections;
}

async function webApplication(app: App, build: ServerBuild): Promise<Express> {
  const legal = readLegal(app.territory);
  if (!legal.ok) throw new Error(`${legal.error.file} : ${legal.error.detail}`);
  const version = (JSON.parse(readFileSync(join(project, 'package.json'), 'utf8')) as { version: string }).version;
  const { appContext, requestContext, visitContext } = entryOf(build);
  const refuse = refuseWith(build.assets.routes['root']?.css ?? []);

  const web = express();
  web.disable('x-powered-by');
  // With a public address of its own, the site stands behind one proxy, whose word on the reader's address is taken.
  if (app.config.ANCRAGE_ORIGIN) web.set('trust proxy', 1);
  web.use(
    publicAddress(app.config.ANCRAGE_ORIGIN), identify, requestLog(app.log), securityHeaders({ https: app.config.ANCRAGE_ORIGIN?.startsWith('https:') ?? false }),
    privatePaths, compression(), gate(refuse),
  );
  web.get('/healthz', (_request, response) => void response.type('text').send('ok'));
  web.get('/readyz', async (_request, response) => {
    const state = await readiness(app.db);
    response.status(state.ready ? 200 : 503).json(state);
  });
  const client = join(project, 'build', 'client');
  web.use('/assets', express.static(join(client, 'assets'), { immutable: true, maxAge: '1y', index: false, redirect: false, fallthrough: false }));
  web.use(express.static(client, { maxAge: '1h', index: false, redirect: false }));
  web.use(foreignForms(refuse), bodySize(refuse), createRequestHandler({
    build,
    mode: 'production',
    getLoadContext: async (request, response) => {
      const visit = await readVisit(app, request);
      // What a signed-in person reads is theirs: no cache keeps it.
      if (visit.current) response.setHeader('cache-control', 'no-store');
      const context = new RouterContextProvider();
      context.set(appContext, app);
      context.set(requestContext, {
        id: String(response.locals['requestId']), nonce: String(response.locals['nonce']), legal: legal.value, version,
        origin: originOf(app.config, { protocol: request.protocol, host: request.headers.host ?? '' }),
      });
      context.set(visitContext, visit);
      return context;
    },
  }));
  web.use(answerFailures(app.log, refuse));
  return web;
}
