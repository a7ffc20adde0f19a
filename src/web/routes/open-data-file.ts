import { dcatCatalogue, dictionaryCsv, openCsv, parquetOf, readOpenData } from '../../publishing/index.ts';
import { languageOf } from '../language.ts';
import { openDataMessages } from '../messages/open-data.ts';
import { appContext, requestContext } from '../request.ts';
import type { Route } from './+types/open-data-file';

const csvType = 'text/csv; charset=utf-8; header=present';

/** A file of the open data, by its stable address: a dataset, the dictionary, the catalogue. */
export async function loader({ context, params, request }: Route.LoaderArgs) {
  const app = context.get(appContext);
  const { origin, legal, asFile } = context.get(requestContext);
  const name = params.file;
  if (name === 'catalogue.jsonld') {
    const at = origin === null ? { base: '', page: asFile ? 'index.html' : '/donnees' } : { base: `${origin}/donnees/`, page: `${origin}/donnees` };
    const publisher = { name: legal.publisher ?? app.territory.name, contact: legal.contact };
    return new Response(dcatCatalogue({ ...at, territory: app.territory, publisher, datasets: await readOpenData(app) }), { headers: { 'content-type': 'application/ld+json; charset=utf-8', ...anyone } });
  }
  if (name === 'dictionnaire.csv') {
    return file(name, dictionaryCsv((await readOpenData(app)).flatMap(({ definitions }) => definitions)), csvType);
  }
  const [, slug, ending] = /^([a-z-]+)\.(csv|parquet)$/.exec(name) ?? [];
  const [dataset] = slug === undefined ? [] : await readOpenData(app, [slug]);
  if (!dataset) return new Response(`${openDataMessages[languageOf(request)].none}\n`, { status: 404, headers: { 'content-type': 'text/plain; charset=utf-8' } });
  const csv = openCsv(dataset.lines);
  return ending === 'parquet' ? file(name, new Uint8Array(await parquetOf(csv)), 'application/vnd.apache.parquet') : file(name, csv, csvType);
}

/** Portals and programs of other sites read it. */
const anyone = { 'access-control-allow-origin': '*' };

const file = (name: string, content: string | Uint8Array<ArrayBuffer>, type: string): Response =>
  new Response(content, { headers: { 'content-type': type, 'content-disposition': `attachment; filename="${name}"`, ...anyone } });
