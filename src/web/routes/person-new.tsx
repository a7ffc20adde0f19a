import { redirect } from 'react-router';
import { createPerson } from '../../parties/index.ts';
import { Problems } from '../components/form.tsx';
import { languageOf, pathIn, useLanguage } from '../language.ts';
import { partiesWords } from '../messages/parties.ts';
import { communeOptions } from '../people/communes.ts';
import { DeskPage } from '../people/desk-page.tsx';
import { HouseholdFields, householdShape, IdentityFields, identityShape } from '../people/identity-fields.tsx';
import { again, readSent, type FormShape } from '../people/submit.ts';
import { appContext } from '../request.ts';
import { demand } from '../session.ts';
import type { Route } from './+types/person-new';

const shape: FormShape = {
  names: { ...identityShape.names, ...householdShape.names, householdId: 'foyer' }, labels: { ...identityShape.labels, ...householdShape.labels }, places: { ...identityShape.places },
};

export function loader({ context, request }: Route.LoaderArgs) {
  demand(context, 'person.create');
  return { communes: communeOptions(context.get(appContext)), household: new URL(request.url).searchParams.get('foyer') ?? '' };
}

export async function action({ context, request }: Route.ActionArgs) {
  const { actor } = demand(context, 'person.create');
  const { input, typed } = await readSent(request, shape);
  // The counts of a household that stands are not asked again.
  const counts = input['householdId'] ? { adults: undefined, children: undefined } : {};
  const made = await createPerson({ ...context.get(appContext), actor }, { ...input, ...counts });
  if (!made.ok) return again(made.error, shape, typed);
  return redirect(pathIn(languageOf(request), `/espace/personnes/${made.value.id}?fait=creee`), 303);
}

export default function NewPerson({ loaderData: { communes, household }, actionData }: Route.ComponentProps) {
  const words = partiesWords.person;
  const language = useLanguage();
  const typed = actionData?.typed ?? { adultes: '1', enfants: '0', foyer: household };
  return (
    <DeskPage title={words.new} crumbs={[{ label: 'Mon espace', path: '/espace' }, { label: partiesWords.persons.title, path: '/espace/personnes' }]} lead={words.newLead} problems={actionData?.problems}>
      <Problems problems={actionData?.problems} />
      <form method="post" className="form" noValidate>
        <p className="note">{partiesWords.reference}</p>
        <input type="hidden" name="foyer" value={typed['foyer'] ?? ''} />
        <IdentityFields typed={typed} problems={actionData?.problems} communes={communes} />
        {!typed['foyer'] && <HouseholdFields typed={typed} problems={actionData?.problems} />}
        <p className="actions"><button type="submit">{words.create}</button><a href={pathIn(language, '/espace/personnes')}>{partiesWords.cancel}</a></p>
      </form>
    </DeskPage>
  );
}
