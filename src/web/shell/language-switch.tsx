import { useLocation } from 'react-router';
import type { PageLanguage } from '../../platform/i18n/format.ts';
import { existsInGerman, pathIn, usePageLanguage, withoutLanguage } from '../language.ts';

const names: Record<PageLanguage, string> = { fr: 'En français', en: 'In English', de: 'Auf Deutsch' };

/** The same page, with the same state, in its other languages. */
export function LanguageSwitch() {
  const { pathname, search } = useLocation();
  const language = usePageLanguage();
  const path = withoutLanguage(pathname);
  const others = (['fr', 'en', ...(existsInGerman(path) ? ['de' as const] : [])] as const).filter((one) => one !== language);
  return <span className="language-switches">{others.map((other) => <a key={other} className="language-switch" href={pathIn(other, path + search)} hrefLang={other} lang={other}>{names[other]}</a>)}</span>;
}
