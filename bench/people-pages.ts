import { composeIndicators, type App } from '../src/composition.ts';
import { employeesFigures } from '../src/needs/index.ts';
import { systemClock as clock } from '../src/platform/clock.ts';
import { readConfig } from '../src/platform/config.ts';
import type { Db } from '../src/platform/database/database.ts';
import { openLog } from '../src/platform/log.ts';
import { findTerritory } from '../src/territory/index.ts';
import { serveWeb } from '../src/web/server.ts';
import type { Asked } from './people-sample.ts';
import { inTurns, told, type Spread } from './turns.ts';

export interface Site { origin: string; cookie: string; close(): Promise<void> }

/** The whole site on a database role, with somebody signed in. */
export async function openSite(db: Db, databaseUrl: string, accountId: string): Promise<Site> {
  const folder = new URL('../territories', import.meta.url).pathname;
  const config = readConfig({ LOG_LEVEL: 'silent' });
  const territory = findTerritory('metz', folder);
  if (!config.ok || !territory.ok) throw new Error('the site cannot open');
  const log = openLog('silent');
  const app: App = {
    config: config.value, db, databaseUrl, clock, log, territory: territory.value, territoriesFolder: folder, secret: 'a secret of the measure, long enough', demo: true, indicators: composeIndicators(territory.value), employees: employeesFigures(log),
  };
  const web = await serveWeb(app, { port: 0, host: '127.0.0.1' });
  const origin = `http://127.0.0.1:${web.port}`;
  const entered = await fetch(`${origin}/connexion`, { method: 'POST', redirect: 'manual', headers: { origin }, body: new URLSearchParams({ moyen: 'demonstration', compte: accountId }) });
  const cookie = entered.headers.getSetCookie().map((one) => one.split(';')[0]).join('; ');
  if (!cookie) throw new Error(`nobody is signed in: ${entered.status}`);
  return { origin, cookie, close: () => web.close() };
}

export interface PageLine { name: string; walls: Spread; bare: Spread; text: string }

/** The pages as a browser asks for them: signed in, found, written, sent. */
export async function measurePages(walls: Site, bare: Site, asked: readonly Asked[], rounds: number): Promise<PageLine[]> {
  const get = (site: Site, path: string) => page(site, path, {});
  const post = (site: Site, path: string, fields: Record<string, string>) => page(site, path, { method: 'POST', body: new URLSearchParams(fields) });
  const pages: [string, (site: Site, at: number) => Promise<void>][] = [
    ['list', (site, at) => get(site, `/espace/personnes?apres=${asked[at]?.id}`)],
    ['search', (site, at) => post(site, '/espace/personnes', { nom: asked[at]?.words ?? '' })],
    ['file', (site, at) => get(site, `/espace/personnes/${asked[at]?.id}`)],
  ];
  const lines: PageLine[] = [];
  for (const [name, visit] of pages) {
    const [one, other] = await inTurns(rounds, (at) => visit(walls, at), (at) => visit(bare, at));
    lines.push({ name, walls: one, bare: other, text: told(one, other) });
  }
  return lines;
}

async function page({ origin, cookie }: Site, path: string, options: RequestInit): Promise<void> {
  const answer = await fetch(origin + path, { ...options, redirect: 'manual', headers: { cookie, origin } });
  const text = await answer.text();
  if (answer.status !== 200 || !text.includes('</html>')) throw new Error(`${path} answers ${answer.status}`);
}
