import { redirect } from 'react-router';
import { z } from 'zod';
import { requestLink } from '../../platform/identity/index.ts';
import { Field, Problems, useFormPrefix } from '../components/form.tsx';
import { said } from '../entering.ts';
import { readForm, refused } from '../form.ts';
import { languageOf, pathIn, useWords } from '../language.ts';
import { identityMessages } from '../messages/identity.ts';
import { publicOrigin } from '../public-origin.ts';
import { appContext, visitContext } from '../request.ts';
import { Page } from '../shell/page.tsx';
import { identityHouse } from '../visit.ts';
import type { Route } from './+types/password-forgotten';

export async function action({ context, request }: Route.ActionArgs) {
  const app = context.get(appContext);
  const language = languageOf(request);
  const email = (await readForm(request))('email');
  if (!z.email().max(254).safeParse(email.trim()).success) return refused([{ field: 'email', text: said({ code: 'email.wrong' }, language) }], { email });
  const addressOf = (token: string): string => publicOrigin(app, request) + pathIn(language, `/nouveau-mot-de-passe/${token}`);
  const asked = await requestLink(identityHouse(app), { kind: 'recovery', email, ip: context.get(visitContext).visitor.ip, language, addressOf });
  if (!asked.ok) return refused([{ field: 'email', text: said({ ...asked.error, code: 'code.tooMany' }, language) }], { email }, 429);
  return redirect(pathIn(language, '/connexion/lien'));
}

export default function PasswordForgotten({ actionData }: Route.ComponentProps) {
  const words = useWords(identityMessages);
  const problems = actionData?.problems;
  return (
    <Page title={words.forgotten.title} beforeTitle={useFormPrefix(problems)} kind="text" lead={<p>{words.forgotten.text}</p>}>
      <Problems problems={problems} />
      <form method="post" className="form" noValidate>
        <Field name="email" type="email" label={words.email} autoComplete="username" required defaultValue={actionData?.typed['email']} problems={problems} />
        <p className="actions"><button type="submit">{words.forgotten.button}</button></p>
      </form>
    </Page>
  );
}
