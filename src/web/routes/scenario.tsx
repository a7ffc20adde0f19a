import { redirect } from 'react-router';
import { openScenario, retainScenario } from '../../needs/index.ts';
import { formatDay } from '../../platform/i18n/format.ts';
import { scopeOf } from '../../platform/permission/permission.rules.ts';
import { Picture } from '../components/picture.tsx';
import { as } from '../components/table-roles.ts';
import { WideTable } from '../components/wide-table.tsx';
import { languageOf, pathIn, useLanguage } from '../language.ts';
import { partiesWords } from '../messages/parties.ts';
import { scenarioWords } from '../messages/scenarios.ts';
import { DeskPage } from '../people/desk-page.tsx';
import { readForm } from '../form.ts';
import { shown, wordOf } from '../people/submit.ts';
import { appContext } from '../request.ts';
import { listCrumbs, modeIn, scenarioAddress, scenariosPath } from '../scenarios/address.ts';
import { explainedBlocks, explainedParameters, startingFigures } from '../scenarios/explained.ts';
import { Marks } from '../scenarios/marks.tsx';
import { CorrectionTable, ModeSwitch } from '../scenarios/mode-switch.tsx';
import { componentFills, needChart, sharedExtent } from '../scenarios/pictures.ts';
import { Result } from '../scenarios/result.tsx';
import { dwellings, seriesText } from '../scenarios/written.ts';
import { BlockTable, Legend, YearTable } from '../scenarios/year-table.tsx';
import { demand } from '../session.ts';
import type { Route } from './+types/scenario';

export async function loader({ context, request, params }: Route.LoaderArgs) {
  const { actor } = demand(context, 'needsScenario.read');
  const app = context.get(appContext);
  const address = new URL(request.url).searchParams;
  const { scenario: { figures, ...scenario }, estimate } = shown(await openScenario({ ...app, actor }, { id: params.id, mode: modeIn(address) }));
  const may = (permission: 'create' | 'update' | 'erase'): boolean => scopeOf(actor.role, `needsScenario.${permission}`) !== undefined;
  return {
    scenario, estimate, chart: needChart(estimate, app.territory, { name: scenario.name, id: 'besoin', width: 760, extent: sharedExtent([estimate]) }), fills: componentFills(app.territory),
    blocks: explainedBlocks(estimate, figures), parameters: explainedParameters(estimate), figures: startingFigures(figures), changedOn: formatDay(scenario.changedAt.toISOString().slice(0, 10), 'fr'),
    may: { create: may('create'), update: may('update'), erase: may('erase') }, done: wordOf(scenarioWords.one.done, address.get('fait') ?? ''),
  };
}

export async function action({ context, request, params }: Route.ActionArgs) {
  const { actor } = demand(context, 'needsScenario.update');
  const retained = (await readForm(request))('geste') !== 'liberer';
  shown(await retainScenario({ ...context.get(appContext), actor }, { id: params.id, retained }));
  return redirect(pathIn(languageOf(request), `${scenariosPath}/${params.id}?fait=${retained ? 'retenu' : 'libere'}`), 303);
}

