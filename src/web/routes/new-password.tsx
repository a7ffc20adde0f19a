import { data } from 'react-router';
import { openRecovery, recover } from '../../platform/identity/index.ts';
import { Field, Problems, useFormPrefix } from '../components/form.tsx';
import { LinkOver } from '../components/link-over.tsx';
import { goOn, said } from '../entering.ts';
import { readForm, refused } from '../form.ts';
import { languageOf, pathIn, useWords } from '../language.ts';
import { identityMessages } from '../messages/identity.ts';
import { publicOrigin } from '../public-origin.ts';
import { appContext, visitContext } from '../request.ts';
import { Page } from '../shell/page.tsx';
import { identityHouse } from '../visit.ts';
import type { Route } from './+types/new-password';

export async function loader({ context, params }: Route.LoaderArgs) {
  const recovery = await openRecovery(identityHouse(context.get(appContext)), params.token);
  return data({ recovery }, { status: recovery ? 200 : 404 });
}

export async function action({ context, request, params }: Route.ActionArgs) {
  const app = context.get(appContext);
  const language = languageOf(request);
  const form = await readForm(request);
  const notice = { language, recoveryAddress: publicOrigin(app, request) + pathIn(language, '/mot-de-passe-oublie') };
  const given = { token: params.token, password: form('mot-de-passe'), code: form('code') };
  const entered = await recover(identityHouse(app), given, context.get(visitContext).visitor, notice);
  if (entered.ok) return goOn(app.config, entered.value, language, undefined);
  switch (entered.error.code) {
    case 'link.over': return refused([], {}, 404);
    case 'code.wrong': return refused([{ field: 'code', text: said(entered.error, language) }]);
    case 'signIn.tooMany': return refused([{ field: 'code', text: said({ ...entered.error, code: 'code.tooMany' }, language) }], {}, 429);
    default: return refused([{ field: 'mot-de-passe', text: said(entered.error, language) }]);
  }
}

export default function NewPassword({ loaderData: { recovery }, actionData }: Route.ComponentProps) {
  const words = useWords(identityMessages);
  const problems = actionData?.problems;
  const beforeTitle = useFormPrefix(problems);
  if (!recovery) return <LinkOver ask="/mot-de-passe-oublie" />;
  return (
    <Page title={words.newPassword.title} beforeTitle={beforeTitle} kind="text" lead={<p>{words.newPassword.text}</p>}>
      <Problems problems={problems} />
      <form method="post" className="form" noValidate>
        <Field name="mot-de-passe" type="password" label={words.newPassword.field} hint={words.newPassword.hint} autoComplete="new-password" required problems={problems} />
        {recovery.hasSecondFactor && <Field name="code" type="text" label={words.secondFactor.field} autoComplete="one-time-code" autoCapitalize="none" spellCheck={false} required problems={problems} />}
        <p className="actions"><button type="submit">{words.newPassword.button}</button></p>
      </form>
    </Page>
  );
}
