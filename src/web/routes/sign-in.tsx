import { data, redirect } from 'react-router';
import { z } from 'zod';
import { byDemonstration, byPassword, demonstrationEntrances, requestLink, signIn, type Entrance } from '../../platform/identity/index.ts';
import { roleNames } from '../../platform/permission/permission.text.ts';
import { Field, Problems, useFormPrefix } from '../components/form.tsx';
import { French } from '../components/french.tsx';
import { goOn, said } from '../entering.ts';
import { readForm, refused, type Problem } from '../form.ts';
import { languageOf, pathIn, useLanguage, useWords } from '../language.ts';
import { identityMessages } from '../messages/identity.ts';
import { publicOrigin } from '../public-origin.ts';
import { appContext, visitContext } from '../request.ts';
import { localPath, withReturn } from '../return-path.rules.ts';
import { sessionOf } from '../session.ts';
import { Page } from '../shell/page.tsx';
import { identityHouse } from '../visit.ts';
import type { Route } from './+types/sign-in';

export async function loader({ context, request }: Route.LoaderArgs) {
  const back = localPath(new URL(request.url).searchParams.get('retour'));
  if (sessionOf(context)) throw redirect(back ?? pathIn(languageOf(request), '/espace'));
  const entrances = await demonstrationEntrances(identityHouse(context.get(appContext)));
  const firsts = new Set([...Map.groupBy(entrances, ({ role }) => role).values()].map(([first]) => first));
  return { back, demonstration: groupsOf(entrances.filter((one) => firsts.has(one))), others: groupsOf(entrances.filter((one) => !firsts.has(one))) };
}

export async function action({ context, request }: Route.ActionArgs) {
  const app = context.get(appContext);
  const { visitor } = context.get(visitContext);
  const language = languageOf(request);
  const form = await readForm(request);
  const back = localPath(new URL(request.url).searchParams.get('retour'));

  if (form('moyen') === 'demonstration') {
    const entered = await signIn(identityHouse(app), visitor, byDemonstration(form('compte')));
    if (!entered.ok) throw data(null, { status: 404 });
    return goOn(app.config, entered.value, language, back);
  }

  if (form('moyen') === 'lien') {
    const email = form('email-lien');
    if (!isAddress(email)) return refused([{ field: 'email-lien', text: said({ code: 'email.wrong' }, language) }], { 'email-lien': email });
    const addressOf = (token: string): string => publicOrigin(app, request) + pathIn(language, `/connexion/lien/${token}`);
    const asked = await requestLink(identityHouse(app), { kind: 'signIn', email, ip: visitor.ip, language, addressOf });
    if (!asked.ok) return refused([{ field: 'email-lien', text: said({ ...asked.error, code: 'code.tooMany' }, language) }], { 'email-lien': email }, 429);
    return redirect(pathIn(language, '/connexion/lien'));
  }

  const email = form('email');
  const password = form('mot-de-passe');
  const problems: Problem[] = [
    ...(isAddress(email) ? [] : [{ field: 'email', text: said({ code: 'email.wrong' }, language) }]),
    ...(password ? [] : [{ field: 'mot-de-passe', text: said({ code: 'password.missing' }, language) }]),
  ];
  if (problems.length > 0) return refused(problems, { email });
  const entered = await signIn(identityHouse(app), visitor, byPassword({ email, password }));
  if (!entered.ok) return refused([{ field: 'email', text: said(entered.error, language) }], { email }, entered.error.code === 'signIn.tooMany' ? 429 : 400);
  return goOn(app.config, entered.value, language, back);
}

const isAddress = (text: string): boolean => z.email().max(254).safeParse(text.trim()).success;

type Group = readonly [organisation: string | null, entrances: readonly Entrance[]];

/** Buttons under the organisation that gives the role; one's own space comes last. */
const groupsOf = (entrances: readonly Entrance[]): Group[] =>
  [...Map.groupBy(entrances, ({ organisation }) => organisation)].toSorted(([one], [other]) => (one === null ? 1 : other === null ? -1 : one.localeCompare(other, 'fr')));

export default function SignIn({ loaderData: { back, demonstration, others }, actionData }: Route.ComponentProps) {
  const words = useWords(identityMessages);
  const language = useLanguage();
  const problems = actionData?.problems;
  const typed = actionData?.typed ?? {};
  const action = withReturn(pathIn(language, '/connexion'), back);
  return (
    <Page title={words.signIn.title} beforeTitle={useFormPrefix(problems)} kind="text">
      <Problems problems={problems} />
      {demonstration.length > 0 && <Demonstration groups={demonstration} others={others} action={action} />}
      <h2>{words.signIn.byPassword}</h2>
      <form method="post" action={action} className="form" noValidate>
        <Field name="email" type="email" label={words.email} autoComplete="username" required defaultValue={typed['email']} problems={problems} />
        <Field name="mot-de-passe" type="password" label={words.password} autoComplete="current-password" required problems={problems} />
        <p className="actions">
          <button type="submit" name="moyen" value="motDePasse">{words.signIn.button}</button>
          <a href={pathIn(language, '/mot-de-passe-oublie')}>{words.signIn.forgotten}</a>
        </p>
      </form>
      <h2>{words.signIn.byLink}</h2>
      <p>{words.signIn.byLinkText}</p>
      <form method="post" action={action} className="form" noValidate>
        <Field name="email-lien" type="email" label={words.email} autoComplete="email" required defaultValue={typed['email-lien']} problems={problems} />
        <p className="actions"><button type="submit" name="moyen" value="lien" className="button-quiet">{words.signIn.linkButton}</button></p>
      </form>
      <p className="note">{words.signIn.noAccount}</p>
    </Page>
  );
}

/** One button a role; the same roles in other organisations are one key further. */
function Demonstration({ groups, others, action }: { groups: readonly Group[]; others: readonly Group[]; action: string }) {
  const words = useWords(identityMessages).signIn;
  return (
    <section aria-labelledby="demonstration" className="demonstration-entrance">
      <h2 id="demonstration">{words.demonstration}</h2>
      <p><span className="demonstration">{words.demonstrationMark}</span> {words.demonstrationText}</p>
      <Entrances groups={groups} action={action} />
      {others.length > 0 && (
        <details>
          <summary>{words.others}</summary>
          <Entrances groups={others} action={action} />
        </details>
      )}
    </section>
  );
}

function Entrances({ groups, action }: { groups: readonly Group[]; action: string }) {
  const words = useWords(identityMessages).signIn;
  return (
    <div className="demonstration-groups">
      {groups.map(([organisation, entrances]) => (
        <div key={organisation ?? ''} className="demonstration-group">
          <h3>{organisation === null ? words.own : <French>{organisation}</French>}</h3>
          <ul className="link-list">
            {entrances.map(({ accountId, name, role }) => (
              <li key={accountId + role}>
                <form method="post" action={action}>
                  <input type="hidden" name="compte" value={accountId} />
                  <button type="submit" name="moyen" value="demonstration" className="button-quiet"><French>{roleNames[role]}</French></button> <span className="note">{name}</span>
                </form>
              </li>
            ))}
          </ul>
        </div>
      ))}
    </div>
  );
}
