import { redirect } from 'react-router';
import { changeScenario, openScenario } from '../../needs/index.ts';
import { Problems } from '../components/form.tsx';
import { languageOf, pathIn, useLanguage } from '../language.ts';
import { partiesWords } from '../messages/parties.ts';
import { scenarioWords } from '../messages/scenarios.ts';
import { DeskPage } from '../people/desk-page.tsx';
import { shown, wordOf } from '../people/submit.ts';
import { appContext } from '../request.ts';
import { listCrumbs, scenariosPath } from '../scenarios/address.ts';
import { FiguresFields, InFile, ScenarioLines } from '../scenarios/fields.tsx';
import {
  assumptionsIn, fieldOf, figuresIn, fileProblems, flowRates, parameterNames, parametersIn, readScenarioForm, refusedScenario, scenarioLines, serviceProblems, typedParameter,
} from '../scenarios/form.ts';
import { AssumptionFields, ParameterFields } from '../scenarios/parameter-fields.tsx';
import { percentTyped } from '../scenarios/written.ts';
import { demand } from '../session.ts';
import type { Route } from './+types/scenario-edit';

const fieldNames = ['nom', 'population', 'menages', 'source', 'horizon', ...Object.keys(flowRates), ...parameterNames.map(fieldOf)];

export async function loader({ context, request, params }: Route.LoaderArgs) {
  const { actor } = demand(context, 'needsScenario.update');
  const { scenario, estimate } = shown(await openScenario({ ...context.get(appContext), actor }, { id: params.id }));
  const { figures } = scenario;
  const typed: Record<string, string> = {
    nom: scenario.name, population: scenario.population, menages: scenario.households, source: scenario.source ?? '', horizon: String(figures.horizonResorption),
    ...Object.fromEntries(Object.entries(flowRates).map(([name, key]) => [name, figures[key] === undefined ? '' : percentTyped(figures[key])])),
    ...Object.fromEntries(parameterNames.map((name) => [fieldOf(name), typedParameter(estimate.parameters[name])])),
  };
  return { id: scenario.id, name: scenario.name, figures, typed, territory: actor.territory, done: wordOf(scenarioWords.one.done, new URL(request.url).searchParams.get('fait') ?? '') };
}

export async function action({ context, request, params }: Route.ActionArgs) {
  const { actor } = demand(context, 'needsScenario.update');
  const session = { ...context.get(appContext), actor };
  const { scenario, estimate } = shown(await openScenario(session, { id: params.id }));
  const sent = await readScenarioForm(request);
  const replaced = sent.file.trim() === '' ? undefined : figuresIn(sent, actor.territory);
  if (replaced && !replaced.ok) {
    const { problems, inFile } = fileProblems(replaced.error, actor.territory);
    return refusedScenario(sent, problems, fieldNames, inFile);
  }
  const assumed = replaced ? { ok: true as const, value: replaced.value.figures } : assumptionsIn(sent, scenario.figures);
  // Without the blocks' figures the page has no field for their parameters: they stay.
  const parameters = scenario.figures.stock ? parametersIn(sent, estimate.parameters) : { ok: true as const, value: replaced?.value.figures.parameters ?? scenario.figures.parameters };
  const problems = [...(assumed.ok ? [] : assumed.error), ...(parameters.ok ? [] : parameters.error)];
  if (!assumed.ok || !parameters.ok) return refusedScenario(sent, problems, fieldNames);
  const lines = scenarioLines(sent);
  const changed = await changeScenario(session, { ...lines, source: lines.source ?? replaced?.value.source ?? null, id: params.id, figures: { ...assumed.value, parameters: parameters.value } });
  if (!changed.ok) return refusedScenario(sent, serviceProblems(changed.error), fieldNames);
  return redirect(pathIn(languageOf(request), `${scenariosPath}/${params.id}?fait=modifie`), 303);
}

export default function EditScenario({ loaderData, actionData }: Route.ComponentProps) {
  const { id, name, figures, territory, done } = loaderData;
  const words = scenarioWords.form;
  const here = pathIn(useLanguage(), `${scenariosPath}/${id}`);
  const typed = actionData?.typed ?? loaderData.typed;
  const problems = actionData?.problems;
  return (
    <DeskPage title={words.edit} crumbs={[...listCrumbs, { label: scenarioWords.crumb, path: scenariosPath }, { label: name, path: `${scenariosPath}/${id}` }]} lead={words.editLead} problems={problems} done={problems ? undefined : done}>
      <Problems problems={problems} />
      <InFile inFile={actionData?.inFile} />
      <form method="post" encType="multipart/form-data" className="scenario-form" noValidate>
        <div className="file">
          <div>
            <section><h2>{words.identity}</h2><ScenarioLines typed={typed} problems={problems} sourceHint={words.sourceHint} /></section>
            <section><h2>{words.assumptions}</h2><AssumptionFields typed={typed} problems={problems} figures={figures} /></section>
            <section>
              <details open={typed['chiffres'] !== undefined && typed['chiffres'] !== ''}>
                <summary>{words.replace}</summary>
                <p className="note">{words.replaceText}</p>
                <FiguresFields typed={typed} problems={problems} territory={territory} required={false} />
              </details>
            </section>
          </div>
          <div>
            <section>
              <h2>{scenarioWords.one.parameters}</h2>
              {figures.stock ? <ParameterFields typed={typed} problems={problems} stock={figures.stock} /> : <p className="teach">{words.noStock}</p>}
            </section>
          </div>
        </div>
        <p className="actions"><button type="submit" name="geste" value="reglerScenario">{words.save}</button><a href={here}>{partiesWords.cancel}</a></p>
      </form>
    </DeskPage>
  );
}
