import { data, useLoaderData, type LoaderFunctionArgs } from 'react-router';
import { missingReasonText, perimeterText, periodText } from '../../indicators/index.ts';
import { colonIn, formatDay, formatPeriod } from '../../platform/i18n/format.ts';
import { dayOf } from '../../platform/i18n/moment.ts';
import { Figure } from '../components/figure.tsx';
import { French } from '../components/french.tsx';
import { SourceLine } from '../components/source-line.tsx';
import { as } from '../components/table-roles.ts';
import { TeachImport } from '../components/teach.tsx';
import { languageOf, pathIn, useLanguage, useWords } from '../language.ts';
import { observatoryMessages } from '../messages/observatory.ts';
import { indicatorCard, type IndicatorCard } from '../figures/card.ts';
import { matching } from '../figures/near.rules.ts';
import { TrendPicture } from '../figures/trend-picture.tsx';
import { appContext } from '../request.ts';
import { Page } from '../shell/page.tsx';
import { useShell } from '../shell/shell-context.ts';

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const app = context.get(appContext);
  const language = languageOf(request);
  const asked = new URL(request.url).searchParams;
  const id = params['id'] ?? '';
  const card = await indicatorCard(app, id, { place: asked.get('lieu') || null, period: asked.get('periode') || null }, language);
  if (!card) {
    const near = matching(id.split('.').at(-1) ?? '', app.indicators.definitions, (definition) => [definition.id, definition.label.fr]);
    throw data({ suggestions: near.slice(0, 5).map((definition) => ({ label: definition.label[language], path: `/observatoire/indicateurs/${definition.id}` })) }, { status: 404 });
  }
  return {
    card,
    territory: { code: app.territory.code, name: app.territory.name },
    communes: [...app.territory.communes.values()].toSorted((a, b) => a.name.localeCompare(b.name, 'fr')),
  };
}

export default function Indicator() {
  const { card, territory, communes } = useLoaderData<typeof loader>();
  const { asFile } = useShell();
  const language = useLanguage();
  const messages = useWords(observatoryMessages);
  const words = messages.indicator;
  const { definition } = card;
  const view = new URLSearchParams({ indicateur: definition.id, ...(card.place.isTerritory ? {} : { commune: card.place.code }), ...(card.reading ? { periode: card.reading.period } : {}) });
  return (
    <Page title={definition.label[language]} crumbs={[{ label: messages.title, path: '/observatoire' }]} kind="work" lead={<p>{definition.definition[language]}</p>}>
      <p className="actions">
        <a className="button" href={pathIn(language, `/observatoire?${view}`)}>{words.see}</a>
      </p>
      {card.reading ? <FigureCard card={card} /> : <TeachImport what={definition.label[language]} sources={card.sources.map(({ source }) => source)} />}
      {definition.grain === 'commune' && !asFile && (
        <form className="choice-form choice-form-small screen-only" method="get">
          <div className="choice">
            <label htmlFor="lieu">{words.communeOf}</label>
            <select id="lieu" name="lieu" defaultValue={card.place.code}>
              <option value={territory.code}>{territory.name}</option>
              {communes.map((commune) => <option key={commune.code} value={commune.code}>{commune.name}</option>)}
            </select>
          </div>
          <button type="submit" className="button-quiet">{words.showCommune}</button>
        </form>
      )}
      <Definition card={card} />
      {card.history.length > 0 && <History card={card} />}
    </Page>
  );
}

