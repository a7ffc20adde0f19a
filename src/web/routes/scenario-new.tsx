import { redirect } from 'react-router';
import { duplicateScenario, listScenarios, openScenario, saveScenario } from '../../needs/index.ts';
import { Field, Problems } from '../components/form.tsx';
import { languageOf, pathIn, useLanguage } from '../language.ts';
import { partiesWords } from '../messages/parties.ts';
import { scenarioWords } from '../messages/scenarios.ts';
import { DeskPage } from '../people/desk-page.tsx';
import { shown } from '../people/submit.ts';
import { appContext } from '../request.ts';
import { listCrumbs, scenarioAddress, scenariosPath } from '../scenarios/address.ts';
import { FiguresExample } from '../scenarios/figures-example.tsx';
import { FiguresFields, InFile, ScenarioLines } from '../scenarios/fields.tsx';
import { figuresIn, fileProblems, readScenarioForm, refusedScenario, scenarioLines, serviceProblems } from '../scenarios/form.ts';
import { demand } from '../session.ts';
import type { Route } from './+types/scenario-new';

/** `?copie=` starts from another scenario instead of a file. */
export async function loader({ context, request }: Route.LoaderArgs) {
  const { actor } = demand(context, 'needsScenario.create');
  const session = { ...context.get(appContext), actor };
  const copied = new URL(request.url).searchParams.get('copie');
  const original = copied === null ? null : shown(await openScenario(session, { id: copied })).scenario;
  const others = original ? [] : shown(await listScenarios(session, {})).map(({ id, name }) => ({ id, name }));
  return { territory: actor.territory, original: original && { id: original.id, name: original.name }, others };
}

export async function action({ context, request }: Route.ActionArgs) {
  const { actor, account } = demand(context, 'needsScenario.create');
  const session = { ...context.get(appContext), actor };
  // What a demonstration account writes is of the demonstration, and is marked so wherever it goes.
  const { demonstration } = account;
  const sent = await readScenarioForm(request);
  const names = ['nom', 'population', 'menages', 'source'];
  const goTo = (id: string, done: string) => redirect(pathIn(languageOf(request), `${scenariosPath}/${id}/modifier?fait=${done}`), 303);
  if (sent.field('geste') === 'dupliquer') {
    const made = await duplicateScenario(session, { id: sent.field('copie'), name: sent.field('nom'), demonstration });
    return made.ok ? goTo(made.value.id, 'copie') : refusedScenario(sent, serviceProblems(made.error), names);
  }
  if (sent.file.trim() === '') return refusedScenario(sent, [{ field: 'chiffres', text: scenarioWords.problems.noFile }], names);
  const read = figuresIn(sent, actor.territory);
  if (!read.ok) {
    const { problems, inFile } = fileProblems(read.error, actor.territory);
    return refusedScenario(sent, problems, names, inFile);
  }
  const lines = scenarioLines(sent);
  const made = await saveScenario(session, { ...lines, source: lines.source ?? read.value.source, figures: read.value.figures, demonstration });
  return made.ok ? goTo(made.value.id, 'cree') : refusedScenario(sent, serviceProblems(made.error), names);
}

export default function NewScenario({ loaderData: { territory, original, others }, actionData }: Route.ComponentProps) {
  const words = scenarioWords.new;
  const here = pathIn(useLanguage(), scenariosPath);
  const typed = actionData?.typed ?? {};
  const problems = actionData?.problems;
  const crumbs = [...listCrumbs, { label: scenarioWords.crumb, path: scenariosPath }];
  const back = <a href={here}>{partiesWords.cancel}</a>;
  if (original) {
    return (
      <DeskPage title={words.copyTitle} crumbs={crumbs} lead={words.copyLead(original.name)} problems={problems}>
        <Problems problems={problems} />
        <form method="post" className="form" noValidate>
          <input type="hidden" name="copie" value={original.id} />
          <Field name="nom" type="text" label={scenarioWords.form.name} required maxLength={120} autoComplete="off" defaultValue={typed['nom'] ?? words.copyName(original.name)} problems={problems} />
          <p className="actions"><button type="submit" name="geste" value="dupliquer">{words.copyButton}</button>{back}</p>
        </form>
      </DeskPage>
    );
  }
  return (
    <DeskPage title={words.title} crumbs={crumbs} lead={words.lead} problems={problems}>
      <Problems problems={problems} />
      <InFile inFile={actionData?.inFile} />
      <div className="file">
        <form method="post" encType="multipart/form-data" className="form" noValidate>
          <ScenarioLines typed={typed} problems={problems} sourceHint={`${scenarioWords.form.sourceHint} ${scenarioWords.form.sourceOfFile}`} />
          <FiguresFields typed={typed} problems={problems} territory={territory} required />
          <p className="actions"><button type="submit" name="geste" value="creerScenario">{words.button}</button>{back}</p>
        </form>
        <div>
          <FiguresExample territory={territory} />
          {others.length > 0 && (
            <>
              <h2>{words.copyInstead}</h2>
              <ul className="link-list">{others.map(({ id, name }) => <li key={id}><a href={scenarioAddress(`${here}/nouveau`, { more: { copie: id } })}>{name}</a></li>)}</ul>
            </>
          )}
        </div>
      </div>
    </DeskPage>
  );
}
