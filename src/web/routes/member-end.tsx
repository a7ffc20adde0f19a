import { data, redirect } from 'react-router';
import { endMembership, leavesNobody, openOrganisation, reaches } from '../../parties/index.ts';
import { mayGive } from '../../platform/permission/permission.rules.ts';
import { roleNames } from '../../platform/permission/permission.text.ts';
import { Problems } from '../components/form.tsx';
import { languageOf, pathIn, useLanguage } from '../language.ts';
import { organisationWords } from '../messages/organisations.ts';
import { partiesWords } from '../messages/parties.ts';
import { DeskPage } from '../people/desk-page.tsx';
import { SelectField } from '../people/fields.tsx';
import { organisationCrumbs } from '../people/organisation-crumbs.ts';
import { again, readSent, shown, type FormShape } from '../people/submit.ts';
import { appContext } from '../request.ts';
import { demand } from '../session.ts';
import type { Route } from './+types/member-end';

const shape: FormShape = { names: { successorId: 'suite' } };

/** What cannot be undone is said before it is done: whose access, and who takes over. */
export async function loader({ context, params }: Route.LoaderArgs) {
  const app = context.get(appContext);
  const { actor } = demand(context, 'membership.update');
  const { organisation, members } = shown(await openOrganisation({ ...app, actor }, { id: params.id }));
  const current = members?.filter(({ endedAt }) => endedAt === null) ?? [];
  const able = current.filter(({ disabledAt }) => disabledAt === null);
  const member = current.find(({ id }) => id === params.membership);
  if (!member || !reaches(actor, 'membership.update', organisation.id) || !mayGive(actor.role, organisation.kind, member.role)) throw data(null, { status: 404 });
  return {
    organisation, name: member.name, role: roleNames[member.role], last: leavesNobody(actor.role, member, able),
    successors: able.filter(({ accountId }) => accountId !== member.accountId).map(({ id, name, role }) => ({ value: id, label: `${name} (${roleNames[role]})` })),
  };
}

export async function action({ context, request, params }: Route.ActionArgs) {
  const { actor } = demand(context, 'membership.update');
  const { input, typed } = await readSent(request, shape);
  const ended = await endMembership({ ...context.get(appContext), actor }, { ...input, organisationId: params.id, id: params.membership });
  if (!ended.ok) return again(ended.error, shape, typed);
  return redirect(pathIn(languageOf(request), `/espace/organisations/${params.id}?fait=retrait`), 303);
}

export default function EndMembership({ loaderData: { organisation, name, role, last, successors }, actionData }: Route.ComponentProps) {
  const words = organisationWords.end;
  const back = pathIn(useLanguage(), `/espace/organisations/${organisation.id}`);
  const problems = actionData?.problems;
  const stuck = last && successors.length === 0;
  return (
    <DeskPage title={words.title} crumbs={organisationCrumbs(organisation)} lead={words.text(name, role)} problems={problems}>
      <Problems problems={problems} />
      <p>{stuck ? words.nobody : words.at}</p>
      <form method="post" className="form" noValidate>
        {last && successors.length > 0 && <SelectField name="suite" label={words.successor} hint={words.successorHint} options={successors} empty={partiesWords.choose} chosen={actionData?.typed['suite']} problems={problems} />}
        <p className="actions">{!stuck && <button type="submit">{words.button}</button>}<a href={back}>{partiesWords.cancel}</a></p>
      </form>
    </DeskPage>
  );
}
