import { data } from 'react-router';
import { memberOf, resetSecondFactor } from '../../platform/identity/index.ts';
import { Done, Field, Problems, useFormPrefix } from '../components/form.tsx';
import { readForm, refused } from '../form.ts';
import { languageOf, pathIn, useLanguage, useWords } from '../language.ts';
import { spaceMessages } from '../messages/space.ts';
import { publicOrigin } from '../public-origin.ts';
import { appContext } from '../request.ts';
import { demand } from '../session.ts';
import { Page } from '../shell/page.tsx';
import type { Route } from './+types/space-reset-second-factor';

export async function loader({ context, params }: Route.LoaderArgs) {
  const { actor } = demand(context, 'membership.update');
  const member = await memberOf({ ...context.get(appContext), actor }, { membershipId: params.id });
  if (!member.ok) throw data(null, { status: 404 });
  return { name: member.value.name };
}

export async function action({ context, request, params }: Route.ActionArgs) {
  const app = context.get(appContext);
  const language = languageOf(request);
  const words = spaceMessages[language].reset;
  const { actor } = demand(context, 'membership.update');
  const reason = (await readForm(request))('motif');
  const done = await resetSecondFactor({ ...app, actor }, { membershipId: params.id, reason, language, recoveryAddress: publicOrigin(app, request) + pathIn(language, '/mot-de-passe-oublie') });
  if (done.ok) return data({ done: true, problems: [], typed: {} });
  const because = (text: string) => refused([{ field: 'motif', text }], { motif: reason });
  switch (done.error.code) {
    case 'input.invalid': return because(words.reasonMissing);
    case 'secondFactor.absent': return because(words.absent);
    case 'secondFactor.elsewhere': return because(words.elsewhere);
    case 'secondFactor.own': return because(words.own);
    default: throw data(null, { status: 404 });
  }
}

export default function ResetSecondFactor({ loaderData: { name }, actionData }: Route.ComponentProps) {
  const words = useWords(spaceMessages).reset;
  const language = useLanguage();
  const problems = actionData?.problems;
  const beforeTitle = useFormPrefix(problems);
  if (actionData && 'done' in actionData) {
    return <Page title={words.title} kind="text" ><Done>{words.done(name)}</Done><p><a href={pathIn(language, '/espace')}>{words.back}</a></p></Page>;
  }
  return (
    <Page title={words.title} beforeTitle={beforeTitle} kind="text" lead={<p>{words.text(name)}</p>}>
      <Problems problems={problems} />
      <p>{words.consequence}</p>
      <form method="post" className="form" noValidate>
        <Field name="motif" type="text" label={words.reason} hint={words.reasonHint} required maxLength={500} defaultValue={actionData?.typed['motif']} problems={problems} />
        <p className="actions"><button type="submit">{words.button}</button></p>
      </form>
    </Page>
  );
}
