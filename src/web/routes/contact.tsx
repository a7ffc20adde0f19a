import { data, redirect } from 'react-router';
import { addContact, openOrganisation, optOutContact, reaches, updateContact } from '../../parties/index.ts';
import { Field, Problems } from '../components/form.tsx';
import { languageOf, pathIn, useLanguage } from '../language.ts';
import { organisationWords } from '../messages/organisations.ts';
import { partiesWords } from '../messages/parties.ts';
import { DeskPage } from '../people/desk-page.tsx';
import { optional } from '../people/fields.tsx';
import { organisationCrumbs } from '../people/organisation-crumbs.ts';
import { again, readSent, shown, type FormShape } from '../people/submit.ts';
import { appContext } from '../request.ts';
import { demand } from '../session.ts';
import type { Route } from './+types/contact';

const labels = organisationWords.contact;
const shape: FormShape = {
  names: { name: 'nom', function: 'fonction', email: 'courriel', phone: 'telephone', source: 'origine', checkedOn: 'verification' }, places: { 'contact.checkedAhead': 'verification' },
  labels: { nom: labels.name, fonction: labels.function, courriel: labels.email, telephone: labels.phone, verification: labels.checkedOn },
};

const added = 'nouveau';

/** A contact to add, at `…/interlocuteurs/nouveau`, or to change. */
export async function loader({ context, params }: Route.LoaderArgs) {
  const app = context.get(appContext);
  const permission = params.contact === added ? 'contact.create' : 'contact.update';
  const { actor } = demand(context, permission);
  const { organisation, contacts } = shown(await openOrganisation({ ...app, actor }, { id: params.id }));
  const contact = contacts?.find(({ id }) => id === params.contact);
  if (!reaches(actor, permission, organisation.id) || (params.contact !== added && (!contact || contact.optedOutAt))) throw data(null, { status: 404 });
  return { organisation, contact: contact ?? null, today: app.clock.today() };
}

export async function action({ context, request, params }: Route.ActionArgs) {
  const isNew = params.contact === added;
  const session = { ...context.get(appContext), actor: demand(context, isNew ? 'contact.create' : 'contact.update').actor };
  const { input, typed, field } = await readSent(request, shape);
  const go = (done: string) => redirect(pathIn(languageOf(request), `/espace/organisations/${params.id}?fait=${done}`), 303);
  const which = { organisationId: params.id, id: params.contact };
  if (!isNew && field('geste') === 'opposition') {
    const optedOut = await optOutContact(session, which);
    return optedOut.ok ? go('opposition') : again(optedOut.error, shape, typed);
  }
  const kept = isNew ? await addContact(session, { ...input, organisationId: params.id }) : await updateContact(session, { ...input, ...which });
  return kept.ok ? go('interlocuteur') : again(kept.error, shape, typed);
}

export default function ContactPage({ loaderData: { organisation, contact, today }, actionData }: Route.ComponentProps) {
  const words = organisationWords.contact;
  const language = useLanguage();
  const problems = actionData?.problems;
  const typed: Readonly<Record<string, string>> = actionData?.typed ?? (contact
    ? { nom: contact.name, fonction: contact.function, courriel: contact.email ?? '', telephone: contact.phone ?? '', origine: contact.source }
    : { verification: today });
  return (
    <DeskPage title={contact ? words.edit : words.new} crumbs={organisationCrumbs(organisation)} problems={problems}>
      <Problems problems={problems} />
      <form method="post" className="form" noValidate>
        <p className="note">{partiesWords.reference}</p>
        <Field name="nom" type="text" label={words.name} required maxLength={200} autoComplete="off" defaultValue={typed['nom']} problems={problems} />
        <Field name="fonction" type="text" label={optional(words.function)} maxLength={200} autoComplete="off" defaultValue={typed['fonction']} problems={problems} />
        <Field name="courriel" type="email" label={optional(words.email)} maxLength={254} autoComplete="off" defaultValue={typed['courriel']} problems={problems} />
        <Field name="telephone" type="tel" label={optional(words.phone)} maxLength={30} autoComplete="off" defaultValue={typed['telephone']} problems={problems} />
        <Field name="origine" type="text" label={words.source} hint={words.sourceHint} required maxLength={200} autoComplete="off" defaultValue={typed['origine']} problems={problems} />
        {!contact && <Field name="verification" type="date" label={words.checkedOn} max={today} defaultValue={typed['verification']} problems={problems} />}
        <p className="actions"><button type="submit">{words.button}</button><a href={pathIn(language, `/espace/organisations/${organisation.id}`)}>{partiesWords.cancel}</a></p>
      </form>
      {contact && (
        <form method="post" className="form">
          <h2>{words.optOut}</h2>
          <p>{words.optOutText}</p>
          <p className="actions"><button type="submit" name="geste" value="opposition" className="button-quiet">{words.optOutButton}</button></p>
        </form>
      )}
    </DeskPage>
  );
}
