import { data, type LoaderFunctionArgs } from 'react-router';
import type { App } from '../../composition.ts';
import { languageOf } from '../language.ts';
import { csvOf, type CsvLine } from '../figures/csv.rules.ts';
import { readIndicators } from '../figures/data.ts';
import { parseQuery, type ObservatoryQuery } from '../figures/query.rules.ts';
import { says } from '../figures/rows.rules.ts';
import { observatoryView } from '../figures/view.ts';
import { appContext } from '../request.ts';

/** The table as a file; `commune` alone gives every figure of one commune. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const app = context.get(appContext);
  const query = parseQuery(new URL(request.url).searchParams);
  const lines = query.commune !== null && query.indicator === null ? await communeLines(app, query.commune) : await tableLines(app, query);
  if (!lines) throw data(null, { status: 404 });
  const name = [app.territory.code, query.commune ?? query.indicator, query.period].filter((part) => part !== null).join('-').replaceAll(/[^\w.-]/g, '');
  return new Response(csvOf(lines, languageOf(request)), {
    headers: { 'content-type': 'text/csv; charset=utf-8', 'content-disposition': `attachment; filename="ancrage-${name}.csv"` },
  });
}

/** The territory first, then the communes in the table's order. */
async function tableLines(app: App, query: ObservatoryQuery): Promise<CsvLine[] | null> {
  const view = await observatoryView(app, { ...query, commune: null });
  if (!view) return null;
  const { definition, territory } = view;
  const communes = view.rows.map((row) => ({ definition, reading: row.reading, place: row.name }));
  if (communes.length > 0 && territory) return [{ definition, reading: territory, place: app.territory.name }, ...communes];
  return view.trend.map((reading) => ({ definition, reading, place: app.territory.name }));
}

async function communeLines(app: App, code: string): Promise<CsvLine[] | null> {
  const commune = app.territory.communes.get(code);
  if (!commune) return null;
  const readings = await readIndicators(app);
  return readings.filter((reading) => reading.area === code && says(reading)).flatMap((reading) => {
    const definition = app.indicators.find(reading.indicator);
    return definition ? [{ definition, reading, place: commune.name }] : [];
  });
}
