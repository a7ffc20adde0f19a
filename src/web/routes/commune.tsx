import { data, useLoaderData, type LoaderFunctionArgs } from 'react-router';
import { missingReasonText, periodText } from '../../indicators/index.ts';
import { currentCommuneOf } from '../../territory/index.ts';
import { colonIn, formatPeriod } from '../../platform/i18n/format.ts';
import { Figure } from '../components/figure.tsx';
import { Picture } from '../components/picture.tsx';
import { SourceLine, datasetsOf } from '../components/source-line.tsx';
import { as } from '../components/table-roles.ts';
import { TeachSources } from '../components/teach.tsx';
import { languageOf, pathIn, useLanguage, useWords } from '../language.ts';
import { observatoryMessages } from '../messages/observatory.ts';
import { sheetMessages } from '../messages/sheets.ts';
import { communeSheet, type MainFigure, type SheetFigure } from '../figures/sheet.ts';
import { appContext } from '../request.ts';
import { Page } from '../shell/page.tsx';

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const app = context.get(appContext);
  const sheet = await communeSheet(app, params['code'] ?? '', languageOf(request));
  if (!sheet) {
    const code = params['code'] ?? '';
    const near = neighbours(code, [...app.territory.communes.values()]);
    throw data({ outside: currentCommuneOf(code) !== undefined, suggestions: near }, { status: 404 });
  }
  return { sheet, territory: { code: app.territory.code, name: app.territory.name, nameWithOf: app.territory.nameWithOf} };
}

/** Communes of here whose code begins alike: a code is often mistyped in its last digits. */
function neighbours(code: string, communes: readonly { code: string; name: string }[]) {
  const distance = (other: string): number => Math.abs(Number(other) - Number(code)) || 0;
  return communes.filter((commune) => commune.code.slice(0, 3) === code.slice(0, 3)).toSorted((a, b) => distance(a.code) - distance(b.code)).slice(0, 5)
    .map((commune) => ({ label: `${commune.name} (${commune.code})`, path: `/observatoire/communes/${commune.code}` }));
}

export default function CommuneSheet() {
  const { sheet, territory } = useLoaderData<typeof loader>();
  const language = useLanguage();
  const messages = useWords(observatoryMessages);
  const words = messages.sheet;
  const known = sheet.figures.filter((figure) => figure.reading);
  return (
    <Page title={sheet.name} crumbs={[{ label: messages.title, path: '/observatoire' }]} kind="sheet">
      <div className="sheet-head">
        <div>
          <p className="lead">{words.inTerritory(territory.nameWithOf)}</p>
          {sheet.facts.length > 0 && <ul className="sheet-facts">{sheet.facts.map((fact) => <li key={fact}>{fact}</li>)}</ul>}
          <p className="actions screen-only">
            <a className="button button-quiet" href={pathIn(language, `/observatoire/communes/${sheet.code}/fiche.pdf`)}>{useWords(sheetMessages).pdf}</a>
            <a className="button button-quiet" href={pathIn(language, `/observatoire.csv?commune=${sheet.code}`)}>{words.csv}</a>
            <button type="button" className="button-quiet" data-prints hidden>{words.print}</button>
          </p>
        </div>
        {sheet.locator && <Picture svg={sheet.locator} className="locator" />}
      </div>
      {known.length === 0 && <p className="teach">{words.nothing} <a href={pathIn(language, '/sources')}>{messages.empty.allSources}</a></p>}
      {known.length > 0 && (
        <>
          {sheet.main.length > 0 && <section aria-labelledby="main-heading">
            <h2 id="main-heading">{words.main}</h2>
            <p className="note measure">{words.mainHow}</p>
            <div className="main-figures">
              {sheet.main.map((main) => <Main key={main.figure.definition.id} main={main} code={sheet.code} territory={territory.name} />)}
            </div>
          </section>}
          {sheet.toFetch.length > 0 && <TeachSources why={words.toFetch} sources={sheet.toFetch} />}
          <section aria-labelledby="all-heading">
            <h2 id="all-heading">{words.all}</h2>
            <AllFigures figures={sheet.figures} code={sheet.code} name={sheet.name} communes={sheet.communes} />
          </section>
        </>
      )}
    </Page>
  );
}

const cardOf = (figure: SheetFigure, code: string): string => {
  const parameters = new URLSearchParams({ lieu: code, ...(figure.reading ? { periode: figure.reading.period } : {}) });
  return `/observatoire/indicateurs/${figure.definition.id}?${parameters}`;
};

function Main({ main: { figure, picture, standing }, code, territory }: { main: MainFigure; code: string; territory: string }) {
  const language = useLanguage();
  const words = useWords(observatoryMessages).sheet;
  const { definition, reading } = figure;
  return (
    <div className="main-figure unbroken">
      <h3>{definition.label[language]}</h3>
      <p className="main-figure-value">
        <Figure cell={reading?.cell ?? { kind: 'missing', reason: 'notInSource' }} of={definition} unit />
        {reading && <span className="note"> {periodText(definition.id, reading.period, language)}</span>}
      </p>
      <Older figure={figure} />
      {picture && <Picture svg={picture} className="dot-on-line" />}
      {picture && <p className="note">{standing.rank === null ? words.known(standing.known, standing.total) : words.place(standing.rank, standing.known, standing.total)}</p>}
      <OfTerritory figure={figure} standing={standing} territory={territory} />
      <p className="note">
        {reading && <><SourceLine datasets={datasetsOf([reading])} />. </>}
        <a className="screen-only" href={pathIn(language, cardOf(figure, code))} aria-label={`${words.howComputed} (${definition.label[language]})`}>{words.howComputed}</a>
      </p>
    </div>
  );
}

