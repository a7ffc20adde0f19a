import { useLocation } from 'react-router';
import type { Language, PageLanguage } from '../platform/i18n/format.ts';

/** French pages stand at the root, English ones under `/en`, the few that exist in German under `/de`. */
export const pageLanguageOfPath = (pathname: string): PageLanguage =>
  (['en', 'de'] as const).find((one) => pathname === `/${one}` || pathname.startsWith(`/${one}/`)) ?? 'fr';

/** Of what every page shares: around a German page it reads English. */
export const languageOfPath = (pathname: string): Language => (pageLanguageOfPath(pathname) === 'fr' ? 'fr' : 'en');

/** Pages that are written in German too; from there, other pages are reached in English. */
export const existsInGerman = (path: string): boolean => /^\/(?:simulateur|regles|vivre-et-travailler-ici)(?:[/?#]|$)/.test(path);

export const languageOf = (request: Request): Language => languageOfPath(new URL(request.url).pathname);

export const pageLanguageOf = (request: Request): PageLanguage => pageLanguageOfPath(new URL(request.url).pathname);

/** The path of a French page (`/observatoire`) in a language. */
export const pathIn = (language: PageLanguage, path: string): string => {
  if (language === 'de') return existsInGerman(path) ? `/de${path}` : pathIn('en', path);
  if (language === 'fr') return path;
  return path === '/' ? '/en' : path.startsWith('/?') || path.startsWith('/#') ? `/en${path.slice(1)}` : `/en${path}`;
};

/** A page's path without its language. */
export const withoutLanguage = (pathname: string): string =>
  pageLanguageOfPath(pathname) === 'fr' ? pathname : pathname.slice('/en'.length) || '/';

/** The current page's language. */
export const useLanguage = (): Language => languageOfPath(useLocation().pathname);

/** The current page's own language, German included. */
export const usePageLanguage = (): PageLanguage => pageLanguageOfPath(useLocation().pathname);

/** The words of a page that is written in German too. */
export const usePageWords = <Words>(messages: Record<PageLanguage, Words>): Words => messages[usePageLanguage()];

/** The page's words from its catalogue. */
export const useWords = <Words>(messages: Record<Language, Words>): Words => messages[useLanguage()];

/** For what surrounds a page: its language where it is not the page's. */
export const useSurroundingLang = (): Language | undefined => (usePageLanguage() === 'de' ? 'en' : undefined);
