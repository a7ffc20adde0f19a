import { data, redirect } from 'react-router';
import { closeEstablishment, moveEstablishment, openOrganisation, reaches } from '../../parties/index.ts';
import { Field, Problems } from '../components/form.tsx';
import { languageOf, pathIn, useLanguage } from '../language.ts';
import { organisationWords } from '../messages/organisations.ts';
import { partiesWords } from '../messages/parties.ts';
import { communeOptions } from '../people/communes.ts';
import { companyNumber } from '../people/company-number.ts';
import { DeskPage } from '../people/desk-page.tsx';
import { optional, SelectField } from '../people/fields.tsx';
import { organisationCrumbs } from '../people/organisation-crumbs.ts';
import { again, readSent, shown, type FormShape } from '../people/submit.ts';
import { appContext } from '../request.ts';
import { demand } from '../session.ts';
import type { Route } from './+types/establishment';

const closeShape: FormShape = { names: { closedOn: 'fermeture' }, labels: { fermeture: organisationWords.establishment.closedOn } };
const moveShape: FormShape = {
  names: { siret: 'siret', address: 'adresse', commune: 'commune', movedOn: 'demenagement' }, labels: { siret: organisationWords.establishment.newSiret, demenagement: organisationWords.establishment.movedOn },
  places: { 'establishment.datesCrossed': 'demenagement' },
};

export async function loader({ context, params }: Route.LoaderArgs) {
  const app = context.get(appContext);
  const { actor } = demand(context, 'establishment.update');
  const { organisation, establishments } = shown(await openOrganisation({ ...app, actor }, { id: params.id }));
  const establishment = establishments?.find(({ id }) => id === params.establishment);
  if (!establishment || establishment.closedOn || !reaches(actor, 'establishment.update', organisation.id)) throw data(null, { status: 404 });
  return { organisation, establishment, communes: communeOptions(app), mayMove: !organisation.closedOn && reaches(actor, 'establishment.create', organisation.id) };
}

export async function action({ context, request, params }: Route.ActionArgs) {
  const session = { ...context.get(appContext), actor: demand(context, 'establishment.update').actor };
  const { input, typed, field } = await readSent(request, closeShape, moveShape);
  const given = { ...input, organisationId: params.id, id: params.establishment };
  const moving = field('geste') === 'demenager';
  const changed = moving ? await moveEstablishment(session, given) : await closeEstablishment(session, given);
  if (!changed.ok) return again(changed.error, moving ? moveShape : closeShape, typed);
  return redirect(pathIn(languageOf(request), `/espace/organisations/${params.id}?fait=${moving ? 'demenage' : 'ferme'}`), 303);
}

export default function EstablishmentPage({ loaderData: { organisation, establishment, communes, mayMove }, actionData }: Route.ComponentProps) {
  const words = organisationWords.establishment;
  const back = pathIn(useLanguage(), `/espace/organisations/${organisation.id}`);
  const typed = actionData?.typed ?? {};
  const problems = actionData?.problems;
  return (
    <DeskPage title={words.change(companyNumber(establishment.siret))} crumbs={organisationCrumbs(organisation)} lead={[establishment.name, establishment.address].filter(Boolean).join(', ')} problems={problems}>
      <Problems problems={problems} />
      <form method="post" className="form" noValidate>
        <h2>{words.close}</h2>
        <Field name="fermeture" type="date" label={words.closedOn} required defaultValue={typed['fermeture']} problems={problems} />
        <p className="actions"><button type="submit" name="geste" value="fermer">{words.closeButton}</button><a href={back}>{partiesWords.cancel}</a></p>
      </form>
      {mayMove && (
        <form method="post" className="form" noValidate>
          <h2>{words.move}</h2>
          <p className="note">{words.moveText}</p>
          <Field name="siret" type="text" inputMode="numeric" label={words.newSiret} hint={words.siretHint} required maxLength={20} autoComplete="off" defaultValue={typed['siret']} problems={problems} />
          <Field name="adresse" type="text" label={optional(words.address)} maxLength={300} autoComplete="off" defaultValue={typed['adresse']} problems={problems} />
          <SelectField name="commune" label={optional(words.commune)} options={communes} empty={organisationWords.new.noCommune} chosen={typed['commune']} problems={problems} />
          <Field name="demenagement" type="date" label={words.movedOn} required defaultValue={typed['demenagement']} problems={problems} />
          <p className="actions"><button type="submit" name="geste" value="demenager">{words.moveButton}</button></p>
        </form>
      )}
    </DeskPage>
  );
}
