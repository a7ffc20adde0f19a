import { useLocation } from 'react-router';
import { pathIn, useLanguage, withoutLanguage } from '../language.ts';
import { shellMessages } from '../messages/shell.ts';

/** The same page, with the same state, in the other language. */
export function LanguageSwitch() {
  const { pathname, search } = useLocation();
  const language = useLanguage();
  const other = language === 'fr' ? 'en' : 'fr';
  return (
    <a className="language-switch" href={pathIn(other, withoutLanguage(pathname) + search)} hrefLang={other} lang={other}>
      {shellMessages[language].language.switch}
    </a>
  );
}
