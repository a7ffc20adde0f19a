import { data, redirect } from 'react-router';
import { openPerson, updateHousehold, updatePerson } from '../../parties/index.ts';
import { Problems } from '../components/form.tsx';
import { languageOf, pathIn, useLanguage } from '../language.ts';
import { partiesWords } from '../messages/parties.ts';
import { communeOptions } from '../people/communes.ts';
import { DeskPage } from '../people/desk-page.tsx';
import { HouseholdFields, householdShape, IdentityFields, identityShape, identityTyped } from '../people/identity-fields.tsx';
import { again, readSent, shown } from '../people/submit.ts';
import { appContext } from '../request.ts';
import { demand } from '../session.ts';
import type { Route } from './+types/person-edit';

export async function loader({ context, params }: Route.LoaderArgs) {
  const app = context.get(appContext);
  const { actor } = demand(context, 'person.update');
  const { person, household } = shown(await openPerson({ ...app, actor }, { id: params.id }));
  if (person.closedOn) throw data(null, { status: 404 });
  return {
    id: person.id, name: `${person.givenName} ${person.familyName}`, communes: communeOptions(app, person.commune),
    typed: { ...identityTyped(person), adultes: String(household?.adults ?? 1), enfants: String(household?.children ?? 0) },
  };
}

export async function action({ context, request, params }: Route.ActionArgs) {
  const session = { ...context.get(appContext), actor: demand(context, 'person.update').actor };
  const { input, typed, field } = await readSent(request, identityShape, householdShape);
  const household = field('geste') === 'foyer';
  const changed = household ? await updateHousehold(session, { ...input, personId: params.id }) : await updatePerson(session, { ...input, id: params.id });
  if (!changed.ok) return again(changed.error, household ? householdShape : identityShape, { ...typed, geste: field('geste') });
  return redirect(pathIn(languageOf(request), `/espace/personnes/${params.id}?fait=modifiee`), 303);
}

export default function EditPerson({ loaderData: { id, name, communes, typed: stored }, actionData }: Route.ComponentProps) {
  const words = partiesWords.person;
  const back = pathIn(useLanguage(), `/espace/personnes/${id}`);
  const ofHousehold = actionData?.typed['geste'] === 'foyer';
  const typedIn = (mine: boolean) => (actionData && mine ? actionData.typed : stored);
  return (
    <DeskPage
      title={words.edit} lead={words.editLead} problems={actionData?.problems}
      crumbs={[{ label: 'Mon espace', path: '/espace' }, { label: partiesWords.persons.title, path: '/espace/personnes' }, { label: name, path: `/espace/personnes/${id}` }]}
    >
      <Problems problems={actionData?.problems} />
      <form method="post" className="form" noValidate>
        <h2>{words.identity}</h2>
        <p className="note">{partiesWords.reference}</p>
        <IdentityFields typed={typedIn(!ofHousehold)} problems={actionData?.problems} communes={communes} />
        <p className="actions"><button type="submit" name="geste" value="identite">{partiesWords.save}</button><a href={back}>{partiesWords.cancel}</a></p>
      </form>
      <form method="post" className="form" noValidate>
        <h2>{words.household}</h2>
        <HouseholdFields typed={typedIn(ofHousehold)} problems={actionData?.problems} />
        <p className="actions"><button type="submit" name="geste" value="foyer">{partiesWords.save}</button></p>
      </form>
    </DeskPage>
  );
}
