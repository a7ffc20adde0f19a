import { join } from 'node:path';
import type { ServerBuild } from 'react-router';

const examples: Record<string, string> = { code: '57463', id: 'private.structuralVacancy' };

/** Other states of pages that a reader meets often. */
const states = [
  '/observatoire?indicateur=private.structuralVacancy&commune=57751',
  '/observatoire?indicateur=income.median&affichage=barres',
  '/observatoire?indicateur=social.vacancyRate&affichage=tableau&tri=commune',
  '/observatoire?indicateur=zoning.abc',
  '/observatoire?indicateur=construction.started',
  '/observatoire?indicateur=population.municipal&periode=1850',
  '/observatoire/indicateurs/income.median?lieu=57751',
  '/en/observatoire?indicateur=private.structuralVacancyRate&commune=57463',
  '/recherche?q=vacants',
  '/recherche?q=zzz',
];

/** Pages that are shown only to who is signed in, is signing in, or holds a link: their own suites visit them. */
const personal = /^(en\/)?(besoins|compte|connexion\/(code|double-facteur|lien\/.+)|deconnexion|espace|mon-parcours|demo|invitation|nouveau-mot-de-passe)(\/|$)/;

/** Pages of what somebody must have published first. */
const published = /^(en\/)?analyses\/:slug/;

/** Every page of the built route manifest that anybody may read, with an example for each parameter, then some states of them. */
export async function everyPage(): Promise<string[]> {
  const build = (await import(join(import.meta.dirname, '../../build/server/index.js'))) as ServerBuild;
  const paths = Object.values(build.routes).flatMap((route) => {
    // A route without a component is a file to download; so is one whose refusal alone has a page. The star is any unknown address.
    if (!route || route.path?.endsWith('.pdf') || route.id === 'root' || route.path?.endsWith('*') || !route.module.default) return [];
    if (personal.test(route.path ?? '') || published.test(route.path ?? '')) return [];
    return [`/${(route.path ?? '').replace('regles/:id', 'regles/visale').replaceAll(/:(\w+)/g, (_, name: string) => examples[name] ?? name)}`];
  });
  return [...new Set([...paths, ...states])];
}

export const missingPages = ['/rien', '/en/nothing', '/observatoire/communes/57999', '/observatoire/indicateurs/nothing', '/observatoire?indicateur=nothing', '/observatoire?commune=75056', '/invitation/nothing', '/connexion/lien/nothing', '/regles/nothing', '/de/regles/nothing', '/de/observatoire', '/nouveau-mot-de-passe/nothing'];
