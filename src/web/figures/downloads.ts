import type { App } from '../../composition.ts';
import type { Language } from '../../platform/i18n/format.ts';
import { readIndicators } from './data.ts';
import type { CsvLine } from './csv.rules.ts';
import type { ObservatoryQuery } from './query.rules.ts';
import { says } from './rows.rules.ts';
import { observatoryView } from './view.ts';

/** What an address of the observatory downloads; nothing when it names what does not exist. */
export async function linesOf(app: App, query: ObservatoryQuery): Promise<CsvLine[] | null> {
  if (query.indicator !== null) return tableLines(app, query);
  if (query.commune !== null && !app.territory.communes.has(query.commune)) return null;
  return allLines(app, query);
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

/** Every figure that a source gives, of one commune or of all and the territory, in every period. */
async function allLines(app: App, { commune, period }: ObservatoryQuery): Promise<CsvLine[]> {
  const { territory } = app;
  const readings = await readIndicators(app);
  return readings.filter((reading) => says(reading) && (commune === null || reading.area === commune) && (period === null || reading.period === period)).flatMap((reading) => {
    const definition = app.indicators.find(reading.indicator);
    return definition ? [{ definition, reading, place: territory.communes.get(reading.area)?.name ?? territory.name }] : [];
  });
}

/** `ancrage-200039865-rents.flat-2025`: what the file holds. */
export const fileNameOf = (app: App, query: ObservatoryQuery): string =>
  ['ancrage', app.territory.code, query.commune ?? query.indicator, query.period].filter((part) => part !== null).join('-').replaceAll(/[^\w.-]/g, '');

const nothingThere = {
  fr: 'Aucun chiffre à cette adresse : cet indicateur ou cette commune n’est pas de ce territoire. Repartez de la page Observatoire.',
  en: 'No figure at this address: the indicator or the commune is not of this territory. Start again from the Observatory page.',
};

export const noSuchFile = (language: Language): Response => new Response(`${nothingThere[language]}\n`, { status: 404, headers: { 'content-type': 'text/plain; charset=utf-8' } });