/** The card of one figure: its value, what it covers, and the file that it comes from. */
function FigureCard({ card }: { card: IndicatorCard }) {
  const language = useLanguage();
  const messages = useWords(observatoryMessages);
  const words = messages.indicator;
  const { reading, definition } = card;
  if (!reading) return null;
  return (
    <section aria-labelledby="figure-heading">
      <h2 id="figure-heading">{words.ofFigure(card.place.name, card.place.nameWithOf)}</h2>
      <p className="great-figure"><Figure cell={reading.cell} of={definition} unit /></p>
      <dl className="facts">
        {reading.cell.kind === 'missing' && <><dt>{words.figure.why}</dt><dd>{missingReasonText(reading.cell.reason, language)}</dd></>}
        <dt>{words.figure.period}</dt><dd>{periodText(definition.id, reading.period, language)}</dd>
        {reading.perimeter && <><dt>{words.figure.perimeter}</dt><dd>{perimeterText(reading, language)}</dd></>}
      </dl>
      {card.datasets.length === 0 && reading.datasets.length > 0 && <p className="note">{messages.source}{colonIn(language)}<SourceLine datasets={reading.datasets} />.</p>}
      {card.datasets.map((dataset) => (
        <dl key={dataset.id} className="facts facts-dataset">
          <dt>{words.figure.dataset}</dt><dd><French>{dataset.title}, {dataset.producer}</French>, {messages.vintage(formatPeriod(dataset.vintage, language))}</dd>
          <dt>{words.figure.file}</dt><dd><code>{dataset.fileName}</code></dd>
          <dt>{words.figure.sha}</dt><dd><code>{dataset.sha256.slice(0, 16)}…</code></dd>
          <dt>{words.figure.imported}</dt><dd>{formatDay(dayOf(dataset.importedAt), language)}</dd>
          <dt>{words.figure.licence}</dt><dd><French>{dataset.licence}</French></dd>
        </dl>
      ))}
    </section>
  );
}

function Definition({ card }: { card: IndicatorCard }) {
  const language = useLanguage();
  const messages = useWords(observatoryMessages);
  const words = messages.indicator;
  const { definition } = card;
  return (
    <section aria-labelledby="definition-heading">
      <h2 id="definition-heading">{messages.card}</h2>
      <dl className="facts">
        <dt>{words.unit}</dt><dd>{words.units[definition.unit]}</dd>
        <dt>{words.method}</dt><dd>{definition.method[language]}</dd>
        <dt>{words.territoryValue}</dt><dd>{words.territoryValues[definition.territoryValue]}</dd>
        <dt>{messages.secrecy}</dt><dd>{definition.secrecy?.[language] ?? words.none}</dd>
        <dt>{words.grain}</dt><dd>{words.grains[definition.grain]}</dd>
        <dt>{words.direction}</dt><dd>{words.directions[definition.direction]}</dd>
        <dt>{words.sources}</dt>
        <dd>
          {card.sources.map(({ source, datasets }) => (
            <span key={source.id} className="line">
              <a href={`${pathIn(language, '/sources')}#${source.id}`}><French>{source.title}</French></a>{' '}
              <span className="note">({datasets.length > 0 ? words.loaded : words.notLoaded})</span>
            </span>
          ))}
          {definition.sources.filter((name) => !card.sources.some(({ source }) => source.id === name)).map((name) => <span key={name} className="line"><French>{name}</French></span>)}
        </dd>
      </dl>
    </section>
  );
}

function History({ card }: { card: IndicatorCard }) {
  const language = useLanguage();
  const messages = useWords(observatoryMessages);
  const { definition } = card;
  const number = definition.unit === 'category' ? undefined : 'number';
  const withPerimeter = card.history.some((reading) => reading.perimeter !== null);
  return (
    <section aria-labelledby="history-heading">
      <h2 id="history-heading">{messages.indicator.history}</h2>
      <div className={card.trend ? 'trend' : ''}>
        {card.trend && <TrendPicture chart={card.trend} />}
        <table className={withPerimeter ? 'stack-on-phone' : undefined} {...as.table}>
          <caption className="visually-hidden">{messages.trend.caption(definition.label[language], card.place.name)}</caption>
          <thead {...as.group}>
            <tr {...as.row}>
              <th scope="col" {...as.head}>{messages.trend.period}</th>
              <th scope="col" {...as.head} className={number}>{messages.table.value}</th>
              {withPerimeter && <th scope="col" {...as.head}>{messages.trend.perimeter}</th>}
            </tr>
          </thead>
          <tbody {...as.group}>
            {card.history.map((reading) => (
              <tr {...as.row} key={reading.period}>
                <th scope="row" {...as.rowHead}>{formatPeriod(reading.period, language)}</th>
                <td {...as.cell} data-label={withPerimeter ? messages.table.value : undefined} className={number}><Figure cell={reading.cell} of={definition} unit /></td>
                {withPerimeter && <td {...as.cell} data-label={messages.trend.perimeter}>{perimeterText(reading, language)}</td>}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}
