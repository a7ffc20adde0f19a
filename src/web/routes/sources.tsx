import { useLoaderData, type LoaderFunctionArgs } from 'react-router';
import { listDatasets, sourceCatalogue, territoryShares, type Dataset, type SourceDescription, type TerritoryShare } from '../../observatory/index.ts';
import { colonIn, formatDay, formatInteger, formatPeriod } from '../../platform/i18n/format.ts';
import { dayOf } from '../../platform/i18n/moment.ts';
import { French } from '../components/french.tsx';
import { as } from '../components/table-roles.ts';
import { WideTable } from '../components/wide-table.tsx';
import { readIndicators } from '../figures/data.ts';
import { standingOf } from '../figures/datasets.rules.ts';
import { pathIn, useLanguage, useWords } from '../language.ts';
import { sourcesMessages } from '../messages/sources.ts';
import { appContext } from '../request.ts';
import { Page } from '../shell/page.tsx';

interface IndicatorName { id: string; label: { fr: string; en: string } }

type ShownDataset = Dataset & { standing: 'inUse' | 'replaced' | undefined };

export async function loader({ context }: LoaderFunctionArgs) {
  const app = context.get(appContext);
  const [datasets, shares, readings] = await Promise.all([listDatasets(app.db, app.clock.now()), territoryShares(app.db, app.territory), readIndicators(app)]);
  const used = new Set(readings.flatMap((reading) => reading.datasets.map(({ id }) => id)));
  const giving = (source: string): IndicatorName[] =>
    app.indicators.definitions.filter((definition) => definition.sources.includes(source)).map(({ id, label }) => ({ id, label }));
  const bySource = Map.groupBy(datasets, (dataset) => dataset.source);
  const standing = (source: string) => standingOf(bySource.get(source) ?? [], used);
  const known: SourceDescription[] = [
    ...sourceCatalogue,
    ...[...bySource].flatMap(([id, [first]]) => (first && !sourceCatalogue.some((source) => source.id === id) ? [{ id, title: first.title, producer: first.producer, licence: first.licence, origin: first.origin, ask: '' }] : [])),
  ];
  const described = known.map((source) => ({ source, datasets: (bySource.get(source.id) ?? []).map((dataset) => ({ ...dataset, standing: standing(source.id).get(dataset.id) })), gives: giving(source.id) }));
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

function Datasets({ source, datasets, shares }: { source: SourceDescription; datasets: readonly ShownDataset[]; shares: readonly TerritoryShare[] }) {
  const language = useLanguage();
  const words = useWords(sourcesMessages).table;
  const shareOf = (id: number): number => shares.find((share) => share.datasetId === id)?.areas ?? 0;
  const counts = [
    [words.read, (dataset: Dataset) => dataset.rowsRead],
    [words.kept, (dataset: Dataset) => dataset.rowsKept],
    [words.territory, (dataset: Dataset) => shareOf(dataset.id)],
    [words.secret, (dataset: Dataset) => dataset.cellsSecret],
    [words.rejected, (dataset: Dataset) => dataset.rowsRejected],
  ] as const;
  return (
    <WideTable label={words.caption(source.title)}>
      <table className="datasets stack-on-phone" {...as.table}>
        <caption className="visually-hidden">{words.caption(source.title)}</caption>
        <thead {...as.group}>
          <tr {...as.row}>
            <th scope="col" {...as.head}>{words.vintage}</th>
            {counts.map(([head]) => <th key={head} scope="col" {...as.head} className="number">{head}</th>)}
          </tr>
        </thead>
        <tbody {...as.group}>
          {datasets.toReversed().map((dataset) => (
            <tr key={dataset.id} {...as.row}>
              <th scope="row" {...as.rowHead}><DatasetName dataset={dataset} /></th>
              {counts.map(([head, count]) => <td key={head} {...as.cell} data-label={head} className="number">{formatInteger(count(dataset), language)}</td>)}
            </tr>
          ))}
        </tbody>
      </table>
    </WideTable>
  );
}

/** The vintage and what became of it; the file's own particulars are one key away. */
function DatasetName({ dataset }: { dataset: ShownDataset }) {
  const language = useLanguage();
  const words = useWords(sourcesMessages).table;
  return (
    <>
      <strong>{formatPeriod(dataset.vintage, language)}</strong>
      {dataset.standing && <>{' '}<span className={`standing standing-${dataset.standing}`}>{words[dataset.standing]}</span></>}
      <details className="dataset-file">
        <summary>{words.file}</summary>
        <span className="row-note"><code>{dataset.fileName}</code></span>
        <span className="row-note">SHA-256 <code>{dataset.sha256.slice(0, 12)}…</code>, {words.imported(formatDay(dayOf(dataset.importedAt), language))}</span>
        {dataset.notes && <span className="row-note" lang={language === 'en' ? 'fr' : undefined}>{dataset.notes}</span>}
      </details>
    </>
  );
}


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
      {words.gives}{colonIn(language)}
      {indicators.map((indicator, at) => (
        <span key={indicator.id}>{at > 0 && ', '}<a href={pathIn(language, `/observatoire/indicateurs/${indicator.id}`)}>{indicator.label[language].charAt(0).toLowerCase() + indicator.label[language].slice(1)}</a></span>
      ))}.
    </>
  );
}
