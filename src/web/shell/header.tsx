import { useLocation } from 'react-router';
import type { Role } from '../../platform/permission/matrix.ts';
import { pathIn, useLanguage, useSurroundingLang, useWords, withoutLanguage } from '../language.ts';
import { shellMessages } from '../messages/shell.ts';
import { sheetMessages } from '../messages/sheets.ts';
import { spaceMessages } from '../messages/space.ts';
import { AccountMenu } from './account-menu.tsx';
import { doors } from './doors.ts';
import { LanguageSwitch } from './language-switch.tsx';
import { Mark } from './mark.tsx';
import { SearchForm } from './search-form.tsx';
import { useShell } from './shell-context.ts';
import { seesPublicDoors, workDoorsOf } from './workspace.ts';

/** Who speaks, where one can go, and the search. On a phone all of it but the languages is folded: a page starts at its title. */
export function Header() {
  const { territory, signedIn, demo, asFile } = useShell();
  const language = useLanguage();
  const words = useWords(shellMessages);
  const space = useWords(spaceMessages);
  return (
    <header className={asFile ? 'site-header' : 'site-header site-header-folds'} lang={useSurroundingLang()}>
      {demo && signedIn && <p className="demonstration-banner"><span className="wide">{space.demonstration.text}</span></p>}
      <div className="site-header-top wide">
        <a className="wordmark" href={pathIn(language, '/')}>
          <Mark />
          <span>
            <span className="wordmark-name">Ancrage</span>
            <span className="wordmark-territory" lang="fr">{territory.name}</span>
          </span>
        </a>
        {!asFile && (
          <>
            <SearchForm id="search" />
            <LanguageSwitch />
            <AccountMenu />
            <details className="site-menu">
              <summary>{words.menu}</summary>
              <SearchForm id="search-menu" />
              <AccountMenu />
              <Doors prefix="menu" />
            </details>
          </>
        )}
      </div>
      {asFile ? <PublishedDoors /> : <Doors prefix="door" />}
    </header>
  );
}

/** The site made of files has what is published, and no other door. */
function PublishedDoors() {
  const words = useWords(shellMessages);
  const sheets = useWords(sheetMessages);
  const pages = [['/analyses', words.pages.analyses], ['/observatoire/territoire', sheets.territory], ['/donnees', words.pages.openData]] as const;
  return (
    <nav className="site-doors wide" aria-label={words.navigation}>
      <div className="site-door"><ul>{pages.map(([path, name]) => <li key={path}><DoorLink path={path}>{name}</DoorLink></li>)}</ul></div>
    </nav>
  );
}

/** @param prefix of the ids, as the doors may stand twice: folded for a phone, and open */
function Doors({ prefix }: { prefix: string }) {
  const { signedIn } = useShell();
  const words = useWords(shellMessages);
  const space = useWords(spaceMessages);
  return (
    <nav className="site-doors wide" aria-label={words.navigation}>
      {doorsOf(signedIn?.roleId ?? undefined).map((door) => (
        <div key={door.id} className="site-door">
          <p className="site-door-name" id={`${prefix}-${door.id}`}>{space.doors[door.id]}</p>
          <ul aria-labelledby={`${prefix}-${door.id}`}>
            {door.pages.map(({ path, id }) => (
              <li key={path}><DoorLink path={path}>{id in words.pages ? words.pages[id as keyof typeof words.pages] : space.pages[id as keyof typeof space.pages].name}</DoorLink></li>
            ))}
          </ul>
        </div>
      ))}
    </nav>
  );
}

/** The convention's doors, each with its pages for everybody and those of one's role. */
function doorsOf(role: Role | undefined) {
  const work = (role ? workDoorsOf(role) : []).map((door) => ({ ...door, pages: door.pages.filter((page) => !page.seldom) }));
  const open = role === undefined || seesPublicDoors(role) ? doors : [];
  const order = ['needs', 'accompany', 'employers', 'follow', 'rights'] as const;
  return order.flatMap((id) => {
    const pages = [...open, ...work].filter((door) => door.id === id).flatMap((door): readonly { id: string; path: string }[] => door.pages);
    return pages.length > 0 ? [{ id, pages }] : [];
  });
}

function DoorLink({ path, children }: { path: string; children: string }) {
  const language = useLanguage();
  const here = withoutLanguage(useLocation().pathname);
  const current = here === path ? 'page' : here.startsWith(`${path}/`) ? 'true' : undefined;
  return <a href={pathIn(language, path)} aria-current={current}>{children}</a>;
}
