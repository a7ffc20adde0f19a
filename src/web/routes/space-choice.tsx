import { data, redirect } from 'react-router';
import { actFor } from '../../platform/identity/index.ts';
import { roleNames } from '../../platform/permission/permission.text.ts';
import { French } from '../components/french.tsx';
import { readForm } from '../form.ts';
import { languageOf, pathIn, useLanguage, useWords } from '../language.ts';
import { spaceMessages } from '../messages/space.ts';
import { appContext } from '../request.ts';
import { localPath } from '../return-path.rules.ts';
import { requireAccount, sessionOf } from '../session.ts';
import { Page } from '../shell/page.tsx';
import { identityHouse } from '../visit.ts';
import type { Route } from './+types/space-choice';

/** One's own file stands among the organisations under this name. */
const own = 'mon-parcours';

export function loader({ context }: Route.LoaderArgs) {
  const { account } = requireAccount(context);
  const actor = sessionOf(context)?.actor;
  const isNow = (organisation: string | null, role: string): boolean => actor !== undefined && actor.organisationId === organisation && actor.role === role;
  return {
    choices: [
      ...account.memberships.map(({ id, role, organisation }) => ({ id, name: organisation.name as string | null, role: roleNames[role], now: isNow(organisation.id, role) })),
      ...(account.personId ? [{ id: own, name: null, role: roleNames.employee, now: isNow(null, 'employee') }] : []),
    ],
  };
}

export async function action({ context, request }: Route.ActionArgs) {
  const current = requireAccount(context);
  const chosen = (await readForm(request))('acces');
  if (!(await actFor(identityHouse(context.get(appContext)), current, chosen === own ? null : chosen))) throw data(null, { status: 404 });
  return redirect(localPath(new URL(request.url).searchParams.get('retour')) ?? pathIn(languageOf(request), '/espace'));
}

export default function SpaceChoice({ loaderData: { choices } }: Route.ComponentProps) {
  const words = useWords(spaceMessages).choice;
  const language = useLanguage();
  if (choices.length === 0) {
    return <Page title={words.none} kind="text" lead={<p>{words.noneText}</p>}><p><a href={pathIn(language, '/compte')}>{words.account}</a></p></Page>;
  }
  return (
    <Page title={words.title} kind="text" lead={<p>{words.text}</p>}>
      <ul className="choices">
        {choices.map(({ id, name, role, now }) => (
          <li key={id}>
            <h2>{name === null ? words.own : <French>{name}</French>}</h2>
            <p className="note"><French>{role}</French>{now && <strong> ({words.current})</strong>}</p>
            <form method="post"><button type="submit" name="acces" value={id} className={now ? 'button-quiet' : ''}>{name === null ? words.ownButton : words.button(name)}</button></form>
          </li>
        ))}
      </ul>
    </Page>
  );
}
