import { parameters, parameterText, wantedFiles, type ComparedScenario } from '../../needs/index.ts';
import { Picture } from '../components/picture.tsx';
import { as } from '../components/table-roles.ts';
import { WideTable } from '../components/wide-table.tsx';
import { pathIn, useLanguage } from '../language.ts';
import { scenarioWords } from '../messages/scenarios.ts';
import { DeskPage } from '../people/desk-page.tsx';
import { appContext } from '../request.ts';
import { listCrumbs, mostCompared, scenarioAddress, scenariosPath } from '../scenarios/address.ts';
import { comparedLines, comparisonOf, rangeOf, type ComparedLine } from '../scenarios/comparison.ts';
import { lineWords } from '../scenarios/line-words.ts';
import { Marks } from '../scenarios/marks.tsx';
import { ModeSwitch } from '../scenarios/mode-switch.tsx';
import { componentFills, needBars, needChart, sharedExtent } from '../scenarios/pictures.ts';
import { dwellings, seriesText, signed } from '../scenarios/written.ts';
import { Legend, YearTable } from '../scenarios/year-table.tsx';
import { demand } from '../session.ts';
import type { Route } from './+types/scenario-comparison';

const words = scenarioWords.comparison;

/** `?s=` for each scenario, the first as the reference; none asked: the first of the list. */
export async function loader({ context, request }: Route.LoaderArgs) {
  const { actor } = demand(context, 'needsScenario.read');
  const app = context.get(appContext);
  const comparison = await comparisonOf({ ...app, actor }, new URL(request.url).searchParams);
  const extent = sharedExtent(comparison.scenarios.map(({ estimate }) => estimate));
  return {
    ...comparison, range: rangeOf(comparison.scenarios), bars: needBars(comparison.scenarios, app.territory), fills: componentFills(app.territory),
    charts: comparison.scenarios.map(({ id, name, estimate }, at) => ({ id, name, flow: estimate.flow, chart: needChart(estimate, app.territory, { name, id: `besoin-${at + 1}`, width: 560, extent }) })),
  };
}

export default function CompareScenarios({ loaderData: { mode, scenarios, known, range, bars, charts, fills } }: Route.ComponentProps) {
  const language = useLanguage();
  const list = pathIn(language, scenariosPath);
  const here = `${list}/comparaison`;
  const ids = scenarios.map(({ id }) => id);
  const file = (extension: string): string => scenarioAddress(`${here}.${extension}`, { mode, ids });
  return (
    <DeskPage title={words.title} crumbs={[...listCrumbs, { label: scenarioWords.crumb, path: scenariosPath }]} lead={words.lead}>
      {scenarios.length === 0 ? <div className="teach"><p><strong>{words.teach}</strong></p><p>{words.teachHow}</p></div> : (
        <>
          <form method="get" action={here} className="scenario-choice" aria-label={words.choice}>
            {mode === 'reference' && <input type="hidden" name="mode" value="reference" />}
            {Array.from({ length: Math.min(mostCompared, known.length) }, (_, at) => (
              <ChosenScenario key={at} at={at} known={known} chosen={ids[at] ?? ''} />
            ))}
            <button type="submit">{words.show}</button>
          </form>
          <ModeSwitch path={here} mode={mode} ids={ids} />
          {range && <p className="need-range"><strong>{dwellings(range.low) === dwellings(range.high) ? words.one(dwellings(range.low)) : words.range(dwellings(range.low), dwellings(range.high))}</strong>{scenarios.some(({ estimate }) => !estimate.flow) && <> {words.rangeLess}</>}</p>}
          <Picture svg={bars} className="need-bars" />
          <ComparedTable scenarios={scenarios} list={list} />
          <p className="actions screen-only" aria-label={words.files}><a href={file('csv')} download>{words.csv}</a><a href={file('xlsx')} download>{words.xlsx}</a><button type="button" className="button-quiet" data-prints hidden>{words.print}</button></p>
          <section className="sheet-part" aria-labelledby="annees">
            <h2 id="annees">{words.charts}</h2>
            <p className="note">{scenarioWords.one.chartText} {words.sameScale}</p>
            <Legend fills={fills} />
            <div className="need-charts">
              {charts.map(({ id, name, chart, flow }, at) => chart && flow && (
                <figure key={id}>
                  <figcaption><strong>{at + 1}. {name}</strong></figcaption>
                  <Picture svg={chart} />
                  <details><summary>{scenarioWords.one.table}</summary><YearTable flow={flow} caption={`${name}, ${scenarioWords.one.table}`} /></details>
                </figure>
              ))}
            </div>
          </section>
        </>
      )}
    </DeskPage>
  );
}

