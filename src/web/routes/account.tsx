import { data, redirect } from 'react-router';
import { changePassword, endOtherSessions, endSession, listSessions, recoveryCodesLeft, rename, renewRecoveryCodes } from '../../platform/identity/index.ts';
import { roleNames } from '../../platform/permission/permission.text.ts';
import { AccountSecrets } from '../components/account-secrets.tsx';
import { AccountSessions } from '../components/account-sessions.tsx';
import { Done, Field, Problems, useFormPrefix } from '../components/form.tsx';
import { French } from '../components/french.tsx';
import { RecoveryCodes } from '../components/recovery-codes.tsx';
import { enteredHeaders } from '../cookies.ts';
import { said } from '../entering.ts';
import { readForm, type Problem } from '../form.ts';
import { languageOf, pathIn, useLanguage, useWords } from '../language.ts';
import { identityMessages } from '../messages/identity.ts';
import { publicOrigin } from '../public-origin.ts';
import { appContext, visitContext } from '../request.ts';
import { requireAccount } from '../session.ts';
import { Page } from '../shell/page.tsx';
import { identityHouse } from '../visit.ts';
import type { Route } from './+types/account';

export async function loader({ context, request }: Route.LoaderArgs) {
  const house = identityHouse(context.get(appContext));
  const current = requireAccount(context);
  const { name, email, demonstration, hasSecondFactor, passwordHash, memberships, personId } = current.account;
  return {
    account: { name, email, demonstration, hasSecondFactor, hasPassword: passwordHash !== null, memberships, hasOwnSpace: personId !== null },
    sessions: await listSessions(house, current),
    codesLeft: hasSecondFactor ? await recoveryCodesLeft(house, current) : 0,
    done: new URL(request.url).searchParams.get('fait'),
  };
}

/** What the page offers, each by its own form. */
type Gesture = 'nom' | 'motDePasse' | 'codes' | 'appareil' | 'appareils';

export async function action({ context, request }: Route.ActionArgs) {
  const app = context.get(appContext);
  const house = identityHouse(app);
  const language = languageOf(request);
  const { visitor } = context.get(visitContext);
  const current = requireAccount(context);
  const form = await readForm(request);
  const done = (what: Gesture, headers?: Headers): Response => redirect(`${pathIn(language, '/compte')}?fait=${what}`, headers ? { headers } : {});
  const again = (problems: Problem[], typed: Record<string, string> = {}, status = 400) => data({ problems, typed, codes: null }, { status });

  const what = form('geste') as Gesture;
  if (what === 'appareil') {
    await endSession(house, current, form('appareil'));
    return done('appareil');
  }
  if (what === 'appareils') {
    await endOtherSessions(house, current);
    return done('appareils');
  }
  if (current.account.demonstration) throw data(null, { status: 403 });

  if (what === 'nom') {
    const renamed = await rename(house, current, form('nom'));
    return renamed.ok ? done('nom') : again([{ field: 'nom', text: said(renamed.error, language) }], { nom: form('nom') });
  }
  if (what === 'motDePasse') {
    const notice = { language, recoveryAddress: publicOrigin(app, request) + pathIn(language, '/mot-de-passe-oublie') };
    const changed = await changePassword(house, current, { present: form('actuel'), next: form('nouveau') }, visitor, notice);
    if (changed.ok) return done('motDePasse', await enteredHeaders(app.config, changed.value));
    if (changed.error.code === 'signIn.tooMany') return again([{ field: 'actuel', text: said({ ...changed.error, code: 'code.tooMany' }, language) }], {}, 429);
    return again([{ field: changed.error.code === 'password.wrong' ? 'actuel' : 'nouveau', text: said(changed.error, language) }]);
  }
  if (what === 'codes') {
    const renewed = await renewRecoveryCodes(house, current, form('code'), visitor);
    if (renewed.ok) return data({ problems: [], typed: {}, codes: renewed.value });
    const code = renewed.error.code === 'signIn.tooMany' ? 'code.tooMany' : renewed.error.code;
    return again([{ field: 'code', text: said({ ...renewed.error, code }, language) }], {}, code === 'code.tooMany' ? 429 : 400);
  }
  throw data(null, { status: 400 });
}

export default function Account({ loaderData: { account, sessions, codesLeft, done }, actionData }: Route.ComponentProps) {
  const words = useWords(identityMessages);
  const language = useLanguage();
  const problems = actionData?.problems;
  const beforeTitle = useFormPrefix(problems);
  if (actionData?.codes) return <RecoveryCodes codes={actionData.codes} next={pathIn(language, '/compte')} />;
  const path = pathIn(language, '/compte');
  const said = done && Object.hasOwn(words.account.done, done) ? words.account.done[done as keyof typeof words.account.done] : undefined;
  return (
    <Page title={words.account.title} beforeTitle={beforeTitle} kind="work" crumbs={[]}>
      <Problems problems={problems} />
      {said && !problems && <Done>{said}</Done>}
      {account.demonstration && <p className="notice"><span className="demonstration">{words.signIn.demonstrationMark}</span> {words.account.demonstration}</p>}
      <section aria-labelledby="identite">
        <h2 id="identite">{words.account.identity}</h2>
        <dl className="facts">
          <dt>{words.email}</dt><dd>{account.email}</dd>
          {account.demonstration && <><dt>{words.name}</dt><dd>{account.name}</dd></>}
        </dl>
        {!account.demonstration && (
          <form method="post" action={path} className="form" noValidate>
            <Field name="nom" type="text" label={words.name} autoComplete="name" required maxLength={200} defaultValue={actionData?.typed['nom'] ?? account.name} problems={problems} />
            <p className="actions"><button type="submit" name="geste" value="nom" className="button-quiet">{words.account.rename}</button></p>
          </form>
        )}
      </section>
      <section aria-labelledby="acces">
        <h2 id="acces">{words.account.memberships}</h2>
        {account.memberships.length === 0 && !account.hasOwnSpace && <p>{words.account.noMembership}</p>}
        <ul className="link-list">
          {account.memberships.map((membership) => <li key={membership.id}><French>{membership.organisation.name}</French> <span className="note"><French>{roleNames[membership.role]}</French></span></li>)}
          {account.hasOwnSpace && <li><French>{roleNames.employee}</French></li>}
        </ul>
        {account.memberships.length + Number(account.hasOwnSpace) > 1 && <p><a href={pathIn(language, '/espace/choix')}>{words.account.choose}</a></p>}
      </section>
      {!account.demonstration && <AccountSecrets path={path} account={account} codesLeft={codesLeft} problems={problems} />}
      <AccountSessions path={path} sessions={sessions} />
    </Page>
  );
}
