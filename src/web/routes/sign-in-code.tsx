import { redirect } from 'react-router';
import { giveCode } from '../../platform/identity/index.ts';
import { Field, Problems, useFormPrefix } from '../components/form.tsx';
import { goOn, said } from '../entering.ts';
import { readForm, refused } from '../form.ts';
import { languageOf, pathIn, useLanguage, useWords } from '../language.ts';
import { identityMessages } from '../messages/identity.ts';
import { appContext, visitContext } from '../request.ts';
import { localPath } from '../return-path.rules.ts';
import { owing } from '../session.ts';
import { Page } from '../shell/page.tsx';
import { identityHouse } from '../visit.ts';
import type { Route } from './+types/sign-in-code';

export function loader({ context, request }: Route.LoaderArgs) {
  const back = localPath(new URL(request.url).searchParams.get('retour'));
  if (!owing(context, 'code')) throw redirect(back ?? pathIn(languageOf(request), '/espace'));
  return null;
}

export async function action({ context, request }: Route.ActionArgs) {
  const app = context.get(appContext);
  const language = languageOf(request);
  const form = await readForm(request);
  const current = owing(context, 'code');
  if (!current) throw redirect(pathIn(language, '/connexion'));
  const entered = await giveCode(identityHouse(app), current, form('code'), context.get(visitContext).visitor);
  if (entered.ok) return goOn(app.config, entered.value, language, localPath(new URL(request.url).searchParams.get('retour')));
  const code = entered.error.code === 'signIn.tooMany' ? 'code.tooMany' : entered.error.code;
  return refused([{ field: 'code', text: said({ ...entered.error, code }, language) }], {}, code === 'code.tooMany' ? 429 : 400);
}

export default function SignInCode({ actionData }: Route.ComponentProps) {
  const words = useWords(identityMessages);
  const language = useLanguage();
  const problems = actionData?.problems;
  return (
    <Page title={words.secondFactor.title} beforeTitle={useFormPrefix(problems)} kind="text" lead={<p>{words.secondFactor.text}</p>}>
      <Problems problems={problems} />
      <form method="post" className="form" noValidate>
        <Field name="code" type="text" label={words.secondFactor.field} autoComplete="one-time-code" autoCapitalize="none" spellCheck={false} required problems={problems} />
        <p className="actions"><button type="submit">{words.secondFactor.button}</button></p>
      </form>
      <details>
        <summary>{words.secondFactor.lost}</summary>
        <p>{words.secondFactor.lostText}</p>
      </details>
      <form method="post" action={pathIn(language, '/deconnexion')}><button type="submit" className="button-quiet">{words.signOut}</button></form>
    </Page>
  );
}