/** One of the lists of scenarios, named by its place. */
function ChosenScenario({ at, known, chosen }: { at: number; known: readonly { id: string; name: string }[]; chosen: string }) {
  const options = known.map(({ id, name }) => ({ value: id, label: name }));
  const id = `s-${at + 1}`;
  return (
    <div className="field">
      <label htmlFor={id}>{words.place[at]}</label>
      <select id={id} name="s" defaultValue={chosen}>
        {at > 0 && <option value="">{words.nobody}</option>}
        {options.map(({ value, label }) => <option key={value} value={value}>{label}</option>)}
      </select>
    </div>
  );
}

const written = ({ kind }: ComparedLine, value: number | null, at: number): string => {
  if (value === null) return scenarioWords.notComputable;
  if (kind === 'difference') return at === 0 ? scenarioWords.none : signed(value);
  return kind === 'year' ? String(value) : dwellings(value);
};

function ComparedTable({ scenarios, list }: { scenarios: readonly ComparedScenario[]; list: string }) {
  const strong = [lineWords.perYear, lineWords.total, lineWords.difference];
  const label = (at: number): string => `${at + 1}. ${scenarios[at]?.name ?? ''}`;
  return (
    <WideTable label={words.caption}>
      <table className="stack-on-phone compared" {...as.table}>
        <caption className="visually-hidden">{words.caption}</caption>
        <thead {...as.group}>
          <tr {...as.row}><th scope="col" {...as.head}>{words.line}</th>{scenarios.map((scenario, at) => (
            <th key={scenario.id} scope="col" className="number" {...as.head}><a href={scenarioAddress(`${list}/${scenario.id}`, { mode: scenario.estimate.mode })}>{label(at)}</a> <Marks scenario={scenario} /><span className="row-note">{seriesText(scenario)}</span></th>
          ))}</tr>
        </thead>
        <tbody {...as.group}>
          {comparedLines(scenarios, lineWords).map((line) => (
            <tr key={line.label} {...as.row} className={strong.includes(line.label) ? 'strong-row' : undefined}>
              <th scope="row" {...as.rowHead}>{line.label}</th>
              {line.values.map((value, at) => <td key={scenarios[at]?.id} {...as.cell} className="number" data-label={label(at)}>{written(line, value, at)}</td>)}
            </tr>
          ))}
          {scenarios.some(({ estimate }) => estimate.files.length > 0) && (
            <tr {...as.row}><th scope="row" {...as.rowHead}>{scenarioWords.list.missing}</th>{scenarios.map(({ id, estimate }, at) => <td key={id} {...as.cell} data-label={label(at)}>{estimate.files.map((wanted) => wantedFiles[wanted]).join('\u00a0; ') || scenarioWords.none}</td>)}</tr>
          )}
          <tr {...as.row}>
            <th scope="row" {...as.rowHead}>{words.unlike}</th>
            {scenarios.map(({ id, unlikeFirst, estimate }, at) => (
              <td key={id} {...as.cell} data-label={label(at)}>
                {at === 0 ? scenarioWords.none : unlikeFirst.length === 0 ? words.same : <ul className="bare-list">{unlikeFirst.map((name) => <li key={name}>{parameters[name].label}&nbsp;: {parameterText(estimate.parameters[name], parameters[name].unit)}</li>)}</ul>}
              </td>
            ))}
          </tr>
        </tbody>
      </table>
    </WideTable>
  );
}

