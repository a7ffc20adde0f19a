import { redirect } from 'react-router';
import { openScenario, removeScenario } from '../../needs/index.ts';
import { languageOf, pathIn, useLanguage } from '../language.ts';
import { scenarioWords } from '../messages/scenarios.ts';
import { DeskPage } from '../people/desk-page.tsx';
import { shown } from '../people/submit.ts';
import { appContext } from '../request.ts';
import { listCrumbs, scenariosPath } from '../scenarios/address.ts';
import { demand } from '../session.ts';
import type { Route } from './+types/scenario-remove';

/** What cannot be undone is said before it is done, and how to keep it. */
export async function loader({ context, params }: Route.LoaderArgs) {
  const { actor } = demand(context, 'needsScenario.erase');
  const { scenario: { id, name } } = shown(await openScenario({ ...context.get(appContext), actor }, { id: params.id }));
  return { id, name };
}

export async function action({ context, request, params }: Route.ActionArgs) {
  const { actor } = demand(context, 'needsScenario.erase');
  shown(await removeScenario({ ...context.get(appContext), actor }, { id: params.id }));
  return redirect(pathIn(languageOf(request), `${scenariosPath}?fait=supprime`), 303);
}

export default function RemoveScenario({ loaderData: { id, name } }: Route.ComponentProps) {
  const words = scenarioWords.remove;
  const here = pathIn(useLanguage(), `${scenariosPath}/${id}`);
  return (
    <DeskPage title={words.title} crumbs={[...listCrumbs, { label: scenarioWords.crumb, path: scenariosPath }, { label: name, path: `${scenariosPath}/${id}` }]} lead={words.lead(name)}>
      <p>{words.keep} <a href={`${here}/chiffres.json`} download>{scenarioWords.one.file}</a></p>
      <form method="post"><p className="actions"><button type="submit" name="geste" value="supprimerScenario">{words.button(name)}</button><a href={here}>{words.back}</a></p></form>
    </DeskPage>
  );
}