/** The territory's value; where it has none, why in words, and the median of its communes, which is not the territory's. */
function OfTerritory({ figure, standing, territory }: { figure: SheetFigure; standing: MainFigure['standing']; territory: string }) {
  const language = useLanguage();
  const words = useWords(observatoryMessages).sheet;
  const colon = colonIn(language);
  const { cell } = figure.territory ?? {};
  if (!cell) return null;
  return (
    <p className="note">
      {territory}{colon}<Figure cell={cell} of={figure.definition} unit />
      {figure.perimeter && cell.kind !== 'missing' && ` (${figure.perimeter})`}
      {cell.kind === 'missing' && <> ({missingReasonText(cell.reason, language)})</>}.
      {cell.kind === 'missing' && standing.median !== null && <> {words.median}{colon}<Figure cell={{ kind: 'number', value: standing.median }} of={figure.definition} unit />.</>}
    </p>
  );
}

/** Says that the commune's last figure is older than its neighbours'. */
function Older({ figure: { reading, newest } }: { figure: SheetFigure }) {
  const language = useLanguage();
  const words = useWords(observatoryMessages).sheet;
  if (!reading || newest === null) return null;
  const [year, newestYear] = [reading.period.slice(0, 4), newest.slice(0, 4)];
  const [own, later] = year === newestYear ? [reading.period, newest] : [year, newestYear];
  return <span className="row-note older">{words.older(formatPeriod(later, language), formatPeriod(own, language))}</span>;
}

/** What no file says of the commune nor of the territory is told on the screen, and takes no paper. */
const isUnsaid = ({ reading, territory }: SheetFigure): boolean => [reading, territory].every((one) => !one || (one.cell.kind === 'missing' && one.cell.reason === 'notLoaded'));

/** Every figure on a line, with its period and the number of its source in the list below. */
function AllFigures({ figures, code, name, communes }: { figures: readonly SheetFigure[]; code: string; name: string; communes: number }) {
  const language = useLanguage();
  const messages = useWords(observatoryMessages);
  const words = messages.sheet;
  const themes = [...new Set(figures.map((figure) => figure.definition.theme))];
  const datasets = datasetsOf(figures.flatMap((figure) => figure.reading ?? []));
  const sourcesOf = (figure: SheetFigure): string =>
    (figure.reading?.datasets ?? []).map((dataset) => words.source(1 + datasets.findIndex((one) => one.id === dataset.id))).join(', ');
  return (
    <>
      <table {...as.table} className="all-figures">
        <caption className="visually-hidden">{words.all}, {name}</caption>
        <thead {...as.group}>
          <tr {...as.row}>
            <th scope="col" {...as.head}>{words.figure}</th>
            <th scope="col" {...as.head} className="number">{name}</th>
            <th scope="col" {...as.head} className="number">{words.territory}<span className="row-note">{words.unlessSaid(communes)}</span></th>
          </tr>
        </thead>
        {themes.map((theme) => (
          <tbody {...as.group} key={theme} className={figures.every((figure) => figure.definition.theme !== theme || isUnsaid(figure)) ? 'screen-only' : undefined}>
            <tr {...as.row} className="theme-row"><th scope="rowgroup" {...as.rowHead} colSpan={3}>{messages.themes[theme]}</th></tr>
            {figures.filter((figure) => figure.definition.theme === theme).map((figure) => (
              <tr {...as.row} key={figure.definition.id} className={isUnsaid(figure) ? 'screen-only' : undefined}>
                <th scope="row" {...as.rowHead}>
                  <a href={pathIn(language, cardOf(figure, code))}>{figure.definition.label[language]}</a>
                  {figure.reading && <span className="row-note">{periodText(figure.definition.id, figure.reading.period, language)}, {sourcesOf(figure)}</span>}
                  <Older figure={figure} />
                </th>
                <td {...as.cell} className="number"><Figure cell={figure.reading?.cell ?? { kind: 'missing', reason: 'notInSource' }} of={figure.definition} unit /></td>
                <td {...as.cell} className="number">{figure.territory && <Figure cell={figure.territory.cell} of={figure.definition} />}{figure.territory && figure.territory.cell.kind !== 'missing' && figure.perimeter && <span className="row-note">{figure.perimeter}</span>}</td>
              </tr>
            ))}
          </tbody>
        ))}
      </table>
      <h3>{words.sources}</h3>
      <ol className="note">{datasets.map((dataset) => <li key={dataset.id}><SourceLine datasets={[dataset]} /></li>)}</ol>
    </>
  );
}
