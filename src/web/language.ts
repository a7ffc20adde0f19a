import { useLocation } from 'react-router';
import type { Language } from '../platform/i18n/format.ts';

/** French pages stand at the root, English ones under `/en`. */
export const languageOfPath = (pathname: string): Language => (pathname === '/en' || pathname.startsWith('/en/') ? 'en' : 'fr');

export const languageOf = (request: Request): Language => languageOfPath(new URL(request.url).pathname);

/** The path of a French page (`/observatoire`) in a language. */
export const pathIn = (language: Language, path: string): string => {
  if (language === 'fr') return path;
  return path === '/' ? '/en' : path.startsWith('/?') || path.startsWith('/#') ? `/en${path.slice(1)}` : `/en${path}`;
};

/** A page's path without its language. */
export const withoutLanguage = (pathname: string): string =>
  languageOfPath(pathname) === 'fr' ? pathname : pathname.slice('/en'.length) || '/';

/** The current page's language. */
export const useLanguage = (): Language => languageOfPath(useLocation().pathname);

/** The page's words from its catalogue. */
export const useWords = <Words>(messages: Record<Language, Words>): Words => messages[useLanguage()];
