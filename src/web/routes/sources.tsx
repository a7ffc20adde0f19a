import { useLoaderData, type LoaderFunctionArgs } from 'react-router';
import { listDatasets, sourceCatalogue, territoryShares, type Dataset, type SourceDescription, type TerritoryShare } from '../../observatory/index.ts';
import { formatDay, formatInteger, formatPeriod } from '../../platform/i18n/format.ts';
import { French } from '../components/french.tsx';
import { WideTable } from '../components/wide-table.tsx';
import { pathIn, useLanguage, useWords } from '../language.ts';
import { sourcesMessages } from '../messages/sources.ts';
import { appContext } from '../request.ts';
import { Page } from '../shell/page.tsx';

interface IndicatorName { id: string; label: { fr: string; en: string } }

export async function loader({ context }: LoaderFunctionArgs) {
  const app = context.get(appContext);
  const [datasets, shares] = await Promise.all([listDatasets(app.db, app.clock.now()), territoryShares(app.db, app.territory)]);
  const giving = (source: string): IndicatorName[] =>
    app.indicators.definitions.filter((definition) => definition.sources.includes(source)).map(({ id, label }) => ({ id, label }));
  const bySource = Map.groupBy(datasets, (dataset) => dataset.source);
  const known: SourceDescription[] = [
    ...sourceCatalogue,
    ...[...bySource].flatMap(([id, [first]]) => (first && !sourceCatalogue.some((source) => source.id === id) ? [{ id, title: first.title, producer: first.producer, licence: first.licence, origin: first.origin, ask: '' }] : [])),
  ];
  const described = known.map((source) => ({ source, datasets: bySource.get(source.id) ?? [], gives: giving(source.id) }));
  return {
    loaded: described.filter((one) => one.datasets.length > 0),
    toImport: described.filter((one) => one.datasets.length === 0),
    shares,
  };
}

export default function Sources() {
  const { loaded, toImport, shares } = useLoaderData<typeof loader>();
  const words = useWords(sourcesMessages);
  return (
    <Page title={words.title} crumbs={[]} kind="work" lead={<p>{words.lead}</p>}>
      <section aria-labelledby="loaded-heading">
        <h2 id="loaded-heading">{words.loaded}</h2>
        {loaded.length === 0 ? <p className="teach">{words.none}</p> : <p className="note measure">{words.how}</p>}
        {loaded.map(({ source, datasets, gives }) => (
          <div key={source.id} className="source" id={source.id}>
            <h3><French>{source.title}</French></h3>
            <p className="note"><French>{source.producer}. {source.licence}.</French> <Gives indicators={gives} /></p>
            <Datasets source={source} datasets={datasets} shares={shares} />
          </div>
        ))}
      </section>
      {toImport.length > 0 && (
        <section aria-labelledby="import-heading">
          <h2 id="import-heading">{words.toImport}</h2>
          <p className="measure">{words.toImportHow}</p>
          {toImport.map(({ source, gives }) => <ToImport key={source.id} source={source} gives={gives} />)}
        </section>
      )}
    </Page>
  );
}

function Datasets({ source, datasets, shares }: { source: SourceDescription; datasets: readonly Dataset[]; shares: readonly TerritoryShare[] }) {
  const language = useLanguage();
  const words = useWords(sourcesMessages).table;
  const count = (value: number): string => formatInteger(value, language);
  const shareOf = (id: number) => shares.find((share) => share.datasetId === id);
  return (
    <WideTable label={words.caption(source.title)}>
      <table className="datasets">
        <caption className="visually-hidden">{words.caption(source.title)}</caption>
        <thead>
          <tr>
            <th scope="col">{words.vintage}</th>
            {[words.read, words.kept, words.territory, words.secret, words.rejected].map((head) => <th key={head} scope="col" className="number">{head}</th>)}
          </tr>
        </thead>
        <tbody>
          {datasets.map((dataset) => (
            <tr key={dataset.id}>
              <th scope="row">
                <strong>{formatPeriod(dataset.vintage, language)}</strong>
                <span className="row-note"><code>{dataset.fileName}</code></span>
                <span className="row-note">SHA-256 <code>{dataset.sha256.slice(0, 12)}…</code>, {words.imported(formatDay(parisDay.format(dataset.importedAt), language))}</span>
                {dataset.notes && <span className="row-note" lang={language === 'en' ? 'fr' : undefined}>{dataset.notes}</span>}
              </th>
              <td className="number">{count(dataset.rowsRead)}</td>
              <td className="number">{count(dataset.rowsKept)}</td>
              <td className="number">{count(shareOf(dataset.id)?.areas ?? 0)}</td>
              <td className="number">{count(dataset.cellsSecret)}</td>
              <td className="number">{count(dataset.rowsRejected)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </WideTable>
  );
}

const parisDay = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Paris', dateStyle: 'short' });

function ToImport({ source, gives }: { source: SourceDescription; gives: readonly IndicatorName[] }) {
  const words = useWords(sourcesMessages);
  return (
    <div className="source" id={source.id}>
      <h3><French>{source.title}</French></h3>
      <dl className="facts">
        <dt>{words.ask}</dt><dd><French>{source.ask}</French></dd>
        <dt>{words.from}</dt><dd><French>{source.origin}</French></dd>
        <dt>{words.producer}</dt><dd><French>{source.producer}. {source.licence}</French></dd>
        <dt>{words.command}</dt><dd><code>npx ancrage import {words.file}</code></dd>
      </dl>
      <p className="note"><Gives indicators={gives} /></p>
    </div>
  );
}

function Gives({ indicators }: { indicators: readonly IndicatorName[] }) {
  const language = useLanguage();
  const words = useWords(sourcesMessages);
  if (indicators.length === 0) return null;
  return (
    <>
      {words.gives}{language === 'fr' ? '\u00a0: ' : ': '}
      {indicators.map((indicator, at) => (
        <span key={indicator.id}>{at > 0 && ', '}<a href={pathIn(language, `/observatoire/indicateurs/${indicator.id}`)}>{indicator.label[language].charAt(0).toLowerCase() + indicator.label[language].slice(1)}</a></span>
      ))}.
    </>
  );
}
