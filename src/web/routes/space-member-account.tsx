import { data } from 'react-router';
import { disableAccount, enableAccount, memberOf } from '../../platform/identity/index.ts';
import { dayOf } from '../../platform/i18n/moment.ts';
import { formatDay } from '../../platform/i18n/format.ts';
import { scopeOf } from '../../platform/permission/permission.rules.ts';
import { Done, Field, Problems, useFormPrefix } from '../components/form.tsx';
import { readForm, refused } from '../form.ts';
import { languageOf, pathIn, useLanguage, useWords } from '../language.ts';
import { spaceMessages } from '../messages/space.ts';
import { appContext } from '../request.ts';
import { demand, type SignedIn } from '../session.ts';
import { Page } from '../shell/page.tsx';
import type { Route } from './+types/space-member-account';

/** An account is the territory's: the manager of one organisation ends an access, not the account. */
function administration(context: Route.LoaderArgs['context']): SignedIn {
  const session = demand(context, 'membership.update');
  if (scopeOf(session.actor.role, 'membership.update') !== 'territory') throw data(null, { status: 403 });
  return session;
}

export async function loader({ context, params }: Route.LoaderArgs) {
  const { actor } = administration(context);
  const member = await memberOf({ ...context.get(appContext), actor }, { membershipId: params.id });
  if (!member.ok) throw data(null, { status: 404 });
  return { ...member.value, disabledOn: member.value.disabledAt && dayOf(member.value.disabledAt) };
}

export async function action({ context, request, params }: Route.ActionArgs) {
  const session = { ...context.get(appContext), actor: administration(context).actor };
  const words = spaceMessages[languageOf(request)].memberAccount;
  const field = await readForm(request);
  const reason = field('motif');
  const gesture = (['desactiver', 'reactiver'] as const).find((known) => known === field('geste'));
  if (!gesture) throw data(null, { status: 400 });
  const done = gesture === 'desactiver' ? await disableAccount(session, { membershipId: params.id, reason }) : await enableAccount(session, { membershipId: params.id });
  if (done.ok) return data({ done: gesture, problems: [], typed: { motif: '' } });
  const because = (text: string) => refused([{ field: 'motif', text }], { motif: reason });
  switch (done.error.code) {
    case 'input.invalid': {
      if ('membershipId' in done.error.fields) throw data(null, { status: 404 });
      return because(words.reasonMissing);
    }
    case 'account.own': return because(words.own);
    case 'account.lastAdministrator': return because(words.last);
    default: throw data(null, { status: 404 });
  }
}

export default function MemberAccount({ loaderData: { name, own, disabledOn }, actionData }: Route.ComponentProps) {
  const words = useWords(spaceMessages).memberAccount;
  const language = useLanguage();
  const problems = actionData?.problems;
  const beforeTitle = useFormPrefix(problems);
  const state = disabledOn ? words.disabled(name, formatDay(disabledOn, language)) : words.enabled(name);
  const done = actionData && 'done' in actionData ? words.done[actionData.done](name) : undefined;
  return (
    <Page title={words.title} beforeTitle={beforeTitle} kind="text" crumbs={[{ label: useWords(spaceMessages).home.title, path: '/espace' }]} lead={<p>{state}</p>}>
      {done && <Done>{done}</Done>}
      <Problems problems={problems} />
      {own ? <p>{words.own}</p> : disabledOn ? <Enabling /> : <Disabling typed={actionData?.typed['motif']} problems={problems} />}
      <p><a href={pathIn(language, '/espace/organisations')}>{words.back}</a></p>
    </Page>
  );
}

function Disabling({ typed, problems }: { typed: string | undefined; problems: Parameters<typeof Problems>[0]['problems'] }) {
  const words = useWords(spaceMessages).memberAccount;
  return (
    <>
      <p>{words.consequence}</p>
      <form method="post" className="form" noValidate>
        <Field name="motif" type="text" label={words.reason} hint={words.reasonHint} required maxLength={500} defaultValue={typed} problems={problems} />
        <p className="actions"><button type="submit" name="geste" value="desactiver">{words.disable}</button></p>
      </form>
    </>
  );
}

function Enabling() {
  const words = useWords(spaceMessages).memberAccount;
  return (
    <>
      <p>{words.enableText}</p>
      <form method="post" className="form"><p className="actions"><button type="submit" name="geste" value="reactiver">{words.enable}</button></p></form>
    </>
  );
}
