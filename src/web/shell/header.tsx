import { useLocation } from 'react-router';
import { pathIn, useLanguage, useWords, withoutLanguage } from '../language.ts';
import { shellMessages } from '../messages/shell.ts';
import { doors } from './doors.ts';
import { LanguageSwitch } from './language-switch.tsx';
import { Mark } from './mark.tsx';
import { SearchForm } from './search-form.tsx';
import { useShell } from './shell-context.ts';

/** Who speaks, where one can go, and the search. */
export function Header() {
  const { territory } = useShell();
  const language = useLanguage();
  const words = useWords(shellMessages);
  return (
    <header className="site-header">
      <div className="site-header-top wide">
        <a className="wordmark" href={pathIn(language, '/')}>
          <Mark />
          <span>
            <span className="wordmark-name">Ancrage</span>
            <span className="wordmark-territory" lang="fr">{territory.name}</span>
          </span>
        </a>
        <SearchForm id="search" />
        <LanguageSwitch />
      </div>
      <nav className="site-doors wide" aria-label={words.navigation}>
        {doors.map((door) => (
          <div key={door.id} className="site-door">
            <p className="site-door-name" id={`door-${door.id}`}>{words.doors[door.id]}</p>
            <ul aria-labelledby={`door-${door.id}`}>
              {door.pages.map((page) => (
                <li key={page.id}><DoorLink path={page.path}>{words.pages[page.id]}</DoorLink></li>
              ))}
            </ul>
          </div>
        ))}
      </nav>
    </header>
  );
}

function DoorLink({ path, children }: { path: string; children: string }) {
  const language = useLanguage();
  const here = withoutLanguage(useLocation().pathname);
  const current = here === path ? 'page' : here.startsWith(`${path}/`) ? 'true' : undefined;
  return <a href={pathIn(language, path)} aria-current={current}>{children}</a>;
}
