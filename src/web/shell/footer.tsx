import { pathIn, useLanguage, useSurroundingLang, useWords } from '../language.ts';
import { shellMessages } from '../messages/shell.ts';
import { legalPages } from './doors.ts';
import { LanguageSwitch } from './language-switch.tsx';
import { useShell } from './shell-context.ts';

export function Footer() {
  const { territory, version, asFile } = useShell();
  const language = useLanguage();
  const words = useWords(shellMessages).footer;
  return (
    <footer className="site-footer" lang={useSurroundingLang()}>
      <div className="wide site-footer-inside">
        <p className="site-footer-purpose">{words.purpose(territory.name)}</p>
        <nav aria-label={words.label}>
          <ul className="site-footer-links">
            {legalPages.filter(({ id }) => !asFile || id === 'accessibility' || id === 'legalNotice').map((page) => <li key={page.id}><a href={pathIn(language, page.path)}>{words[page.id]}</a></li>)}
          </ul>
        </nav>
        <div className="site-footer-end">
          <p>{words.version(version)}</p>
          {!asFile && <LanguageSwitch />}
        </div>
      </div>
    </footer>
  );
}
