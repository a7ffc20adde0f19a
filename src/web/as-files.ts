import './production.ts';
import { readdir, readFile } from 'node:fs/promises';
import { join, posix } from 'node:path';
import { createRequestHandler, RouterContextProvider } from 'react-router';
import type { App } from '../composition.ts';
import { listPublications, readOpenData } from '../publishing/index.ts';
import { linkedAsFiles } from './as-files.rules.ts';
import { entryOf, loadBuild, project } from './built.ts';
import { readLegal } from './legal.ts';

export interface SiteFile { path: string; content: Uint8Array | string }

/** Where an address of the house stands among the files. */
const fileOf = (path: string): string => (path === '/publications' ? 'index.html' : /\.[a-z]+$/.test(path) ? path.slice(1) : `${path.slice(1)}/index.html`);

/** How many files the site has, and each of them in turn: the house's own pages, rendered as for anybody, their links made to files. */
export async function publicSite(app: App, version: string): Promise<{ count: number; files: () => AsyncGenerator<SiteFile> }> {
  const [datasets, notes, assets] = await Promise.all([readOpenData(app), listPublications(app), readdir(join(project, 'build', 'client', 'assets'))]);
  const kept = assets.filter((name) => /\.(css|woff2|svg)$/.test(name));
  const communes = app.territory.currentCommunes.flatMap((code) => [`/observatoire/communes/${code}`, `/observatoire/communes/${code}/fiche.pdf`]);
  const paths = [
    '/publications', '/analyses', ...notes.flatMap(({ slug }) => [`/analyses/${slug}`, `/analyses/${slug}/analyse.pdf`]),
    '/observatoire/territoire', '/observatoire/territoire/fiche.pdf', ...communes, ...app.indicators.definitions.map(({ id }) => `/observatoire/indicateurs/${id}`),
    '/donnees', '/donnees/dictionnaire', '/donnees/dictionnaire.csv', '/donnees/catalogue.jsonld', ...datasets.flatMap(({ about }) => [`/donnees/${about.slug}.csv`, `/donnees/${about.slug}.parquet`]),
    '/mentions-legales', '/accessibilite',
  ];
  // An indicator's name has dots and no ending.
  const place = new Map(paths.map((path) => [path, path.startsWith('/observatoire/indicateurs/') ? `${path.slice(1)}/index.html` : fileOf(path)]));
  place.set('/', 'index.html').set('/favicon.svg', 'favicon.svg');
  for (const name of kept) place.set(`/assets/${name}`, `assets/${name}`);
  const render = await renderer(app, version);
  async function* files(): AsyncGenerator<SiteFile> {
    for (const path of paths) {
      const response = await render(path);
      const own = place.get(path)!;
      if (!response.ok) throw new Error(`${path} answers ${response.status}`);
      yield own.endsWith('.html') ? { path: own, content: linkedAsFiles(await response.text(), own, place) } : { path: own, content: new Uint8Array(await response.arrayBuffer()) };
    }
    for (const name of kept) {
      const bytes = await readFile(join(project, 'build', 'client', 'assets', name));
      yield { path: posix.join('assets', name), content: name.endsWith('.css') ? bytes.toString('utf8').replaceAll(/url\((["']?)\/assets\//g, 'url($1') : bytes };
    }
    yield { path: 'favicon.svg', content: await readFile(join(project, 'build', 'client', 'favicon.svg')) };
  }
  return { count: paths.length + kept.length + 1, files };
}

/** Asks the house's own pages as somebody who is not signed in, without a server. */
async function renderer(app: App, version: string): Promise<(path: string) => Promise<Response>> {
  const legal = readLegal(app.territory);
  if (!legal.ok) throw new Error(`${legal.error.file} : ${legal.error.detail}`);
  const build = await loadBuild();
  const handle = createRequestHandler(build, 'production');
  const { appContext, requestContext, visitContext } = entryOf(build);
  return (path) => {
    const context = new RouterContextProvider();
    context.set(appContext, app);
    context.set(requestContext, { id: 'publication', nonce: '', legal: legal.value, version, origin: null, asFile: true });
    context.set(visitContext, { path, visitor: { ip: '', userAgent: '', device: undefined }, current: undefined });
    return handle(new Request(`http://publication.invalid${path}`), context);
  };
}
