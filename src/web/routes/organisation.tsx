import { data, redirect } from 'react-router';
import { checkContact, closeOrganisation, freshness, inviteMember, openOrganisation, reaches, renameOrganisation, reopenOrganisation, revokeInvitation } from '../../parties/index.ts';
import { rolesOfKind } from '../../platform/permission/matrix.ts';
import { mayGive, scopeOf } from '../../platform/permission/permission.rules.ts';
import { kindNames, roleNames } from '../../platform/permission/permission.text.ts';
import { Field, Problems } from '../components/form.tsx';
import { refused } from '../form.ts';
import { languageOf, pathIn } from '../language.ts';
import { organisationWords } from '../messages/organisations.ts';
import { partiesWords } from '../messages/parties.ts';
import { communeName } from '../people/communes.ts';
import { companyNumber } from '../people/company-number.ts';
import { DeskPage } from '../people/desk-page.tsx';
import { frenchDay } from '../people/moment.ts';
import { OrganisationAccess } from '../people/organisation-access.tsx';
import { OrganisationClosing } from '../people/organisation-closing.tsx';
import { OrganisationContacts } from '../people/organisation-contacts.tsx';
import { OrganisationEstablishments } from '../people/organisation-establishments.tsx';
import { again, readSent, shown, type FormShape, wordOf } from '../people/submit.ts';
import { publicOrigin } from '../public-origin.ts';
import { appContext } from '../request.ts';
import { demand } from '../session.ts';
import type { Route } from './+types/organisation';

export async function loader({ context, request, params }: Route.LoaderArgs) {
  const app = context.get(appContext);
  const { actor } = demand(context, 'organisation.read');
  const { organisation, establishments, contacts, members, invitations } = shown(await openOrganisation({ ...app, actor }, { id: params.id }));
  const may = (permission: Parameters<typeof reaches>[1]): boolean => reaches(actor, permission, organisation.id);
  // A closed one is read; what stands in it can still be ended, and nothing begins there.
  const mayOpen = (permission: Parameters<typeof reaches>[1]): boolean => organisation.closedOn === null && may(permission);
  const mayEnd = scopeOf(actor.role, 'organisation.update') === 'territory' && organisation.id !== actor.organisationId;
  return {
    organisation, members, invitations, commune: communeName(app, organisation.commune), done: new URL(request.url).searchParams.get('fait') ?? '',
    establishments: establishments?.map((one) => ({ ...one, communeName: communeName(app, one.commune) })) ?? null,
    contacts: contacts?.map((one) => ({ ...one, freshness: freshness(one.checkedOn, app.clock.today()) })) ?? null,
    givable: rolesOfKind[organisation.kind].filter((role) => mayGive(actor.role, organisation.kind, role)).map((value) => ({ value: value as string, label: roleNames[value] })),
    may: {
      close: mayEnd, rename: mayOpen('organisation.update'), addEstablishment: mayOpen('establishment.create'), changeEstablishment: may('establishment.update'), addContact: mayOpen('contact.create'), changeContact: may('contact.update'),
      invite: mayOpen('invitation.create'), revoke: may('invitation.update'), end: may('membership.update'), disable: scopeOf(actor.role, 'membership.update') === 'territory',
    },
  };
}

const words = organisationWords.one;
const inviteShape: FormShape = { names: { email: 'courriel', role: 'role' }, labels: { courriel: words.invitations.email, role: words.invitations.role }, places: { 'invitation.role': 'role' } };
const nameShape: FormShape = { names: { name: 'nom' }, labels: { nom: words.name } };
const closingShape: FormShape = { names: { id: 'fermeture' } };
const noShape: FormShape = { names: {} };

