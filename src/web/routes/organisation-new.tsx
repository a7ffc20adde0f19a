import { redirect } from 'react-router';
import { createOrganisation } from '../../parties/index.ts';
import { organisationKinds } from '../../platform/permission/matrix.ts';
import { kindNames } from '../../platform/permission/permission.text.ts';
import { Field, Problems } from '../components/form.tsx';
import { languageOf, pathIn, useLanguage } from '../language.ts';
import { organisationWords } from '../messages/organisations.ts';
import { partiesWords } from '../messages/parties.ts';
import { communeOptions } from '../people/communes.ts';
import { DeskPage } from '../people/desk-page.tsx';
import { optional, SelectField } from '../people/fields.tsx';
import { again, readSent, type FormShape } from '../people/submit.ts';
import { appContext } from '../request.ts';
import { demand } from '../session.ts';
import type { Route } from './+types/organisation-new';

const labels = organisationWords.new;
const shape: FormShape = {
  names: { kind: 'type', name: 'nom', siren: 'siren', commune: 'commune' }, labels: { type: labels.kind, nom: labels.name, siren: labels.siren, commune: labels.commune }, places: { 'organisation.known': 'siren' },
};

export function loader({ context }: Route.LoaderArgs) {
  demand(context, 'organisation.create');
  return { communes: communeOptions(context.get(appContext)) };
}

export async function action({ context, request }: Route.ActionArgs) {
  const { actor } = demand(context, 'organisation.create');
  const { input, typed } = await readSent(request, shape);
  const made = await createOrganisation({ ...context.get(appContext), actor }, input);
  if (!made.ok) return again(made.error, shape, typed);
  return redirect(pathIn(languageOf(request), `/espace/organisations/${made.value.id}?fait=cree`), 303);
}

export default function NewOrganisation({ loaderData: { communes }, actionData }: Route.ComponentProps) {
  const words = organisationWords.new;
  const language = useLanguage();
  const typed = actionData?.typed ?? {};
  const problems = actionData?.problems;
  return (
    <DeskPage title={words.title} crumbs={[{ label: 'Mon espace', path: '/espace' }, { label: organisationWords.list.title, path: '/espace/organisations' }]} lead={words.lead} problems={problems}>
      <Problems problems={problems} />
      <form method="post" className="form" noValidate>
        <p className="note">{partiesWords.reference}</p>
        <SelectField name="type" label={words.kind} options={organisationKinds.map((value) => ({ value, label: kindNames[value] }))} empty={partiesWords.choose} chosen={typed['type']} problems={problems} />
        <Field name="nom" type="text" label={words.name} required maxLength={200} autoComplete="off" defaultValue={typed['nom']} problems={problems} />
        <Field name="siren" type="text" inputMode="numeric" label={optional(words.siren)} hint={words.sirenHint} maxLength={20} autoComplete="off" defaultValue={typed['siren']} problems={problems} />
        <SelectField name="commune" label={optional(words.commune)} hint={words.communeHint} options={communes} empty={words.noCommune} chosen={typed['commune']} problems={problems} />
        <p className="actions"><button type="submit">{words.button}</button><a href={pathIn(language, '/espace/organisations')}>{partiesWords.cancel}</a></p>
      </form>
    </DeskPage>
  );
}