/** The estimate explained: result, years, blocks, parameters, figures, each with its source. */
export default function ScenarioPage({ loaderData }: Route.ComponentProps) {
  const { scenario, estimate, chart, fills, blocks, changedOn, may, done } = loaderData;
  const words = scenarioWords.one;
  const list = pathIn(useLanguage(), scenariosPath);
  const here = `${list}/${scenario.id}`;
  return (
    <DeskPage title={scenario.name} crumbs={[...listCrumbs, { label: scenarioWords.crumb, path: scenariosPath }]} done={done} lead={`${seriesText(scenario)}, ${scenarioWords.years(estimate.baseYear, estimate.projection)}`}>
      <p><Marks scenario={scenario} /> <span className="note">{scenarioWords.changedOn(changedOn)} <a href="#chiffres">{words.figuresLink}</a></span></p>
      <p className="actions screen-only">
        {may.update && <a className="button" href={`${here}/modifier`}>{words.edit}</a>}
        {may.create && <a className="button button-quiet" href={scenarioAddress(`${list}/nouveau`, { more: { copie: scenario.id } })}>{words.copy}</a>}
        <a className="button button-quiet" href={scenarioAddress(`${list}/comparaison`, { mode: estimate.mode, ids: [scenario.id] })}>{words.compare}</a>
        <a href={`${here}/chiffres.json`} download>{words.file}</a>
        {may.erase && <a href={`${here}/supprimer`}>{words.remove}</a>}
      </p>
      <ModeSwitch path={here} mode={estimate.mode} />
      <section className="sheet-part" aria-labelledby="besoin-titre">
        <h2 id="besoin-titre">{words.result}</h2>
        <Result estimate={estimate} />
        {chart && estimate.flow && (
          <>
            <p className="chart-title" id="graphique">{words.chart(scenario.name)}</p>
            <Legend fills={fills} />
            <Picture svg={chart} className="need-chart" />
            <p className="note">{words.chartText}</p>
            <details><summary>{words.table}</summary><YearTable flow={estimate.flow} caption={words.table} /></details>
          </>
        )}
      </section>
      <section className="sheet-part" aria-labelledby="stock-titre">
        <h2 id="stock-titre">{words.stockTitle(estimate.baseYear)}</h2>
        {blocks ? <><p className="measure">{words.stockLead}</p><BlockTable {...blocks} caption={words.stockTitle(estimate.baseYear)} /></> : <p>{words.oneNumber(dwellings(estimate.stockDeficit ?? 0))}</p>}
      </section>
      {blocks && <ParameterTable parameters={loaderData.parameters} />}
      <Figures figures={loaderData.figures} source={scenario.source} />
      <section className="sheet-part" aria-labelledby="corrections-titre">
        <h2 id="corrections-titre">{scenarioWords.mode.what}</h2>
        {estimate.mode === 'reference' && <p>{scenarioWords.corrections.reference}</p>}
        {estimate.mode === 'default' && estimate.flow ? <CorrectionTable effects={estimate.corrections} /> : <CorrectionTable />}
      </section>
      {may.update && (
        <form method="post" className="form screen-only">
          <p>{words.retainText}</p>
          <p className="actions">{scenario.retainedAt ? <button type="submit" name="geste" value="liberer" className="button-quiet">{words.release}</button> : <button type="submit" name="geste" value="retenir">{words.retain}</button>}</p>
        </form>
      )}
    </DeskPage>
  );
}

function ParameterTable({ parameters }: { parameters: ReturnType<typeof explainedParameters> }) {
  const words = scenarioWords.one;
  return (
    <section className="sheet-part" aria-labelledby="parametres-titre">
      <h2 id="parametres-titre">{words.parameters}</h2>
      {/* Open where something in it is the scenario's own. */}
      <details open={parameters.some(({ changed }) => changed)}>
        <summary>{words.parametersAll(parameters.filter(({ changed }) => changed).length)}</summary>
        <WideTable label={partiesWords.table(words.parameters)}>
          <table className="stack-on-phone" {...as.table}>
            <caption className="visually-hidden">{words.parameters}</caption>
            <thead {...as.group}><tr {...as.row}>{[words.block, words.parameter, words.value, words.usual, words.source].map((label) => <th key={label} scope="col" {...as.head}>{label}</th>)}</tr></thead>
            <tbody {...as.group}>
              {parameters.map(({ name, block, label, help, value, usual, source, changed }) => (
                <tr key={name} {...as.row}>
                  <td {...as.cell} data-label={words.block}>{block}</td>
                  <th scope="row" {...as.rowHead}>{label}<span className="row-note">{help}</span></th>
                  <td {...as.cell} data-label={words.value}>{changed ? <><strong>{value}</strong> <span className="note">({words.changed})</span></> : value}</td>
                  <td {...as.cell} data-label={words.usual}>{usual}</td><td {...as.cell} data-label={words.source}>{source}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </WideTable>
      </details>
    </section>
  );
}

function Figures({ figures, source }: { figures: ReturnType<typeof startingFigures>; source: string | null }) {
  const words = scenarioWords.one;
  return (
    <section className="sheet-part" aria-labelledby="chiffres">
      <h2 id="chiffres">{words.figures}</h2>
      <p className="note">{words.figuresSource(source)}</p>
      <WideTable label={partiesWords.table(words.figures)}>
        <table className="stack-on-phone" {...as.table}>
          <caption className="visually-hidden">{words.figures}</caption>
          <thead {...as.group}><tr {...as.row}><th scope="col" {...as.head}>{words.figure}</th><th scope="col" className="number" {...as.head}>{words.value}</th><th scope="col" {...as.head}>{words.source}</th></tr></thead>
          <tbody {...as.group}>{figures.map(({ label, value, source: file }) => <tr key={label} {...as.row}><th scope="row" {...as.rowHead}>{label}</th><td {...as.cell} className="number" data-label={words.value}>{value}</td><td {...as.cell} data-label={words.source}>{file}</td></tr>)}</tbody>
        </table>
      </WideTable>
    </section>
  );
}