export async function action({ context, request, params }: Route.ActionArgs) {
  const app = context.get(appContext);
  const session = { ...app, actor: demand(context, 'organisation.read').actor };
  const { input, typed, field } = await readSent(request, inviteShape, nameShape);
  const organisationId = params.id;
  const go = (done: string) => redirect(pathIn(languageOf(request), `/espace/organisations/${organisationId}?fait=${done}`), 303);
  switch (field('geste')) {
    case 'inviter': {
      const invited = await inviteMember(session, { ...input, organisationId, origin: publicOrigin(app, request) });
      return invited.ok ? go('invitation') : again(invited.error, inviteShape, typed);
    }
    case 'annuler': {
      const revoked = await revokeInvitation(session, { organisationId, id: field('invitation') });
      return revoked.ok ? go('annulation') : again(revoked.error, noShape, typed);
    }
    case 'verifier': {
      const checked = await checkContact(session, { organisationId, id: field('interlocuteur') });
      return checked.ok ? go('verifie') : again(checked.error, noShape, typed);
    }
    case 'nommer': {
      const renamed = await renameOrganisation(session, { ...input, id: organisationId });
      return renamed.ok ? go('nom') : again(renamed.error, nameShape, typed);
    }
    case 'fermer': {
      const closed = await closeOrganisation(session, { id: organisationId });
      if (closed.ok) return go('fermee');
      if (closed.error.code === 'organisation.openFiles') return refused([{ field: 'fermeture', text: words.closing.openFiles }]);
      return again(closed.error, closingShape, typed);
    }
    case 'rouvrir': {
      const reopened = await reopenOrganisation(session, { id: organisationId });
      return reopened.ok ? go('rouverte') : again(reopened.error, closingShape, typed);
    }
    default: throw data(null, { status: 400 });
  }
}

export default function OrganisationPage({ loaderData, actionData }: Route.ComponentProps) {
  const { organisation, commune, establishments, contacts, members, invitations, givable, may, done } = loaderData;
  const problems = actionData?.problems;
  const typed = actionData?.typed ?? {};
  return (
    <DeskPage
      title={organisation.name} problems={problems} done={problems ? undefined : wordOf(words.done, done)}
      crumbs={[{ label: 'Mon espace', path: '/espace' }, { label: organisationWords.list.title, path: '/espace/organisations' }]}
    >
      <Problems problems={problems} />
      {organisation.demonstration && <p><span className="demonstration">{partiesWords.demonstration}</span></p>}
      {organisation.closedOn && <p className="note">{words.closing.closed(frenchDay(organisation.closedOn))}</p>}
      <dl className="facts">
        <dt>{words.kind}</dt><dd>{kindNames[organisation.kind]}</dd>
        {organisation.siren && <><dt>{words.siren}</dt><dd className="tabular together">{companyNumber(organisation.siren)}</dd></>}
        {commune && <><dt>{words.commune}</dt><dd>{commune}</dd></>}
        <dt>{words.since}</dt><dd>{frenchDay(organisation.createdAt)}</dd>
      </dl>
      {may.rename && (
        <details open={problems?.some(({ field }) => field === 'nom') ?? false}>
          <summary>{words.rename}</summary>
          <form method="post" className="form" noValidate>
            <Field name="nom" type="text" label={words.name} required maxLength={200} autoComplete="off" defaultValue={typed['nom'] || organisation.name} problems={problems} />
            <p className="actions"><button type="submit" name="geste" value="nommer" className="button-quiet">{partiesWords.save}</button></p>
          </form>
        </details>
      )}
      {establishments && <OrganisationEstablishments organisationId={organisation.id} establishments={establishments} mayAdd={may.addEstablishment} mayChange={may.changeEstablishment} />}
      {contacts && <OrganisationContacts organisationId={organisation.id} contacts={contacts} mayAdd={may.addContact} mayChange={may.changeContact} />}
      {members && <OrganisationAccess organisationId={organisation.id} members={members} invitations={invitations ?? []} givable={givable} may={may} typed={typed} problems={problems} />}
      {may.close && <OrganisationClosing closed={organisation.closedOn !== null} problems={problems} />}
    </DeskPage>
  );
}
