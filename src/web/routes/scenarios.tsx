import { listScenarios, needAYear, wantedFiles, type Mode, type ReviewedScenario } from '../../needs/index.ts';
import { scopeOf } from '../../platform/permission/permission.rules.ts';
import { as } from '../components/table-roles.ts';
import { WideTable } from '../components/wide-table.tsx';
import { pathIn, useLanguage } from '../language.ts';
import { scenarioWords } from '../messages/scenarios.ts';
import { DeskPage } from '../people/desk-page.tsx';
import { shown, wordOf } from '../people/submit.ts';
import { appContext } from '../request.ts';
import { listCrumbs, modeIn, scenarioAddress, scenariosPath } from '../scenarios/address.ts';
import { Marks } from '../scenarios/marks.tsx';
import { CorrectionTable, ModeSwitch } from '../scenarios/mode-switch.tsx';
import { dwellings, seriesText } from '../scenarios/written.ts';
import { demand } from '../session.ts';
import type { Route } from './+types/scenarios';

export async function loader({ context, request }: Route.LoaderArgs) {
  const { actor } = demand(context, 'needsScenario.read');
  const address = new URL(request.url).searchParams;
  const mode = modeIn(address);
  return {
    mode, scenarios: shown(await listScenarios({ ...context.get(appContext), actor }, { mode })), mayCreate: scopeOf(actor.role, 'needsScenario.create') !== undefined,
    done: wordOf(scenarioWords.list.done, address.get('fait') ?? ''),
  };
}

/** Scenarios of the territory with what each gives. */
export default function Scenarios({ loaderData: { mode, scenarios, mayCreate, done } }: Route.ComponentProps) {
  const words = scenarioWords.list;
  const here = pathIn(useLanguage(), scenariosPath);
  return (
    <DeskPage title={words.title} crumbs={listCrumbs} lead={words.lead} done={done}>
      {mayCreate && <p className="actions screen-only"><a className="button" href={`${here}/nouveau`}>{words.new}</a></p>}
      {scenarios.length === 0
        ? <div className="teach"><p><strong>{words.teach}</strong></p><p>{mayCreate ? words.teachHow : words.teachReader}</p></div>
        : (
          <>
            <ModeSwitch path={here} mode={mode} />
            <ScenarioTable scenarios={scenarios} mode={mode} path={here} />
            <p className="note">{words.unit}</p>
            {scenarios.length > 1 && (
              <form method="get" action={`${here}/comparaison`} id="comparer">
                {mode === 'reference' && <input type="hidden" name="mode" value="reference" />}
                <p className="actions"><button type="submit" className="button-quiet">{words.compare}</button><span className="note">{words.compareHint}</span></p>
              </form>
            )}
          </>
        )}
      <details className="method">
        <summary>{scenarioWords.mode.what}</summary>
        <CorrectionTable />
      </details>
    </DeskPage>
  );
}

function ScenarioTable({ scenarios, mode, path }: { scenarios: readonly ReviewedScenario[]; mode: Mode; path: string }) {
  const words = scenarioWords.list;
  return (
    <WideTable label={words.caption}>
      <table className="stack-on-phone scenario-list" {...as.table}>
        <caption className="visually-hidden">{words.caption}</caption>
        <thead {...as.group}>
          <tr {...as.row}>
            <th scope="col" {...as.head}>{words.name}</th>
            {[words.perYear, words.total, words.stock, words.flux, words.peak].map((label) => <th key={label} scope="col" className="number" {...as.head}>{label}</th>)}
            {scenarios.length > 1 && <th scope="col" className="screen-only" {...as.head}>{words.choose}</th>}
          </tr>
        </thead>
        <tbody {...as.group}>
          {scenarios.map((scenario, at) => (
            <tr key={scenario.id} {...as.row}>
              <th scope="row" {...as.rowHead}>
                <a href={scenarioAddress(`${path}/${scenario.id}`, { mode })}>{scenario.name}</a> <Marks scenario={scenario} />
                <span className="row-note">{seriesText(scenario)}, {scenarioWords.years(scenario.estimate.baseYear, scenario.estimate.projection)}</span>
              </th>
              <Results scenario={scenario} />
              {scenarios.length > 1 && <td {...as.cell} className="screen-only" data-label={words.choose}><input type="checkbox" name="s" form="comparer" value={scenario.id} aria-label={words.chooseOne(scenario.name)} defaultChecked={at < 2} /></td>}
            </tr>
          ))}
        </tbody>
      </table>
    </WideTable>
  );
}

function Results({ scenario: { estimate } }: { scenario: ReviewedScenario }) {
  const words = scenarioWords.list;
  const { flow, files, baseYear } = estimate;
  if (!flow) return <td {...as.cell} colSpan={5}><strong>{scenarioWords.notComputable}.</strong> {words.missing} {files.map((file) => wantedFiles[file]).join('\u00a0; ')}.</td>;
  const figures: readonly (readonly [string, string])[] = [
    [words.perYear, dwellings(needAYear(estimate) ?? 0)], [words.total, dwellings(flow.totals.housingNeeds)], [words.stock, dwellings(flow.stockBeforePeak)], [words.flux, dwellings(flow.flux)],
    [words.peak, flow.peakYear > baseYear ? String(flow.peakYear) : scenarioWords.none],
  ];
  return figures.map(([label, text], at) => <td key={label} {...as.cell} className="number" data-label={label}>{at === 0 ? <strong>{text}</strong> : text}</td>);
}
