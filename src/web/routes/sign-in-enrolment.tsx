import { data, redirect } from 'react-router';
import { enrol, enrolment } from '../../platform/identity/index.ts';
import { Field, Problems, useFormPrefix } from '../components/form.tsx';
import { RecoveryCodes } from '../components/recovery-codes.tsx';
import { enteredHeaders } from '../cookies.ts';
import { said } from '../entering.ts';
import { readForm } from '../form.ts';
import { languageOf, pathIn, useLanguage, useWords } from '../language.ts';
import { identityMessages } from '../messages/identity.ts';
import { appContext, visitContext } from '../request.ts';
import { localPath } from '../return-path.rules.ts';
import { owing } from '../session.ts';
import { Page } from '../shell/page.tsx';
import { identityHouse } from '../visit.ts';
import type { Route } from './+types/sign-in-enrolment';

export async function loader({ context, request }: Route.LoaderArgs) {
  const back = localPath(new URL(request.url).searchParams.get('retour'));
  const current = owing(context, 'enrolment');
  if (!current) throw redirect(back ?? pathIn(languageOf(request), '/espace'));
  // After its form was sent the page is answered by the action's words: nothing is drawn anew.
  return { back, enrolment: await enrolment(identityHouse(context.get(appContext)), current.account) };
}

export async function action({ context, request }: Route.ActionArgs) {
  const app = context.get(appContext);
  const house = identityHouse(app);
  const language = languageOf(request);
  const form = await readForm(request);
  const current = owing(context, 'enrolment');
  if (!current) throw redirect(pathIn(language, '/espace'));
  const sealed = form('cle');
  const done = await enrol(house, current, { sealed, code: form('code') }, context.get(visitContext).visitor);
  if (done.ok) return data({ codes: done.value.codes, again: null, problems: [] }, { headers: await enteredHeaders(app.config, done.value.entered) });
  if (done.error.code === 'secondFactor.present') throw redirect(pathIn(language, '/espace'));
  const code = done.error.code === 'signIn.tooMany' ? 'code.tooMany' : done.error.code;
  return data({
    codes: null,
    again: await enrolment(house, current.account, sealed),
    problems: [{ field: 'code', text: said({ ...done.error, code }, language) }],
  }, { status: code === 'code.tooMany' ? 429 : 400 });
}

export default function Enrolment({ loaderData, actionData }: Route.ComponentProps) {
  const words = useWords(identityMessages).enrolment;
  const { code, signOut } = useWords(identityMessages);
  const language = useLanguage();
  const problems = actionData?.problems;
  const beforeTitle = useFormPrefix(problems);
  const shown = actionData?.again ?? loaderData.enrolment;
  if (actionData?.codes) return <RecoveryCodes codes={actionData.codes} next={loaderData.back ?? pathIn(language, '/espace')} />;
  return (
    <Page title={words.title} beforeTitle={beforeTitle} kind="text" lead={<p>{words.text}</p>}>
      <Problems problems={problems} />
      <h2>{words.scan}</h2>
      <p>{words.scanText}</p>
      <div className="qr-code" role="img" aria-label={words.scanAlt} dangerouslySetInnerHTML={{ __html: shown.qrCode }} />
      <p>{words.keyText} <code className="enrolment-key">{shown.key}</code></p>
      <h2>{words.give}</h2>
      <form method="post" className="form" noValidate>
        <input type="hidden" name="cle" value={shown.sealed} />
        <Field name="code" type="text" inputMode="numeric" label={code} autoComplete="one-time-code" required problems={problems} />
        <p className="actions"><button type="submit">{words.button}</button></p>
      </form>
      <form method="post" action={pathIn(language, '/deconnexion')}><button type="submit" className="button-quiet">{signOut}</button></form>
    </Page>
  );
}
