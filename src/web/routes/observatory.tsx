import { data, useLoaderData, type LoaderFunctionArgs } from 'react-router';
import { periodText } from '../../indicators/index.ts';
import { languageOf, pathIn, useLanguage, useWords } from '../language.ts';
import { observatoryMessages } from '../messages/observatory.ts';
import { Figure } from '../components/figure.tsx';
import { TeachImport } from '../components/teach.tsx';
import { indicatorBars, indicatorMap, trendChart } from '../figures/pictures.ts';
import { parseQuery } from '../figures/query.rules.ts';
import { observatoryView } from '../figures/view.ts';
import { ChoiceForm } from '../figures/choice-form.tsx';
import { CommuneTable, Downloads } from '../figures/commune-table.tsx';
import { IndicatorNotes } from '../figures/indicator-notes.tsx';
import { SelectedCommune } from '../figures/selected-commune.tsx';
import { Trend } from '../figures/trend.tsx';
import { Picture } from '../components/picture.tsx';
import { appContext } from '../request.ts';
import { readPackGeometry } from '../../steering/index.ts';
import { Page } from '../shell/page.tsx';
import { currentCommuneOf } from '../../territory/index.ts';
import { formatPeriod } from '../../platform/i18n/format.ts';

export async function loader({ request, context }: LoaderFunctionArgs) {
  const app = context.get(appContext);
  const language = languageOf(request);
  const query = parseQuery(new URL(request.url).searchParams);
  const [view, shapes] = await Promise.all([observatoryView(app, query), readPackGeometry(app)]);
  const outside = query.commune !== null && !app.territory.communes.has(query.commune);
  if (!view || outside) throw data({ outside: view !== null && currentCommuneOf(query.commune ?? '') !== undefined, suggestions: [] }, { status: 404 });
  const { definition, period, rows } = view;
  const shown = { definition, territory: app.territory, language };
  const name = view.selected?.name ?? app.territory.name;
  const byCommune = period !== null && rows.length > 0;
  return {
    query: { ...query, indicator: definition.id, period: view.periodMissing === null ? query.period : null },
    view,
    definitions: app.indicators.definitions,
    communes: [...app.territory.communes.values()].toSorted((a, b) => a.name.localeCompare(b.name, 'fr')),
    territory: { code: app.territory.code, name: app.territory.name },
    name,
    map: byCommune && query.display === 'carte' ? indicatorMap(shown, rows, shapes, period, view.selected?.code) : null,
    bars: byCommune && query.display === 'barres' && definition.unit !== 'category' ? indicatorBars(shown, rows, period, view.selected?.code) : null,
    trend: definition.unit !== 'category' && view.trend.length > 1 ? trendChart(shown, view.trend, name) : null,
  };
}

export default function Observatory() {
  const page = useLoaderData<typeof loader>();
  const language = useLanguage();
  const words = useWords(observatoryMessages);
  const { view, query } = page;
  const { definition, period } = view;
  const title = definition.label[language];
  // Where nothing adds up to the territory, a trend is a commune's, or nobody's while there is one period.
  const hasTrend = period !== null && (definition.territoryValue !== 'never' || view.selected !== undefined || view.periods.length > 1);
  const shownPeriod = period === null ? null : periodText(definition.id, period, language);
  return (
    <Page
      kind="work"
      title={title}
      crumbs={[{ label: words.title, path: '/observatoire' }]}
      before={<ChoiceForm query={query} definitions={page.definitions} periods={view.periods} communes={page.communes} />}
      heading={<>{title}{shownPeriod && <span className="heading-aside">{shownPeriod}</span>}</>}
    >
      {view.periodMissing !== null && shownPeriod && <output className="note">{words.periodMissing(formatPeriod(view.periodMissing, language), shownPeriod)}</output>}
      <IndicatorNotes view={view} />
      {period === null && <TeachImport what={title} sources={view.sources} />}
      {period !== null && view.rows.length > 0 && (
        <>
          <SelectedCommune view={view} query={query} />
          {query.display === 'carte' && !page.map && <p className="note">{words.map.noShapes} <a href={pathIn(language, '/sources')}>{words.empty.allSources}</a></p>}
          <div className={page.map || page.bars ? 'observatory' : 'observatory observatory-table-only'}>
            {page.map && <div className="observatory-picture"><Picture svg={page.map} className="map" /></div>}
            {page.bars && <div className="observatory-picture observatory-bars"><Picture svg={page.bars} /></div>}
            <CommuneTable view={view} query={query} territory={page.territory} />
          </div>
        </>
      )}
      {period !== null && view.rows.length === 0 && (
        <>
          {view.territory && <p className="great-figure"><Figure cell={view.territory.cell} of={definition} unit /></p>}
          <p className="note">{words.onlyTerritory}</p>
          <Downloads query={query} />
        </>
      )}
      {hasTrend && <Trend view={view} name={page.name} chart={page.trend} />}
    </Page>
  );
}
