import { data, redirect } from 'react-router';
import { openEstablishment, openOrganisation, reaches } from '../../parties/index.ts';
import { Field, Problems } from '../components/form.tsx';
import { languageOf, pathIn, useLanguage } from '../language.ts';
import { organisationWords } from '../messages/organisations.ts';
import { partiesWords } from '../messages/parties.ts';
import { communeOptions } from '../people/communes.ts';
import { DeskPage } from '../people/desk-page.tsx';
import { optional, SelectField } from '../people/fields.tsx';
import { organisationCrumbs } from '../people/organisation-crumbs.ts';
import { again, readSent, shown, type FormShape } from '../people/submit.ts';
import { appContext } from '../request.ts';
import { demand } from '../session.ts';
import type { Route } from './+types/establishment-new';

const { siret, name: label, commune, address, openedOn } = organisationWords.establishment;
const shape: FormShape = { names: { siret: 'siret', name: 'nom', commune: 'commune', address: 'adresse', openedOn: 'ouverture' }, labels: { siret, nom: label, commune, adresse: address, ouverture: openedOn } };

export async function loader({ context, params }: Route.LoaderArgs) {
  const app = context.get(appContext);
  const { actor } = demand(context, 'establishment.create');
  const { organisation } = shown(await openOrganisation({ ...app, actor }, { id: params.id }));
  if (!reaches(actor, 'establishment.create', organisation.id)) throw data(null, { status: 404 });
  return { organisation, communes: communeOptions(app) };
}

export async function action({ context, request, params }: Route.ActionArgs) {
  const { actor } = demand(context, 'establishment.create');
  const { input, typed } = await readSent(request, shape);
  const opened = await openEstablishment({ ...context.get(appContext), actor }, { ...input, organisationId: params.id });
  if (!opened.ok) return again(opened.error, shape, typed);
  return redirect(pathIn(languageOf(request), `/espace/organisations/${params.id}?fait=etablissement`), 303);
}

export default function NewEstablishment({ loaderData: { organisation, communes }, actionData }: Route.ComponentProps) {
  const words = organisationWords.establishment;
  const language = useLanguage();
  const typed = actionData?.typed ?? {};
  const problems = actionData?.problems;
  return (
    <DeskPage title={words.new} crumbs={organisationCrumbs(organisation)} problems={problems}>
      <Problems problems={problems} />
      <form method="post" className="form" noValidate>
        <p className="note">{partiesWords.reference}</p>
        <Field name="siret" type="text" inputMode="numeric" label={words.siret} hint={words.siretHint} required maxLength={20} autoComplete="off" defaultValue={typed['siret']} problems={problems} />
        <Field name="nom" type="text" label={optional(words.name)} maxLength={200} autoComplete="off" defaultValue={typed['nom']} problems={problems} />
        <Field name="adresse" type="text" label={optional(words.address)} maxLength={300} autoComplete="off" defaultValue={typed['adresse']} problems={problems} />
        <SelectField name="commune" label={optional(words.commune)} options={communes} empty={organisationWords.new.noCommune} chosen={typed['commune']} problems={problems} />
        <Field name="ouverture" type="date" label={words.openedOn} required defaultValue={typed['ouverture']} problems={problems} />
        <p className="actions"><button type="submit">{words.button}</button><a href={pathIn(language, `/espace/organisations/${organisation.id}`)}>{partiesWords.cancel}</a></p>
      </form>
    </DeskPage>
  );
}
