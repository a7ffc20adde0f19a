import { readOpenData } from '../../publishing/index.ts';
import { formatInteger, formatPeriod } from '../../platform/i18n/format.ts';
import { French } from '../components/french.tsx';
import { languageOf, pathIn, useLanguage, useWords } from '../language.ts';
import { openDataMessages } from '../messages/open-data.ts';
import { observatoryMessages } from '../messages/observatory.ts';
import { appContext } from '../request.ts';
import { Page } from '../shell/page.tsx';
import type { Route } from './+types/open-data';

export async function loader({ context, request }: Route.LoaderArgs) {
  const app = context.get(appContext);
  const language = languageOf(request);
  const datasets = (await readOpenData(app)).map(({ about, lines, definitions, from, notOpen, years }) => ({
    slug: about.slug, title: about.title[language], description: about.description[language], lines: lines.length, notOpen, years,
    indicators: definitions.map(({ id, label }) => ({ id, label: label[language] })),
    from: from.map(({ id, title, producer, vintage }) => ({ id, title, producer, vintage })),
    licences: [...new Set(from.map(({ licence }) => licence))],
  }));
  return { datasets, territory: language === 'fr' ? app.territory.nameWithOf : app.territory.name };
}

export default function OpenData({ loaderData: { datasets, territory } }: Route.ComponentProps) {
  const language = useLanguage();
  const words = useWords(openDataMessages);
  return (
    <Page title={words.title} crumbs={[]} kind="wide" lead={<p>{words.lead(territory)}</p>}>
      {datasets.length === 0 && <p className="teach">{words.empty} <a href={pathIn(language, '/sources')}>{useWords(observatoryMessages).empty.allSources}</a></p>}
      {datasets.length > 0 && <p className="measure">{words.secrecy}</p>}
      {datasets.map((dataset) => <Dataset key={dataset.slug} dataset={dataset} />)}
      {datasets.length > 0 && (
        <section aria-labelledby="fichiers">
          <h2 id="fichiers">{words.files}</h2>
          <ul className="link-list">
            <li><a href={pathIn(language, '/donnees/dictionnaire')}>{words.dictionary}</a></li>
            <li><a href={pathIn(language, '/donnees/dictionnaire.csv')}>{words.dictionaryCsv}</a></li>
            <li><a href={pathIn(language, '/donnees/catalogue.jsonld')}>{words.catalogue}</a></li>
          </ul>
        </section>
      )}
    </Page>
  );
}

function Dataset({ dataset }: { dataset: Route.ComponentProps['loaderData']['datasets'][number] }) {
  const language = useLanguage();
  const words = useWords(openDataMessages);
  const observatory = useWords(observatoryMessages);
  const { slug, title, years } = dataset;
  return (
    <section aria-labelledby={slug}>
      <h2 id={slug}>{title}</h2>
      <p className="measure">{dataset.description} <span className="note">{words.lines(formatInteger(dataset.lines, language), years ? words.years(years.first, years.last) : '')}.</span></p>
      {dataset.notOpen > 0 && <p className="note">{words.notOpen(formatInteger(dataset.notOpen, language))}</p>}
      <p className="actions">
        <a className="button button-quiet" href={pathIn(language, `/donnees/${slug}.csv`)}>{words.csv(title)}</a>
        <a href={pathIn(language, `/donnees/${slug}.parquet`)}>{words.parquet(title)}</a>
      </p>
      <dl className="facts">
        <dt>{words.indicators}</dt>
        <dd>{dataset.indicators.map(({ id, label }) => <span key={id} className="line"><a href={pathIn(language, `/observatoire/indicateurs/${id}`)}>{label}</a></span>)}</dd>
        <dt>{words.sources}</dt>
        <dd>{dataset.from.map((one) => <span key={one.id} className="line"><French>{one.producer}, {one.title}</French>, {observatory.vintage(formatPeriod(one.vintage, language))}</span>)}</dd>
        <dt>{words.licence}</dt><dd><French>{dataset.licences.join(', ')}</French></dd>
      </dl>
    </section>
  );
}
