import { roleNames } from '../../platform/permission/permission.text.ts';
import { French } from '../components/french.tsx';
import { pathIn, useLanguage, useWords } from '../language.ts';
import { shellMessages } from '../messages/shell.ts';
import { spaceMessages } from '../messages/space.ts';
import { require } from '../session.ts';
import { doors } from '../shell/doors.ts';
import { Page } from '../shell/page.tsx';
import { seesPublicDoors, workDoorsOf } from '../shell/workspace.ts';
import type { Route } from './+types/space';

export function loader({ context }: Route.LoaderArgs) {
  const { account, actor, memberships } = require(context);
  return { name: account.name, role: actor.role, organisation: memberships.find(({ organisation }) => organisation.id === actor.organisationId)?.organisation.name ?? null };
}

/** The workspace's first page: what one may do here, and links to it. */
export default function Space({ loaderData: { name, role, organisation } }: Route.ComponentProps) {
  const words = useWords(spaceMessages);
  const language = useLanguage();
  const open = workDoorsOf(role);
  return (
    <Page title={words.home.title} heading={name} kind="work" lead={<p>{organisation === null ? words.home.asOwn : <French>{words.home.asRole(roleNames[role], organisation)}</French>}</p>}>
      <h2>{words.home.what}</h2>
      {open.length === 0 && <p className="teach">{words.home.nothing}</p>}
      {open.map((door) => (
        <section key={door.id} aria-labelledby={door.id}>
          <h3 id={door.id}>{words.doors[door.id]}</h3>
          <ul className="space-pages">
            {door.pages.map((page) => <li key={page.id}><a href={pathIn(language, page.path)}>{words.pages[page.id].name}</a><p>{words.pages[page.id].text}</p></li>)}
          </ul>
        </section>
      ))}
      {seesPublicDoors(role) && <PublicPages />}
    </Page>
  );
}

function PublicPages() {
  const words = useWords(shellMessages);
  const language = useLanguage();
  return (
    <>
      <h2>{useWords(spaceMessages).home.public}</h2>
      <ul className="link-list link-columns">
        {doors.flatMap((door) => door.pages.map((page) => <li key={page.id}><a href={pathIn(language, page.path)}>{words.pages[page.id]}</a></li>))}
      </ul>
    </>
  );
}
