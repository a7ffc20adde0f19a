import { data } from 'react-router';
import type { App } from '../../composition.ts';
import { acceptInvitation, findInvitation } from '../../parties/index.ts';
import type { Tx } from '../../platform/database/database.ts';
import { hashOf, joinAnew, joinWithAccount, openInvitation } from '../../platform/identity/index.ts';
import { roleNames } from '../../platform/permission/permission.text.ts';
import { Field, Problems, useFormPrefix } from '../components/form.tsx';
import { French } from '../components/french.tsx';
import { goOn, said } from '../entering.ts';
import { readForm } from '../form.ts';
import { languageOf, pathIn, useLanguage, useWords } from '../language.ts';
import { identityMessages } from '../messages/identity.ts';
import { appContext, visitContext } from '../request.ts';
import { Page } from '../shell/page.tsx';
import { identityHouse } from '../visit.ts';
import type { Route } from './+types/invitation';

const read = (app: App, token: string) => openInvitation(identityHouse(app), (tx) => findInvitation(tx, hashOf(token), app.clock));

export async function loader({ context, params }: Route.LoaderArgs) {
  const invitation = await read(context.get(appContext), params.token);
  return data({ invitation }, { status: invitation ? 200 : 404 });
}

export async function action({ context, request, params }: Route.ActionArgs) {
  const app = context.get(appContext);
  const house = identityHouse(app);
  const language = languageOf(request);
  const invitation = await read(app, params.token);
  const over = () => data({ problems: [], typed: '', joined: false }, { status: 404 });
  if (!invitation) return over();
  const accept = (tx: Tx, accountId: string) => acceptInvitation(tx, hashOf(params.token), accountId, app.clock);

  if (invitation.hasAccount) {
    const joined = await joinWithAccount(house, invitation.email, accept);
    return joined.ok ? data({ problems: [], typed: '', joined: true }) : over();
  }
  const form = await readForm(request);
  const given = { email: invitation.email, name: form('nom'), password: form('mot-de-passe'), passwordNeeded: invitation.role !== 'employee' };
  const entered = await joinAnew(house, given, accept, context.get(visitContext).visitor);
  if (entered.ok) return goOn(app.config, entered.value, language, undefined);
  switch (entered.error.code) {
    case 'invitation.unknown': case 'invitation.expired': case 'account.exists': return over();
    case 'name.missing': return data({ problems: [{ field: 'nom', text: said(entered.error, language) }], typed: given.name, joined: false }, { status: 400 });
    default: return data({ problems: [{ field: 'mot-de-passe', text: said(entered.error, language) }], typed: given.name, joined: false }, { status: 400 });
  }
}

export default function Invitation({ loaderData: { invitation }, actionData }: Route.ComponentProps) {
  const all = useWords(identityMessages);
  const words = all.invitation;
  const language = useLanguage();
  const problems = actionData?.problems;
  const beforeTitle = useFormPrefix(problems);
  if (actionData?.joined) {
    return (
      <Page title={words.title} kind="text" lead={<p>{words.joined}</p>}>
        <p className="actions"><a className="button" href={pathIn(language, '/connexion')}>{all.signIn.title}</a></p>
      </Page>
    );
  }
  if (!invitation) return <Page title={words.over} kind="text" lead={<p>{words.overText}</p>}><p><a href={pathIn(language, '/connexion')}>{all.signIn.title}</a></p></Page>;
  const own = invitation.role === 'employee';
  return (
    <Page title={words.title} beforeTitle={beforeTitle} kind="text" lead={<p>{own ? words.forOwn : words.forOrganisation(invitation.organisation)}</p>}>
      <Problems problems={problems} />
      <dl className="facts">
        <dt>{words.address}</dt><dd>{invitation.email}</dd>
        {!own && <><dt>{words.role}</dt><dd><French>{roleNames[invitation.role]}</French></dd></>}
      </dl>
      {invitation.hasAccount
        ? <form method="post"><p>{words.join}</p><p className="actions"><button type="submit">{words.joinButton}</button></p></form>
        : (
          <>
            <h2>{words.create}</h2>
            <form method="post" className="form" noValidate>
              <input type="hidden" name="username" autoComplete="username" value={invitation.email} />
              <Field name="nom" type="text" label={all.name} autoComplete="name" required maxLength={200} defaultValue={actionData?.typed} problems={problems} />
              <Field name="mot-de-passe" type="password" label={all.password} hint={own ? words.passwordOptional : all.newPassword.hint} autoComplete="new-password" required={!own} problems={problems} />
              <p className="actions"><button type="submit">{words.createButton}</button></p>
            </form>
          </>
        )}
    </Page>
  );
}
